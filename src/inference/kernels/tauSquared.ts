import { chiSquaredQuantile, findRoot } from "../../numerics/index.js";
import type { Limits } from "./limits.js";
import { weigh, type Studies } from "./weighing.js";

/** Estimators of the variance τ² of the true values. */
export type TauSquaredMethod = "reml" | "paule-mandel" | "dersimonian-laird";

/** τ² of two or more estimates; 0 where they lie no further apart than chance takes them. */
export const TAU_SQUARED: Readonly<Record<TauSquaredMethod, (studies: Studies) => number>> = {
  "reml": restrictedMaximum,
  "paule-mandel": (studies) => profileRoot(studies, studies.estimates.length - 1),
  "dersimonian-laird": (studies) => {
    const { q, spare } = weigh(studies, 0);
    return Math.max(0, (q - (studies.estimates.length - 1)) / spare);
  },
};

/**
 * Limits of τ² at which Q(τ²) = Σ(y − mean)²/(v + τ²) is a quantile of its chi-squared distribution; both are 0 where
 * the estimates lie closer together than any τ² makes likely.
 *
 * @see Viechtbauer (2007), Statistics in Medicine 26, 37–52, doi:10.1002/sim.2514
 */
export function profileLimits(studies: Studies, level: number): Limits {
  const degreesOfFreedom = studies.estimates.length - 1;
  const tail = (1 - level) / 2;
  return {
    lower: profileRoot(studies, chiSquaredQuantile(tail, degreesOfFreedom, "upper")),
    upper: profileRoot(studies, chiSquaredQuantile(tail, degreesOfFreedom, "lower")),
  };
}

/** The τ² at which Q(τ²), which falls, is so much; 0 where it is less at 0 already. */
function profileRoot(studies: Studies, q: number): number {
  const excess = (tauSquared: number): number => weigh(studies, tauSquared).q - q;
  // Q(τ²) is below Σ(y − plain mean)²/τ².
  return excess(0) <= 0 ? 0 : findRoot(excess, 0, (2 * squaresOf(studies)) / q);
}

/** Each step of the search is this much further: finer than anything that weights 1/(v + τ²) can do. */
const STEP = Math.SQRT2;
/** Below this part of the smallest variance τ² changes next to nothing. */
const NEXT_TO_NOTHING = 1 / 16;

/**
 * The largest of the restricted likelihood's maxima: where its derivative in τ², half of
 * Σw²(y − mean)² − (Σw − Σw²/Σw), falls through 0, each found to the last digits, or 0.
 */
function restrictedMaximum(studies: Studies): number {
  const score = (tauSquared: number): number => {
    const { squares, spare } = weigh(studies, tauSquared);
    return squares - spare;
  };
  // With s² the plain variance of the estimates the derivative is negative from max(v, 2s²) on.
  const spread = squaresOf(studies) / (studies.estimates.length - 1);
  const end = 2 * Math.max(...studies.variances, 2 * spread);
  const maxima: number[] = score(0) > 0 ? [] : [0];
  let [low, isRising] = [0, score(0) > 0];
  for (let high = Math.min(...studies.variances) * NEXT_TO_NOTHING; low < end; high *= STEP) {
    const rises = score(high) > 0;
    if (isRising && !rises) maxima.push(findRoot(score, low, high));
    [low, isRising] = [high, rises];
  }
  return maxima.reduce(
    (best, each) => (restrictedLikelihood(studies, each) > restrictedLikelihood(studies, best) ? each : best),
    maxima[0] ?? 0,
  );
}

/** The restricted log-likelihood but for a constant. */
function restrictedLikelihood(studies: Studies, tauSquared: number): number {
  const { total, q } = weigh(studies, tauSquared);
  let logs = Math.log(total);
  for (const variance of studies.variances) logs += Math.log(variance + tauSquared);
  return -(logs + q) / 2;
}

/** Sum of squares of the estimates about their plain mean. */
function squaresOf({ estimates }: Studies): number {
  let [mean, sum] = [0, 0];
  for (const estimate of estimates) mean += estimate / estimates.length;
  for (const estimate of estimates) sum += (estimate - mean) ** 2;
  return sum;
}
