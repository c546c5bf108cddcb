import { expect, it } from "vitest";
import { composeReview } from "../../src/review/index.js";
import {
  costEffectiveness,
  expectedPayments,
  settleAccounts,
  type PaymentPlan,
} from "../../src/settlement/index.js";
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

it("settles by terms that are given instead of the protocol's, with what a month of self-support saves", () => {
  const review = composeReview({ protocol, outcomes, payment: priced, savedPerMonth: 1_100_000 });
  const statement = settleAccounts(outcomes, priced);
  expect(review.statement?.totals).toEqual(statement.totals);
  const effect = review.effects[0];
  if (effect === undefined) throw new Error("a review has an effect");
  const { comparisons } = costEffectiveness({ outcomes, statement, effect }, { savedPerMonth: 1_100_000 });
  expect(review.costs?.comparisons).toEqual(comparisons);
  expect(comparisons).not.toEqual(costEffectiveness({ outcomes, statement, effect }).comparisons);
});

it("names the contract's terms where these were settled by, and others as such", () => {
  const [contracts, others] = [/kontraktens vilkår/u, /andre betalingsvilkår end protokollens/u];
  const planned = composeReview({ protocol, outcomes }).toMarkdown({ language: "da" });
  expect(planned).toMatch(contracts);
  expect(planned).not.toMatch(others);
  const given = composeReview({ protocol, outcomes, payment: priced });
  const madeOf = JSON.stringify([given.tables["numbers"], given.tables["origins"]]);
  expect(given.toMarkdown({ language: "da" })).not.toMatch(contracts);
  expect(madeOf).not.toMatch(contracts);
  expect(madeOf).toMatch(others);
});

it("tells what is still to come where bonuses are open, and only by terms that are known", async () => {
  const early = await reviewedYear("2005-12-31");
  const terms = early.protocol.payment;
  expect(early.review.beside.expectedPayments?.total).toEqual(
    expectedPayments({ outcomes: early.outcomes, payment: terms }, { seed: "review" }).total,
  );
  expect(early.review.toText({ language: "da" })).toContain("Hvad der endnu kan komme til betaling");
  expect(Object.keys(early.review.tables)).toContain("expected-payments");
  const given = composeReview({
    protocol,
    outcomes: early.outcomes,
    statement: settleAccounts(early.outcomes, priced),
  });
  expect(given.beside.expectedPayments).toBeNull();
  expect(composeReview({ protocol, outcomes }).beside.expectedPayments).toBeNull();
});

function ofTerms({ code }: { readonly code: string }): boolean {
  return code.startsWith("term-");
}

it("tells what the terms that were settled by leave open, not the protocol's, in the published edition too", () => {
  const statement = settleAccounts(outcomes, priced);
  const open = statement.notices.filter(ofTerms);
  expect(open).not.toEqual(composeReview({ protocol, outcomes }).openPoints.filter(ofTerms));
  for (const given of [{ payment: priced }, { statement }]) {
    const review = composeReview({ protocol, outcomes, ...given });
    expect(review.openPoints.filter(ofTerms)).toEqual(open);
    expect(review.publish().openPoints.filter(ofTerms)).toEqual(open);
    expect(review.toText({ language: "en" })).not.toContain("there are no payment terms");
  }
});
