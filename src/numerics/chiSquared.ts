import { gammaCdf, gammaQuantile } from "./gamma.js";
import { requireDegrees } from "./parameters.js";
import type { Tail } from "./tail.js";

/**
 * Probability of the chi-squared distribution below or above x: the gamma distribution of shape df/2 and scale 2.
 *
 * @param x any number
 * @param df degrees of freedom, from 1e-99 to 1e100
 * @param tail `"lower"` for P(X ≤ x), `"upper"` for P(X > x)
 * @throws CompetitionError `impossible-value`
 * @example chiSquaredCdf(3.841458820694124, 1, "upper") // 0.05
 * @example chiSquaredCdf(0, 1, "upper") // 1
 */
export function chiSquaredCdf(x: number, df: number, tail: Tail): number {
  requireDegrees("df", df);
  return gammaCdf(x, df / 2, 2, tail);
}

/**
 * The x below which (`"lower"`) or above which (`"upper"`) the chi-squared distribution has probability p.
 *
 * @throws CompetitionError `impossible-value`
 * @example chiSquaredQuantile(0.05, 1, "upper") // 3.841458820694124
 * @example chiSquaredQuantile(1, 1, "lower") // Infinity
 */
export function chiSquaredQuantile(p: number, df: number, tail: Tail): number {
  requireDegrees("df", df);
  return gammaQuantile(p, df / 2, 2, tail);
}
