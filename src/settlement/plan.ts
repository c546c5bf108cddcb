import { competitionError } from "../core/index.js";
import type { Outcomes } from "../outcomes/index.js";
import { paymentIssues } from "./planIssues.js";
import { checkGiven } from "./given.js";
import type { PaymentPlan } from "./terms.js";

/**
 * The terms, checked against the protocol that the outcomes follow.
 *
 * @throws CompetitionError `not-planned`; otherwise with the code of the first issue, and every issue.
 */
export function checkPlan({ protocol }: Outcomes, plan: PaymentPlan | undefined): PaymentPlan {
  if (plan === undefined) {
    throw competitionError({
      code: "not-planned",
      path: "payment",
      received: plan,
      expected: "the protocol's payment terms",
      hint: "Add payment to the protocol.",
    });
  }
  checkShape(plan);
  const issues = paymentIssues(plan, protocol).map((issue) => ({ file: "payment", ...issue }));
  const [first] = issues;
  if (first !== undefined) throw competitionError(issues.length === 1 ? first : { ...first, issues });
  return plan;
}

/**
 * Refuses what is no payment plan, down to the terms of each arm: what can't be meant in them is for `paymentIssues`.
 *
 * @throws CompetitionError `impossible-input` with the place.
 */
export function checkShape(plan: PaymentPlan): void {
  checkGiven("", { payment: plan }, "payment");
  for (const [index, terms] of plan.terms.entries()) checkGiven("", { terms }, `payment.terms[${index}]`);
}
