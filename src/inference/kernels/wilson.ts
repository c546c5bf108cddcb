import type { Limits } from "./limits.js";

/** How far a lower limit of x of n lies below the observed proportion. */
export type Distance = (x: number, n: number, z: number) => number;

/**
 * Wilson's score limits for x of n: the two roots of (p̂ − p)² = z² p(1 − p)/n.
 *
 * The lower root is taken from the product of the roots, x²/(n(n + z²)), so that it doesn't cancel
 * for a rare event.
 *
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209–212
 */
export function wilson(x: number, n: number, z: number): Limits {
  return { lower: lowerRoot(x, n, z), upper: x === n ? 1 : upperRoot(x, n, z) };
}

/**
 * Wilson's limits with continuity correction: those of x − 1/2 below and x + 1/2 above, always
 * corrected, and 0 and 1 at the ends.
 *
 * @see Newcombe (1998), Statistics in Medicine 17, 857–872, method 4
 */
export function wilsonCorrected(x: number, n: number, z: number): Limits {
  return {
    lower: x === 0 ? 0 : lowerRoot(x - 0.5, n, z),
    upper: x === n ? 1 : upperRoot(x + 0.5, n, z),
  };
}

function lowerRoot(x: number, n: number, z: number): number {
  return x === 0 ? 0 : ((x / n) * x) / (x + (z * z) / 2 + z * spread(x, n, z));
}

function upperRoot(x: number, n: number, z: number): number {
  return Math.min(1, (x + (z * z) / 2 + z * spread(x, n, z)) / (n + z * z));
}

/**
 * p̂ − lower of {@link wilson}, free of cancellation for small z and many cases: each side of one half has
 * the form whose terms all add.
 */
export function wilsonDistance(x: number, n: number, z: number): number {
  if (z === 0 || x === 0) return 0;
  const p = x / n;
  if (p > 0.5) return (z * (spread(x, n, z) + z * (p - 0.5))) / (n + z * z);
  return (z * p * (1 - p)) / (spread(x, n, z) + z * (0.5 - p));
}

/** p̂ − lower of {@link wilsonCorrected}. */
export function wilsonCorrectedDistance(x: number, n: number, z: number): number {
  return x === 0 ? 0 : 0.5 / n + wilsonDistance(x - 0.5, n, z);
}

function spread(x: number, n: number, z: number): number {
  return Math.sqrt((x / n) * (n - x) + (z * z) / 4);
}
