import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  change,
  command,
  EVALUATION,
  fredericiaFolder,
  snapshot,
  textOf,
  TOMORROW,
  type Ran,
} from "../support/cli.js";

const HEADER = "citizen;item;date;amount;reference\n";

function settle(folder: string, ...argv: readonly string[]): Promise<Ran> {
  return command(folder, "settle", ...EVALUATION, ...argv);
}

interface Line {
  readonly arm: string;
  readonly citizen: string;
  readonly date: string;
  readonly amount: number;
}

let settled: Promise<readonly Line[]> | undefined;

/** The lines of the bundled competition's statement: bonuses of kr. 5,000 for the supplier. */
function settledLines(): Promise<readonly Line[]> {
  settled ??= settle(fredericiaFolder(), "--json").then(
    ({ out }) => (JSON.parse(out) as { readonly items: readonly Line[] }).items,
  );
  return settled;
}

/** What the supplier would write who agrees with every line. */
function claimsOf(lines: readonly Line[]): string {
  return HEADER + lines.map(({ citizen, date }) => `${citizen};bonus;${date};5.000,00;\n`).join("");
}

describe("settle --claims", () => {
  it("finds nothing to disagree about in the statement's own lines", async () => {
    const folder = fredericiaFolder();
    const lines = await settledLines();
    change(folder, "claims.csv", () => claimsOf(lines));
    const ran = await settle(folder, "--claims", "claims.csv", "--arm", "supplier");
    expect(ran).toMatchObject({ status: 0 });
    expect(lines.length).toBeGreaterThan(50);
    expect(ran.out).toContain(`Poster: ${lines.length} enige.`);
    expect(ran.out).not.toContain("Hvad der ikke er enighed om");
  });

  it("says what each side must look at, and disagreement is no error", async () => {
    const folder = fredericiaFolder();
    const lines = await settledLines();
    const other = textOf(folder, "courses.csv")
      .split("\n")
      .find((row) => row.split(";")[2] === "municipal")
      ?.split(";")[0];
    change(folder, "claims.csv", () =>
      [
        claimsOf(lines.slice(1)),
        `${lines[1]?.citizen};bonus;${lines[1]?.date};5000;again\n`,
        `${other};bonus;2005-09-30;5000;\nnobody;bonus;2005-09-30;5000;\n`,
        `;deduction;2005-09-30;"1.250,75";\n`,
      ].join(""),
    );
    const ran = await settle(folder, "--claims", "claims.csv", "--json");
    expect(ran.status).toBe(0);
    const found = JSON.parse(ran.out) as {
      readonly kind: string;
      readonly reconciliation: {
        readonly statuses: readonly { readonly status: string; readonly entries: number }[];
      };
    };
    expect(found.kind).toBe("statement");
    const counted = found.reconciliation.statuses.filter(({ entries }) => entries > 0);
    expect(counted.map(({ status, entries }) => [status, entries])).toEqual([
      ["agreed", lines.length - 1],
      ["claimed-twice", 1],
      ["other-arm", 1], // told by the draw, although only the supplier has payment terms
      ["unknown-citizen", 1],
      ["not-claimed", 1],
      ["deduction", 1],
    ]);
  });

  it("tolerates as many days as it is told", async () => {
    const folder = fredericiaFolder();
    const lines = await settledLines();
    const late = lines.find(({ date }) => !date.endsWith("-01"));
    change(
      folder,
      "claims.csv",
      () => `${HEADER}${late?.citizen};bonus;${late?.date.slice(0, 7)}-01;5000;\n`,
    );
    const told = async (days: string): Promise<string> => {
      const tolerance = ["--date-tolerance", days, "--language", "en"];
      return (await settle(folder, "--claims", "claims.csv", ...tolerance)).out;
    };
    expect(await told("31")).toContain("Entries: 1 agreed");
    expect(await told("0")).toContain("Entries: 1 with another date");
  });

  it("reads columns by the file's own names", async () => {
    const folder = fredericiaFolder();
    const lines = await settledLines();
    const [first] = lines;
    change(folder, "claims.csv", () => `borger;item;date;beløb\n${first?.citizen};job;${first?.date};5000\n`);
    const mapped = ["--columns", "claims.citizen=borger", "--columns", "claims.amount=beløb"];
    expect(await settle(folder, "--claims", "claims.csv", ...mapped)).toMatchObject({ status: 0 });
  });

  it("refuses rows in error, all of them at once, and writes nothing", async () => {
    const folder = fredericiaFolder();
    change(
      folder,
      "claims.csv",
      () => `${HEADER}010203-1234;bonus;2005-09-30;5000;\np1;bonus;2005-09-31;5,000;\n`,
    );
    const before = snapshot(folder);
    const ran = await settle(folder, "--claims", "claims.csv", "--out", "settled", "--xlsx", "settled.xlsx");
    expect(ran).toMatchObject({ status: 1, out: "" });
    expect(ran.err).toContain("claims.csv: 3 issues, nothing was read");
    for (const told of ["cpr shaped", "impossible date", "ambiguous number"]) expect(ran.err).toContain(told);
    expect(ran.err).not.toContain("1234");
    expect(snapshot(folder)).toEqual(before);
  });
});

describe("settle --out and --xlsx", () => {
  it("writes the tables as CSV files and as a workbook, with a header where nothing stands", async () => {
    const folder = fredericiaFolder();
    const lines = await settledLines();
    change(folder, "claims.csv", () => claimsOf(lines.slice(1)));
    const ran = await settle(
      folder,
      "--claims",
      "claims.csv",
      "--out",
      "settled",
      "--xlsx",
      "settled/all.xlsx",
    );
    expect(ran.status).toBe(0);
    expect(ran.err).toContain("written: settled/statement.csv, settled/months.csv, settled/unpaid.csv, ");
    const rows = (name: string): readonly string[] => textOf(folder, `settled/${name}`).trimEnd().split("\n");
    expect(rows("statement.csv")).toHaveLength(lines.length + 1);
    expect(rows("statement.csv")[0]).toMatch(/^\uFEFFEnhed;Borger;Visiteret;Løbenummer;Post;/);
    expect(rows("statement.csv")[1]).toMatch(/^Leverandøren;.*;\d{2}-\d{2}-\d{4};5000,00;0,00$/);
    expect(rows("reconciliation.csv")).toHaveLength(lines.length + 1);
    expect(rows("disputes-municipality.csv")[1]).toMatch(
      /^Ikke krævet;.*;Betal, når beløbet bliver krævet\.$/,
    );
    expect(rows("disputes-supplier.csv")[1]).toContain("Kræv beløbet, eller giv afkald på det.");
    const workbook = readFileSync(path.join(folder, "settled/all.xlsx"));
    expect(workbook.subarray(0, 2).toString()).toBe("PK");
  });

  it("writes them for programs in English", async () => {
    const folder = fredericiaFolder();
    expect(await settle(folder, "--out", "settled", "--language", "en")).toMatchObject({ status: 0 });
    const [header, first] = textOf(folder, "settled/statement.csv").split("\n");
    expect(header).toBe(
      "arm;citizen;sequence;referredOn;kind;criterion;degree;week;instalment;team;term;date;amount;vat",
    );
    expect(first).toMatch(/^supplier;.*;terms\[0\]\.bonuses\[0\];\d{4}-\d{2}-\d{2};5000;0$/);
  });

  it("reads the Danish statement as claims, and finds nothing to disagree about", async () => {
    const folder = fredericiaFolder();
    await settle(folder, "--out", "settled");
    const ran = await settle(folder, "--claims", "settled/statement.csv", "--arm", "supplier");
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.out).toContain(`Poster: ${(await settledLines()).length} enige.`);
  });

  it("writes no claims where none were given, and takes nobody's files away", async () => {
    const folder = fredericiaFolder();
    expect(await settle(folder, "--out", "settled")).toMatchObject({ status: 0 });
    const before = snapshot(folder);
    expect(Object.keys(before).filter((name) => name.startsWith("settled"))).toEqual([
      "settled/months.csv",
      "settled/statement.csv",
      "settled/unpaid.csv",
    ]);
    change(folder, "settled/months.csv", (text) => `${text}mine\n`);
    const again = await settle(folder, "--out", "settled", "--xlsx", "all.xlsx");
    expect(again).toMatchObject({ status: 2, err: expect.stringContaining("file exists") as string });
    expect(textOf(folder, "settled/months.csv")).toContain("mine");
    expect(existsSync(path.join(folder, "all.xlsx"))).toBe(false);
    expect(await settle(folder, "--out", "settled", "--overwrite")).toMatchObject({ status: 0 });
    expect(snapshot(folder)).toEqual(before);
  });

  it("puts no new statement beside the claims of an old one", async () => {
    const folder = fredericiaFolder();
    change(folder, "claims.csv", () => HEADER);
    const claims = ["--claims", "claims.csv", "--arm", "supplier"];
    expect(await settle(folder, "--out", "settled", ...claims)).toMatchObject({ status: 0 });
    const before = snapshot(folder);
    const ran = await settle(folder, "--out", "settled", "--overwrite");
    expect(ran).toMatchObject({ status: 2, err: expect.stringContaining("reconciliation.csv") as string });
    expect(ran.err).toContain("Give --claims again, or another --out, or remove the file.");
    expect(snapshot(folder)).toEqual(before);
    expect(await settle(folder, "--out", "settled", "--overwrite", ...claims)).toMatchObject({ status: 0 });
  });

  it("writes all of them or none", async () => {
    const folder = fredericiaFolder();
    mkdirSync(path.join(folder, "settled/all.xlsx"), { recursive: true });
    const before = snapshot(folder);
    const ran = await settle(folder, "--out", "settled", "--xlsx", "settled/all.xlsx", "--overwrite");
    expect(ran.status).toBe(2);
    expect(snapshot(folder)).toEqual(before);
  });
});

describe("settle, used wrongly,", () => {
  afterEach(() => {
    vi.doUnmock("write-excel-file/universal");
  });

  it.each<[string, readonly string[], string]>([
    ["an arm without claims", ["--arm", "supplier"], "--arm and --date-tolerance need --claims"],
    ["a tolerance without claims", ["--date-tolerance", "0"], "--arm and --date-tolerance need --claims"],
    [
      "half a day",
      ["--claims", "claims.csv", "--date-tolerance", "0.5"],
      "Expected a whole number of days from 0.",
    ],
    ["a mistyped arm", ["--claims", "claims.csv", "--arm", "suplier"], "Did you mean supplier?"],
  ])("says so: %s", async (_what, argv, said) => {
    const folder = fredericiaFolder();
    change(folder, "claims.csv", () => HEADER);
    const ran = await settle(folder, ...argv);
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain(said);
    expect(ran.err).toContain("usage: konkurrencemodel settle --protocol <file>");
  });

  it("says what is missing without the optional package, before it writes anything", async () => {
    const folder = fredericiaFolder();
    vi.doMock("write-excel-file/universal", () => {
      throw new Error("not installed");
    });
    const before = snapshot(folder);
    const ran = await settle(folder, "--out", "settled", "--xlsx", "all.xlsx");
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain("npm install write-excel-file@");
    expect(snapshot(folder)).toEqual(before);
  });
});

describe("settle, of a day", () => {
  it("says in the statement that spells without a last day are taken to go on", async () => {
    const folder = fredericiaFolder();
    const open = textOf(folder, "spells.csv").match(/;\r?$/gm)?.length ?? 0;
    const json = JSON.parse((await settle(folder, "--json")).out) as { readonly notices: readonly object[] };
    const spells = { code: "spells-taken-as-open", spells: open, observedUntil: "2006-09-30" };
    expect(json.notices).toContainEqual(expect.objectContaining(spells));
    const later = await settle(folder, "--observed-until", "2006-12-31", "--json");
    expect(later.out).not.toContain("spells-taken-as-open");
  });

  it.each(["--as-of", "--observed-until"])("is none that is still to come: %s", async (flag) => {
    const files = EVALUATION.slice(0, EVALUATION.indexOf("--as-of"));
    const days = flag === "--as-of" ? [flag, TOMORROW] : ["--as-of", "2006-09-30", flag, TOMORROW];
    const ran = await command(fredericiaFolder(), "settle", ...files, ...days);
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain(
      `${flag}: future date; received "${TOMORROW}"; expected no later day than today`,
    );
  });
});

describe("settle --payment", () => {
  const both = {
    terms: ["municipal", "supplier"].map((arm) => ({
      arm,
      base: { per: "week", amount: 120_000, extension: "unpaid" },
      bonuses: [
        { criterion: "without-support-6-months", amount: 500_000 },
        { criterion: "durable-15-months", amount: 250_000 },
      ],
    })),
  };

  it("settles by other terms, tells what is to come and what results cost, and signs where asked for", async () => {
    const folder = fredericiaFolder();
    change(folder, "payment.json", () => JSON.stringify(both));
    const argv = ["--payment", "payment.json", "--saved-per-month", "11000", "--signs"];
    const ran = await settle(folder, ...argv);
    expect(ran.status).toBe(0);
    for (const told of [
      "Afregning efter enhed",
      "Forventet bonus efter kalendermåned",
      "Forholdet mellem de to, pr. succes",
      "44.000 kr. (sparet ydelse)",
      "Forhold, der kan være værd at undersøge",
    ]) {
      expect(ran.out).toContain(told);
    }
    const json = JSON.parse((await settle(folder, ...argv, "--json")).out) as Readonly<
      Record<string, unknown>
    >;
    expect(Object.keys(json)).toEqual(
      expect.arrayContaining(["items", "expectedPayments", "costs", "signs"]),
    );
  });

  it("refuses terms that can't be, by their place", async () => {
    const folder = fredericiaFolder();
    change(folder, "payment.json", () => JSON.stringify({ terms: [{ arm: "suplier", bonuses: [] }] }));
    const ran = await settle(folder, "--payment", "payment.json");
    expect(ran.status).toBe(1);
    expect(ran.err).toContain("payment.json, payment.terms[0].arm: unknown arm");
    expect(ran.out).toBe("");
  });

  it("tells a single issue once, and an empty file from a table without a header", async () => {
    const folder = fredericiaFolder();
    const terms = {
      terms: [{ arm: "supplier", bonuses: [{ criterion: "durable-15-months", amount: 0.5 }] }],
    };
    change(folder, "payment.json", () => JSON.stringify(terms));
    const ran = await settle(folder, "--payment", "payment.json");
    expect(ran.status).toBe(1);
    expect(ran.err).toContain("received 0.5; expected a whole number of øre from 0");
    expect(ran.err.match(/0\.5/g)).toHaveLength(1);
    expect(ran.err).not.toContain("the protocol has");
    change(folder, "empty.json", () => "");
    const empty = await settle(folder, "--payment", "empty.json");
    expect(empty.err).toContain(
      'empty.json: empty file; received ""; expected payment terms as a JSON document',
    );
  });

  it("says that what a month saves isn't used where an arm has no price", async () => {
    const ran = await settle(fredericiaFolder(), "--saved-per-month", "11000");
    expect(ran.status).toBe(0);
    expect(ran.err).toContain("--saved-per-month is not used");
    expect(ran.err).toContain("Leverandøren have no stated base");
  });

  it.each(["-1", "11.5", "mange"])("takes whole kroner for what a month saves, not %s", async (amount) => {
    const ran = await settle(fredericiaFolder(), "--saved-per-month", amount);
    expect(ran.status).toBe(2);
  });
});
