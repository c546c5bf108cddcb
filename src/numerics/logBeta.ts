import { logGammaIncrease } from "./logGamma.js";
import { logGammaOnePlus } from "./logGammaNearTwo.js";
import { requireCount, requireShape } from "./parameters.js";
import { stirlingError } from "./stirling.js";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), without the cancellation of the three.
 *
 * @param a from 1e-100 to 1e100
 * @param b from 1e-100 to 1e100
 * @throws CompetitionError `impossible-value`
 * @example logBeta(30, 70) // -61.6866180786798
 * @example logBeta(1, 1) // 0
 * @see DLMF 5.12.1
 */
export function logBeta(a: number, b: number): number {
  requireShape("a", a);
  requireShape("b", b);
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small < 1) return logScaledBeta(small, large) - Math.log(small);
  const gammas = stirlingError(a) + stirlingError(b) - stirlingError(a + b);
  const powers = small * Math.log(small / (a + b)) - (large - 0.5) * Math.log1p(small / large);
  return powers - 0.5 * Math.log(small) + gammas + HALF_LOG_TWO_PI;
}

/** ln [a B(a, b)]; for a < 1 accurate relative to itself. */
export function logScaledBeta(a: number, b: number): number {
  if (a < 1) return logGammaOnePlus(a) - logGammaIncrease(b, a);
  return logBeta(a, b) + Math.log(a);
}

/**
 * ln of the number of ways to choose k of n.
 *
 * @param n a whole number from 0
 * @param k a whole number from 0; more than n gives −Infinity, there being no way
 * @throws CompetitionError `impossible-value`
 * @example logChoose(1_000_000, 3) // 39.654769204662266
 * @example logChoose(5, 6) // -Infinity
 */
export function logChoose(n: number, k: number): number {
  requireCount("n", n);
  requireCount("k", k);
  if (k > n) return -Infinity;
  if (k === 0 || k === n) return 0;
  return -Math.log(n + 1) - logBeta(k + 1, n - k + 1);
}
