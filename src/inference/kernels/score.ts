import { findRoot } from "../../numerics/index.js";
import { standardized } from "./deviates.js";

/** How far the data lie from a value of the measure, and the variance of that under the value. */
export interface Score {
  readonly deviation: number;
  readonly variance: number;
}

/** deviation/√variance. */
export function scoreDeviate({ deviation, variance }: Score): number {
  return standardized(deviation, Math.sqrt(variance));
}

/**
 * The value between two bounds at which a falling score has the deviate z > 0.
 *
 * The root is sought of deviation/√(deviation² + variance), the sine of the score's angle: it stays
 * in [−1, 1] where the variance vanishes.
 */
export function scoreRoot(score: (value: number) => Score, z: number, lower: number, upper: number): number {
  const target = z / Math.sqrt(1 + z * z);
  return findRoot((value) => sine(score(value)) - target, lower, upper, { tolerance: 0 });
}

function sine({ deviation, variance }: Score): number {
  return standardized(deviation, Math.sqrt(deviation * deviation + variance));
}

/** N/(N − 1), by which Miettinen and Nurminen enlarge the variance of their scores. */
export function unbiased(total: number): number {
  return total / (total - 1);
}
