import { describe, expect, it } from "vitest";
import { settleAccounts, type PaymentPlan } from "../../src/settlement/index.js";
import { criterion, madeOutcomes, type Group } from "../support/outcomes.js";

const bonuses = [{ criterion: "job", amount: 500_000 }];
const started: PaymentPlan = {
  terms: ["supplier", "municipal"].map((arm) => ({
    arm,
    base: { per: "started-course", amount: 1 },
    bonuses,
  })),
};

describe("what a statement leaves to be looked at", () => {
  it("is nothing where every term is there and every course has its dates", () => {
    const groups: readonly Group[] = [{ arm: "supplier", course: { startedOn: "2005-02-01" } }];
    expect(settleAccounts(madeOutcomes({ groups }), started).notices).toEqual([]);
  });

  it("is each missing term of the contract, and none of the evaluation", () => {
    const criteria = [criterion("job"), criterion("durable"), criterion("added", "evaluation")];
    const missing = { code: "term-missing", severity: "caution" };
    expect(
      settleAccounts(madeOutcomes({ groups: [], criteria }), { terms: [{ arm: "supplier", bonuses }] })
        .notices,
    ).toEqual([
      { ...missing, arm: "municipal", term: "all" },
      { ...missing, arm: "supplier", term: "base" },
      { ...missing, arm: "supplier", term: "bonus", criterion: "durable" },
    ]);
  });

  it("is every referral after a citizen's first, since it gives no bonus", () => {
    const again = ["2005-06-06", "2005-09-05"].map((referredOn) => {
      return { referredOn, course: { startedOn: referredOn } };
    });
    const groups = [{ arm: "supplier", course: { startedOn: "2005-02-01" }, again }];
    const statement = settleAccounts(madeOutcomes({ groups }), started);
    expect(statement.items.length).toBe(3);
    expect(statement.notices).toEqual([
      { code: "further-referrals-without-bonus", severity: "caution", arm: "supplier", count: 2 },
    ]);
  });

  it("is a course that another delivered, and one without a starting date", () => {
    const groups: readonly Group[] = [
      { arm: "supplier", course: { startedOn: "2005-02-01", deliveredBy: "municipal" } },
      { arm: "supplier", course: { endedOn: "2005-03-01" } },
      { arm: "supplier", participation: "returned", course: { endReason: "returned" } },
      { arm: "supplier", participation: "never-started", course: { endReason: "never-started" } },
    ];
    expect(settleAccounts(madeOutcomes({ groups }), started).notices).toEqual([
      { code: "delivered-by-another", severity: "warning", arm: "supplier", count: 1 },
      { code: "start-missing", severity: "warning", arm: "supplier", count: 1 },
    ]);
  });
});
