import type { Notice } from "../core/index.js";

/** Why nothing can be said of two samples. */
export type SampleReason = "no-observations" | "too-few-values" | "constant-values" | "one-possible-arm";

/** Nothing could be estimated, for this reason. */
export function sampleNotEstimable(reason: SampleReason): Notice {
  return { code: "not-estimable", severity: "caution", reason };
}

/** Nobody differs from anybody: there is no difference, in whatever unit. */
export const NO_SPREAD: Notice = { code: "no-spread", severity: "info" };

/** The draw could not have put anyone into these arms, but someone is there. */
export function impossibleArms(arms: readonly string[]): Notice {
  return { code: "impossible-arms", severity: "warning", arms };
}

/** An expected count is below 5, and too many outcomes are possible to go through them. */
export function fewExpected(smallest: number): Notice {
  return { code: "few-expected", severity: "caution", smallest };
}

/** So few values that the interval can't have its level, and excludes nothing. */
export const LEVEL_OUT_OF_REACH: Notice = { code: "level-out-of-reach", severity: "caution" };

/** So few values in a group that the normal approximation is coarse. */
export const COARSE_RANKS: Notice = { code: "coarse-ranks", severity: "caution" };

/** So few distinct values that a shift can only be one of a few steps. */
export function wholeSteps(distinct: number): Notice {
  return { code: "whole-steps", severity: "caution", distinct };
}
