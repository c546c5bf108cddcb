import {
  findRoot,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  poissonCdf,
  poissonProbability,
} from "../../numerics/index.js";

/**
 * What a count says of its own expectation: the tails of the count under an expected one, and the limits at which they
 * are as given. Test and limits are two readings of the same tails.
 */
export interface CountMethod {
  /** Probability of a count as high, or higher, where `expected` (above 0) are expected. */
  readonly atLeast: (count: number, expected: number) => number;
  /** Probability of a count as low, or lower. */
  readonly atMost: (count: number, expected: number) => number;
  /** The expectation at which the probability of a count as high is `tail`; 0 where it is larger for all. */
  readonly lower: (count: number, tail: number) => number;
  /** The expectation at which the probability of a count as low is `tail`. */
  readonly upper: (count: number, tail: number) => number;
}

/**
 * Byar's approximation by cube roots: with z the normal deviate of the tail the limits of O are
 * O(1 − 1/(9O) − z/(3√O))³ and (O + 1)(1 − 1/(9(O + 1)) + z/(3√(O + 1)))³; the tails are those whose limit is met.
 *
 * The cube root may be negative for a small count and tail; no expectation is excluded from below then.
 *
 * @see Breslow & Day (1987), Statistical Methods in Cancer Research 2, section 2.3, 68–71
 */
export const byar: CountMethod = {
  atLeast: (count, expected) =>
    count === 0
      ? 1
      : normalCdf(3 * Math.sqrt(count) * (rootOf(count) - Math.cbrt(expected / count)), "upper"),
  atMost: (count, expected) => {
    const next = count + 1;
    return normalCdf(3 * Math.sqrt(next) * (Math.cbrt(expected / next) - rootOf(next)), "upper");
  },
  lower: (count, tail) => (count === 0 ? 0 : byarLimit(count, -normalQuantile(tail, "upper"))),
  upper: (count, tail) => byarLimit(count + 1, normalQuantile(tail, "upper")),
};

/** Whether the cube root of Byar's lower limit is negative, so that the limit is 0. */
export function isByarBelowZero(count: number, tail: number): boolean {
  return count > 0 && byar.lower(count, tail) === 0;
}

function rootOf(count: number): number {
  return 1 - 1 / (9 * count);
}

function byarLimit(count: number, z: number): number {
  return count * Math.max(rootOf(count) + z / (3 * Math.sqrt(count)), 0) ** 3;
}

/**
 * The two one-sided tests of a Poisson count, inverted: gamma quantiles.
 *
 * @see Garwood (1936), Biometrika 28, 437–442
 */
export const exactCount: CountMethod = {
  atLeast: (count, expected) => poissonCdf(count - 1, expected, "upper"),
  atMost: (count, expected) => poissonCdf(count, expected, "lower"),
  lower: (count, tail) => (count === 0 ? 0 : gammaQuantile(tail, count, 1, "lower")),
  upper: (count, tail) => gammaQuantile(tail, count + 1, 1, "upper"),
};

/**
 * The same with half the probability of the count itself in either tail.
 *
 * @see Berry & Armitage (1995), The Statistician 44, 417–423
 */
export const midPCount: CountMethod = {
  atLeast: (count, expected) =>
    poissonCdf(count, expected, "upper") + poissonProbability(count, expected) / 2,
  atMost: (count, expected) =>
    poissonCdf(count - 1, expected, "lower") + poissonProbability(count, expected) / 2,
  // Between the limits that count all of the probability of the count itself and none of it.
  lower: (count, tail) =>
    count === 0
      ? 0
      : findRoot(
          (expected) => Math.log(midPCount.atLeast(count, expected) / tail),
          gammaQuantile(tail, count, 1, "lower"),
          gammaQuantile(tail, count + 1, 1, "lower"),
        ),
  upper: (count, tail) =>
    count === 0
      ? -Math.log(2 * tail)
      : findRoot(
          (expected) => Math.log(midPCount.atMost(count, expected) / tail),
          gammaQuantile(tail, count, 1, "upper"),
          gammaQuantile(tail, count + 1, 1, "upper"),
        ),
};
