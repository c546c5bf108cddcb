import { describe, expect, it } from "vitest";
import { attack } from "../../../src/review/disclosure/index.js";
import { composeReview } from "../../../src/review/index.js";
import { settleAccounts, type PaymentPlan } from "../../../src/settlement/index.js";
import { reviewedYear } from "../../support/reviewedYear.js";

const { protocol, outcomes, review } = await reviewedYear("2006-09-30");

/** The tender leaves the base to the bids: here one is made up for both units. */
const priced: PaymentPlan = {
  terms: ["municipal", "supplier"].map((arm) => ({
    arm,
    base: { per: "week", amount: 120_000, extension: "unpaid" },
    bonuses: [{ criterion: "without-support-6-months", amount: 500_000 }],
  })),
};

describe("the parts of a published edition", () => {
  it("leave out a benchmark that wasn't made for publication, and say so", () => {
    const published = review.publish();
    expect(review.benchmark).not.toBeNull();
    expect(published.benchmark).toBeNull();
    expect(published.withheld).toContain("benchmark");
    expect(published.toText({ language: "da" })).toContain(
      "Sammenligningen med andre kommuner vises ikke i denne udgave",
    );
    expect(Object.keys(published.figures)).not.toContain("cluster");
  });

  it("can be made of a review in which nobody has been followed for long enough yet", async () => {
    const { review: early } = await reviewedYear("2005-03-31");
    expect(early.effects[0]?.rates.map(({ counts }) => counts.mature)).toEqual([0, 0]);
    expect(early.publish().effects[0]?.verdicts[0]?.code).toBe("too-early");
  });

  it("withhold what a referral and a success cost, and say so: rates are public, and intervals tell who cost how much", () => {
    const costed = composeReview({ protocol, outcomes, statement: settleAccounts(outcomes, priced) });
    const published = costed.publish();
    expect(costed.costs).not.toBeNull();
    expect(published.costs).toBeNull();
    expect(published.withheld).toContain("costs");
    expect(published.toText({ language: "da" })).toContain(
      "Omkostningerne pr. visitering og pr. succes vises ikke",
    );
    expect(published.statement?.items).toEqual([]);
    if (published.disclosure === undefined) throw new Error("a published edition tells its counts");
    expect(attack(published.disclosure)).toEqual([]);
  });
});
