import type { Notice } from "../core/index.js";
import type { Stratum } from "./types.js";

/** Why nothing can be estimated. */
export type Reason =
  | "no-observations"
  | "no-events"
  | "no-variation"
  | "no-weight"
  | "nothing-known"
  | "no-variation-within-blocks"
  | "one-stratum"
  | "no-common-odds-ratio"
  | "one-group"
  | "no-comparison"
  | "no-event"
  | "not-converged"
  | "too-few-clusters";

/** The interval is the whole parameter space, for this reason. */
export function notEstimable(reason: Reason): Notice {
  return { code: "not-estimable", severity: "caution", reason };
}

/** A method that builds on a variance has estimated 0 of it. */
export const ZERO_VARIANCE: Notice = { code: "zero-variance", severity: "warning" };

/** A method on the logarithmic scale has met a zero cell: there is no test then. */
export const ZERO_CELL: Notice = { code: "zero-cell", severity: "caution" };

/** Some strata have an empty group and so tell nothing of the comparison. */
export function strataWithoutWeight(strata: readonly Stratum[]): Notice {
  const without = strata.filter(({ comparator, reference }) => comparator.total * reference.total === 0);
  const observations = without.reduce(
    (sum, { comparator, reference }) => sum + comparator.total + reference.total,
    0,
  );
  return { code: "strata-without-weight", severity: "info", strata: without.length, observations };
}

/** 1/2 was added to the cells of some strata, in which all or none of a group have the event. */
export function halvesAdded(strata: number): Notice {
  return { code: "halves-added", severity: "caution", strata };
}

/** The interval of a difference holds 0, so that the numbers needed run through infinity. */
export const THROUGH_INFINITY: Notice = { code: "through-infinity", severity: "info" };

/** Some of the strata that count have an expected cell below 5. */
export function sparseStrata(strata: number, of: number): Notice {
  return { code: "sparse-strata", severity: "caution", strata, of };
}

/** So little can the sum over strata differ from its expectation, to the nearer side. */
export function littleRoom(room: number): Notice {
  return { code: "mantel-fleiss", severity: "caution", room };
}

/** A large-sample test has an expected count below 5. */
export function smallExpectedCount(smallest: number): Notice {
  return { code: "small-expected-count", severity: "caution", smallest };
}
