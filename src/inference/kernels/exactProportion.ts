import { betaCdf, betaQuantile, binomialProbability, normalQuantile } from "../../numerics/index.js";
import type { Limits } from "./limits.js";
import { nearlyStraightRoot, type Straight } from "./nearlyStraightRoot.js";
import { wilson } from "./wilson.js";

/**
 * Clopper and Pearson's exact limits for x of n: the p at which x or more events, and x or fewer,
 * have probability (1 − level)/2.
 *
 * @see Clopper & Pearson (1934), Biometrika 26, 404–413
 */
export function clopperPearson(x: number, n: number, level: number): Limits {
  const tail = (1 - level) / 2;
  return {
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1, "lower"),
    upper: x === n ? 1 : betaQuantile(tail, x + 1, n - x, "upper"),
  };
}

/**
 * Exact limits with mid-p: x itself counts half in both tails. At x = 0 and x = n only one limit is
 * open, and half the mass lies at x, so that the tail is 1 − level and the limit has a closed form.
 *
 * @see Berry & Armitage (1995), The Statistician 44, 417–423
 */
export function midP(x: number, n: number, level: number): Limits {
  if (x > n - x) {
    // Near 1 the doubles are too coarse for the search; near 0 they aren't.
    const { lower, upper } = midP(n - x, n, level);
    return { lower: 1 - upper, upper: 1 - lower };
  }
  const logMiss = Math.log(1 - level);
  if (x === 0) return { lower: 0, upper: -Math.expm1(logMiss / n) };
  return { lower: midPLimit(x, n, level, "lower"), upper: midPLimit(x, n, level, "upper") };
}

/** The p at which the tail beyond x and half of x itself have their share, sought as log p/(1 − p) from Wilson's. */
function midPLimit(x: number, n: number, level: number, side: "lower" | "upper"): number {
  const tail = (1 - level) / 2;
  const sign = side === "lower" ? 1 : -1;
  const at = (t: number): Straight => {
    const p = 1 / (1 + Math.exp(-t));
    const own = binomialProbability(x, n, p);
    // P(X > x) = Iₚ(x + 1, n − x), and P(X < x) is the rest of Iₚ(x, n − x + 1).
    const beyond = side === "lower" ? betaCdf(p, x + 1, n - x, "lower") : betaCdf(p, x, n - x + 1, "upper");
    const share = beyond + own / 2;
    return {
      value: sign * Math.log((share / (1 - share)) * ((1 - tail) / tail)),
      slope: (own * (x * (1 - p) + (n - x) * p)) / (2 * share * (1 - share)),
    };
  };
  const start = wilson(x, n, normalQuantile(tail, "upper"))[side];
  return 1 / (1 + Math.exp(-nearlyStraightRoot(at, Math.log(start / (1 - start)))));
}
