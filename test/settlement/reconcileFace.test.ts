import { describe, expect, it } from "vitest";
import { disputes, reconcileClaims, type ReconciliationStatus } from "../../src/settlement/index.js";
import { RECONCILIATION_WORDS } from "../../src/settlement/reconcileWords.js";
import { bonus, line, madeStatement, unpaidBonus } from "../support/statements.js";

const five = 500_000;
const bonusOf = (citizen: string, amount = five, date = "2005-09-30") => ({
  citizen,
  item: "bonus",
  date,
  amount,
});

/** One entry of every status. */
const reconciliation = reconcileClaims(
  madeStatement(
    [
      ...["agreed", "amount", "date", "late"].map((citizen) => bonus(citizen)),
      bonus("m1", { arm: "municipal" }),
      line("late", { kind: "late-start", amount: -5_000 }),
    ],
    [
      unpaidBonus("failed"),
      unpaidBonus("open", { standing: "open", reason: "window-open" }),
      unpaidBonus("gone", { standing: "unknown", reason: "no-history" }),
    ],
  ),
  [
    bonusOf("agreed"),
    bonusOf("agreed", five, "2005-10-30"),
    bonusOf("amount", 600_000, "2005-10-01"),
    bonusOf("date", five, "2005-09-18"),
    bonusOf("failed"),
    bonusOf("open"),
    bonusOf("gone"),
    bonusOf("m1"),
    bonusOf("stranger"),
    { citizen: "agreed", item: "taxi", date: "2005-09-30", amount: 12_345 },
    { item: "deduction", date: "2005-09-30", amount: 10_000 },
    bonusOf("failed", 1_000),
    bonusOf("failed", -1_000),
  ],
  { arm: "supplier" },
);

function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, " ").replaceAll(/ +/g, " ");
}

describe("a reconciliation in words", () => {
  it("has one entry of every status here", () => {
    expect(reconciliation.statuses.filter(({ entries }) => entries === 0)).toEqual([]);
  });

  it("says what each side's figures come to, what is undisputed, and how many entries stand where", () => {
    // claimed: 5,000 · 2 + 6,000 + 5,000 + 5 · 5,000 + 123.45 − 100 = 46,023.45; owed: 4 · 5,000 − 50
    const danish = plain(reconciliation.toText({ language: "da" }));
    expect(danish).toContain(
      "Leverandøren kræver 46.023,45 kr.; afregningen giver 19.950 kr. pr. 30. september 2006. " +
        "Der er enighed om 14.850 kr., som kan betales nu.",
    );
    expect(danish.replaceAll("\n", " ")).toContain(
      "Poster: 1 enig, 1 uenighed om beløb, 1 uenighed om dato, 1 krævet to gange, 3 ikke med i afregningen, " +
        "1 om en borger hos en anden enhed, 1 om en ukendt borger, 1 om en ukendt ydelse, 2 ikke krævet, " +
        "1 fradrag, 1 krævet og trukket tilbage.",
    );
    const english = plain(reconciliation.toText({ language: "en" })).replaceAll("\n", " ");
    expect(english).toContain("DKK 14,850 is undisputed and can be paid now.");
    expect(english).toContain("1 agreed, 1 with another amount, 1 with another date, 1 claimed twice");
  });

  it("tells why each entry stands open", () => {
    const danish = plain(reconciliation.toMarkdown({ language: "da" }));
    for (const told of [
      "Uenighed om beløb: 1.000 kr. over afregningen; 1 dag efter afregningens dato",
      "Uenighed om dato: 12 dage før afregningens dato",
      "Krævet to gange: et andet krav svarer til linjen",
      "Ikke med i afregningen: kravet kan ikke nås mere",
      "Ikke med i afregningen: måleperioden løber; kan endnu forfalde",
      "Borger hos en anden enhed: trukket til Egen enhed",
      "Ukendt borger: kendes ikke fra lodtrækningen",
      "Ikke krævet: trækkes fra",
      "Ukendt, hvad der kræves for: taxi. Her kan kræves for: base, bonus, job,",
    ]) {
      expect(danish).toContain(told);
    }
    expect(danish).not.toContain("| agreed | bonus | 2005-09-30 | 5.000 kr. | 2005-09-30 |");
  });

  it("has a word for every status in both languages", () => {
    for (const language of ["da", "en"] as const) {
      const { statuses, counted } = RECONCILIATION_WORDS[language];
      for (const text of [...Object.values(statuses), ...Object.values(counted).flat()]) {
        expect(text).toMatch(/\p{L}/u);
      }
    }
  });

  it("shows no more than 50 open entries and says how many more there are", () => {
    const lines = Array.from({ length: 60 }, (_, index) => bonus(`c${index}`));
    const text = reconcileClaims(madeStatement(lines), []).toText({ language: "da" });
    expect(text.match(/^c\d+ /gm)).toHaveLength(50);
    expect(text).toContain("10 mere står i rækkerne.");
  });

  it("says that nothing is there where nothing is", () => {
    const nothing = reconcileClaims(madeStatement([bonus("m1", { arm: "municipal" })]), [], {
      arm: "supplier",
    });
    expect(nothing.toText({ language: "da" })).toContain("Intet er krævet, og intet er forfaldent.");
    expect(plain(nothing.toText({ language: "da" }))).toContain("Der er enighed om 0 kr. i alt.");
    expect(nothing.toText()).toContain("Nothing is claimed, and nothing is due.");
  });

  it("has all entries as rows of one shape, and itself as JSON", () => {
    const rows = reconciliation.toRows();
    expect(rows).toHaveLength(reconciliation.entries.length);
    expect(new Set(rows.map((row) => Object.keys(row).join(" "))).size).toBe(1);
    expect(JSON.parse(JSON.stringify(reconciliation))).toMatchObject({
      kind: "reconciliation",
      arm: "supplier",
    });
    expect(structuredClone({ ...reconciliation })).toMatchObject({ sums: reconciliation.sums });
  });
});

/** What one side is asked, by status. */
function asked(side: "municipality" | "supplier"): Readonly<Record<string, string>> {
  return Object.fromEntries(
    disputes(reconciliation, side).map((row) => [
      [row["status"], row["standing"]].filter((each) => each !== null).join(" "),
      String(row["ask"]),
    ]),
  );
}

describe("disputes", () => {
  it("are for each side what it can do something about", () => {
    expect(Object.keys(asked("municipality"))).toEqual([
      "another-amount",
      "another-date",
      "not-owed unknown",
      "not-owed open",
      "other-arm",
      "not-claimed",
      "deduction",
    ]);
    const supplier = asked("supplier");
    const own: ReconciliationStatus[] = ["claimed-twice", "unknown-citizen", "unknown-item", "not-claimed"];
    expect(Object.keys(supplier)).toEqual(expect.arrayContaining([...own, "not-owed lost"]));
    expect(supplier).not.toHaveProperty("agreed");
    expect(supplier).not.toHaveProperty("withdrawn");
    expect(supplier).not.toHaveProperty("deduction");
  });

  it("say why and what is asked, in the language asked for", () => {
    const [first] = disputes(reconciliation, "supplier", { language: "da" });
    expect(first).toMatchObject({
      status: "another-amount",
      citizen: "amount",
      claimed: 600_000,
      owed: five,
      difference: 100_000,
      days: 1,
      ask: "Forklar beløbet.",
    });
    expect(asked("supplier")["claimed-twice"]).toBe("Explain why it is claimed again.");
    const asks = disputes(reconciliation, "municipality").filter((row) => row["status"] === "not-claimed");
    expect(asks.map((row) => [row["owed"], row["ask"]])).toEqual([
      [-5_000, "Take it off when paying."],
      [five, "Pay when it is claimed."],
    ]);
  });

  it("are of no third side", () => {
    expect(() => disputes(reconciliation, "citizen" as "supplier")).toThrow(
      expect.objectContaining({ code: "impossible-option" }),
    );
  });
});
