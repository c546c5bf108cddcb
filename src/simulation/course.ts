import { addSpan, formatDay, type Day, type RandomStream } from "../core/index.js";
import type { Course, CourseLength, EndReason } from "../outcomes/index.js";
import { between, chance } from "./chance.js";
import type { Stay } from "./life.js";

/** What a simulated course depends on. */
export interface CourseConditions {
  readonly citizen: string;
  readonly referredOn: Day;
  readonly arm: string;
  readonly length: CourseLength;
  readonly stays: readonly Stay[];
  readonly until: Day;
}

const END_REASONS: Readonly<Record<string, EndReason>> = {
  "ordinary-work": "work",
  "part-time-work": "work",
  "wage-subsidy": "other-measure",
  "ordinary-education": "education",
  "apprenticeship": "education",
};

/**
 * The course that a referral led to: it starts within two weeks, and ends when the citizen leaves
 * cash assistance, is sent back, gives up, or has used the permitted time.
 */
export function simulateCourse(stream: RandomStream, conditions: CourseConditions): Course {
  const { citizen, referredOn, arm, length, stays, until } = conditions;
  const base = { citizen, referredOn: formatDay(referredOn), deliveredBy: arm };
  const startedOn = referredOn + between(stream, 3, 14);
  const exit = exitAfter(stays, referredOn);
  const neverStarts = chance(stream, 300) || exit.day <= startedOn;
  const planned = addSpan(startedOn, length.length) - 1;
  const extension = typeof length.extension === "object" ? length.extension : undefined;
  const extended = extension !== undefined && chance(stream, 4500);
  const limit = extended && extension !== undefined ? addSpan(planned, extension) : planned;
  const sentBack = chance(stream, 450) ? startedOn + between(stream, 5, 30) : Infinity;
  const givesUp = chance(stream, 400) ? startedOn + between(stream, 5, 60) : Infinity;
  if (neverStarts) return { ...base, endReason: "never-started" };

  const endedOn = Math.min(exit.day - 1, limit, sentBack, givesUp);
  const started = { ...base, startedOn: formatDay(startedOn) };
  const extendedUntil = extended && endedOn > planned ? { extendedUntil: formatDay(limit) } : {};
  if (endedOn >= until) return { ...started, ...extendedUntil };
  return {
    ...started,
    endedOn: formatDay(endedOn),
    endReason: reason(endedOn, exit, sentBack, givesUp),
    ...extendedUntil,
  };
}

interface Exit {
  readonly day: Day;
  readonly state: string;
}

/** The first day after the referral without cash assistance, and the state that began then. */
function exitAfter(stays: readonly Stay[], referredOn: Day): Exit {
  const first = stays.find(({ state, end }) => state === "cash-assistance" && (end ?? Infinity) > referredOn);
  const day = first?.end ?? Infinity;
  return { day, state: stays.find(({ start }) => start === day)?.state ?? "none" };
}

function reason(endedOn: Day, exit: Exit, sentBack: Day, givesUp: Day): EndReason {
  if (endedOn === sentBack) return "returned";
  if (endedOn === givesUp) return "withdrawn";
  return endedOn === exit.day - 1 ? (END_REASONS[exit.state] ?? "other-measure") : "period-ended";
}
