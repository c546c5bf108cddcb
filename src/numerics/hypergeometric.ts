import { logHypergeometricTerm } from "./countTerms.js";
import { impossibleValue, requireCount, requireInteger, requireNumber } from "./parameters.js";
import type { Tail } from "./tail.js";

/**
 * P(X = x) for X hypergeometric: x marked ones among draws without replacement.
 *
 * @param x a whole number; outside the possible counts the probability is 0
 * @param marked how many marked ones there are, a whole number from 0
 * @param others how many unmarked ones there are, a whole number from 0
 * @param draws how many are drawn, a whole number from 0 to marked + others
 * @throws CompetitionError `impossible-value`
 * @example hypergeometricProbability(50, 56, 24, 70) // 0.20954221330028416
 * @example hypergeometricProbability(0, 0, 5, 5) // 1
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function hypergeometricProbability(x: number, marked: number, others: number, draws: number): number {
  requireInteger("x", x);
  requireUrn(marked, others, draws);
  if (x < Math.max(0, draws - others) || x > Math.min(draws, marked)) return 0;
  return Math.exp(logHypergeometricTerm(x, marked, others, draws));
}

/**
 * Probability of at most x (`"lower"`) or more than x (`"upper"`) marked ones among draws without replacement.
 *
 * The tail on x's side of the mean is summed outwards from its largest term; the other is its complement.
 *
 * @param x any number; P(X ≤ 2.5) is P(X ≤ 2)
 * @param marked how many marked ones there are, a whole number from 0
 * @param others how many unmarked ones there are, a whole number from 0
 * @param draws how many are drawn, a whole number from 0 to marked + others
 * @param tail `"lower"` for P(X ≤ x), `"upper"` for P(X > x)
 * @throws CompetitionError `impossible-value`
 * @example hypergeometricCdf(2, 4, 4, 4, "upper") // 0.24285714285714285, that is 17/70
 * @example hypergeometricCdf(4, 4, 4, 4, "lower") // 1
 */
export function hypergeometricCdf(
  x: number,
  marked: number,
  others: number,
  draws: number,
  tail: Tail,
): number {
  requireNumber("x", x);
  requireUrn(marked, others, draws);
  const count = Math.floor(x);
  const allBelow = count >= Math.min(draws, marked);
  if (allBelow || count < Math.max(0, draws - others)) return allBelow === (tail === "lower") ? 1 : 0;
  const near = count < draws * (marked / (marked + others)) ? "lower" : "upper";
  // Counting what isn't marked turns an upper sum into a lower one.
  const sum =
    near === "lower"
      ? lowerSum(count, marked, others, draws)
      : lowerSum(draws - count - 1, others, marked, draws);
  return near === tail ? sum : 1 - sum;
}

/** P(X ≤ x), summed downwards from x. */
function lowerSum(x: number, marked: number, others: number, draws: number): number {
  let term = 1;
  let sum = 1;
  for (let count = x; term > sum * 1e-17; count--) {
    term *= (count / (marked - count + 1)) * ((others - draws + count) / (draws - count + 1));
    sum += term;
  }
  return sum * Math.exp(logHypergeometricTerm(x, marked, others, draws));
}

function requireUrn(marked: number, others: number, draws: number): void {
  requireCount("marked", marked);
  requireCount("others", others);
  requireCount("draws", draws);
  if (draws > marked + others) throw impossibleValue("draws", draws, "at most marked + others");
}
