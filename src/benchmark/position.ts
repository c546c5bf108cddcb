import type { Estimate } from "../inference/index.js";
import type { BenchmarkPosition } from "./types.js";

/** What a position is made from, and nothing else. */
export interface PositionFacts {
  /** Observed over expected; undefined in a side panel. */
  readonly ratio: Estimate | undefined;
  readonly mature: number;
  readonly clusterTotal: number;
  readonly minimumMature: number;
}

/**
 * Where an arm lies by the interval [L, U] of observed over expected: above the cluster where L > 1,
 * below it where U < 1, else within. Fewer than `minimumMature` citizens in the arm or in the whole
 * cluster, or a ratio that can't be estimated, are `too-few`: the same bar as for a verdict between
 * the arms, so that a benchmark can't speak before they may.
 */
export function positionOf({ ratio, mature, clusterTotal, minimumMature }: PositionFacts): BenchmarkPosition {
  if (ratio === undefined) return "not-comparable";
  const few = mature < minimumMature || clusterTotal < minimumMature;
  if (few || ratio.status === "not-estimable") return "too-few";
  if (ratio.interval.lower > 1) return "above-cluster";
  if (ratio.interval.upper < 1) return "below-cluster";
  return "within-cluster";
}
