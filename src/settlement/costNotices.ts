import type { Notice } from "../core/index.js";
import type { Estimate } from "../inference/index.js";
import type { CohortMember } from "../outcomes/index.js";
import type { CostComparison, CostInput } from "./costTypes.js";
import type { Ore } from "./terms.js";
import type { Statement } from "./types.js";

/** What the costs leave out, and what an interval in pieces means. */
export function costNotices(
  { outcomes, statement }: CostInput,
  members: readonly CohortMember[],
  comparisons: readonly CostComparison[],
  savedPerMonth: Ore | undefined,
): readonly Notice[] {
  const mature = new Set(
    members
      .filter(({ standing }) => standing === "success" || standing === "failure")
      .map(({ participant }) => participant.citizen),
  );
  const priced = new Set(statement.items.map(({ arm }) => arm));
  const withoutTerms = new Set(
    statement.notices
      .filter(({ code, term }) => code === "term-missing" && term === "all")
      .map(({ arm }) => String(arm)),
  );
  const open = statement.unpaid.filter(({ standing, citizen }) => standing === "open" && mature.has(citizen));
  const unknown = members.filter(({ standing }) => standing === "unknown").length;
  return [
    ...outcomes.protocol.arms
      .filter(({ id }) => !priced.has(id))
      .map(({ id, name }): Notice => {
        const code = withoutTerms.has(id) ? "costs-missing" : "costs-not-yet";
        return { code, severity: "caution", arm: id, name };
      }),
    ...statement.notices
      .filter(({ code, term }) => code === "term-missing" && term === "base")
      .filter(({ arm }) => priced.has(String(arm)))
      .map(({ arm }): Notice => ({ code: "base-missing", severity: "caution", arm: String(arm) })),
    ...(open.length === 0 ? [] : [{ code: "costs-open", severity: "info", count: open.length } as const]),
    ...(unknown === 0 ? [] : [{ code: "unknown-left-out", severity: "info", count: unknown } as const]),
    ...comparisons
      .filter(({ perAdditionalSuccess }) => isUnbounded(perAdditionalSuccess))
      .map(({ arm }) => ({ code: "ratio-unbounded", severity: "caution", arm }) as const),
    ...(statement.items.some(({ kind }) => kind === "cap" || kind === "minimum")
      ? [{ code: "limits-shared", severity: "caution" } as const]
      : []),
    ...(savedPerMonth !== undefined &&
    comparisons.every(({ netBenefit }) => !netBenefit.some(({ saved }) => saved))
      ? [{ code: "saved-per-month-unused", severity: "info" } as const]
      : []),
    ...(comparisons.some(isWeightedOtherwise)
      ? [{ code: "costs-within-blocks", severity: "info" } as const]
      : []),
  ];
}

/** Digits of an estimate beyond these are rounding. */
const ROUNDING = 1e-9;

/** Whether blocks count for the costs by other weights than for the shown difference in success rate. */
function isWeightedOtherwise({ difference, effect }: CostComparison): boolean {
  return effect.estimate !== null && Math.abs(difference.effect - effect.estimate) > ROUNDING;
}

function isUnbounded(estimate: Estimate | null): boolean {
  return (
    estimate !== null &&
    !(Number.isFinite(estimate.interval.lower) && Number.isFinite(estimate.interval.upper))
  );
}

/**
 * Whether the terms price every arm in full. Where an arm has no terms, or its base is left to the bid, costs would
 * tell which arm is cheaper by what nobody stated.
 *
 * @example
 * pricesAllArms(settleAccounts(outcomes, fredericiaA.payment)) // false: the base is left to the bids
 * @example
 * pricesAllArms(settleAccounts(outcomes, { terms: [] })) // false
 */
export function pricesAllArms({ notices }: Statement): boolean {
  return !notices.some(({ code, term }) => code === "term-missing" && (term === "all" || term === "base"));
}
