import type { Notice } from "../core/index.js";

/** Why the mean of several true values can't be told. */
export type MetaReason = "too-few-studies" | "all-or-none-in-each" | "no-maximum";

/** Hartung and Knapp's interval is narrower than the one that takes all true values for equal. */
export const NARROW_INTERVAL: Notice = { code: "narrow-interval", severity: "caution" };

/** With two estimates, Student's t has no degrees of freedom left for a prediction. */
export const NO_PREDICTION: Notice = { code: "no-prediction", severity: "info" };

/** The estimates lie closer together than their variances make likely, whatever τ² is. */
export const CLOSER_THAN_CHANCE: Notice = { code: "closer-than-chance", severity: "caution" };

/** Counts without anyone tell nothing. */
export function emptyCounts(counts: number): Notice {
  return { code: "empty-counts", severity: "info", counts };
}

/** Nothing can be told of the mean, for this reason. */
export function notPooled(reason: MetaReason): Notice {
  return { code: "not-estimable", severity: "caution", reason };
}
