import { describe, expect, it } from "vitest";
import { settleAccounts, type ArmTerms } from "../../src/settlement/index.js";
import { criterion, madeOutcomes } from "../support/outcomes.js";

const outcomes = madeOutcomes({ groups: [], criteria: [criterion("job"), criterion("added", "evaluation")] });
const supplier: ArmTerms = { arm: "supplier", bonuses: [{ criterion: "job", amount: 500_000 }] };

describe("the terms of payment", () => {
  it.each<[string, string, string, readonly ArmTerms[]]>([
    ["an unknown arm", "unknown-arm", "payment.terms[0].arm", [{ ...supplier, arm: "supplier-b" }]],
    ["an arm twice", "duplicate-term", "payment.terms[1].arm", [supplier, supplier]],
    [
      "half an øre",
      "impossible-amount",
      "payment.terms[0].base.amount",
      [{ ...supplier, base: { per: "referral", amount: 0.5 } }],
    ],
    [
      "a negative bonus",
      "impossible-amount",
      "payment.terms[0].bonuses[0].amount",
      [{ ...supplier, bonuses: [{ criterion: "job", amount: -1 }] }],
    ],
    [
      "an unknown criterion",
      "unknown-criterion",
      "payment.terms[0].bonuses[0].criterion",
      [{ ...supplier, bonuses: [{ criterion: "jobs", amount: 1 }] }],
    ],
    [
      "a criterion twice",
      "duplicate-term",
      "payment.terms[0].bonuses[1].criterion",
      [{ ...supplier, bonuses: [...supplier.bonuses, ...supplier.bonuses] }],
    ],
    [
      "pay for what the evaluation added",
      "criterion-not-in-contract",
      "payment.terms[0].bonuses[0].criterion",
      [{ ...supplier, bonuses: [{ criterion: "added", amount: 1 }] }],
    ],
  ])("refuse %s", (_what, code, path, terms) => {
    expect(() => settleAccounts(outcomes, { terms })).toThrow(expect.objectContaining({ code, path }));
  });

  it("may pay nothing", () => {
    const free = { ...supplier, base: { per: "referral", amount: 0 } } as const;
    expect(settleAccounts(outcomes, { terms: [free] }).totals[1]).toMatchObject({ total: 0 });
  });
});
