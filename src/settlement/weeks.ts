import { formatDay, parseDay, type Day } from "../core/index.js";
import type { FollowedReferral } from "../outcomes/index.js";
import type { Due, Missing } from "./settled.js";
import type { BaseTerm } from "./terms.js";

const WEEK = 7;

/** The first day after a course: as long as it is stated to be, and as long as it may be with its extension. */
export interface CourseEnds {
  readonly stated: Day;
  readonly permitted: Day;
}

/**
 * The weeks of a course that are paid, counted from its first day to its last, or to `asOf`. Week k is the seven
 * days from the (7(k − 1) + 1)th; a begun one falls due on its first day, a whole one on its last. An extension's
 * weeks are those that begin after the stated length. Weeks that begin before the referral aren't paid; nor, where
 * nobody wrote down the last day, are those beyond the longest course that is permitted.
 */
export function paidWeeks(
  { weeks = "begun", extension = "paid" }: Extract<BaseTerm, { per: "week" }>,
  { course, referredOn }: FollowedReferral,
  startedOn: string,
  { stated, permitted }: CourseEnds,
  asOf: string,
): readonly Due[] | Missing {
  const start = parseDay(startedOn, "startedOn");
  const over = course?.endedOn !== undefined;
  if (!over && course?.endReason !== undefined) return { standing: "unknown", reason: "course-end-missing" };
  const counted = weeksFrom(start, parseDay(course?.endedOn ?? asOf, "endedOn") + 1, weeks);
  const most = extension === "paid" ? (over ? Infinity : permitted) : stated;
  const paid = Math.min(counted, Math.ceil((most - start) / WEEK));
  const referred = parseDay(referredOn, "referredOn");
  const due = Array.from({ length: paid }, (_, index) => ({ first: start + index * WEEK, week: index + 1 }))
    .filter(({ first }) => first >= referred)
    .map(({ first, week }) => {
      return { date: formatDay(weeks === "begun" ? first : first + WEEK - 1), week };
    });
  if (due.length > 0) return due;
  return over
    ? { standing: "lost", reason: "amount-out-of-reach" }
    : { standing: "open", reason: "course-running" };
}

/** How many weeks by `asOf` lie beyond the longest permitted course, of one that nobody wrote down the end of. */
export function weeksBeyond(
  { weeks = "begun" }: Extract<BaseTerm, { per: "week" }>,
  { course }: FollowedReferral,
  startedOn: string,
  { permitted }: CourseEnds,
  asOf: string,
): number {
  if (course?.endedOn !== undefined || course?.endReason !== undefined) return 0;
  const start = parseDay(startedOn, "startedOn");
  const counted = weeksFrom(start, parseDay(asOf, "asOf") + 1, weeks);
  return Math.max(0, counted - Math.ceil((permitted - start) / WEEK));
}

function weeksFrom(start: Day, end: Day, weeks: "begun" | "whole"): number {
  const whole = (end - start) / WEEK;
  return Math.max(0, weeks === "begun" ? Math.ceil(whole) : Math.floor(whole));
}
