import { competitionError } from "../core/index.js";
import type { Outcomes } from "../outcomes/index.js";
import { paymentIssues } from "./planIssues.js";
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
  if (typeof plan !== "object" || plan === null || !Array.isArray(plan.terms)) {
    throw competitionError({
      code: "impossible-input",
      path: "payment",
      received: plan,
      expected: "payment terms: { terms: [{ arm, base, bonuses }, …] }",
      hint: "Write settleAccounts(outcomes, protocol.payment).",
    });
  }
  const issues = paymentIssues(plan, protocol).map((issue) => ({ file: "payment", ...issue }));
  const [first] = issues;
  if (first !== undefined) throw competitionError(issues.length === 1 ? first : { ...first, issues });
  return plan;
}
