import { describe, expect, it } from "vitest";
import { describeStatementNotice, settleAccounts } from "../../src/settlement/index.js";
import { madeOutcomes } from "../support/outcomes.js";

const outcomes = madeOutcomes({
  groups: [
    { arm: "supplier", count: 3, contract: { status: "success", certainOn: "2005-09-30" } },
    { arm: "supplier", count: 2 },
  ],
});
const statement = settleAccounts(outcomes, {
  terms: [
    {
      arm: "supplier",
      base: { per: "referral", amount: 123_456 },
      bonuses: [{ criterion: "job", amount: 500_000 }],
    },
  ],
});

function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, " ");
}

describe("a statement in words", () => {
  it("says what each arm is owed, in kroner", () => {
    // 5 · 1,234.56 + 3 · 5,000 = 21,172.80
    expect(plain(statement.toText({ language: "da" }))).toContain(
      "Leverandøren er berettiget til 21.172,80 kr. pr. 30. september 2006: i alt siden kontraktens start, uden fradrag af det, der allerede er betalt.",
    );
    expect(plain(statement.toText({ language: "en" }))).toContain(
      "Leverandøren is owed DKK 21,172.80 as of 30 September 2006: in all since the contract began, without deduction of what has already been paid.",
    );
  });

  it("says which terms are missing, of whom", () => {
    expect(statement.toText({ language: "da" })).not.toContain("Egen enhed har");
    expect(statement.toText({ language: "da" })).toContain("Egen enhed: der er ingen betalingsvilkår.");
    expect(statement.toText({ language: "en" })).toContain("Egen enhed: there are no payment terms.");
  });

  it.each(["all", "base", "bonus"])("has a sentence for a missing term: %s", (term) => {
    for (const language of ["da", "en"] as const) {
      const notice = {
        code: "term-missing",
        severity: "caution",
        arm: "supplier",
        term,
        criterion: "job",
      } as const;
      expect(describeStatementNotice(notice, { language, nameOf: () => "Leverandøren" })).toMatch(
        /^Leverandøren: der? |^Leverandøren: there .*\.$/,
      );
    }
  });

  it("has its lines as rows of one shape", () => {
    const rows = statement.toRows();
    expect(rows.length).toBe(8);
    expect(new Set(rows.map((row) => Object.keys(row).join(" "))).size).toBe(1);
    expect(rows[0]).toEqual({
      arm: "supplier",
      citizen: "c1",
      sequence: 1,
      referredOn: rows[0]?.["referredOn"],
      team: null,
      kind: "base",
      term: "terms[0].base",
      criterion: null,
      degree: null,
      week: null,
      instalment: null,
      date: "2005-01-03",
      amount: 123_456,
      vat: 0,
    });
  });
});

describe("a statement with every kind of line", () => {
  const won = { status: "success", certainOn: "2005-02-28" } as const;
  const full = settleEverything();
  const text = (language: "da" | "en"): string => plain(full.toText({ language }));

  function settleEverything() {
    const groups = [
      { arm: "supplier", course: { startedOn: "2005-01-20" }, contract: won },
      { arm: "supplier", status: "pending", participation: "returned", course: { endReason: "returned" } },
    ] as const;
    return settleAccounts(madeOutcomes({ groups, asOf: "2005-04-15" }), {
      terms: [
        {
          arm: "supplier",
          base: { per: "started-course", amount: 100_000 },
          lateStart: { within: { weeks: 2 }, per: "course", amount: 10_000 },
          bonuses: [{ criterion: "job", amount: 200_000 }],
          caps: [{ of: "bonus", per: "month", amount: 150_000 }],
          minimums: [{ per: "month", amount: 50_000 }],
          noBaseFor: ["returned"],
          vat: 25,
        },
      ],
    });
  }

  it("has a column for each kind that has lines", () => {
    expect(full.months.map(({ month, kind, amount }) => [month, kind, amount])).toEqual([
      ["2005-01", "base", 100_000],
      ["2005-01", "late-start", -10_000],
      ["2005-02", "bonus", 200_000],
      ["2005-02", "cap", -50_000],
      ["2005-03", "minimum", 50_000],
    ]);
    // 1,000 − 100 + 2,000 − 500 + 500 = 2,900, and a quarter of it in VAT
    expect(text("da")).toContain(
      "Leverandøren er berettiget til 2.900 kr. pr. 15. april 2005, hertil 725 kr. i moms: i alt siden kontraktens start, uden fradrag af det, der allerede er betalt.",
    );
    expect(text("da")).toMatch(
      /Enhed +Grundbeløb +Antal +Fradrag for sen start +Resultatafhængig bonus +Antal +Over loft +Garantibeløb +I alt +Moms +I alt med moms/,
    );
    expect(text("en")).toMatch(
      /Leverandøren +February 2005 .*DKK 2,000 +DKK −500 +DKK 0 +DKK 1,500 +DKK 375 +DKK 1,875/,
    );
    expect(text("da")).not.toContain("Tilbagebetaling");
  });

  it("tells what isn't settled and why", () => {
    expect(text("da")).toMatch(/Leverandøren +Grundbeløb +bortfaldet +tilbagevisiteret +1/);
    expect(text("en")).toMatch(
      /Leverandøren +Result bonus: the criterion job +may still fall due +the window is open +1/,
    );
  });

  it("says of an arm that was paid too much that it has to pay back", () => {
    const groups = [{ arm: "supplier", course: { startedOn: "2005-03-01" } }] as const;
    const owing = settleAccounts(madeOutcomes({ groups }), {
      terms: [
        { arm: "supplier", bonuses: [], lateStart: { within: { weeks: 2 }, per: "course", amount: 10_000 } },
      ],
    });
    expect(plain(owing.toText({ language: "da" }))).toContain("Leverandøren skal betale 100 kr. tilbage");
    expect(plain(owing.toText())).toContain("Leverandøren has to pay back DKK 100");
  });
});

describe("a statement's notices", () => {
  it.each([
    "further-referrals-without-bonus",
    "delivered-by-another",
    "start-missing",
    "team-missing",
    "team-names-alike",
    "outside-contract",
  ])("has words for %s", (code) => {
    const notice = { code, severity: "warning", arm: "supplier", count: 7 } as const;
    for (const language of ["da", "en"] as const) {
      const text = describeStatementNotice(notice, { language, nameOf: () => "Leverandøren" });
      expect(text).toMatch(/7.*\.$/);
    }
  });
});
