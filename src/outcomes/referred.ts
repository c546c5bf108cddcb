import { parseDay, type Day } from "../core/index.js";
import type { LongestCourses } from "./course-terms.js";
import { NEVER } from "./days.js";
import { participationOf } from "./roster.js";
import type { EndReason, Participant } from "./types.js";

/** What outcomes need to know of one referral. */
export interface Referred {
  readonly referredOn: Day;
  readonly participation: Participant["participation"];
  readonly startedOn: Day | undefined;
  /** Last day of the course, if it is over. */
  readonly endedOn: Day | undefined;
  /** The first evening on which something of the course was known; an undated end always was. */
  readonly toldOn: Day;
  /** The first day after the longest course that this citizen may have; of everyone's where no group fits. */
  readonly limit: Day;
  /** The first day after the longest course of all. */
  readonly longest: Day;
}

/** The days of a referral and of the course that was reported of it; `NEVER` where none is told. */
interface ReportedDays {
  readonly referredOn: Day;
  readonly startedOn: Day;
  readonly endedOn: Day;
}

/** A referral with what was known of its course on the evening of `asOf`. */
export function referredOf(
  days: ReportedDays,
  reported: EndReason | undefined,
  someone: Pick<Participant, "stratum">,
  asOf: Day,
  { limitOf, longestOf }: LongestCourses,
): Referred {
  const { referredOn } = days;
  const startedOn = days.startedOn <= asOf ? days.startedOn : undefined;
  const endedOn = days.endedOn <= asOf ? days.endedOn : undefined;
  const undated = days.endedOn === NEVER && reported !== undefined;
  const endReason = undated || endedOn !== undefined ? reported : undefined;
  const isKnown = undated || startedOn !== undefined || endedOn !== undefined;
  return {
    referredOn,
    participation: participationOf(isKnown ? { endReason, endedOn } : undefined),
    startedOn,
    endedOn,
    toldOn: undated ? referredOn : (startedOn ?? endedOn ?? referredOn),
    limit: limitOf(someone, referredOn),
    longest: longestOf(referredOn),
  };
}

/** The referral of a participant, whose course is told as far as it was known. */
export function referralOf(participant: Participant, asOf: Day, longest: LongestCourses): Referred {
  const { referredOn, course } = participant;
  const days = {
    referredOn: parseDay(referredOn, "participant.referredOn"),
    startedOn: dayOf(course?.startedOn, "startedOn"),
    endedOn: dayOf(course?.endedOn, "endedOn"),
  };
  return referredOf(days, course?.endReason, participant, asOf, longest);
}

function dayOf(date: string | undefined, name: string): Day {
  return date === undefined ? NEVER : parseDay(date, `participant.course.${name}`);
}
