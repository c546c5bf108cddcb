import type { Day } from "../core/index.js";
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
  /** Their course lasted longer than their group's may with its extension. */
  tooLong: number;
}

/** Nobody counted yet. */
export function newTally(): Tally {
  return {
    withoutCourse: 0,
    deliveredByAnother: 0,
    withoutHistory: 0,
    gone: 0,
    moved: 0,
    withoutLength: 0,
    tooLong: 0,
  };
}

/**
 * Counts one participant more.
 *
 * @param byOwnArm Whether the arm that was drawn is the one that delivered.
 * @param hasLength Whether any course length is for the stratum.
 * @param permittedEnd The first day after the longest course that may begin when this one did.
 */
export function count(
  tally: Tally,
  { participation, endedOn }: Referred,
  observation: Observation | undefined,
  byOwnArm: boolean,
  hasLength: boolean,
  permittedEnd: Day,
): void {
  if (participation === "not-reported") tally.withoutCourse++;
  else if (!byOwnArm) tally.deliveredByAnother++;
  if (observation === undefined) tally.withoutHistory++;
  else if (observation.left !== STAYED) {
    if (goneFrom(observation.left) < NEVER) tally.gone++;
    if (observation.left.moved < NEVER) tally.moved++;
  }
  if (!hasLength) tally.withoutLength++;
  else if (endedOn !== undefined && endedOn >= permittedEnd) tally.tooLong++;
}
