import { betaQuantile } from "../../numerics/index.js";
import type { Limits } from "./limits.js";

/**
 * Equal-tailed limits of Jeffreys's posterior Beta(x + 1/2, n − x + 1/2). They never reach 0 or 1,
 * not even at x = 0 or x = n.
 *
 * @see Brown, Cai & DasGupta (2001), Statistical Science 16, 101–133, section 3.1
 */
export function jeffreys(x: number, n: number, level: number): Limits {
  const tail = (1 - level) / 2;
  return {
    lower: betaQuantile(tail, x + 0.5, n - x + 0.5, "lower"),
    upper: betaQuantile(tail, x + 0.5, n - x + 0.5, "upper"),
  };
}
