import type { Ledger } from "../allocation/index.js";
import { competitionError, parseDay, type Issue } from "../core/index.js";
import { isParsed, rowsOf, type TableInput } from "../tables/index.js";
import { courseKey } from "./courses.js";
import type { Enrollment } from "./enrollment.js";
import type { Course } from "./types.js";

/** How many issues an error lists; further ones are counted in its sentence. */
const LISTED = 100;

/**
 * The course of each entry of the ledger, by its position.
 *
 * @throws CompetitionError `unknown-citizen` once, with every course that has no entry in the
 * ledger (by citizen or by date); `duplicate-course`; `impossible-date`.
 */
export function coursesByEntry(
  courses: TableInput<Course>,
  ledger: Ledger,
  { entryOf, has }: Enrollment,
): readonly (Course | undefined)[] {
  const byEntry = Array.from<Course | undefined>({ length: ledger.entries.length });
  const readable = new Set<string>(); // dates repeat: each is read once
  const strays = new Set<string>();
  const unknown: Issue[] = [];
  for (const [position, course] of rowsOf(courses).entries()) {
    const { citizen, referredOn } = course;
    const entry = entryOf(citizen, referredOn);
    const key = entry === undefined ? courseKey(citizen, referredOn) : "";
    if (entry === undefined ? strays.has(key) : byEntry[entry] !== undefined)
      throw duplicate(course, position);
    checkDate(course.startedOn, position, "startedOn", readable);
    checkDate(course.endedOn, position, "endedOn", readable);
    if (entry !== undefined) {
      byEntry[entry] = course;
      continue;
    }
    strays.add(key);
    unknown.push(
      has(citizen)
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
  return byEntry;
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
