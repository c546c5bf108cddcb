import { clip, type Limits } from "./limits.js";

/**
 * Wald's limits for x of n: p̂ ± z √(p̂(1 − p̂)/n), cut at 0 and 1. They have no width at x = 0 and
 * x = n, and cover too seldom everywhere: for comparison with older reports only.
 */
export function wald(x: number, n: number, z: number): Limits {
  const p = x / n;
  const half = z * waldStandardError(x, n);
  return clip({ lower: p - half, upper: p + half }, 0, 1);
}

/** √(p̂(1 − p̂)/n). */
export function waldStandardError(x: number, n: number): number {
  return Math.sqrt(((x / n) * (n - x)) / n / n);
}
