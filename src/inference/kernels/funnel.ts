import {
  binomialCdf,
  binomialProbability,
  binomialQuantile,
  poissonCdf,
  poissonProbability,
  poissonQuantile,
} from "../../numerics/index.js";

/** How counts around a target are distributed: of `size` citizens, or with `size` expected. */
export interface CountLaw {
  /** The smallest count whose probability, and all below, reaches p (`lower`), or is exceeded with at most p (`upper`). */
  readonly quantile: (p: number, size: number, tail: "lower" | "upper") => number;
  /** P(X ≤ x), or P(X > x). */
  readonly cdf: (x: number, size: number, tail: "lower" | "upper") => number;
  readonly probability: (x: number, size: number) => number;
  /** Variance of count/size. */
  readonly variance: (size: number) => number;
}

/** Events among `size` who have one with the target's probability each. */
export function binomialLaw(target: number): CountLaw {
  return {
    quantile: (p, size, tail) => binomialQuantile(p, size, target, tail),
    cdf: (x, size, tail) => binomialCdf(x, size, target, tail),
    probability: (x, size) => binomialProbability(x, size, target),
    variance: (size) => (target * (1 - target)) / size,
  };
}

/** Events where target times `size` are expected. */
export function poissonLaw(target: number): CountLaw {
  return {
    quantile: (p, size, tail) => poissonQuantile(p, target * size, tail),
    cdf: (x, size, tail) => poissonCdf(x, target * size, tail),
    probability: (x, size) => poissonProbability(x, target * size),
    variance: (size) => target / size,
  };
}

/** A limit of a funnel, and the whole count at the step that it lies on. */
export interface FunnelLimit {
  readonly limit: number;
  readonly count: number;
}

/**
 * Spiegelhalter's interpolated inverse: with r the smallest count of which P(X ≤ r) reaches p, the limit is
 * (r − (P(X ≤ r) − p)/P(X = r))/size. Below 0 where r is 0.
 *
 * @param p the tail below a lower limit, or above an upper one
 * @see Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, appendix A.1.1
 */
export function exactLimit(law: CountLaw, size: number, p: number, tail: "lower" | "upper"): FunnelLimit {
  const count = law.quantile(p, size, tail);
  const reached = law.cdf(count, size, tail);
  // P(X ≤ r) − (1 − p) is p − P(X > r).
  const excess = tail === "lower" ? reached - p : p - reached;
  return { limit: (count - excess / law.probability(count, size)) / size, count };
}
