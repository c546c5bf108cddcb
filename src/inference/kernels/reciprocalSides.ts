import type { Limits } from "./limits.js";

/** The numbers needed for one event more and for one less, both counted positively. */
export interface Sides {
  readonly benefit: Limits | null;
  readonly harm: Limits | null;
}

/**
 * The reciprocals of an interval of differences: those of its positive part and, counted positively,
 * of its negative part. A limit beyond ±1, which Wald's may be, is ±1: no number is below 1.
 *
 * @see Altman (1998), BMJ 317, 1309–1312
 */
export function reciprocalSides({ lower, upper }: Limits): Sides {
  if (lower === 0 && upper === 0) return { benefit: ONLY_INFINITY, harm: ONLY_INFINITY };
  return { benefit: reciprocals(lower, upper), harm: reciprocals(-upper, -lower) };
}

const ONLY_INFINITY: Limits = { lower: Infinity, upper: Infinity };

function reciprocals(lower: number, upper: number): Limits | null {
  if (upper <= 0) return null;
  return { lower: 1 / Math.min(1, upper), upper: lower > 0 ? 1 / Math.min(1, lower) : Infinity };
}
