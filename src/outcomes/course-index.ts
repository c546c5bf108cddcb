import type { Ledger } from "../allocation/index.js";
import { competitionError, parseDay, type Issue } from "../core/index.js";
import { isParsed, rowsOf, type TableInput } from "../tables/index.js";
import { perCitizen } from "./per-citizen.js";
import type { Course } from "./types.js";

/** How many issues an error lists; further ones are counted in its sentence. */
const LISTED = 100;

/** Courses by citizen and referral date. */
export interface CourseIndex {
  of(citizen: string, referredOn: string): Course | undefined;
  all(): readonly Course[];
}

/**
 * Puts courses where their referral finds them.
 *
 * @throws CompetitionError `unknown-citizen` once, with every course that has no entry in the
 * ledger (by citizen or by date); `duplicate-course`; `impossible-date`.
 */
export function courseIndex(courses: TableInput<Course>, ledger: Ledger): CourseIndex {
  const referrals = perCitizen<string>();
  for (const { citizen, referredOn } of ledger.entries) referrals.add(citizen, referredOn, referredOn);
  const index = perCitizen<Course>();
  const readable = new Set<string>(); // dates repeat: each is read once
  const unknown: Issue[] = [];
  const rows = rowsOf(courses);
  for (const [position, course] of rows.entries()) {
    const { citizen, referredOn } = course;
    if (index.of(citizen, referredOn) !== undefined) throw duplicate(course, position);
    index.add(citizen, referredOn, course);
    checkDate(course.startedOn, position, "startedOn", readable);
    checkDate(course.endedOn, position, "endedOn", readable);
    if (referrals.of(citizen, referredOn) !== undefined) continue;
    unknown.push(
      referrals.has(citizen)
        ? {
            ...placeOf(courses, position, "referredOn"),
            code: "unknown-referral",
            received: referredOn,
            expected: `a date on which the ledger has ${citizen} referred`,
          }
        : {
            ...placeOf(courses, position, "citizen"),
            code: "unknown-citizen",
            received: citizen,
            expected: "a citizen of the ledger",
          },
    );
  }
  if (unknown.length > 0) throw unknownCitizen(unknown, nameOf(courses));
  return { of: (citizen, referredOn) => index.of(citizen, referredOn), all: () => rows };
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

function checkDate(
  date: string | undefined,
  position: number,
  column: "startedOn" | "endedOn",
  readable: Set<string>,
): void {
  if (date === undefined || readable.has(date)) return;
  parseDay(date, `courses[${position}].${column}`);
  readable.add(date);
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
