import { clip, type Limits } from "./limits.js";

/**
 * Agresti and Coull's limits: Wald's around Wilson's midpoint, with z²/2 successes and z²/2
 * failures added, cut at 0 and 1.
 *
 * @see Agresti & Coull (1998), The American Statistician 52, 119–126
 */
export function agrestiCoull(x: number, n: number, z: number): Limits {
  const total = n + z * z;
  const p = (x + (z * z) / 2) / total;
  const half = z * Math.sqrt((p * (1 - p)) / total);
  return clip({ lower: p - half, upper: p + half }, 0, 1);
}
