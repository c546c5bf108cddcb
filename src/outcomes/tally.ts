import type { AllocationRecord } from "../allocation/index.js";
import { goneFrom, STAYED, type Observation } from "./observation.js";
import type { Referred } from "./referred.js";
import { NEVER } from "./days.js";

/** How many participants there is something to tell of. */
export interface Tally {
  /** No course row, or one that tells of nothing yet. */
  withoutCourse: number;
  /** Served by another arm than was drawn. */
  deliveredByAnother: number;
  /** No record of theirs begins by the day that outcomes are derived as of. */
  withoutHistory: number;
  /** They died, emigrated or retired between referral and that day. */
  gone: number;
  /** They moved out of observation. */
  moved: number;
  /** No course length is for their stratum. */
  withoutLength: number;
}

/** Nobody counted yet. */
export function newTally(): Tally {
  return { withoutCourse: 0, deliveredByAnother: 0, withoutHistory: 0, gone: 0, moved: 0, withoutLength: 0 };
}

/** Counts one participant more. */
export function count(
  tally: Tally,
  { arm, stratum }: AllocationRecord,
  { participation }: Referred,
  deliveredBy: string | undefined,
  observation: Observation | undefined,
  hasLength: (stratum: AllocationRecord["stratum"]) => boolean,
): void {
  if (participation === "not-reported") tally.withoutCourse++;
  else if (deliveredBy !== arm) tally.deliveredByAnother++;
  if (observation === undefined) tally.withoutHistory++;
  else if (observation.left !== STAYED) {
    if (goneFrom(observation.left) < NEVER) tally.gone++;
    if (observation.left.moved < NEVER) tally.moved++;
  }
  if (!hasLength(stratum)) tally.withoutLength++;
}
