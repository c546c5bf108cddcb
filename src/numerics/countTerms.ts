import { devianceOf } from "./deviance.js";
import { exactExcess } from "./exactProduct.js";
import { stirlingError } from "./stirling.js";

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * ln of the binomial probability of x in n, for whole 0 ≤ x ≤ n and 0 < p < 1, by its saddle point: half the
 * deviance and three Stirling errors, in which nothing cancels.
 *
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function logBinomialTerm(x: number, n: number, p: number): number {
  if (x === 0) return n * Math.log1p(-p);
  if (x === n) return n * Math.log(p);
  const rest = n - x;
  const excess = exactExcess(x, n, 0, p);
  const distance = devianceOf(excess, n * p) + devianceOf(-excess, n * (1 - p));
  const gammas = stirlingError(n) - stirlingError(x) - stirlingError(rest);
  return 0.5 * (Math.log(n / x / rest) - LOG_TWO_PI) + gammas - distance;
}

/** ln of the Poisson probability of x, for whole x ≥ 0 and mean > 0. */
export function logPoissonTerm(x: number, mean: number): number {
  if (x === 0) return -mean;
  return -0.5 * (Math.log(x) + LOG_TWO_PI) - stirlingError(x) - devianceOf(x - mean, mean);
}

/** ln of the probability of x marked among `draws` from `marked` marked and `others` unmarked, x in the support. */
export function logHypergeometricTerm(x: number, marked: number, others: number, draws: number): number {
  const total = marked + others;
  if (draws === 0 || draws === total) return 0;
  // Three binomials with one p; any p gives the same ratio, the sampling fraction the smallest deviances.
  const p = draws / total;
  const joint = logBinomialTerm(x, marked, p) + logBinomialTerm(draws - x, others, p);
  return joint - logBinomialTerm(draws, total, p);
}
