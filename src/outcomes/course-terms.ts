import { addSpans, competitionError, type Day, type Span } from "../core/index.js";
import { byDay } from "./remembered.js";
import type { CourseTerms, Participant } from "./types.js";

/** The longest course that a group may have: its length and its extension, one after the other. */
export interface PermittedCourse {
  readonly group: Readonly<Record<string, string>>;
  readonly spans: readonly Span[];
}

/**
 * The longest course of each group.
 *
 * @throws CompetitionError `extension-unstated` where a tender allows an extension and doesn't say
 * how long; `course-length-missing` if no length is given at all.
 */
export function permittedCourses(course: CourseTerms): readonly PermittedCourse[] {
  if (course.lengths.length === 0) {
    throw competitionError({
      code: "course-length-missing",
      path: "protocol.course.lengths",
      received: course.lengths,
      expected: "the longest permitted course, such as [{ length: { weeks: 13 } }]",
    });
  }
  return course.lengths.map(({ group = {}, length, extension }, index) => {
    if (extension === "unstated") {
      throw competitionError({
        code: "extension-unstated",
        path: `protocol.course.lengths[${index}].extension`,
        received: extension,
        expected: "a span, such as { weeks: 7 }",
        hint: "The tender allows an extension without saying how long: state the longest that you permit, or leave it out if there is none.",
      });
    }
    return { group, spans: extension === undefined ? [length] : [length, extension] };
  });
}

/**
 * The longest permitted course with its extension over all groups, as spans to be added one after
 * the other. Where groups differ in units (13 weeks, 3 months), their days from 1 January 1970 decide.
 *
 * @throws CompetitionError `extension-unstated`, `course-length-missing`.
 *
 * @example
 * longestCourse({ lengths: [{ length: { weeks: 6 }, extension: { weeks: 7 } }] }); // [{ weeks: 6 }, { weeks: 7 }]
 * @example
 * longestCourse({ lengths: [{ length: { weeks: 13 }, extension: "unstated" }] }); // throws extension-unstated
 */
export function longestCourse(course: CourseTerms): readonly Span[] {
  return permittedCourses(course)
    .map(({ spans }) => spans)
    .reduce((a, b) => (addSpans(0, b) > addSpans(0, a) ? b : a));
}

/** The first day after the longest of some permitted courses, counted from a referral. */
export function endOfLongest(courses: readonly PermittedCourse[], referredOn: Day): Day {
  return Math.max(...courses.map(({ spans }) => addSpans(referredOn, spans)));
}

/** The courses permitted to someone of a stratum; none if no group fits. */
function permittedTo(
  stratum: Readonly<Record<string, string>>,
  courses: readonly PermittedCourse[],
): readonly PermittedCourse[] {
  return courses.filter(({ group }) =>
    Object.entries(group).every(([column, level]) => stratum[column] === level),
  );
}

/** Someone whose stratum is only looked at where courses differ between strata. */
type InStratum = Pick<Participant, "stratum">;

/** When the longest courses end that start with a referral: the first day after. */
export interface LongestCourses {
  /** Whether any course length is for someone. */
  readonly fits: (someone: InStratum) => boolean;
  /** Of those permitted to someone, or of all where no group fits. */
  readonly limitOf: (someone: InStratum, referredOn: Day) => Day;
  readonly longestOf: (referredOn: Day) => Day;
}

/** Many are referred on the same days, so each end is worked out once. */
export function longestCourses(courses: readonly PermittedCourse[]): LongestCourses {
  const longestOf = endFinder(courses);
  const everyone = { fits: true, limitOf: longestOf };
  const columns = [...new Set(courses.flatMap(({ group }) => Object.keys(group)))];
  const strata = new Map<string, typeof everyone>();
  const ofStratum = (someone: InStratum) => {
    if (columns.length === 0) return everyone;
    const { stratum } = someone;
    const key = columns.map((column) => `${stratum[column]?.length}:${stratum[column]}`).join();
    const known = strata.get(key);
    if (known !== undefined) return known;
    const own = permittedTo(stratum, courses);
    const found = { fits: own.length > 0, limitOf: own.length === 0 ? longestOf : endFinder(own) };
    strata.set(key, found);
    return found;
  };
  return {
    fits: (someone) => ofStratum(someone).fits,
    limitOf: (someone, referredOn) => ofStratum(someone).limitOf(referredOn),
    longestOf,
  };
}

function endFinder(courses: readonly PermittedCourse[]): (referredOn: Day) => Day {
  return byDay((referredOn) => endOfLongest(courses, referredOn));
}
