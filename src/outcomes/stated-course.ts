import type { Day } from "../core/index.js";
import { longestCourses, permittedCourses } from "./course-terms.js";
import type { CourseTerms } from "./types.js";

/**
 * Finds the first day after a course as long as its group's is stated to be, without the extension; of all groups'
 * the longest where none fits.
 *
 * @returns a function of the levels of someone's strata and of the day that the length is counted from.
 * @example
 * statedCourseEnd({ lengths: [{ length: { weeks: 6 }, extension: { weeks: 7 } }] })({}, 0); // 42
 */
export function statedCourseEnd({
  lengths,
}: CourseTerms): (stratum: Readonly<Record<string, string>>, from: Day) => Day {
  const { limitOf } = longestCourses(lengths.map(({ group = {}, length }) => ({ group, spans: [length] })));
  return (stratum, from) => limitOf({ stratum }, from);
}

/**
 * Finds the first day after the longest course that a group may have, with its extension; of all groups' the longest
 * where none fits.
 *
 * @returns a function of the levels of someone's strata and of the day that the length is counted from.
 * @throws CompetitionError `extension-unstated`, `course-length-missing`.
 * @example
 * permittedCourseEnd({ lengths: [{ length: { weeks: 6 }, extension: { weeks: 7 } }] })({}, 0); // 91
 */
export function permittedCourseEnd(
  course: CourseTerms,
): (stratum: Readonly<Record<string, string>>, from: Day) => Day {
  const { limitOf } = longestCourses(permittedCourses(course));
  return (stratum, from) => limitOf({ stratum }, from);
}
