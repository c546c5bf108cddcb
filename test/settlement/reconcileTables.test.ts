import { describe, expect, it } from "vitest";
import {
  parseClaims,
  reconcileClaims,
  SETTLEMENT_FORMATS,
  settlementFiles,
  settlementTables,
} from "../../src/settlement/index.js";
import { bonus, line, madeStatement, unpaidBonus } from "../support/statements.js";

const statement = {
  ...madeStatement(
    [line("c1", { week: 1, amount: 123_456, vat: 30_864 }), bonus("=c2")],
    [unpaidBonus("c3")],
  ),
  months: [
    { arm: "supplier", month: "2005-02", kind: "base", lines: 1, amount: 123_456, vat: 30_864 },
  ] as const,
};
const reconciliation = reconcileClaims(statement, [
  { citizen: "c1", item: "base", date: "2005-02-01", amount: 123_457, reference: "+45 7" },
]);

describe("the tables of a settlement", () => {
  it("are the lines, the months and what is unpaid, in kroner", () => {
    const tables = settlementTables(statement);
    expect(Object.keys(tables)).toEqual(["statement", "months", "unpaid"]);
    expect(tables["statement"]?.[0]).toMatchObject({ citizen: "c1", week: 1, amount: 1234.56, vat: 308.64 });
    expect(tables["statement"]?.[1]).toMatchObject({ citizen: "=c2", week: null, amount: 5000, vat: 0 });
    expect(tables["months"]).toEqual([
      { arm: "supplier", month: "2005-02", kind: "base", lines: 1, amount: 1234.56, vat: 308.64 },
    ]);
    expect(tables["unpaid"]?.[0]).toMatchObject({ citizen: "c3", standing: "lost", instalment: null });
  });

  it("have the claims too where these were held against the statement", () => {
    const tables = settlementTables(statement, { reconciliation, language: "da" });
    expect(Object.keys(tables).slice(3)).toEqual([
      "reconciliation",
      "disputes-municipality",
      "disputes-supplier",
    ]);
    expect(tables["reconciliation"]?.[0]).toMatchObject({
      status: "another-amount",
      claimedOn: "2005-02-01",
      claimed: 1234.57,
      owed: 1234.56,
      undisputed: 1234.56,
      difference: 0.01,
    });
    expect(tables["disputes-supplier"]?.[0]).toMatchObject({ citizen: "c1", ask: "Forklar beløbet." });
  });

  it("name the format of each column with dates or amounts", () => {
    const cells = Object.values(settlementTables(statement, { reconciliation }))
      .flat()
      .flatMap((row) => Object.entries(row));
    const columnsOf = (is: (value: unknown) => boolean): Set<string> =>
      new Set(cells.filter(([, value]) => is(value)).map(([column]) => column));
    const dates = columnsOf((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)));
    const fractions = columnsOf((value) => typeof value === "number" && !Number.isInteger(value));
    expect([...dates].map((column) => SETTLEMENT_FORMATS[column])).toEqual(["date", "date", "date"]);
    expect([...fractions].every((column) => SETTLEMENT_FORMATS[column] === "kroner")).toBe(true);
    expect(fractions.size).toBeGreaterThan(4);
  });

  it("are CSV files that harm no spreadsheet, with a header also where there are no rows", () => {
    const files = settlementFiles(statement, { reconciliation });
    expect(files["statement.csv"]).toBe(
      "arm;citizen;sequence;kind;criterion;degree;week;instalment;team;term;date;amount;vat\n" +
        "supplier;c1;;base;;;1;;;terms[0].base;2005-02-01;1234,56;308,64\n" +
        "supplier;'=c2;;bonus;job;;;;;terms[0].bonuses[0];2005-09-30;5000;0\n",
    );
    expect(files["reconciliation.csv"]).toContain(";'+45 7;");
    const empty = settlementFiles(madeStatement([]), {
      reconciliation: reconcileClaims(madeStatement([]), [], { arm: "supplier" }),
    });
    expect(Object.values(empty).map((text) => text.split("\n").length)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(empty["disputes-supplier.csv"]).toMatch(/^status;citizen;item;.*;why;ask\n$/);
  });

  it("give the statement's lines as claims that can be read again to the øre", () => {
    const csv = settlementFiles(statement)["statement.csv"] ?? "";
    const { rows } = parseClaims(csv, { name: "statement.csv", columns: { item: "kind" } });
    expect(rows.map(({ amount }) => amount)).toEqual([123_456, 500_000]);
    expect(reconcileClaims(statement, rows).sums).toMatchObject({ claimedBeyond: 0, owedBeyond: 0 });
  });

  it("refuse an option that there isn't", () => {
    expect(() => settlementTables(statement, { language: "sv" as "da" })).toThrow(
      expect.objectContaining({ code: "impossible-option" }),
    );
  });
});
