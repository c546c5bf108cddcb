import type { Alternative } from "../types.js";

/**
 * A method with its data: the standard normal deviate that it gives to each value of a measure.
 *
 * Test and interval are two readings of the same function, so they can't contradict each other:
 * the p-value is the tail beyond `deviate(null)`, and the limits are the values whose deviate is ±z.
 */
export interface Deviates {
  /**
   * Deviate of the data if the measure were `value`; it falls as the value rises. Exact methods,
   * whose tails both hold the observed table, have another for each alternative.
   */
  readonly deviate: (value: number, alternative?: Alternative) => number;
  /** The value whose deviate is z: the lower limit for z, the upper for −z. */
  readonly limit: (z: number) => number;
  /** Of the estimate, or of its logarithm for a ratio; methods that don't build on one have none. */
  readonly standardError?: number;
}

/** Whether the limit asked for by a deviate is the upper one; −0 asks for the median from above. */
export function isUpper(z: number): boolean {
  return z < 0 || Object.is(z, -0);
}

/** deviation/error, where 0/0 means that nothing speaks against the value. */
export function standardized(deviation: number, error: number): number {
  return deviation === 0 ? 0 : deviation / error;
}

/** Estimate ± z standard errors. */
export function waldType(estimate: number, standardError: number): Deviates {
  return {
    standardError,
    deviate: (value) => standardized(estimate - value, standardError),
    limit: (z) => estimate - z * standardError,
  };
}

/**
 * Estimate ± z standard errors on the logarithmic scale of a ratio. A zero cell leaves the error
 * infinite: nothing is excluded then.
 */
export function logWaldType(logEstimate: number, standardError: number): Deviates {
  if (standardError === Infinity) {
    return { standardError, deviate: () => 0, limit: (z) => (isUpper(z) ? Infinity : 0) };
  }
  const { deviate, limit } = waldType(logEstimate, standardError);
  return {
    standardError,
    deviate: (value) => deviate(Math.log(value)),
    limit: (z) => Math.exp(limit(z)),
  };
}
