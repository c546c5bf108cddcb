import { addSpan, type Day, type Period } from "../core/index.js";
import { endOfLongest, type PermittedCourse } from "./course-terms.js";
import type { Rule } from "./rule.js";

/** Where a criterion is looked for, for one citizen. */
export interface Setting {
  readonly window: Period;
  /** The days on which a qualifying spell has to begin, where the criterion asks for a spell. */
  readonly begins?: Period;
  /** The evening from which the window stood fast. */
  readonly knownOn: Day;
  /** The evening from which it was told that there is a course, so that a window would come. */
  readonly toldOn: Day;
}

/** The window that opens the day after a course ended: of 6 months, [e + 1, the same date 6 months on). */
export function settingFromCourseEnd({ followUp }: Rule, endedOn: Day, toldOn: Day): Setting {
  const start = endedOn + 1;
  return { window: { start, end: addSpan(start, followUp) }, knownOn: endedOn, toldOn };
}

/** The window from course end that a course as long as permitted would have had. */
export function settingOfFullCourse(
  rule: Rule,
  courses: readonly PermittedCourse[],
  referredOn: Day,
): Setting {
  const lastDay = endOfLongest(courses, referredOn) - 1;
  return { ...settingFromCourseEnd(rule, lastDay, referredOn), knownOn: referredOn };
}

/**
 * The window from the referral: the longest permitted course, its extension and the follow-up, one
 * after the other. A criterion that asks for a spell wants it to begin before the follow-up does.
 */
export function settingFromReferral(
  rule: Rule,
  courses: readonly PermittedCourse[],
  referredOn: Day,
): Setting {
  const limit = endOfLongest(courses, referredOn);
  return {
    window: { start: referredOn, end: addSpan(limit, rule.followUp) },
    knownOn: referredOn,
    toldOn: referredOn,
    ...(rule.criterion.window.anchor === "referral" ? { begins: { start: referredOn, end: limit } } : {}),
  };
}
