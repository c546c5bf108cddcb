import type { Possibility } from "../chance.js";
import type { ImbalanceSummary, Measured } from "./types.js";

/** Courses with their probabilities: all that are possible, or as many as were simulated. */
export interface Sample<Value> {
  readonly exact: boolean;
  readonly possibilities: readonly Possibility<Value>[];
}

const QUANTILES = [0.5, 0.9, 0.95, 0.99];

/** Mean of something over the courses. */
export function meanOf<Value>(
  { exact, possibilities }: Sample<Value>,
  of: (value: Value) => number,
): Measured {
  const mean = sum(possibilities.map(({ value, probability }) => probability * of(value)));
  if (exact) return { value: mean, monteCarloError: 0 };
  const spread = sum(possibilities.map(({ value, probability }) => probability * (of(value) - mean) ** 2));
  return { value: mean, monteCarloError: Math.sqrt(spread / (possibilities.length - 1)) };
}

/** Those courses of which something is defined, with that, their probabilities made to sum to 1. */
export function definedIn<Value, Part>(
  { exact, possibilities }: Sample<Value>,
  of: (value: Value) => Part | undefined,
): Sample<Part> {
  const defined = possibilities.flatMap(({ value, probability }) => {
    const part = of(value);
    return part === undefined ? [] : [{ value: part, probability }];
  });
  const total = sum(defined.map(({ probability }) => probability));
  return {
    exact,
    possibilities: defined.map(({ value, probability }) => ({ value, probability: probability / total })),
  };
}

/** Distribution of an imbalance that is counted in whole parts of one. */
export function imbalanceOf<Value>(
  sample: Sample<Value>,
  parts: (value: Value) => number,
  whole: number,
): ImbalanceSummary {
  const found = new Map<number, number>();
  for (const { value, probability } of sample.possibilities) {
    found.set(parts(value), (found.get(parts(value)) ?? 0) + probability);
  }
  const distribution = [...found]
    .toSorted(([a], [b]) => a - b)
    .map(([difference, probability]) => ({ difference: difference / whole, probability }));
  return {
    mean: meanOf(sample, (value) => parts(value) / whole),
    quantiles: QUANTILES.map((probability) => ({
      probability,
      difference: quantile(distribution, probability),
    })),
    maximum: distribution.at(-1)?.difference ?? 0,
    distribution,
  };
}

/** The smallest difference that isn't exceeded with this probability, but for rounding. */
function quantile(distribution: ImbalanceSummary["distribution"], probability: number): number {
  let reached = 0;
  const found = distribution.find((each) => (reached += each.probability) >= probability - 1e-12);
  return (found ?? distribution.at(-1))?.difference ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
