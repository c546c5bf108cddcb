import { logBinomialTerm } from "./countTerms.js";
import { discreteQuantile } from "./discreteQuantile.js";
import { exactExcess } from "./exactProduct.js";
import { incompleteBeta } from "./incompleteBeta.js";
import { normalQuantile } from "./normal.js";
import { requireCount, requireInteger, requireNumber, requireProbability } from "./parameters.js";
import { otherTail, type Tail } from "./tail.js";

/**
 * P(X = x) for X binomial: the probability of x successes in n trials.
 *
 * @param x a whole number; outside 0 … n the probability is 0
 * @param n number of trials, a whole number from 0
 * @param p probability of success in each, from 0 to 1
 * @throws CompetitionError `impossible-value`
 * @example binomialProbability(37, 100, 0.37) // 0.0824039944578253
 * @example binomialProbability(0, 0, 0.5) // 1
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function binomialProbability(x: number, n: number, p: number): number {
  requireInteger("x", x);
  requireCount("n", n);
  requireProbability("p", p);
  if (x < 0 || x > n) return 0;
  if (p === 0) return x === 0 ? 1 : 0;
  if (p === 1) return x === n ? 1 : 0;
  return Math.exp(logBinomialTerm(x, n, p));
}

/**
 * Probability of at most x (`"lower"`) or more than x (`"upper"`) successes in n trials.
 *
 * @param x any number; P(X ≤ 2.5) is P(X ≤ 2)
 * @param n number of trials, a whole number from 0
 * @param p probability of success in each, from 0 to 1
 * @param tail `"lower"` for P(X ≤ x), `"upper"` for P(X > x)
 * @throws CompetitionError `impossible-value`
 * @example binomialCdf(37, 100, 0.37, "lower") // 0.5447425266221355
 * @example binomialCdf(100, 100, 0.37, "upper") // 0
 * @see DLMF 8.17.5
 */
export function binomialCdf(x: number, n: number, p: number, tail: Tail): number {
  requireNumber("x", x);
  requireCount("n", n);
  requireProbability("p", p);
  const count = Math.floor(x);
  const allBelow = count >= n || (p === 0 && count >= 0);
  if (allBelow || count < 0 || p === 1) return allBelow === (tail === "lower") ? 1 : 0;
  const a = count + 1;
  const b = n - count;
  // P(X > x) = Iₚ(x + 1, n − x)
  return incompleteBeta(p, 1 - p, a, b, exactExcess(a, a, b, p), otherTail(tail));
}

/**
 * The smallest count x with P(X ≤ x) ≥ p (`"lower"`), or with P(X > x) ≤ p (`"upper"`).
 *
 * @param p a probability
 * @param n number of trials, a whole number from 0
 * @param probability of success in each, from 0 to 1
 * @throws CompetitionError `impossible-value`
 * @example binomialQuantile(0.975, 1000, 0.5, "lower") // 531
 * @example binomialQuantile(0, 1000, 0.5, "lower") // 0
 */
export function binomialQuantile(p: number, n: number, probability: number, tail: Tail): number {
  requireProbability("p", p);
  requireCount("n", n);
  requireProbability("probability", probability);
  if (p > 0.5) return binomialQuantile(1 - p, n, probability, otherTail(tail));
  if (probability === 0 || (p === 0 && tail === "lower")) return 0;
  if (p === 0) return n;
  const rest = 1 - probability;
  const deviation = Math.sqrt(n * probability * rest);
  const z = normalQuantile(p, tail);
  const start = n * probability + deviation * z + ((rest - probability) * (z * z - 1)) / 6;
  return discreteQuantile((x) => binomialCdf(x, n, probability, tail), p, tail, start, n);
}
