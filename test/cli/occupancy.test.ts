import { describe, expect, it } from "vitest";
import { command, fredericiaFolder, snapshot, textOf, TODAY } from "../support/cli.js";
import { draw, folderWith, linesOf, SHARED, verified, words } from "../support/weekly.js";

describe("occupancy", () => {
  const held = words("occupancy --protocol protocol.json --ledger ledger.jsonl --courses courses.csv");

  it("shows participants by month and over the year's weeks beside the guarantee, and writes rows", async () => {
    const folder = fredericiaFolder();
    const { status, out, err } = await command(
      folder,
      ...held,
      ...words("--as-of 2006-01-02 --guarantee supplier=10-60/40 --out occupancy.csv"),
    );
    expect(status).toBe(0);
    expect(out.replaceAll(/\s+/g, " ")).toMatch(
      /Leverandøren havde i gennemsnit \d+,\d deltagere over \d+ uger/,
    );
    expect(out.replaceAll(/\s+/g, " ")).toContain("Garantien er 10 til 60: overholdt.");
    expect(err).toMatch(/occupancy\.csv written, \d+ rows/);
    expect(textOf(folder, "occupancy.csv")).toMatch(
      /^\uFEFFarm;per;period;days;weeks;over;participants;average;/,
    );
  });

  it("prints the same as JSON", async () => {
    const folder = fredericiaFolder();
    const { out } = await command(
      folder,
      ...held,
      ...words(
        "--as-of 2005-06-30 --guarantee supplier=-60 --guarantee municipal=5.5- --year calendar-year --json",
      ),
    );
    expect(JSON.parse(out)).toMatchObject({
      kind: "occupancy",
      year: "calendar-year",
      arms: [
        { arm: "municipal", guarantee: { arm: "municipal", least: 5.5 } },
        { arm: "supplier", guarantee: { arm: "supplier", most: 60 } },
      ],
    });
  });

  it("records the municipality's own count, which a quota of participants goes by", async () => {
    const folder = await folderWith({ quotas: [{ arm: "supplier", participants: 3 }] });
    await draw(folder, "2005-01-11", ["c1", "c2"]);
    const argv = words("--record supplier=3 --record municipal=40 --date 2005-01-14 --language en");
    const { status, out, err } = await command(folder, "occupancy", ...SHARED, ...argv);
    expect({ status, out }).toMatchObject({
      status: 0,
      out: expect.stringMatching(/Participants as reported[\s\S]*Leverandøren: 3/) as string,
    });
    expect(err).toContain("1 line appended");
    expect(linesOf(folder).at(-1)).toMatchObject({
      type: "occupancy",
      participants: { supplier: 3, municipal: 40 },
    });
    const drawn = await draw(folder, "2005-01-18", ["c3", "c4"]);
    expect(drawn.out.match(/drawn without Leverandøren/g)).toHaveLength(2);
    expect(await verified(folder)).toMatchObject({
      status: 0,
      err: expect.stringContaining("reported for municipal, supplier are taken as they stand") as string,
    });
    const json = await command(folder, "occupancy", ...SHARED, "--record", "supplier=0", "--json");
    expect(JSON.parse(json.out)).toMatchObject({
      record: { date: TODAY, participants: { supplier: 0 } },
    });
  });

  it.each<[string, readonly string[], string]>([
    ["neither of the two", [], "error: expected --courses and --as-of, or --record"],
    ["courses without a day", ["--courses", "courses.csv"], "error: expected --courses and --as-of"],
    ["both", ["--courses", "courses.csv", "--record", "supplier=1"], "cannot be used with"],
    ["half a participant", ["--record", "supplier=0.5"], "Expected arm=number"],
    ["an arm counted twice", ["--record", "supplier=1", "--record", "supplier=2"], "counted before"],
    ["a mistyped arm", ["--record", "suplier=1"], "Did you mean supplier?"],
    ["no guarantee at all", ["--guarantee", "supplier=-"], "Expected arm=least-most/weeks"],
    [
      "a guarantee of a mistyped arm",
      ["--courses", "courses.csv", "--as-of", "2005-12-31", "--guarantee", "suplier=1-2"],
      "Did you mean supplier?",
    ],
    [
      "a guarantee that is none",
      ["--courses", "courses.csv", "--as-of", "2005-12-31", "--guarantee", "supplier=3-2"],
      "impossible guarantee",
    ],
    [
      "a day before the ledger",
      ["--courses", "courses.csv", "--as-of", "2004-12-31"],
      "as of before opening",
    ],
  ])("is told as wrong use: %s", async (_, argv, said) => {
    const folder = fredericiaFolder();
    const before = snapshot(folder);
    const refused = await command(folder, ...held.slice(0, 5), ...argv);
    expect(refused).toMatchObject({ status: 2, out: "" });
    expect(refused.err).toContain(said);
    expect(refused.err).toContain(
      "usage: konkurrencemodel occupancy --protocol <file> --ledger <file> [options]",
    );
    expect(snapshot(folder)).toEqual(before);
  });
});
