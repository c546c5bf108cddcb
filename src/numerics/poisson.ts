import { logPoissonTerm } from "./countTerms.js";
import { discreteQuantile } from "./discreteQuantile.js";
import { incompleteGamma } from "./incompleteGamma.js";
import { normalQuantile } from "./normal.js";
import { requireInteger, requireNonNegative, requireNumber, requireProbability } from "./parameters.js";
import { otherTail, type Tail } from "./tail.js";

/**
 * P(X = x) for X Poisson.
 *
 * @param x a whole number; below 0 the probability is 0
 * @param mean expected count, a finite number from 0
 * @throws CompetitionError `impossible-value`
 * @example poissonProbability(20, 20) // 0.08883531739208522
 * @example poissonProbability(0, 0) // 1
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function poissonProbability(x: number, mean: number): number {
  requireInteger("x", x);
  requireNonNegative("mean", mean);
  if (x < 0) return 0;
  if (mean === 0) return x === 0 ? 1 : 0;
  return Math.exp(logPoissonTerm(x, mean));
}

/**
 * Probability of a Poisson count of at most x (`"lower"`) or more than x (`"upper"`).
 *
 * @param x any number; P(X ≤ 2.5) is P(X ≤ 2)
 * @param mean expected count, a finite number from 0
 * @param tail `"lower"` for P(X ≤ x), `"upper"` for P(X > x)
 * @throws CompetitionError `impossible-value`
 * @example poissonCdf(2, 98.6, "lower") // 7.483358347225775e-40
 * @example poissonCdf(0, 0, "lower") // 1
 * @see DLMF 8.4.10
 */
export function poissonCdf(x: number, mean: number, tail: Tail): number {
  requireNumber("x", x);
  requireNonNegative("mean", mean);
  const count = Math.floor(x);
  const allBelow = count === Infinity || (mean === 0 && count >= 0);
  if (allBelow || count < 0) return allBelow === (tail === "lower") ? 1 : 0;
  // P(X > x) = P(x + 1, mean)
  return incompleteGamma(mean, count + 1, otherTail(tail));
}

/**
 * The smallest count x with P(X ≤ x) ≥ p (`"lower"`), or with P(X > x) ≤ p (`"upper"`).
 *
 * @param p a probability
 * @param mean expected count, a finite number from 0
 * @returns Infinity where no count reaches p (`"lower"` with 1, `"upper"` with 0)
 * @throws CompetitionError `impossible-value`
 * @example poissonQuantile(0.5, 98.6, "lower") // 98
 * @example poissonQuantile(0, 98.6, "lower") // 0
 */
export function poissonQuantile(p: number, mean: number, tail: Tail): number {
  requireProbability("p", p);
  requireNonNegative("mean", mean);
  if (p > 0.5) return poissonQuantile(1 - p, mean, otherTail(tail));
  if (mean === 0 || (p === 0 && tail === "lower")) return 0;
  if (p === 0) return Infinity;
  const z = normalQuantile(p, tail);
  const start = mean + Math.sqrt(mean) * z + (z * z - 1) / 6;
  return discreteQuantile((x) => poissonCdf(x, mean, tail), p, tail, start, Number.MAX_SAFE_INTEGER);
}
