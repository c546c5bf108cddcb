import { formatDay, parseDay, type Day } from "../core/index.js";
import type { FollowedReferral } from "../outcomes/index.js";
import type { Due, Missing } from "./settled.js";
import type { BaseTerm } from "./terms.js";

const WEEK = 7;

/**
 * The weeks of a course that are paid, counted from its first day to its last, or to `asOf`. Week k is the seven
 * days from the (7(k − 1) + 1)th; a begun one falls due on its first day, a whole one on its last. An extension's
 * weeks are those that begin after the stated length.
 *
 * @param statedEnd The first day after the stated length.
 */
export function paidWeeks(
  { weeks = "begun", extension = "paid" }: Extract<BaseTerm, { per: "week" }>,
  { course }: FollowedReferral,
  startedOn: string,
  statedEnd: Day,
  asOf: string,
): readonly Due[] | Missing {
  const start = parseDay(startedOn, "startedOn");
  const over = course?.endedOn !== undefined;
  if (!over && course?.endReason !== undefined) return { standing: "unknown", reason: "course-end-missing" };
  const days = parseDay(course?.endedOn ?? asOf, "endedOn") - start + 1;
  const counted = weeks === "begun" ? Math.ceil(days / WEEK) : Math.floor(days / WEEK);
  const stated = Math.ceil((statedEnd - start) / WEEK);
  const paid = extension === "paid" ? counted : Math.min(counted, stated);
  if (paid === 0) {
    return over
      ? { standing: "lost", reason: "amount-out-of-reach" }
      : { standing: "open", reason: "course-running" };
  }
  return Array.from({ length: paid }, (_, index) => {
    const first = start + index * WEEK;
    return { date: formatDay(weeks === "begun" ? first : first + WEEK - 1), week: index + 1 };
  });
}
