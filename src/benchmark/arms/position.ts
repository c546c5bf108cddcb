import type { ArmBenchmark, ArmPosition, BenchmarkPosition, UnitBenchmark } from "../types.js";

/** How many there must be before a position can be told. */
export interface Bar {
  /** Whether the same was measured. */
  readonly comparable: boolean;
  /** Whether there are enough municipalities to know how they differ. */
  readonly spreadKnown: boolean;
  readonly clusterTotal: number;
  readonly minimumMature: number;
}

/**
 * Where each arm lies by the interval [L, U] of observed over expected: above the cluster where L > 1,
 * below it where U < 1, else within. Fewer than `minimumMature` citizens in the arm or in the whole
 * cluster, or a ratio that can't be estimated, are `too-few`: the same bar as for a verdict between
 * the arms, so that a benchmark can't speak before they may. Where it isn't known how municipalities differ
 * (`too-few-municipalities`), an interval of chance alone would call an arm outside far too often.
 */
export function positionsOf(arms: readonly ArmBenchmark[], bar: Bar): readonly ArmPosition[] {
  return arms.map((arm) => ({ arm: arm.arm, code: positionOf(arm, bar) }));
}

/** Where a unit lies; where it isn't told how many were followed, by those whose outcome is known. */
export function positionOf({ ratio, mature, total }: UnitBenchmark, bar: Bar): BenchmarkPosition {
  if (!bar.comparable) return "not-comparable";
  const few = (mature ?? total) < bar.minimumMature || bar.clusterTotal < bar.minimumMature;
  if (few || ratio === undefined || ratio.estimate === null) return "too-few";
  if (!bar.spreadKnown) return "too-few-municipalities";
  if (ratio.interval.lower > 1) return "above-cluster";
  if (ratio.interval.upper < 1) return "below-cluster";
  return "within-cluster";
}
