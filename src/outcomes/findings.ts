import type { OutcomeReason, OutcomeStatus } from "./types.js";

/** What a verdict can say: a status with its reason. */
export interface Finding {
  readonly status: OutcomeStatus;
  readonly reason: OutcomeReason;
  /** Its position in {@link findings}. */
  readonly number: number;
}

const all: Finding[] = [];

function finding(status: OutcomeStatus, reason: OutcomeReason): Finding {
  const made = Object.freeze({ status, reason, number: all.length });
  all.push(made);
  return made;
}

export const REACHED: Finding = finding("success", "amount-reached");

export const OUT_OF_REACH: Finding = finding("failure", "amount-out-of-reach");
export const GONE: Finding = finding("failure", "gone");
export const COMPETING_EVENT: Finding = finding("failure", "competing-event");
export const NEVER_STARTED: Finding = finding("failure", "never-started");

export const WINDOW_OPEN: Finding = finding("pending", "window-open");
export const COURSE_RUNNING: Finding = finding("pending", "course-running");

export const START_NOT_ASSESSED: Finding = finding("unknown", "never-started");
export const COURSE_END_MISSING: Finding = finding("unknown", "course-end-missing");
export const NO_HISTORY: Finding = finding("unknown", "no-history");
export const BEFORE_COVERAGE: Finding = finding("unknown", "before-coverage");
export const LEFT_OBSERVATION: Finding = finding("unknown", "left-observation");
export const NOT_ASSESSABLE: Finding = finding("unknown", "not-assessable");

/** All of them. */
export const findings: readonly Finding[] = all;
