import { competitionError, provenanceOf } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import type { Outcomes } from "../outcomes/index.js";
import { checkGiven } from "./given.js";
import { settleAccounts } from "./settle.js";
import type { PaymentPlan } from "./terms.js";
import { whatIfFace } from "./whatIfFace.js";
import type { TermsCompared, TermsComparedData } from "./whatIfTypes.js";

const makeComparison: (data: TermsComparedData) => TermsCompared = resultMaker<TermsComparedData>(whatIfFace);

/**
 * What would the same year have cost under other terms of payment?
 *
 * Each plan is settled by {@link settleAccounts} on the same outcomes, and each arm's total, without VAT, is set beside
 * that of the first plan. Only amounts differ: that other terms would have made the units work otherwise is
 * left out, and the result says so. A plan that leaves an amount open looks cheaper than it is: what
 * each plan is silent on, and what somebody must look at under it, are notices with its name.
 *
 * @param plans By name, in the order in which they are shown; the first is what the others are compared with.
 * @returns `plans`, each with the `totals` of its arms and how far they are above the first plan's; `notices` are
 *   those of its statement, with the plan's name in `plan`.
 * @throws CompetitionError `nothing-to-compare` with fewer than two plans; what settleAccounts throws of a plan.
 * @example
 * compareTerms(outcomes, { contract: protocol.payment, "bonus only": bonusOnly }).plans[1]?.totals
 * @example
 * compareTerms(outcomes, { contract: protocol.payment }) // throws nothing-to-compare
 */
export function compareTerms(
  outcomes: Outcomes,
  plans: Readonly<Record<string, PaymentPlan>>,
): TermsCompared {
  checkGiven("compareTerms", { outcomes, plans });
  const names = Object.keys(plans);
  if (names.length < 2) {
    throw competitionError({
      code: "nothing-to-compare",
      path: "compareTerms.plans",
      received: names,
      expected: "two plans of payment at least, by name",
    });
  }
  const settled = Object.entries(plans).map(([name, plan]) => {
    const { totals, notices } = settleAccounts(outcomes, plan);
    return { name, totals, notices: notices.filter(({ severity }) => severity !== "info") };
  });
  return makeComparison({
    kind: "terms-compared",
    method: "base-and-bonus",
    references: [],
    notices: settled.flatMap(({ name, notices }) => notices.map((notice) => ({ ...notice, plan: name }))),
    provenance: provenanceOf(
      "compareTerms",
      { plans: { value: plans, source: "given" } },
      { outcomes: outcomes.provenance },
    ),
    asOf: outcomes.asOf,
    plans: settled.map(({ name, totals }) => ({
      name,
      totals: totals.map(({ arm, name: armName, base, bonus, adjustments, total }, index) => ({
        arm,
        name: armName,
        base,
        bonus,
        adjustments,
        total,
        difference: total - (settled[0]?.totals[index]?.total ?? 0),
      })),
    })),
  });
}
