import { expect, it } from "vitest";
import { composeReview } from "../../src/review/index.js";
import { settleAccounts, type PaymentPlan } from "../../src/settlement/index.js";
import { reviewedYear } from "../support/reviewedYear.js";

const { protocol, outcomes } = await reviewedYear("2006-09-30");

/** The tender leaves the base to the bids: here one is made up for both units. */
const priced: PaymentPlan = {
  terms: ["municipal", "supplier"].map((arm) => ({
    arm,
    base: { per: "week", amount: 120_000, extension: "unpaid" },
    bonuses: [{ criterion: "without-support-6-months", amount: 500_000 }],
  })),
};

it("tells what results cost, on page one too, where both units' terms are complete", () => {
  const review = composeReview({ protocol, outcomes, statement: settleAccounts(outcomes, priced) });
  for (const [language, heading, ratio] of [
    ["da", "Hvad resultaterne kostede", "ekstra succes koster"],
    ["en", "What the results cost", "additional success costs"],
  ] as const) {
    const text = review.toText({ language });
    expect(text).toContain(heading);
    expect(text.split(ratio).length - 1).toBe(2); // on page one, and in its section
  }
  expect(review.tables["costs"]?.length).toBeGreaterThan(8);
});

it("says nothing of costs where the base is left to the bids", () => {
  const review = composeReview({ protocol, outcomes });
  expect(review.costs).toBeNull();
  expect(review.toText({ language: "en" })).not.toContain("What the results cost");
});
