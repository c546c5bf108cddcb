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
      "Leverandøren har 21.172,80 kr. til gode pr. 30. september 2006.",
    );
    expect(plain(statement.toText({ language: "en" }))).toContain(
      "Leverandøren is owed DKK 21,172.80 as of 30 September 2006.",
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

describe("a statement's notices", () => {
  it.each(["further-referrals-not-settled", "delivered-by-another", "start-missing"])(
    "has words for %s",
    (code) => {
      const notice = { code, severity: "warning", arm: "supplier", referrals: 7, count: 7 } as const;
      for (const language of ["da", "en"] as const) {
        const text = describeStatementNotice(notice, { language, nameOf: () => "Leverandøren" });
        expect(text).toMatch(/7.*\.$/);
      }
    },
  );
});
