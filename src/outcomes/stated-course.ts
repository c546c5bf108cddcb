import type { Day } from "../core/index.js";
import { endOfLongest, permittedTo } from "./course-terms.js";
import type { CourseTerms } from "./types.js";

/**
 * The first day after a course as long as its group's is stated to be, without the extension; of all groups' the
 * longest where none fits.
 *
 * @param from The day that the length is counted from.
 * @example
 * endOfStatedCourse({ lengths: [{ length: { weeks: 6 }, extension: { weeks: 7 } }] }, {}, 0); // 42
 */
export function endOfStatedCourse(
  { lengths }: CourseTerms,
  stratum: Readonly<Record<string, string>>,
  from: Day,
): Day {
  const stated = lengths.map(({ group = {}, length }) => ({ group, spans: [length] }));
  const own = permittedTo(stratum, stated);
  return endOfLongest(own.length === 0 ? stated : own, from);
}
