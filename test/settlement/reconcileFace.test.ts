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
        "Der er enighed om 14.900 kr. i alt. " +
        "Derudover trækker afregningen 50 kr. fra, som leverandøren ikke har krævet eller godkendt.",
    );
    expect(danish.replaceAll("\n", " ")).toContain(
      "Poster: 1 enig, 1 uenighed om beløb, 1 uenighed om dato, 1 krævet to gange, 3 ikke med i afregningen, " +
        "1 om en borger hos en anden enhed, 1 om en ukendt borger, 1 om en ukendt ydelse, 2 ikke krævet, " +
        "1 fradrag, 1 krævet og trukket tilbage.",
    );
    const english = plain(reconciliation.toText({ language: "en" })).replaceAll("\n", " ");
    expect(english).toContain(
      "DKK 14,900 is undisputed in all. Beside that the statement takes off DKK 50, which the supplier has neither claimed nor agreed to.",
    );
    expect(english).toContain("held against everything that fell due since the contract began");
    expect(english).toContain("1 agreed, 1 with another amount, 1 with another date, 1 claimed twice");
  });

  it("says that what is undisputed can be paid where nobody else takes anything off", () => {
    const told = reconcileClaims(madeStatement([bonus("c1"), bonus("c2")]), [bonusOf("c1")]);
    expect(plain(told.toText())).toContain("DKK 5,000 is undisputed and can be paid now.");
    const credited = reconcileClaims(madeStatement([bonus("c1")]), [bonusOf("c1"), bonusOf("x", -100_000)]);
    const danish = plain(credited.toText({ language: "da" })).replaceAll("\n", " ");
    expect(danish).toContain(
      "Der er enighed om 5.000 kr. i alt. Leverandøren krediterer 1.000 kr., som ikke kan henføres",
    );
    expect(danish).not.toContain("siden kontraktens start"); // nothing is unclaimed
  });

  it("says of a claim without a citizen that it names none", () => {
    const blank = { item: "bonus", date: "2005-09-30", amount: five };
    const told = reconcileClaims(madeStatement([bonus("c1")]), [blank]).toText({ language: "da" });
    expect(told.replaceAll(/\s+/g, " ")).toContain("kravet siger ikke, hvilken borger det gælder");
    expect(told).not.toContain("er ikke blandt de fordelte");
  });

  it("says of an amount with VAT that it is, and of a lump sum that is off which part of it", () => {
    const weeks = ["01", "08", "15"].map((day) => line("c1", { date: `2005-02-${day}`, amount: 120_000 }));
    const claims = [{ citizen: "c1", item: "base", date: "2005-02-15", amount: 450_000 }];
    expect(plain(reconcileClaims(madeStatement(weeks), claims).toMarkdown({ language: "da" }))).toContain(
      "Uenighed om beløb: 900 kr. over afregningen; svarer til beløbet med moms; krav er uden moms; del 3 af 3 af kravet på 4.500 kr.",
    );
  });

  it("tells why each entry stands open", () => {
    const danish = plain(reconciliation.toMarkdown({ language: "da" }));
    for (const told of [
      "Uenighed om beløb: 1.000 kr. over afregningen; 1 dag efter forfaldsdagen",
      "Uenighed om dato: 12 dage før forfaldsdagen",
      "Krævet to gange: et andet krav svarer til linjen",
      "Ikke med i afregningen: kravet kan ikke længere nås",
      "Ikke med i afregningen: måleperioden løber; kan endnu forfalde",
      "Borger hos en anden enhed: fordelt til Egen enhed",
      "Ukendt borger: er ikke blandt de fordelte",
      "Ikke krævet: trækkes fra",
      "Ukendt, hvad der kræves for: taxi. Her kan kræves for: Grundbeløb, Resultatafhængig bonus, ",
    ]) {
      expect(danish).toContain(told);
    }
    expect(danish).not.toContain("| agreed | bonus | 2005-09-30 | 5.000 kr. | 2005-09-30 |");
  });

  it("writes what is claimed for and when in the reader's words, with the criterion where there are several", () => {
    expect(plain(reconciliation.toMarkdown({ language: "da" }))).toContain(
      "| date | Resultatafhængig bonus | 18-09-2005 | 5.000 kr. | 30-09-2005 | 5.000 kr. |",
    );
    const statement = {
      ...madeStatement([bonus("c1"), bonus("c1", { criterion: "durable" })]),
      criteria: [{ id: "job", name: { da: "i job", en: "in a job" } }],
    };
    const told = reconcileClaims(statement, [bonusOf("c1")]);
    expect(told.toText({ language: "da" })).toContain(
      "Ukendt ydelse: der er flere slags bonus, og kravet siger ikke hvilken",
    );
    expect(told.toText({ language: "da" })).toContain("Resultatafhængig bonus: i job");
    expect(told.toText()).toContain("Result bonus: in a job");
    expect(told.toText()).toContain("Result bonus: durable");
  });

  it("says of a claim that it is dated after the statement's day, and of parts what they are parts of", () => {
    const weeks = ["2006-09-01", "2006-09-08"].map((date, index) => line("c1", { date, week: index + 1 }));
    const claims = [
      { citizen: "c1", item: "base", date: "2006-09-30", amount: 200_000 },
      { ...bonusOf("late", five, "2006-10-15") },
      { ...bonusOf("half", 200_000) },
      { ...bonusOf("half", 300_000, "2005-10-31") },
    ];
    const told = reconcileClaims(madeStatement([...weeks, bonus("late"), bonus("half")]), claims);
    const danish = plain(told.toMarkdown({ language: "da" }));
    expect(danish).toContain(
      "Uenighed om dato: 380 dage efter forfaldsdagen; ligger efter opgørelsesdatoen 30. september 2006",
    );
    expect(danish).toContain(
      "Lagt sammen er der enighed om 1 krav, der dækker flere linjer og 1 linje, der er krævet i flere dele. Hver del står for sig.",
    );
    expect(danish).toContain("01-09-2006 | 1.000 kr. | Enige: del 1 af 2 af kravet på 2.000 kr.");
    expect(danish).toContain(
      "31-10-2005 | 3.000 kr. | 30-09-2005 | 3.000 kr. | Enige: del 2 af 2 af linjen på 5.000 kr.",
    );
    expect(plain(told.toMarkdown())).toContain("Agreed: part 2 of 2 of the claim of DKK 2,000");
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

  it("ask for the referral and the team where these are in doubt", () => {
    const statement = madeStatement([bonus("c1"), line(undefined, { team: "north" })]);
    const claims = [
      { ...bonusOf("c1"), referredOn: "2005-06-01" },
      { item: "base", date: "2005-02-01", amount: 100_000, team: "south" },
    ];
    const participants = [{ citizen: "c1", arm: "supplier", referredOn: "2005-01-03", referrals: 2 }];
    const rows = disputes(reconcileClaims(statement, claims, { participants }), "supplier", {
      language: "da",
    });
    expect(rows.map(({ reason, why, ask }) => [reason, why, ask])).toEqual(
      expect.arrayContaining([
        [
          "referral-not-settled",
          "den visitering, kravet gælder, er ikke med i afregningen",
          "Oplys, hvilken visitering kravet gælder.",
        ],
        ["team-not-settled", "holdet er ikke med i afregningen", "Oplys, hvilket hold kravet gælder."],
      ]),
    );
  });

  it("are of no third side", () => {
    const refused = expect.objectContaining({ code: "impossible-option" }) as Error;
    expect(() => disputes(reconciliation, "citizen" as "supplier")).toThrow(refused);
    expect(() => disputes(reconciliation, "supplier", { language: "sv" as "da" })).toThrow(refused);
  });
});
