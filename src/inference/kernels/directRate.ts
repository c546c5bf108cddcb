import { gammaQuantile } from "../../numerics/index.js";
import type { Limits } from "./limits.js";
import { byar, exactCount } from "./poissonCount.js";

/** A weighted sum of Poisson counts: Σ c x, with its variance Σ c² x, the events Σ x and the largest c. */
export interface DirectRate {
  readonly rate: number;
  readonly variance: number;
  readonly events: number;
  readonly largest: number;
}

/** Rates by group, weighted by a standard population: c = w/(n Σw). Groups without weight don't count. */
export function directRate(
  events: ArrayLike<number>,
  total: ArrayLike<number>,
  standard: ArrayLike<number>,
): DirectRate {
  let weights = 0;
  for (let i = 0; i < standard.length; i++) weights += standard[i] ?? 0;
  let [rate, variance, sum, largest] = [0, 0, 0, 0];
  for (let i = 0; i < standard.length; i++) {
    const weight = standard[i] ?? 0;
    if (weight === 0) continue;
    const share = weight / weights / (total[i] ?? NaN);
    const x = events[i] ?? NaN;
    rate += share * x;
    variance += share * share * x;
    sum += x;
    largest = Math.max(largest, share);
  }
  return { rate, variance, events: sum, largest };
}

/**
 * Dobson's limits: those of the sum of the events, moved to the rate and stretched by its standard error over that
 * of the sum, rate + √(variance/O) (limit of O − O). Without an event see {@link gammaLimits}.
 *
 * @see Dobson, Kuulasmaa, Eberle & Scherer (1991), Statistics in Medicine 10, 457–462
 */
export function dobsonLimits(given: DirectRate, level: number, limits: "byar" | "exact"): Limits {
  const { rate, variance, events } = given;
  if (events === 0) return gammaLimits(given, level);
  const { lower, upper } = limits === "byar" ? byar : exactCount;
  const tail = (1 - level) / 2;
  const stretch = Math.sqrt(variance / events);
  return {
    lower: rate + stretch * (lower(events, tail) - events),
    upper: rate + stretch * (upper(events, tail) - events),
  };
}

/**
 * Fay and Feuer's limits: gamma distributions of the rate's mean and variance, above with one event more in the group
 * where it weighs most.
 *
 * @see Fay & Feuer (1997), Statistics in Medicine 16, 791–801
 */
export function gammaLimits({ rate, variance, events, largest }: DirectRate, level: number): Limits {
  const tail = (1 - level) / 2;
  const above = variance + largest * largest;
  const mean = rate + largest;
  return {
    lower: events === 0 ? 0 : (variance / rate) * gammaQuantile(tail, (rate * rate) / variance, 1, "lower"),
    upper: (above / mean) * gammaQuantile(tail, (mean * mean) / above, 1, "upper"),
  };
}
