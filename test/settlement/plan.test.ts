import { describe, expect, it } from "vitest";
import {
  settleAccounts,
  type ArmTerms,
  type BonusTerm,
  type PaymentPlan,
} from "../../src/settlement/index.js";
import { criterion, madeOutcomes } from "../support/outcomes.js";

const outcomes = madeOutcomes({
  groups: [],
  criteria: [criterion("job"), criterion("durable"), criterion("added", "evaluation")],
});
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

  it.each<[string, string, string, Partial<ArmTerms>]>([
    [
      "an end reason that isn't",
      "unknown-end-reason",
      "noBaseFor[0]",
      { noBaseFor: ["retuned" as "returned"] },
    ],
    [
      "a degree of a criterion that has none",
      "unknown-degree",
      "bonuses[0].degrees.low",
      bonusWith({ degrees: { low: 1 } }),
    ],
    [
      "three quarters",
      "instalments-not-whole",
      "bonuses[0].instalments",
      bonusWith({ instalments: [{ percent: 75 }] }),
    ],
    [
      "an instalment of nothing",
      "impossible-percent",
      "bonuses[0].instalments[1].percent",
      bonusWith({ instalments: [{ percent: 100 }, { percent: 0 }] }),
    ],
    ["a percent with five decimals", "impossible-percent", "vat", { vat: 25.000_01 }],
    ["VAT below 0", "impossible-percent", "vat", { vat: -1 }],
    ["VAT above 100", "impossible-percent", "vat", { vat: 101 }],
    [
      "a bonus that is taken back when it isn't earned",
      "clawback-on-itself",
      "bonuses[0].clawback.unless",
      bonusWith({ clawback: { unless: "job", percent: 50 } }),
    ],
    [
      "a relapse that isn't known",
      "unknown-criterion",
      "bonuses[0].clawback.unless",
      bonusWith({ clawback: { unless: "jobs", percent: 50 } }),
    ],
    [
      "more back than was paid",
      "impossible-percent",
      "bonuses[0].clawback.percent",
      bonusWith({ clawback: { unless: "durable", percent: 101 } }),
    ],
    [
      "a deduction of half an øre",
      "impossible-amount",
      "lateStart.amount",
      { lateStart: { within: { weeks: 2 }, per: "course", amount: 0.5 } },
    ],
    [
      "a cap below 0",
      "impossible-amount",
      "caps[0].amount",
      { caps: [{ of: "all", per: "month", amount: -1 }] },
    ],
    [
      "a cap twice",
      "duplicate-term",
      "caps[1]",
      {
        caps: [
          { of: "all", per: "month", amount: 1 },
          { of: "all", per: "month", amount: 2 },
        ],
      },
    ],
    [
      "a month's minimum above the cap of a year",
      "minimum-above-cap",
      "minimums[0].amount",
      {
        caps: [
          { of: "all", per: "month", amount: 9 },
          { of: "all", per: "year", amount: 7 },
        ],
        minimums: [{ per: "month", amount: 8 }],
      },
    ],
    [
      "a minimum above the cap",
      "minimum-above-cap",
      "minimums[0].amount",
      { caps: [{ of: "all", per: "month", amount: 1 }], minimums: [{ per: "month", amount: 2 }] },
    ],
    [
      "a minimum of a contract without an end",
      "contract-end-missing",
      "minimums[0].per",
      { minimums: [{ per: "contract", amount: 2 }] },
    ],
    [
      "an index from no day",
      "impossible-date",
      "indexation[0].from",
      { indexation: [{ from: "1-1-2006", percent: 2 }] },
    ],
    [
      "index steps out of order",
      "index-out-of-order",
      "indexation[1].from",
      {
        indexation: [
          { from: "2006-01-01", percent: 2 },
          { from: "2005-01-01", percent: 1 },
        ],
      },
    ],
    [
      "two steps on one day",
      "index-out-of-order",
      "indexation[1].from",
      {
        indexation: [
          { from: "2006-01-01", percent: 2 },
          { from: "2006-01-01", percent: 3 },
        ],
      },
    ],
    [
      "an index that leaves nothing",
      "impossible-percent",
      "indexation[0].percent",
      { indexation: [{ from: "2006-01-01", percent: -100 }] },
    ],
  ])("refuse %s", (_what, code, at, terms) => {
    expect(() => settleAccounts(outcomes, { terms: [{ ...supplier, ...terms }] })).toThrow(
      expect.objectContaining({ code, path: `payment.terms[0].${at}` }),
    );
  });

  it.each([
    ["a first day that is none", { startsOn: "2005-02-30" }, "payment.startsOn"],
    [
      "a contract that ends before it starts",
      { startsOn: "2005-02-01", endsOn: "2005-01-31" },
      "payment.endsOn",
    ],
  ])("refuse %s", (_what, days, path) => {
    expect(() => settleAccounts(outcomes, { terms: [], ...days })).toThrow(
      expect.objectContaining({ code: "impossible-date", path }),
    );
  });

  it("are refused with everything that is wrong with them", () => {
    const terms = [{ ...supplier, arm: "suplier", vat: -1, bonuses: [{ criterion: "job", amount: -1 }] }];
    expect(() => settleAccounts(outcomes, { terms })).toThrow(
      expect.objectContaining({
        code: "unknown-arm",
        hint: "Did you mean supplier?",
        issues: [
          expect.objectContaining({ path: "payment.terms[0].arm" }),
          expect.objectContaining({ path: "payment.terms[0].bonuses[0].amount" }),
          expect.objectContaining({ path: "payment.terms[0].vat" }),
        ],
      }),
    );
  });

  it("have to be there", () => {
    expect(() => settleAccounts(outcomes, undefined)).toThrow(
      expect.objectContaining({ code: "not-planned" }),
    );
  });

  it("may pay nothing", () => {
    const free = { ...supplier, base: { per: "referral", amount: 0 } } as const;
    expect(settleAccounts(outcomes, { terms: [free] }).totals[1]).toMatchObject({ total: 0 });
  });
});

function bonusWith(more: Partial<BonusTerm>): Partial<ArmTerms> {
  return { bonuses: [{ criterion: "job", amount: 500_000, ...more }] };
}

it.each([null, {}, [], "terms"])("what is no plan at all is refused as such: %j", (plan) => {
  expect(() => settleAccounts(outcomes, plan as unknown as PaymentPlan)).toThrow(
    expect.objectContaining({ code: "impossible-input", path: "payment" }),
  );
});
