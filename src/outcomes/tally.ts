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
  /** Served by someone who is no arm of the protocol, and who that is. */
  deliveredByStranger: number;
  readonly strangers: Set<string>;
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

/** Who delivered a course: the arm that was drawn, another arm, or someone else. */
export type Delivery = "own" | "another" | { readonly stranger: string };

/** Nobody counted yet. */
export function newTally(): Tally {
  return {
    withoutCourse: 0,
    deliveredByAnother: 0,
    deliveredByStranger: 0,
    strangers: new Set(),
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
 * @param delivery Whether the arm that was drawn is the one that delivered; the name of who is no arm.
 * @param hasLength Whether any course length is for the stratum.
 * @param permittedEnd The first day after the longest course that may begin when this one did.
 */
export function count(
  tally: Tally,
  { participation, endedOn }: Referred,
  observation: Observation | undefined,
  delivery: Delivery,
  hasLength: boolean,
  permittedEnd: Day,
): void {
  if (participation === "not-reported") tally.withoutCourse++;
  else if (delivery === "another") tally.deliveredByAnother++;
  else if (delivery !== "own") {
    tally.deliveredByStranger++;
    tally.strangers.add(delivery.stranger);
  }
  if (observation === undefined) tally.withoutHistory++;
  else if (observation.left !== STAYED) {
    if (goneFrom(observation.left) < NEVER) tally.gone++;
    if (observation.left.moved < NEVER) tally.moved++;
  }
  if (!hasLength) tally.withoutLength++;
  else if (endedOn !== undefined && endedOn >= permittedEnd) tally.tooLong++;
}
