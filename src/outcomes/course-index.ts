import type { Ledger } from "../allocation/index.js";
import { competitionError, type Issue } from "../core/index.js";
import { isParsed, rowsOf, type TableInput } from "../tables/index.js";
import { courseKey } from "./courses.js";
import { dayReader } from "./dates.js";
import { NEVER } from "./days.js";
import type { Enrollment } from "./enrollment.js";
import { checkPlainCourse } from "./plain-courses.js";
import { courseColumns, type ReportedCourses } from "./reported-courses.js";
import type { Course } from "./types.js";

/** How many issues an error lists; further ones are counted in its sentence. */
const LISTED = 100;

/**
 * The course of each entry of the ledger. Courses mostly come in the order of the entries: after that of one, the
 * next one's is looked for first.
 *
 * @throws CompetitionError `unknown-citizen` once, with every course that has no entry in the
 * ledger (by citizen or by date); `duplicate-course`; `impossible-date`; and of plain rows, which no parser has seen,
 * what `parseCourses` refuses, at the first row that has it.
 */
export function coursesByEntry(
  courses: TableInput<Course>,
  ledger: Ledger,
  { entryOf, has }: Enrollment,
): ReportedCourses {
  const columns = courseColumns(ledger.entries);
  const startOf = dayReader((position) => `courses[${position}].startedOn`);
  const endOf = dayReader((position) => `courses[${position}].endedOn`);
  const untilOf = dayReader((position) => `courses[${position}].extendedUntil`);
  const isPlain = !isParsed(courses);
  const strays = new Set<string>();
  const unknown: Issue[] = [];
  let [next, position] = [0, -1];
  for (const course of rowsOf(courses)) {
    position++;
    const { citizen, referredOn } = course;
    const entry = entryOf(citizen, referredOn, next);
    const key = entry === undefined ? courseKey(citizen, referredOn) : "";
    if (entry === undefined ? strays.has(key) : columns.has(entry)) throw duplicate(course, position);
    const start = course.startedOn === undefined ? NEVER : startOf(course.startedOn, position);
    const end = course.endedOn === undefined ? NEVER : endOf(course.endedOn, position);
    if (isPlain) {
      if (course.extendedUntil !== undefined) untilOf(course.extendedUntil, position);
      checkPlainCourse(course, position);
    }
    if (entry !== undefined) {
      columns.write(entry, course, start, end);
      next = entry + 1;
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
  return columns;
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
