import { logGammaOnePlus, logGammaTwoPlus } from "./logGammaNearTwo.js";
import { requirePositive } from "./parameters.js";
import { stirlingError, stirlingErrorChange } from "./stirling.js";

const HALF_LOG_TWO_PI = 0.9189385332046728;
const STIRLING_FROM = 10;

/**
 * ln Γ(x), accurate relative to itself near its roots 1 and 2 too.
 *
 * @param x a finite number above 0
 * @returns Infinity where the logarithm exceeds the largest double (x > 2.5e305)
 * @throws CompetitionError `impossible-value`
 * @example logGamma(10) // 12.801827480081469
 * @example logGamma(2) // 0
 * @see DLMF 5.7.3 (near 2), 5.5.1 (recurrence), 5.11.1 (from 10)
 */
export function logGamma(x: number): number {
  requirePositive("x", x);
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaTwoPlus(x - 1) - Math.log1p(x - 1);
  if (x >= STIRLING_FROM) {
    const log = Math.log(x);
    return x * (log - 1) + (HALF_LOG_TWO_PI - 0.5 * log + stirlingError(x));
  }
  let product = 1;
  let reduced = x;
  while (reduced > 2.5) product *= --reduced;
  return logGammaTwoPlus(reduced - 2) + Math.log(product);
}

/**
 * ln Γ(x + step) − ln Γ(x) for x > 0 and 0 ≤ step ≤ 1, accurate relative to itself for the smallest steps.
 */
export function logGammaIncrease(x: number, step: number): number {
  if (x >= STIRLING_FROM) {
    const stretch = (x + step - 0.5) * Math.log1p(step / x) - step;
    return step * Math.log(x) + stretch + stirlingErrorChange(x, step);
  }
  let sum = 0;
  let shifted = x;
  for (; shifted < STIRLING_FROM; shifted++) sum += Math.log1p(step / shifted);
  return logGammaIncrease(shifted, step) - sum;
}
