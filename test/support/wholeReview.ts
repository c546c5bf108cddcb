import { benchmarkTrend } from "../../src/benchmark/index.js";
import type { Rating } from "../../src/effects/index.js";
import { composeReview, type Review } from "../../src/review/index.js";
import {
  compareReported,
  costEffectiveness,
  expectedPayments,
  reconcileClaims,
  settleAccounts,
  type PaymentPlan,
} from "../../src/settlement/index.js";
import { reviewedYear } from "./reviewedYear.js";

/** The tender leaves the base to the bids: here one is made up for both units. */
const PRICED: PaymentPlan = {
  startsOn: "2005-01-01",
  endsOn: "2006-12-31",
  terms: ["municipal", "supplier"].map((arm) => ({
    arm,
    base: { per: "week", amount: 120_000, extension: "unpaid" },
    bonuses: [{ criterion: "without-support-6-months", amount: 500_000 }],
    vat: 25,
  })),
};

/** A review in which everything stands that can be given: costs, targets, ratings, claims, reports, payments, a trend. */
export async function wholeReview(asOf = "2006-09-30"): Promise<Review> {
  const { protocol, outcomes, review } = await reviewedYear(asOf, (document) => ({
    ...document,
    targets: [
      { criterion: "without-support-6-months", share: 0.4 },
      { criterion: "without-support-6-months", share: 0.5, group: { ageGroup: "under-30" } },
    ],
  }));
  const statement = settleAccounts(outcomes, PRICED);
  const line = statement.items.find(({ kind }) => kind === "bonus");
  if (line?.citizen === undefined) throw new Error("a bonus of a citizen is needed");
  const claim = { citizen: line.citizen, item: "bonus", date: line.date, amount: line.amount + 1000 };
  const answer = { kind: "satisfaction", date: "2005-06-01" } as const;
  const ratings: readonly Rating[] = [2, 3, 4, 5, 4, 3].flatMap((value) => [
    { ...answer, arm: "supplier", value, surveyedBy: "Leverandøren" },
    { ...answer, arm: "municipal", value: 6 - value, surveyedBy: "Epinion" },
  ]);
  return composeReview({
    protocol,
    outcomes,
    effects: review.effects,
    ...(review.benchmark === null ? {} : { benchmark: review.benchmark }),
    statement,
    costs: costEffectiveness(
      { outcomes, statement, effect: primaryOf(review) },
      { savedPerMonth: 1_100_000, times: 200 },
    ),
    ratings: [...ratings, { arm: "supplier", kind: "complaint", date: "2005-07-01", surveyedBy: "Kommunen" }],
    claims: reconcileClaims(statement, [claim], { arm: line.arm, participants: outcomes.participants }),
    reported: compareReported(outcomes, [{ ...claim, item: "durable-15-months" }]),
    expectedPayments: expectedPayments({ outcomes, payment: PRICED }, { seed: "whole", times: 200 }),
    trend: benchmarkTrend(
      [2001, 2002, 2003, 2004, 2005].flatMap((year, index) =>
        ["Fredericia", "Odense", "Svendborg", "Aalborg"].map((municipality, at) => ({
          municipality,
          period: String(year),
          events: 300 + 10 * index + 7 * at,
          total: 1000,
          definition: "selvforsørgelse",
          population: "kontanthjælpsmodtagere",
          anchor: "referral",
          window: "6 måneder",
        })),
      ),
      { municipality: "Fredericia", cluster: ["Odense", "Svendborg", "Aalborg"] },
    ),
    sources: [{ name: "ledger.jsonl", digest: "0".repeat(64), rows: 1 }],
    command: ["review", "--ledger", "ledger.jsonl"],
  });
}

function primaryOf({ effects }: Review): Review["effects"][number] {
  const [first] = effects;
  if (first === undefined) throw new Error("a review has an effect");
  return first;
}
