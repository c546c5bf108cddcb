import { competitionError, levelRule, oneOf, resolveOptions, type OptionRules } from "../core/index.js";
import {
  makeBoundsEstimate,
  type BoundsEstimate,
  type BoundsEstimateData,
  type PartlyKnownCount,
} from "./boundsEstimate.js";
import { BOUNDS_RECIPES, type BoundsMethod } from "./boundsMethods.js";
import { NO_UNKNOWN } from "./boundsNotices.js";
import { BOUNDS_SOURCES } from "./boundsSources.js";
import { checkedCount, requireWhole } from "./counts.js";
import { frozenProvenance } from "./frozen.js";
import type { PartlyKnown } from "./kernels/partlyKnown.js";
import { notEstimable, type Reason } from "./notices.js";

/** Two groups, of some of whom the outcome is unknown. */
export interface PartlyKnownPair {
  readonly comparator: PartlyKnownCount;
  readonly reference: PartlyKnownCount;
}

export interface BoundsOptions {
  /** `worst-case` by default. */
  readonly method?: BoundsMethod | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

const RULES: OptionRules<{ method: BoundsMethod; level: number }> = {
  method: oneOf(["worst-case", "lee", "tipping-point"]),
  level: levelRule,
};

const OPERATION = "boundsForMissing";

/**
 * What could the unknown outcomes change in a difference of two proportions?
 *
 * Who disappears from view is seldom like those who stay: leaving the unknown out assumes just that.
 * Each group has `total` members, everyone whom chance put there; of these `events` are known successes,
 * `unknown` have no known outcome, and the rest are known failures. With x successes and u unknown of n
 * in the comparator (1) and the reference (2):
 *
 * - `worst-case` assumes nothing. Everything from x₁/n₁ − (x₂ + u₂)/n₂ to (x₁ + u₁)/n₁ − x₂/n₂ may be
 *   true: that is the `region`, which more citizens don't narrow. The interval covers the true
 *   difference, wherever in the region it is, with probability `level`: Newcombe's lower limit of the
 *   worst case and his upper limit of the best, at Imbens and Manski's critical value c,
 *   Φ(c + Δ/σ) − Φ(−c) = level, with Δ the region's width and σ the larger standard error of its ends.
 *   Without unknown outcomes it is the interval of {@link compareProportions}.
 * - `lee` assumes that being in the one group makes no one's outcome unknown that would be known in the
 *   other. With shares r₁ ≥ r₂ known, 1 − r₂/r₁ of the comparator's known outcomes would be unknown in
 *   the reference, and are trimmed, once as successes and once as failures (the other way around if
 *   r₂ > r₁). The region is that of the difference *among those whose outcome would be known in either
 *   group*; it is a point where r₁ = r₂. Standard errors by Lee's Proposition 3, interval by Imbens and
 *   Manski, ± c standard errors: for some hundred members, not for a few.
 * - `tipping-point` counts the unknown as failures, concludes from Newcombe's interval (`better` above 0,
 *   `worse` below, else `inconclusive`), and finds how many of each group's unknown would have to be
 *   successes to change that, those of the other being failures: `tipping`. No mixture of both changes
 *   it with fewer. Judge whether so many are plausible. `estimate`, `interval` and `test` are those with
 *   the unknown as failures.
 *
 * A region has no best guess: `estimate` is `null` unless the region is a point, though `status` is `estimated`.
 *
 * @param arms `comparator` and `reference`, each `{ events, total, unknown }` of whole numbers with
 *   events + unknown ≤ total
 * @param options `method`, `worst-case` by default; `level`, 0.95 by default
 * @returns an estimate of measure `risk-difference` with its `region`; `standardErrors` of the region's ends (but for
 *   `tipping-point`); `trimmed` of `lee`; `conclusion` and `tipping` of `tipping-point`. `not-estimable`, with −1 to
 *   1 as region and interval, if a group is empty, and by `lee` if nothing is known of a group
 * @throws CompetitionError `impossible-count`, `unknown-option` or `impossible-option`
 * @example
 * const arms = {
 *   comparator: { events: 40, total: 100, unknown: 10 },
 *   reference: { events: 30, total: 100, unknown: 20 },
 * };
 * boundsForMissing(arms).region // −0.1 to 0.2
 * @example
 * const all = { events: 0, total: 10, unknown: 10 };
 * boundsForMissing({ comparator: all, reference: all }).interval // −1 to 1
 * @see Horowitz & Manski (2000), Journal of the American Statistical Association 95, 77–84; Imbens & Manski (2004),
 *   Econometrica 72, 1845–1857, doi:10.1111/j.1468-0262.2004.00555.x; Lee (2009), Review of Economic Studies 76, 1071–1102,
 *   doi:10.1111/j.1467-937X.2009.00536.x; Liublinska & Rubin (2014), Statistics in Medicine 33,
 *   4170–4185, doi:10.1002/sim.6197, for tipping points
 */
export function boundsForMissing(arms: PartlyKnownPair, options?: BoundsOptions): BoundsEstimate {
  const { values, record } = resolveOptions(OPERATION, options, RULES);
  const counts = checkedArms(arms);
  const { method, level } = values;
  const table = tableOf(counts);
  const frame = {
    kind: "estimate",
    measure: "risk-difference",
    method,
    counts,
    references: BOUNDS_SOURCES[method],
    provenance: frozenProvenance(OPERATION, record, counts),
  } as const;
  const failed = (reason: Reason): BoundsEstimateData => ({
    ...frame,
    status: "not-estimable",
    reason,
    estimate: null,
    region: { lower: -1, upper: 1 },
    interval: { lower: -1, upper: 1, level, sides: 2, method: BOUNDS_RECIPES[method].interval },
    notices: [notEstimable(reason)],
  });
  if (table.n1 === 0 || table.n2 === 0) return makeBoundsEstimate(failed("no-observations"));
  const found = BOUNDS_RECIPES[method].find(table, level);
  if (found === undefined) return makeBoundsEstimate(failed("nothing-known"));
  const { interval, notices = [], ...rest } = found;
  return makeBoundsEstimate({
    ...frame,
    status: "estimated",
    ...rest,
    interval: { ...interval, level, sides: 2, method: BOUNDS_RECIPES[method].interval },
    notices: [...(table.u1 + table.u2 === 0 ? [NO_UNKNOWN] : []), ...notices],
  });
}

function tableOf({ comparator, reference }: PartlyKnownPair): PartlyKnown {
  return {
    x1: comparator.events,
    u1: comparator.unknown,
    n1: comparator.total,
    x2: reference.events,
    u2: reference.unknown,
    n2: reference.total,
  };
}

function checkedArms(arms: PartlyKnownPair): Readonly<Record<"comparator" | "reference", PartlyKnownCount>> {
  if (typeof arms !== "object" || arms === null) {
    throw impossible(OPERATION, arms, "{ comparator, reference }, each { events, total, unknown }");
  }
  return Object.freeze({
    comparator: checkedArm(arms.comparator, "comparator"),
    reference: checkedArm(arms.reference, "reference"),
  });
}

function checkedArm(arm: PartlyKnownCount, path: string): PartlyKnownCount {
  const { events, total } = checkedCount(arm, path);
  const { unknown } = arm;
  requireWhole(unknown, path, "unknown");
  if (events + unknown > total) {
    throw impossible(`${path}.unknown`, unknown, `at most the total without the events, ${total - events}`);
  }
  return Object.freeze({ events, total, unknown });
}

function impossible(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-count", path, received, expected });
}
