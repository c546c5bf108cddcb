import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCompetitionError } from "../../src/core/index.js";
import { parseClaims } from "../../src/settlement/index.js";

const HEADER = "citizen;item;date;amount;reference";
const name = "claims.csv";

function amountOf(text: string): number | undefined {
  return parseClaims(`${HEADER}\np1;base;2005-02-01;${text};\n`, { name }).rows[0]?.amount;
}

function issuesOf(text: string): readonly object[] {
  try {
    parseClaims(text, { name });
  } catch (error) {
    if (isCompetitionError(error, "rows-in-error")) return error.issues ?? [];
    throw error;
  }
  return [];
}

describe("parseClaims", () => {
  it("reads what a supplier writes, in ISO or Danish dates", () => {
    const text = `${HEADER}\np1;bonus;30-09-2005;5.000,00;F 17\n;deduction;2005-10-01;-250;\n`;
    expect(parseClaims(text, { name })).toMatchObject({
      rows: [
        { citizen: "p1", item: "bonus", date: "2005-09-30", amount: 500_000, reference: "F 17" },
        { item: "deduction", date: "2005-10-01", amount: -25_000 },
      ],
      notices: [],
      source: { name, rows: 2 },
    });
  });

  it.each<[string, number]>([
    ["5000", 500_000],
    ["5.000", 500_000], // kroner have two decimals at most: the point can only group
    ["5.000,00", 500_000],
    ["5000,5", 500_050],
    ["5000.05", 500_005],
    ["1.234.567,89", 123_456_789],
    ["5 000,00", 500_000],
    ["5\u00A0000", 500_000],
    ["5,000.00", 500_000],
    ["kr. 5.000,-", 500_000],
    ["5.000 kr.", 500_000],
    ["DKK 5000", 500_000],
    ["-250,00", -25_000],
    ["\u2212250", -25_000],
    ["kr. -250,50", -25_050],
    ["-kr. 250,50", -25_050],
    ["'-250", -25_000], // as a spreadsheet's formula was neutralized
    ["+7", 700],
    ["0", 0],
    ["-0,00", 0],
    ["0,07", 7],
    ["1,15", 115], // 1.15 · 100 is 114.99999999999999 in floating numbers
    ["90071992547409,91", Number.MAX_SAFE_INTEGER],
  ])("reads %s kroner as %d øre", (text, ore) => {
    expect(amountOf(text)).toBe(ore);
  });

  it.each([
    ["5000,555", "impossible-amount"],
    ["0.500", "impossible-amount"],
    ["5,000", "ambiguous-number"],
    ["50.00,00", "impossible-amount"],
    ["5.00.000", "impossible-amount"],
    ["-kr. -5", "impossible-amount"],
    ["fem tusind", "impossible-amount"],
    ["5000 €", "impossible-amount"],
    ["1e3", "impossible-amount"],
    ["=5000", "impossible-amount"],
    ["90071992547409,92", "impossible-amount"],
    ["NaN", "impossible-amount"],
    ["kr.", "impossible-amount"],
  ])("refuses %s", (text, code) => {
    expect(issuesOf(`${HEADER}\np1;base;2005-02-01;${text};\n`)).toMatchObject([
      { code, row: 2, column: "amount", received: text },
    ]);
  });

  it("takes decimals with a point, and commas for thousands, where commas separate the cells", () => {
    const text = 'citizen,item,date,amount\np1,base,2005-02-01,"5,000"\np1,base,2005-02-02,12.5\n';
    expect(parseClaims(text, { name }).rows.map(({ amount }) => amount)).toEqual([500_000, 1_250]);
    expect(issuesOf("citizen,item,date,amount\np1,base,2005-02-01,5.000\n")).toMatchObject([
      { code: "ambiguous-number", received: "5.000" },
    ]);
  });

  it("gives back every amount of øre in any of the forms", () => {
    const ore = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(ore, fc.constantFrom(".", " ", ""), (amount, mark) => {
        const digits = String(Math.abs(amount)).padStart(3, "0");
        const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, mark);
        expect(amountOf(`${amount < 0 ? "-" : ""}${whole},${digits.slice(-2)}`)).toBe(amount);
      }),
    );
  });

  it("reads Danish headings as they stand, with the referral and the team", () => {
    const text =
      "\uFEFFBorger;Post;Dato;Beløb;Reference;Henvist;Hold\n" +
      "p1;Grundbeløb;01-02-2005;1.200,00;F 17;03-01-2005;\n;Grundbeløb;01-03-2005;9.000,00;;;hold 2\n";
    expect(parseClaims(text, { name })).toMatchObject({
      rows: [
        {
          citizen: "p1",
          item: "Grundbeløb",
          date: "2005-02-01",
          amount: 120_000,
          reference: "F 17",
          referredOn: "2005-01-03",
        },
        { item: "Grundbeløb", date: "2005-03-01", amount: 900_000, team: "hold 2" },
      ],
      notices: [],
    });
    expect(issuesOf("borger;post;dato;beløb;hold\n;base;01-03-2005;1;010203-1234\n")).toMatchObject([
      { code: "cpr-shaped", column: "team" },
    ]);
    expect(issuesOf("borger;post;dato;beløb;henvist\np1;base;01-03-2005;1;31-02-2005\n")).toMatchObject([
      { code: "impossible-date", column: "referredOn" },
    ]);
  });

  it("collects every issue with its row, and reads nothing", () => {
    const rows = [
      "010203-1234;base;2005-02-01;100;",
      "p1;;2005-02-01;100;",
      "p1;base;2005-02-30;100;",
      "p1;base;2005-02-01;;",
      "p1;base;2005-02-01;100;faktura for 010203-1234",
      "p1;base;2005-02-01",
    ];
    const issues = issuesOf(`${HEADER}\n${rows.join("\n")}\n`);
    expect(issues).toMatchObject([
      { code: "cpr-shaped", row: 2, column: "citizen", received: "ddmmyy-••••" },
      { code: "empty-cell", row: 3, column: "item" },
      { code: "impossible-date", row: 4, column: "date" },
      { code: "empty-cell", row: 5, column: "amount" },
      { code: "cpr-shaped", row: 6, column: "reference", received: "faktura for ddmmyy-••••" },
      { code: "too-few-cells", row: 7 },
    ]);
  });

  it("reads a byte order mark, windows-1252, other column names and a file without rows", () => {
    const marked = new TextEncoder().encode("\uFEFFcitizen;item;date;amount\r\np1;base;2005-02-01;1,00\r\n");
    expect(parseClaims(marked, { name }).rows).toHaveLength(1);
    const danish = Uint8Array.from("borger;item;date;beløb;reference\np1;base;2005-02-01;1;Ærø\n", (each) =>
      each.charCodeAt(0),
    );
    const read = parseClaims(danish, { name, columns: { citizen: "borger", amount: "beløb" } });
    expect(read.rows).toMatchObject([{ amount: 100, reference: "Ærø" }]);
    expect(read.notices).toMatchObject([{ code: "windows-1252" }]);
    expect(parseClaims(`${HEADER}\n`, { name })).toMatchObject({ rows: [], notices: [{ code: "no-rows" }] });
  });
});
