import { describe, expect, it } from "vitest";
import { command, snapshot, TODAY } from "../support/cli.js";
import { draw, folderWith, linesOf, SHARED, verified, words } from "../support/weekly.js";

const SIGNED = ["--reason", "needs an interpreter", "--signed-by", "K. Holm", "--signed-by", "B. Friis"];

async function drawnFolder(): Promise<string> {
  const folder = await folderWith({});
  await draw(folder, "2005-01-11", ["c1", "c2", "c3"]);
  return folder;
}

describe("amend", () => {
  it("records an exemption by the entry's number, signed, and the ledger still verifies with its key", async () => {
    const folder = await drawnFolder();
    const argv = words("--entry 3 --arm municipal --date 2005-02-01 --language en");
    const { status, out, err } = await command(folder, "amend", ...SHARED, ...argv, ...SIGNED);
    expect(status).toBe(0);
    expect(err).toMatch(/^own\.jsonl: 1 line appended\nhead to publish: \{"size":6,/);
    for (const said of ["Agreed exemption", "c2", "Virksomheden Fredericia", "K. Holm, B. Friis"]) {
      expect(out).toContain(said);
    }
    expect(linesOf(folder).at(-1)).toMatchObject({
      type: "amendment",
      amends: "exemption",
      entry: 3,
      citizen: "c2",
      arm: "municipal",
      date: "2005-02-01",
      signedBy: ["K. Holm", "B. Friis"],
    });
    expect(await verified(folder)).toMatchObject({ status: 0, err: "" });
  });

  it("records an error by citizen and date, and prints the line as JSON", async () => {
    const folder = await drawnFolder();
    const argv = words(
      "--citizen c3 --referred-on 2005-01-11 --field referredOn --correct 2005-01-10 --json",
    );
    const { status, out } = await command(folder, "amend", ...SHARED, ...argv, ...SIGNED);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      record: {
        amends: "error",
        entry: 4,
        recorded: "2005-01-11",
        correct: "2005-01-10",
        date: TODAY,
      },
      head: { size: 6 },
    });
    expect(await verified(folder)).toMatchObject({ status: 0, err: "" });
  });

  it("keeps a referral from the draw that was exempted before it, and says so when its file is drawn", async () => {
    const folder = await drawnFolder();
    const named = ["--citizen", "c9", "--referred-on", "2005-01-18", "--arm", "supplier", "--before-draw"];
    const agreed = [...named, "--date", "2005-01-17"];
    expect(await command(folder, "amend", ...SHARED, ...agreed, ...SIGNED)).toMatchObject({ status: 0 });
    const drawn = await draw(folder, "2005-01-18", ["c8", "c9"]);
    expect(drawn.err).toContain(
      "note: c9, referred on 2005-01-18, was exempted before the draw and isn't drawn\n",
    );
    expect(drawn.err).toContain("1 citizen drawn");
    expect(await verified(folder)).toMatchObject({ status: 0, err: "" });
  });

  it.each<[string, readonly string[], number, string]>([
    ["an entry that isn't there", ["--entry", "99", "--arm", "supplier"], 1, "own.jsonl: not in ledger"],
    [
      "a referral that isn't drawn, without saying so",
      ["--citizen", "c7", "--referred-on", "2005-01-18", "--arm", "supplier"],
      1,
      "An exemption that was agreed before the draw takes --before-draw.",
    ],
    [
      "an exemption before the draw of someone who is drawn",
      ["--citizen", "c1", "--referred-on", "2005-01-11", "--arm", "supplier", "--before-draw"],
      1,
      "drawn already",
    ],
    ["what was drawn", ["--entry", "2", "--field", "arm", "--correct", "supplier"], 1, "nothing corrected"],
    ["a mistyped arm", ["--entry", "2", "--arm", "suplier"], 2, "Did you mean supplier?"],
    ["an arm and a field", ["--entry", "2", "--arm", "supplier", "--field", "x"], 2, "cannot be used with"],
    ["neither", ["--entry", "2"], 2, "error: expected --entry, or --citizen and --referred-on; and --arm"],
    ["no entry", ["--arm", "supplier"], 2, "error: expected --entry"],
    ["a number of a line that is none", ["--entry", "x", "--arm", "supplier"], 2, "Expected a whole number"],
  ])("refuses %s, and writes nothing", async (_, argv, status, said) => {
    const folder = await drawnFolder();
    const before = snapshot(folder);
    const refused = await command(folder, "amend", ...SHARED, ...argv, ...SIGNED);
    expect(refused).toMatchObject({ status, out: "" });
    expect(refused.err).toContain(said);
    expect(refused.err.includes("usage: konkurrencemodel amend --protocol <file>")).toBe(status === 2);
    expect(snapshot(folder)).toEqual(before);
  });

  it("refuses a reason with a CPR number, without repeating it", async () => {
    const folder = await drawnFolder();
    const argv = words("--entry 2 --arm supplier --signed-by Holm --reason");
    const refused = await command(folder, "amend", ...SHARED, ...argv, "agreed with 010190-1234");
    expect(refused.status).toBe(1);
    expect(refused.err).not.toContain("010190");
  });

  it("asks for who signs, and for a ledger that is there", async () => {
    const folder = await drawnFolder();
    const unsigned = words("--entry 2 --arm supplier --reason x");
    expect(await command(folder, "amend", ...SHARED, ...unsigned)).toMatchObject({
      status: 2,
      err: expect.stringContaining("required option '--signed-by <name>'") as string,
    });
    const absent = words("amend --protocol protocol.json --ledger absent.jsonl --entry 2 --arm supplier");
    const before = snapshot(folder);
    expect(await command(folder, ...absent, ...SIGNED)).toMatchObject({
      status: 2,
      err: expect.stringContaining("absent.jsonl: file not found") as string,
    });
    expect(snapshot(folder)).toEqual(before);
  });
});
