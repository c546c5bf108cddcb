import { meanGivenTheta, sumOf, type UnitCounts } from "./betaBinomialFit.js";

/** One value of θ, with what would hold of the mean, and how probable it is. */
export interface PriorPoint {
  readonly theta: number;
  readonly mean: number;
  readonly logitVariance: number;
  /** All together are 1. */
  readonly weight: number;
}

/** Where the search begins: the likelihood's maximum inside, or nothing of it. */
export interface Start {
  readonly theta: number;
  readonly logThetaVariance: number;
}

const COARSE = 0.5;
const FINE = 0.02;
/** Density, as a share of the highest, at which the walk ends. */
const NEGLIGIBLE = 1e-5;
const FURTHEST = 40;

/**
 * What is known of the distribution of the units' rates, as points of t = ln(n₀θ) in equal steps, n₀ being the mean total:
 * the likelihood with the mean integrated out by Laplace's approximation, times the logistic density of t. That is a uniform
 * prior of the shrinkage 1/(1 + n₀θ) of a unit of n₀, which neither takes units for equal nor for unrelated.
 */
export function priorPoints(counts: UnitCounts, start: Start | undefined): readonly PriorPoint[] {
  const typical = sumOf(counts.totals) / counts.totals.length;
  const center = start === undefined ? -1 : Math.log(typical * start.theta);
  const step =
    start === undefined ? COARSE : Math.min(Math.max(Math.sqrt(start.logThetaVariance) / 2, FINE), COARSE);
  const found: (Omit<PriorPoint, "weight"> & { readonly density: number })[] = [];
  let highest = -Infinity;
  for (const direction of [1, -1]) {
    let near: number | undefined;
    for (let at = direction === 1 ? 0 : 1; at * step < FURTHEST; at++) {
      const t = center + direction * at * step;
      const theta = Math.exp(t) / typical;
      const { logit, logLikelihood, logitVariance } = meanGivenTheta(counts, theta, near);
      near = logit;
      const density = logLikelihood + Math.log(logitVariance) / 2 + t - 2 * Math.log1p(Math.exp(t));
      highest = Math.max(highest, density);
      found.push({ theta, mean: 1 / (1 + Math.exp(-logit)), logitVariance, density });
      if (density < highest + Math.log(NEGLIGIBLE)) break;
    }
  }
  const shares = found.map(({ density }) => Math.exp(density - highest));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return found.map(({ theta, mean, logitVariance }, i) => ({
    theta,
    mean,
    logitVariance,
    weight: (shares[i] ?? 0) / all,
  }));
}

/**
 * The mean squared distance of a unit's true rate from an estimate of it, over what the distribution of the rates may be:
 * for each θ the posterior's variance, that of its mean by the mean of all, (B μ(1 − μ))² Var(logit μ) with B = 1/(1 + nθ),
 * and the squared distance of its mean (μ + xθ)/(1 + nθ).
 */
export function meanSquaredDistance(
  points: readonly PriorPoint[],
  { events, total }: { readonly events: number; readonly total: number },
  estimate: number,
): number {
  return points.reduce((sum, { theta, mean, logitVariance, weight }) => {
    const own = (mean + events * theta) / (1 + total * theta);
    const within = (own * (1 - own) * theta) / (1 + (total + 1) * theta);
    const moved = (mean * (1 - mean)) / (1 + total * theta);
    return sum + weight * (within + moved * moved * logitVariance + (own - estimate) ** 2);
  }, 0);
}
