import type { Notice } from "../core/index.js";
import { DEFAULT_DAY_RULE } from "./rule.js";
import type { Criterion } from "./criterion.js";
import type { CourseTerms } from "./types.js";

/**
 * Names what a criterion leaves open, with the reading that is taken by default, so that it can be
 * agreed on.
 *
 * @returns `course-ends-mid-month` (which months count when a course ends in the middle of one),
 * `day-rule-unstated` (whether one day breaks a month), `wage-subsidy-unstated` (whether it is
 * municipal support), `never-started-unstated` (what someone is who never began), `spell-start-unstated` (when a spell must begin); none if nothing is open.
 *
 * @example
 * lintCriterion(tenders.hillerod.criteria[0]).map(({ code }) => code); // ["spell-start-unstated"]
 * @example
 * lintCriterion({ ...criterion, dayRule: "any-day" }); // without day-rule-unstated
 */
export function lintCriterion(criterion: Criterion): readonly Notice[] {
  const { id, amount, window, dayRule, states, without } = criterion;
  const byMonth = "calendarMonths" in amount;
  const silentOnSubsidy =
    states === undefined &&
    without?.having?.includes("municipal-support") === true &&
    without.except === undefined;
  return [
    ...open(byMonth && window.anchor === "course-end", id, "course-ends-mid-month", "whole-months-inside"),
    ...open(byMonth && dayRule === undefined, id, "day-rule-unstated", DEFAULT_DAY_RULE),
    ...open(window.anchor === "course-end", id, "never-started-unstated", "failure"),
    ...open(silentOnSubsidy, id, "wage-subsidy-unstated", "municipal-support"),
    ...open(window.anchor === "referral", id, "spell-start-unstated", "within-longest-course"),
  ];
}

function open(isOpen: boolean, criterion: string, code: string, reading: string): readonly Notice[] {
  return isOpen ? [{ code, severity: "info", criterion, reading }] : [];
}

/**
 * Names what the course terms leave open: an extension that is allowed without saying how long.
 *
 * @returns `extension-unstated`, one for each such length with the levels of its group; outcomes
 * can't be derived before its figure is stated.
 *
 * @example
 * lintCourse({ lengths: [{ length: { weeks: 13 }, extension: "unstated" }] }).length; // 1
 * @example
 * lintCourse({ lengths: [{ length: { weeks: 13 } }] }); // []
 */
export function lintCourse(course: CourseTerms): readonly Notice[] {
  return course.lengths
    .filter(({ extension }) => extension === "unstated")
    .map(({ group = {} }) => ({
      code: "extension-unstated",
      severity: "caution",
      group: Object.entries(group).map(([column, level]) => `${column}: ${level}`),
    }));
}
