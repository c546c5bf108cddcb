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
