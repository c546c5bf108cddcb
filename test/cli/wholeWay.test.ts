import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  change,
  command,
  EVALUATION,
  evaluationOn,
  fredericiaFolder,
  snapshot,
  textOf,
} from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";

const DRAW: readonly string[] =
  "allocate --protocol protocol.json --referrals referrals.csv --ledger own.jsonl --key-file key.txt".split(
    " ",
  );
const linesOf = (folder: string, name: string): string[] => textOf(folder, name).trimEnd().split("\n");

/** The bundled competition's referrals of its first two weeks, all of January's first half. */
function withTwoWeeks(folder: string): void {
  change(folder, "referrals.csv", (text) =>
    text
      .split("\n")
      .filter((line) => /^citizen|;2005-01-(0\d|1[0-4]);/.test(line))
      .join("\n"),
  );
}

describe("from a tender to a review", () => {
  it("init writes a protocol that the library takes, and names what is open", async () => {
    const folder = temporaryFolder();
    const { status, out, err } = await command(folder, "init", "hillerod", "--out", "p.json");
    expect({ status, out }).toEqual({ status: 0, out: "" });
    expect(err).toContain("p.json er skrevet; disse punkter er åbne, aftal dem før den første visitering:\n");
    expect(err).toMatch(/^bemærk: .*: Det er ikke aftalt, hvem der opgør målet\.$/m);
    expect(err).not.toMatch(/note:|caution:|The |the /);
    expect(JSON.parse(textOf(folder, "p.json"))).toMatchObject({
      format: "konkurrencemodel-protocol/1",
      municipality: "Hillerød",
    });
    expect(await command(folder, "init", "fredericia-a", "--out", "p.json")).toMatchObject({
      status: 2,
      err: expect.stringContaining("p.json: file exists") as string,
    });
    await command(folder, "init", "fredericia-a", "--out", "p.json", "--overwrite");
    const english = await command(folder, "init", "hillerod", "--out", "en.json", "--language", "en");
    expect(english.err).toContain("en.json written; these points are open");
    expect(english.err).toMatch(/^note: .*: Who takes the measure isn't agreed\.$/m);
    expect(JSON.parse(textOf(folder, "p.json"))).toMatchObject({ municipality: "Fredericia" });
  });

  it("init says of a text that gives less than a protocol what is missing, and writes nothing", async () => {
    const folder = temporaryFolder();
    const { status, out, err } = await command(folder, "init", "odense-jobs", "--language", "en");
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain("caution: The text doesn't say how citizens are allocated to units.");
    expect(err).toContain("the text of odense-jobs gives less than a protocol");
    expect(err).toContain("Agree on arms, allocation, analysis, review");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("allocate opens no ledger under a protocol whose outcomes could never be derived", async () => {
    const folder = fredericiaFolder();
    change(folder, "protocol.json", (text) => {
      const { course, ...protocol } = JSON.parse(text) as { readonly course: { readonly lengths: object[] } };
      const lengths = course.lengths.map((each) => ({ ...each, extension: "unstated" }));
      return JSON.stringify({ ...protocol, course: { lengths } });
    });
    const { status, out, err } = await command(folder, ...DRAW, "--date", "2005-01-14");
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain("protocol.course.lengths[0].extension: extension unstated");
    expect(readdirSync(folder)).not.toContain("own.jsonl");
  });

  it("allocate draws two weeks into a new ledger that verify confirms", async () => {
    const folder = fredericiaFolder();
    withTwoWeeks(folder);
    const citizens = linesOf(folder, "referrals.csv").length - 1;
    const first = await command(folder, ...DRAW, "--date", "2005-01-14");
    expect(first.status).toBe(0);
    expect(first.err).toContain("own.jsonl started");
    expect(first.err).toContain(`own.jsonl: ${citizens} citizens drawn, ${citizens + 3} lines appended`);
    expect(linesOf(folder, "own.jsonl").map((line) => (JSON.parse(line) as { type: string }).type)).toEqual([
      "opening",
      ...["2005-W01", "2005-W02"].flatMap((week) => {
        const drawn = first.out.split("\n").filter((line) => line.includes(week)).length;
        return ["roster", ...Array.from({ length: drawn }, () => "allocation")];
      }),
    ]);

    const verify = "verify --protocol protocol.json --ledger own.jsonl --key-file key.txt".split(" ");
    const head = /head to publish: (.*)/.exec(first.err)?.[1] ?? "";
    expect(await command(folder, ...verify, "--head", head, "--language", "en")).toMatchObject({
      status: 0,
      out: `own.jsonl: ${citizens + 3} lines; checked: chain, protocol, draws, head; holds\nhead: ${head}\n`,
    });
    expect(await command(folder, ...verify, "--head", head)).toMatchObject({
      status: 0,
      out: `own.jsonl: ${citizens + 3} linjer; kontrolleret: kæden, aftalen, lodtrækningerne, hovedet; i orden\nhoved: ${head}\n`,
    });
  });

  it("allocate tells again who was drawn already, and draws nothing for them", async () => {
    const folder = fredericiaFolder();
    withTwoWeeks(folder);
    await command(folder, ...DRAW, "--date", "2005-01-14");
    const before = snapshot(folder);
    const again = await command(folder, ...DRAW, "--json");
    expect(again.status).toBe(0);
    expect(snapshot(folder)).toEqual(before);
    const citizens = linesOf(folder, "referrals.csv").length - 1;
    const { records, repeated } = JSON.parse(again.out) as { records: unknown[]; repeated: unknown[] };
    expect([records.length, repeated.length]).toEqual([0, citizens]);
    expect(again.err).toContain(`note: ${citizens} referrals were in the ledger already`);
  });

  it("allocate goes on from a beginning of the bundled ledger exactly as it went on", async () => {
    const folder = fredericiaFolder();
    const lines = linesOf(folder, "ledger.jsonl");
    const rosterAt = lines.findIndex((line) => line.includes('"batch":"2005-W24"'));
    const nextAt = lines.findIndex((line) => line.includes('"batch":"2005-W25"'));
    const roster = JSON.parse(lines[rosterAt] ?? "") as { date: string; referrals: { citizen: string }[] };
    expect(roster.referrals).toHaveLength(nextAt - rosterAt - 1);
    change(folder, "own.jsonl", () => `${lines.slice(0, rosterAt).join("\n")}\n`);
    const monday = "2005-06-13";
    change(folder, "referrals.csv", (text) =>
      text
        .split("\n")
        .filter(
          (line) =>
            line.startsWith("citizen") || (line.slice(13, 23) >= monday && line.slice(13, 23) <= roster.date),
        )
        .join("\n"),
    );
    expect(await command(folder, ...DRAW, "--date", roster.date)).toMatchObject({ status: 0 });
    expect(textOf(folder, "own.jsonl")).toBe(`${lines.slice(0, nextAt).join("\n")}\n`);
  });

  it("a design that draws one at a time draws a file in order of its dates", async () => {
    const folder = temporaryFolder();
    await command(folder, "init", "hillerod");
    change(folder, "key.txt", () => "0123456789abcdef0123456789abcdef\n");
    const rows = ["c3;2004-02-03;A", "c1;2004-02-01;A", "c2;2004-02-02;A", "c4;2004-02-04;A"];
    change(folder, "referrals.csv", () => `citizen;referredOn;targetGroup\n${rows.join("\n")}\n`);
    const { status, out } = await command(folder, ...DRAW, "--mode", "test", "--language", "en");
    expect(status).toBe(0);
    const drawn = out.split("\n").filter((line) => /^c\d/.test(line));
    expect(drawn.map((line) => line.slice(0, 2))).toEqual(["c1", "c2", "c3", "c4"]);
    const arms = drawn.map((line) => (line.includes("Virksomhedsservice") ? "municipal" : "supplier"));
    expect(arms[0]).not.toBe(arms[1]);
    expect(arms.slice(2)).toEqual(arms.slice(0, 2));
    expect(await command(folder, ...DRAW, "--mode", "live")).toMatchObject({
      status: 1,
      err: expect.stringContaining('own.jsonl: other mode; received "--mode live"') as string,
    });
  });

  it("outcomes, compare, benchmark and settle show their results and write rows", async () => {
    const folder = fredericiaFolder();
    const outcomes = await command(folder, "outcomes", ...EVALUATION, "--out", "outcomes.csv");
    expect(outcomes.status).toBe(0);
    expect(outcomes.out).toMatch(/Enhed +Succes +Ikke succes +Endnu ikke målt +Ukendt/);
    const rows = linesOf(folder, "outcomes.csv");
    const citizens = new Set(rows.slice(1).map((row) => row.split(";")[0]));
    expect(rows[0]).toMatch(/^\uFEFFcitizen;sequence;arm;criterion;anchor;status;reason;mature;/);
    expect(rows.length - 1).toBe(citizens.size * 3 * 2); // three criteria, two anchors

    const compared = await command(folder, "compare", ...EVALUATION, "--json");
    expect(JSON.parse(compared.out)).toMatchObject({ kind: "effect", primary: true, asOf: "2006-09-30" });
    const other = ["--criterion", "work-or-education-6-months", "--language", "en"];
    const secondary = await command(folder, "compare", ...EVALUATION, ...other);
    expect(secondary.out).toContain("in unsupported work or ordinary education");

    const figures = ["--municipalities", "municipalities.csv"];
    const benchmark = await command(folder, "benchmark", ...EVALUATION, ...figures, "--json");
    expect(JSON.parse(benchmark.out)).toMatchObject({ kind: "benchmark", comparable: true });
    const statement = await command(folder, "settle", ...EVALUATION, "--json");
    expect(JSON.parse(statement.out)).toMatchObject({ kind: "statement", asOf: "2006-09-30" });
  });

  it("a part that wasn't agreed isn't computed", async () => {
    const folder = fredericiaFolder();
    const plain = await command(folder, "init", "fredericia-a", "--out", "protocol.json", "--overwrite");
    expect(plain.status).toBe(0);
    await command(folder, ...DRAW);
    const own = { "ledger.jsonl": "own.jsonl", "2006-09-30": "2005-12-31" }; // nothing says that it is simulated
    const evaluation = EVALUATION.map(
      (word) => Object.entries(own).find(([from]) => from === word)?.[1] ?? word,
    );
    const figures = ["--municipalities", "municipalities.csv"];
    expect(await command(folder, "benchmark", ...evaluation, ...figures)).toMatchObject({
      status: 1,
      err: expect.stringContaining("benchmark: not planned") as string,
    });
    const review = await command(folder, "review", ...evaluation, ...figures);
    expect(review).toMatchObject({
      status: 0,
      err: expect.stringContaining("protocol.json plans no benchmark") as string,
    });
  });
});

describe("the review of the bundled competition", () => {
  const figures = ["--municipalities", "municipalities.csv"];

  it("is a page, Markdown and JSON with tables and figures, five lines on stdout, and says on stderr where they are", async () => {
    const folder = fredericiaFolder();
    const { status, out, err } = await command(folder, "review", ...EVALUATION, ...figures, "--out", "out");
    expect(status).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(5);
    expect(err).toContain("review written: out/review.html, out/review.md, out/review.json");
    expect(readdirSync(`${folder}/out`).toSorted()).toEqual([
      "figures",
      "review.html",
      "review.json",
      "review.md",
      "review.schema.json",
      "tables",
    ]);
    expect(textOf(folder, "out/tables/participation.csv")).toMatch(/^\uFEFFarm;name;allocated;/);
    expect(textOf(folder, "out/figures/flow.svg")).toMatch(/^<svg .*<\/svg>$/s);
    expect(textOf(folder, "out/figures/flow.svg")).toContain("visitering");
    expect(textOf(folder, "out/review.html")).toContain('<html lang="da">');
    for (const name of ["out/review.html", "out/review.md"]) expect(textOf(folder, name)).toMatch(/simuler/i);
    expect(JSON.parse(textOf(folder, "out/review.json"))).toMatchObject({ kind: "review", simulated: true });
  });

  it("is the same, byte for byte, each time, and in the language asked for", async () => {
    const folder = fredericiaFolder();
    const review = ["review", ...EVALUATION, ...figures, "--key-file", "key.txt", "--language", "en"];
    const first = await command(folder, ...review, "--out", "a");
    const second = await command(folder, ...review, "--out", "b");
    expect(second.out).toBe(first.out);
    for (const name of ["review.html", "review.md", "review.json"]) {
      expect(textOf(folder, `b/${name}`)).toBe(textOf(folder, `a/${name}`));
    }
    expect(textOf(folder, "a/review.html")).toContain('<html lang="en">');
  });

  it("is too early on the anniversary, with fewer than 100 mature in an arm; by September enough", async () => {
    const folder = fredericiaFolder();
    const verdictOn = async (
      asOf: string,
    ): Promise<{ readonly codes: string[]; readonly mature: number[] }> => {
      const { status, out } = await command(folder, "compare", ...evaluationOn(asOf), "--json");
      expect(status).toBe(0);
      const effect = JSON.parse(out) as {
        verdicts: { code: string }[];
        rates: { counts: { mature: number } }[];
      };
      return {
        codes: effect.verdicts.map(({ code }) => code),
        mature: effect.rates.map(({ counts }) => counts.mature),
      };
    };
    const anniversary = await verdictOn("2005-12-31");
    expect(anniversary.codes).toEqual(["too-early"]);
    expect(Math.max(...anniversary.mature)).toBeLessThan(100);
    const september = await verdictOn("2006-09-30");
    expect(september.codes).not.toEqual(["too-early"]);
    expect(Math.min(...september.mature)).toBeGreaterThanOrEqual(100);
    const { out } = await command(folder, "review", ...evaluationOn("2005-12-31"), ...figures);
    expect(out).toContain("for tidligt");
  });

  it("says on page one of both editions that the extract ends long before the day of the review", async () => {
    const folder = fredericiaFolder();
    const late = ["review", ...evaluationOn("2007-06-30")];
    const told = "Det seneste, registerudtrækket fortæller, er fra";
    const inside = await command(folder, ...late, "--out", "inside");
    expect(inside.err).toContain("caution: The last thing that the register extract tells is of");
    const outside = await command(folder, ...late, "--audience", "published", "--out", "outside");
    expect(outside.err).toContain("note: held against no earlier edition");
    for (const name of ["inside/review.md", "outside/review.md"]) {
      const [pageOne = ""] = textOf(folder, name).split("\n## ").slice(1);
      expect(pageOne).toContain(told);
    }
    expect(textOf(folder, "outside/review.md")).toContain("--as-of 2007-06-30 --audience published");
    const known = await command(folder, "compare", ...late.slice(1), "--observed-until", "2007-06-30");
    expect(known.err).not.toContain("register extract");
    const next = [...late, "--audience", "published", "--previous", "outside/review.json", "--out", "next"];
    expect((await command(folder, ...next)).err).toContain("held against the edition as of 2007-06-30;");
    expect(textOf(folder, "next/review.md")).toContain("--previous outside/review.json");
  });

  it("takes other headings where they are mapped", async () => {
    const folder = fredericiaFolder();
    change(folder, "courses.csv", (text) => text.replace("citizen;", "borger;"));
    change(folder, "spells.csv", (text) => text.replace("state;", "tilstand;"));
    const maps = ["--columns", "courses.citizen=borger", "--columns", "spells.state=tilstand"];
    expect(await command(folder, "review", ...EVALUATION, ...maps)).toMatchObject({ status: 0 });
  });

  it("isn't written for a key that didn't draw the ledger", async () => {
    const folder = fredericiaFolder();
    change(folder, "key.txt", (text) => text.split("").toReversed().join(""));
    const before = snapshot(folder);
    expect(await command(folder, "review", ...EVALUATION, "--key-file", "key.txt")).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining("the ledger doesn't hold (wrong key)") as string,
    });
    expect(snapshot(folder)).toEqual(before);
  });
});
