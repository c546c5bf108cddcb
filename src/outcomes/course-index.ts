import type { Ledger } from "../allocation/index.js";
import { competitionError, parseDay, type Issue } from "../core/index.js";
import { isParsed, rowsOf, type TableInput } from "../tables/index.js";
import { courseKey } from "./courses.js";
import type { Course } from "./types.js";

/** How many issues an error lists; further ones are counted in its sentence. */
const LISTED = 100;

/**
 * Courses by citizen and referral date.
 *
 * @throws CompetitionError `unknown-citizen` once, with every course that has no entry in the
 * ledger (by citizen or by date); `duplicate-course`; `impossible-date`.
 */
export function courseIndex(courses: TableInput<Course>, ledger: Ledger): ReadonlyMap<string, Course> {
  const citizens = new Set<string>();
  const referrals = new Set<string>();
  for (const { citizen, referredOn } of ledger.entries) {
    citizens.add(citizen);
    referrals.add(courseKey(citizen, referredOn));
  }
  const index = new Map<string, Course>();
  const unknown: Issue[] = [];
  for (const [position, course] of rowsOf(courses).entries()) {
    const { citizen, referredOn } = course;
    const key = courseKey(citizen, referredOn);
    if (index.has(key)) throw duplicate(course, position);
    index.set(key, course);
    checkDates(course, position);
    if (!citizens.has(citizen)) {
      unknown.push({
        ...placeOf(courses, position, "citizen"),
        code: "unknown-citizen",
        received: citizen,
        expected: "a citizen of the ledger",
      });
    } else if (!referrals.has(key)) {
      unknown.push({
        ...placeOf(courses, position, "referredOn"),
        code: "unknown-referral",
        received: referredOn,
        expected: `a date on which the ledger has ${citizen} referred`,
      });
    }
  }
  if (unknown.length > 0) throw unknownCitizen(unknown, nameOf(courses));
  return index;
}

function nameOf(courses: TableInput<Course>): string {
  return isParsed(courses) ? courses.source.name : "courses";
}

function placeOf(
  courses: TableInput<Course>,
  position: number,
  column: string,
): Pick<Issue, "file" | "row" | "column" | "path"> {
  return isParsed(courses)
    ? { file: courses.source.name, row: courses.rowNumber(position), column }
    : { file: "courses", path: `courses[${position}].${column}` };
}

function checkDates({ startedOn, endedOn }: Course, position: number): void {
  if (startedOn !== undefined) parseDay(startedOn, `courses[${position}].startedOn`);
  if (endedOn !== undefined) parseDay(endedOn, `courses[${position}].endedOn`);
}

function duplicate({ citizen, referredOn }: Course, position: number): Error {
  return competitionError({
    code: "duplicate-course",
    path: `courses[${position}]`,
    received: `${citizen}, ${referredOn}`,
    expected: "one course per citizen and referral date",
  });
}

function unknownCitizen(issues: readonly Issue[], file: string): Error {
  const total = issues.length;
  return competitionError({
    code: "unknown-citizen",
    path: file,
    summary:
      total === 1 ? "a course has no entry in the ledger" : `${total} courses have no entry in the ledger`,
    hint: "Give the ledger that these referrals were drawn in, or correct citizen and referral date.",
    issues: issues.slice(0, LISTED),
  });
}
