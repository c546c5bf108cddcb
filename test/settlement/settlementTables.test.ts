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
    [line("c1", { week: 1, amount: 123_456, vat: 30_864, referredOn: "2005-01-03" }), bonus("=c2")],
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
    const tables = settlementTables(statement, { reconciliation });
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
    expect(tables["disputes-supplier"]?.[0]).toMatchObject({ citizen: "c1", ask: "Explain the amount." });
  });

  it.each(["en", "da"] as const)(
    "name the format of each column with dates or amounts, in %s",
    (language) => {
      const cells = Object.values(settlementTables(statement, { reconciliation, language }))
        .flat()
        .flatMap((row) => Object.entries(row));
      const columnsOf = (is: (value: unknown) => boolean): Set<string> =>
        new Set(cells.filter(([, value]) => is(value)).map(([column]) => column));
      const dates = columnsOf((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)));
      const fractions = columnsOf((value) => typeof value === "number" && !Number.isInteger(value));
      expect([...dates].map((column) => SETTLEMENT_FORMATS[column])).toEqual([
        "date",
        "date",
        "date",
        "date",
      ]);
      expect([...fractions].every((column) => SETTLEMENT_FORMATS[column] === "kroner")).toBe(true);
      expect(fractions.size).toBeGreaterThan(4);
    },
  );

  it("are CSV files that harm no spreadsheet, with a header also where there are no rows", () => {
    const files = settlementFiles(statement, { reconciliation });
    expect(files["statement.csv"]).toBe(
      "arm;citizen;sequence;referredOn;kind;criterion;degree;week;instalment;team;term;date;amount;vat\n" +
        "supplier;c1;;2005-01-03;base;;;1;;;terms[0].base;2005-02-01;1234.56;308.64\n" +
        "supplier;'=c2;;;bonus;job;;;;;terms[0].bonuses[0];2005-09-30;5000;0\n",
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

  it("are Danish for a Danish supplier: headings, dates, amounts, names in place of ids, and a byte order mark", () => {
    const named = {
      ...statement,
      criteria: [
        {
          id: "job",
          name: { da: "i job", en: "in a job" },
          degrees: [{ id: "half", name: { da: "løntilskud", en: "wage subsidy" } }],
        },
      ],
      items: [...statement.items, bonus("c4", { degree: "half", amount: -25_050, term: "terms[1].caps[1]" })],
    };
    const files = settlementFiles(named, { reconciliation, language: "da" });
    expect(files["statement.csv"]).toBe(
      "\uFEFFEnhed;Borger;Visiteret;Løbenummer;Post;Grad;Uge;Rate;Hold;Vilkår;Dato;Beløb;Moms\n" +
        "Leverandøren;c1;03-01-2005;;Grundbeløb;;1;;;Grundbeløb;01-02-2005;1234,56;308,64\n" +
        "Leverandøren;'=c2;;;Resultatafhængig bonus: i job;;;;;Bonus nr. 1;30-09-2005;5000,00;0,00\n" +
        "Leverandøren;c4;;;Resultatafhængig bonus: i job;løntilskud;;;;Loft nr. 2;30-09-2005;-250,50;0,00\n",
    );
    expect(files["months.csv"]).toBe(
      "\uFEFFEnhed;Måned;Post;Linjer;Beløb;Moms\nLeverandøren;februar 2005;Grundbeløb;1;1234,56;308,64\n",
    );
    expect(files["unpaid.csv"]?.split("\n")[1]).toBe(
      "Leverandøren;c3;;1;Resultatafhængig bonus: i job;;Bonus nr. 1;bortfaldet;kravet kan ikke længere nås",
    );
    expect(files["disputes-supplier.csv"]?.split("\n").slice(0, 2)).toEqual([
      "\uFEFFStilling;Borger;Visiteret;Hold;Post;Krævet den;Krævet;Forfaldent;Efter afregningen;Enighed om;Forskel;Dage;Vilkår;Reference;Række;Hvorfor;Hvad der skal ske",
      "Uenighed om beløb;c1;03-01-2005;;Grundbeløb;01-02-2005;1234,57;01-02-2005;1234,56;1234,56;0,01;0;Grundbeløb;'+45 7;1;0,01 kr. over afregningen;Forklar beløbet.",
    ]);
    const known = Object.values(files).join("\n");
    for (const raw of ["terms[", "supplier", "another-amount", "2005-02", "amount-out-of-reach"]) {
      expect(known).not.toContain(raw);
    }
  });

  it("come back as claims from the Danish file too, item by the name that stands there", () => {
    const named = { ...statement, criteria: [{ id: "job", name: { da: "i job", en: "in a job" } }] };
    const csv = settlementFiles(named, { language: "da" })["statement.csv"] ?? "";
    const claims = parseClaims(csv, { name: "statement.csv" });
    expect(claims.rows[0]).toEqual({
      citizen: "c1",
      item: "Grundbeløb",
      date: "2005-02-01",
      amount: 123_456,
      referredOn: "2005-01-03",
    });
    const { entries } = reconcileClaims(named, claims);
    expect(entries.map(({ status }) => status)).toEqual(["agreed", "agreed"]);
  });

  it.each([null, undefined, "statement", { kind: "statement" }])("refuse %j as a statement", (value) => {
    for (const [of, make] of Object.entries({ settlementTables, settlementFiles })) {
      expect(() => make(value as never)).toThrow(
        expect.objectContaining({ code: "impossible-input", path: `${of}.statement` }),
      );
    }
  });

  it("refuse claims that were held against nothing", () => {
    expect(() => settlementTables(statement, { reconciliation: { entries: [] } as never })).toThrow(
      expect.objectContaining({ code: "impossible-input", path: "settlementTables.reconciliation" }),
    );
  });

  it("refuse an option that there isn't", () => {
    expect(() => settlementTables(statement, { language: "sv" as "da" })).toThrow(
      expect.objectContaining({ code: "impossible-option" }),
    );
  });
});
