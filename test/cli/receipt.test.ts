import { describe, expect, it } from "vitest";
import { change, command, type Ran } from "../support/cli.js";
import { draw, folderWith, linesOf, SHARED } from "../support/weekly.js";

/** A ledger of two weeks, its published head in head.json too. */
async function publishedFolder(): Promise<{ readonly folder: string; readonly published: string }> {
  const folder = await folderWith({});
  await draw(folder, "2005-01-11", ["c1", "c2"]);
  const { err } = await draw(folder, "2005-01-18", ["c1", "c3", "c4"]);
  const published = /head to publish: (.*)/.exec(err)?.[1] ?? "";
  change(folder, "head.json", () => published);
  return { folder, published };
}

const make = (folder: string, ...argv: readonly string[]): Promise<Ran> =>
  command(folder, "receipt", ...SHARED, ...argv);

describe("receipt", () => {
  it("is a file that verify takes with the published head, and with no other", async () => {
    const { folder, published } = await publishedFolder();
    const made = await make(folder, "--citizen", "c3", "--out", "receipt.json", "--language", "en");
    expect(made).toMatchObject({
      status: 0,
      err: expect.stringContaining("receipt.json written\n") as string,
    });
    expect(made.out).toMatch(/Receipt of the draw[\s\S]*c3[\s\S]*2005-01-18/);
    const check = ["verify", "--language", "en", "--receipt", "receipt.json", "--head"];
    for (const head of [published, "head.json"]) {
      expect(await command(folder, ...check, head)).toMatchObject({
        status: 0,
        err: "",
        out: expect.stringMatching(
          /^receipt\.json: c3, referred on 2005-01-18, drawn to (municipal|supplier), is on line \d of the published ledger; holds\n$/,
        ) as string,
      });
    }
    const other = published.replace(
      /"root":"./,
      (text) => `${text.slice(0, -1)}${text.endsWith("0") ? "1" : "0"}`,
    );
    const refused = await command(folder, ...check, other);
    expect(refused).toMatchObject({ status: 1, out: expect.stringMatching(/does not hold\n/) as string });
    expect(refused.err).toContain("the receipt doesn't hold (other head)");
    const danish = await command(folder, "verify", "--receipt", "receipt.json", "--head", published);
    expect(danish.out).toMatch(
      /^receipt\.json: c3, visiteret 2005-01-18, er trukket til \w+ og står på linje \d .*; i orden\n$/,
    );
    const json = await command(folder, ...check, published, "--json");
    expect(JSON.parse(json.out)).toEqual({ kind: "receipt-verification", valid: true, findings: [] });
  });

  it("of a test ledger says that it is one, made and checked", async () => {
    const folder = await folderWith({});
    await command(
      folder,
      "allocate",
      ...SHARED,
      "--key-file",
      "key.txt",
      "--mode",
      "test",
      "--date",
      "2005-01-03",
    );
    const { err } = await draw(folder, "2005-01-11", ["c1", "c2"]);
    const head = /head to publish: (.*)/.exec(err)?.[1] ?? "";
    const { out } = await make(folder, "--citizen", "c1", "--out", "receipt.json", "--language", "en");
    expect(out).toContain("Trial: yes: from a test ledger, which binds nobody");
    const check = ["verify", "--receipt", "receipt.json", "--head", head];
    expect((await command(folder, ...check, "--language", "en")).out).toContain(
      "; holds; TEST: the draw is from a test ledger and binds nobody\n",
    );
    expect((await command(folder, ...check)).out).toContain(
      "; i orden; PRØVE: lodtrækningen er fra en prøveprotokol",
    );
  });

  it("is refused with a key that stands in it twice, as is a head", async () => {
    const { folder, published } = await publishedFolder();
    await make(folder, "--citizen", "c4", "--out", "twice.json");
    change(folder, "twice.json", (text) => text.replace('"arm":', '"arm": "elsewhere", "arm":'));
    const check = (head: string): Promise<Ran> =>
      command(folder, "verify", "--receipt", "twice.json", "--head", head);
    expect(await check(published)).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining('twice.json: repeated key; received "arm"') as string,
    });
    expect((await check(published.replace('"size":', '"size":1,"size":'))).err).toContain(
      '--head: repeated key; received "size"',
    );
  });

  it("says nothing of anyone else", async () => {
    const { folder } = await publishedFolder();
    const { out } = await make(folder, "--entry", "2", "--json");
    expect(JSON.parse(out)).toMatchObject({ kind: "receipt", line: { citizen: "c1", sequence: 2 } });
    expect(out).not.toMatch(/"c[234]"/);
  });

  it("of someone referred twice wants the date", async () => {
    const { folder } = await publishedFolder();
    expect(await make(folder, "--citizen", "c1")).toMatchObject({
      status: 1,
      err: expect.stringContaining(
        "there are those of 2005-01-11, 2005-01-18. Say which with --referred-on.",
      ) as string,
    });
    expect(await make(folder, "--citizen", "c1", "--referred-on", "2005-01-18")).toMatchObject({ status: 0 });
  });

  it("can lead to a head that was published earlier, not to one before the entry", async () => {
    const { folder, published } = await publishedFolder();
    const ledger = linesOf(folder);
    const first = await make(folder, "--entry", "2", "--head", published, "--json");
    expect(JSON.parse(first.out)).toMatchObject({ head: { size: ledger.length } });
    const another = JSON.stringify({ ...(JSON.parse(published) as object), size: 3 });
    expect(await make(folder, "--entry", "2", "--head", another)).toMatchObject({
      status: 1,
      err: expect.stringContaining("other head") as string,
    });
  });

  it("is found changed when anything of it is", async () => {
    const { folder, published } = await publishedFolder();
    await make(folder, "--citizen", "c4", "--out", "changed.json");
    change(folder, "changed.json", (text) => text.replace('"citizen": "c4"', '"citizen": "c5"'));
    const refused = await command(folder, "verify", "--receipt", "changed.json", "--head", published);
    expect(refused).toMatchObject({ status: 1, out: expect.stringContaining("changed line") as string });
    change(folder, "changed.json", () => "no JSON");
    expect(await command(folder, "verify", "--receipt", "changed.json", "--head", published)).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining("changed.json: not json") as string,
    });
  });

  it.each<[string, readonly string[], number, string]>([
    ["nobody", ["receipt", ...SHARED], 2, "error: expected --entry or --citizen"],
    ["two names", ["receipt", ...SHARED, "--entry", "2", "--citizen", "c1"], 2, "cannot be used with"],
    ["someone unknown", ["receipt", ...SHARED, "--citizen", "c99"], 1, "own.jsonl: not in ledger"],
    ["a check without a head", ["verify", "--receipt", "r.json"], 2, "required option '--head <head>'"],
    ["a check of both", ["verify", ...SHARED, "--receipt", "r.json"], 2, "cannot be used with"],
  ])("refuses %s", async (_, argv, status, said) => {
    const { folder } = await publishedFolder();
    const refused = await command(folder, ...argv);
    expect(refused).toMatchObject({ status, out: "" });
    expect(refused.err).toContain(said);
  });
});
