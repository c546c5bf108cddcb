import { requireList, requireObject, type Notice } from "../core/index.js";
import { procedureOf } from "./designs/table.js";
import { lintQuotas } from "./quotas/index.js";
import type { AllocationPlan, PeriodQuota, Quota } from "./types.js";

/**
 * Names what is legal in a plan but unwise, and what it leaves open, so that it can be thought over before the
 * first referral.
 *
 * @param plan One that can be drawn by: see planIssues.
 * @param arms Ids of the arms.
 * @returns `predictable-design` (whoever knows the earlier arms knows the next one), `block-size-known` (with
 * one block size the end of a block can be predicted), `strata-without-effect` (simple randomization tosses for
 * everyone alike), `minimum-above-limit` (an arm's minimum asks for more in a year than its other quotas let
 * it have), `minimum-depends-on-intake` (a minimum can be met only if enough are referred),
 * `settled-arm-may-be-full` (someone whose arm is settled before the draw finds no room in it),
 * `nominal-probabilities` (see {@link hasNominalProbabilities}), and what {@link lintQuotas} names; none if
 * there is nothing.
 *
 * @example
 * lintPlan(tenders.hillerod.allocation, ["municipal", "supplier"])[0]?.code // "predictable-design"
 * @example
 * lintPlan(tenders.fredericiaA.allocation, ["municipal", "supplier"]) // []
 */
export function lintPlan(plan: AllocationPlan, arms: readonly string[]): readonly Notice[] {
  requirePlan("lintPlan", plan);
  requireList("lintPlan.arms", arms, { expected: "a list of ids of arms" });
  const { design, strata, quotas = [], referredAgain } = plan;
  const { predictable, algorithm } = procedureOf(plan, arms);
  const above = arms.filter((arm) => asksTooMuch(quotas.filter((quota) => quota.arm === arm)));
  const least = arms.filter((arm) => quotas.some((quota) => quota.arm === arm && leastOf(quota) > 0));
  return [
    ...given(predictable, { code: "predictable-design", severity: "caution", algorithm }),
    ...given(design.kind === "permuted-block" && design.sizes.length === 1, {
      code: "block-size-known",
      severity: "info",
    }),
    ...given(design.kind === "simple" && strata.length > 0, {
      code: "strata-without-effect",
      severity: "info",
      strata,
    }),
    ...given(above.length > 0, { code: "minimum-above-limit", severity: "caution", arms: above }),
    ...given(least.length > 0, {
      code: "minimum-depends-on-intake",
      severity: "info",
      arms: least,
      reading: "caught-up-later",
    }),
    ...given(quotas.length > 0 && referredAgain === "keep-arm", {
      code: "settled-arm-may-be-full",
      severity: "info",
      reading: "refused",
    }),
    ...given(hasNominalProbabilities(plan), { ...NOMINAL, algorithm }),
    ...lintQuotas(plan, arms),
  ];
}

/** What plan and verification say of it. */
export const NOMINAL: Notice = { code: "nominal-probabilities", severity: "caution" };

/**
 * Whether the `designProbabilities` in the entries of a plan are nominal: true of the design by itself, but
 * not of everyone who is referred while quotas close arms now and then.
 *
 * A design that balances remembers earlier draws, and so does the room that quotas leave. Whether an arm is
 * open to someone then tells something of where the balance stands. In blocks of four with one a month for
 * the supplier, someone who comes second in a month and finds the supplier open comes after someone who
 * went elsewhere: the probability is 2/3, where the entry says 1/2. It is exact without quotas, for `simple`
 * (whose tosses remember nothing) and for `complete` (whose batches fix everyone's probability before
 * the draw).
 *
 * For such a plan take the probabilities from {@link allocationProbabilities} where something is weighted by
 * them, and the draws of {@link referenceSet}, which runs quotas and design together, where something is tested.
 *
 * @example
 * hasNominalProbabilities({ design: blocksOf4, quotas: [{ arm: "supplier", per: "calendar-month", most: 1 }] }) // true
 * @example
 * hasNominalProbabilities({ design: blocksOf4 }) // false
 */
export function hasNominalProbabilities(plan: Pick<AllocationPlan, "design" | "quotas">): boolean {
  requirePlan("hasNominalProbabilities", plan);
  const { design, quotas = [] } = plan;
  return quotas.length > 0 && design.kind !== "complete" && design.kind !== "simple";
}

function requirePlan(operation: string, plan: unknown): void {
  requireObject(`${operation}.plan`, plan, {
    expected: "a plan of allocation: { design, strata, quotas }",
    hint: "Give the protocol's: protocol.allocation.",
    accepts: ({ design }) => typeof design === "object" && design !== null,
  });
}

function given(isGiven: boolean, notice: Notice): readonly Notice[] {
  return isGiven ? [notice] : [];
}

/** Fewest and most periods of a kind in a year. */
const A_YEAR: Readonly<Partial<Record<PeriodQuota["per"], readonly [number, number]>>> = {
  "iso-week": [52, 53],
  "calendar-month": [12, 12],
  "calendar-year": [1, 1],
  "agreement-year": [1, 1],
};

/** Whether one arm's minimum asks for more in every year than the arm could ever have. */
function asksTooMuch(quotas: readonly Quota[]): boolean {
  const weeks = quotas.find((quota) => "weeksPerYear" in quota)?.weeksPerYear ?? 53;
  const limits = quotas.flatMap((quota) => {
    if (!("per" in quota) || quota.most === undefined) return [];
    const [, periods = Infinity] = A_YEAR[quota.per] ?? [];
    return [quota.most * (quota.per === "iso-week" ? weeks : periods)];
  });
  const asked = quotas.map((quota) => leastOf(quota) * ("per" in quota ? (A_YEAR[quota.per]?.[0] ?? 0) : 0));
  return Math.max(0, ...asked) > Math.min(Infinity, ...limits);
}

function leastOf(quota: Quota): number {
  return "per" in quota ? (quota.least ?? 0) : 0;
}
