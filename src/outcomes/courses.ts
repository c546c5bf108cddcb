import {
  citizenCell,
  dateCell,
  mayBeEmpty,
  optional,
  parseTable,
  required,
  textCell,
  wordCell,
  type ParsedTable,
  type RowProblem,
  type TableOptions,
  type TableSchema,
} from "../tables/index.js";
import type { Course, EndReason } from "./types.js";

/** Every way in which a course may end. */
export const endReasons: readonly EndReason[] = [
  "work",
  "education",
  "period-ended",
  "other-measure",
  "returned",
  "expired",
  "withdrawn",
  "never-started",
];

/**
 * Reads the courses that the arms have reported, one row per referral:
 * `citizen;referredOn;deliveredBy;startedOn;endedOn;endReason;extendedUntil?;team?`.
 *
 * `citizen` is a pseudonym and `referredOn` the date of the ledger's entry; first and last day of the
 * course are inclusive, ISO or Danish. An empty `endedOn` is a course that runs.
 *
 * @param input The file's bytes or text.
 * @param options `name` of the file for errors; `columns`, the file's own column names by ours.
 * @returns rows, notices, and the source with its digest.
 * @throws CompetitionError `rows-in-error` once with every issue: `impossible-date`, `cpr-shaped`,
 * `unknown-end-reason`, `ends-before-start`, `ends-before-referral`, `extended-before-start`,
 * `started-and-never-started`, `duplicate-course`, missing columns and cells.
 *
 * @example
 * const courses = parseCourses(await readFile("courses.csv"), { name: "courses.csv" });
 * @example
 * const header = "citizen;referredOn;deliveredBy;startedOn;endedOn;endReason";
 * parseCourses(`${header}\np1;2005-01-03;supplier;10-01-2005;;\n`, { name: "courses.csv" }).rows;
 * // [{ citizen: "p1", referredOn: "2005-01-03", deliveredBy: "supplier", startedOn: "2005-01-10" }]
 */
export function parseCourses(input: Uint8Array | string, options: TableOptions): ParsedTable<Course> {
  return parseTable(input, options, courseSchema());
}

/** A new schema for each file: it remembers which referrals the file has told of. */
function courseSchema(): TableSchema<Course> {
  const seen = new Set<string>();
  return {
    columns: {
      citizen: required(citizenCell),
      referredOn: required(dateCell),
      deliveredBy: required(textCell),
      startedOn: mayBeEmpty(dateCell),
      endedOn: mayBeEmpty(dateCell),
      endReason: mayBeEmpty(wordCell(endReasons, "unknown-end-reason")),
      extendedUntil: optional(dateCell),
      team: optional(citizenCell), // a name, in which no personal identification number belongs either
    },
    check: (course) => {
      const key = courseKey(course.citizen, course.referredOn);
      const repeated = seen.has(key);
      seen.add(key);
      return repeated ? DUPLICATE : contradictionIn(course);
    },
  };
}

/** The key that a course shares with its ledger entry. */
export function courseKey(citizen: string, referredOn: string): string {
  return `${referredOn} ${citizen}`;
}

const DUPLICATE: RowProblem = {
  column: "citizen",
  code: "duplicate-course",
  expected: "one course per citizen and referral date",
};

/** What of a course contradicts something else in it. ISO dates of four-digit years compare as text. */
export function contradictionIn(course: Course): RowProblem | undefined {
  const { referredOn, startedOn, endedOn, endReason, extendedUntil } = course;
  if (startedOn !== undefined && endReason === "never-started") {
    return {
      column: "endReason",
      code: "started-and-never-started",
      expected: "another reason, or no startedOn",
    };
  }
  if (startedOn !== undefined && endedOn !== undefined && endedOn < startedOn) {
    return {
      column: "endedOn",
      code: "ends-before-start",
      expected: `a day from ${startedOn}, when the course started`,
    };
  }
  if (endedOn !== undefined && endedOn < referredOn) {
    return {
      column: "endedOn",
      code: "ends-before-referral",
      expected: `a day from ${referredOn}, the date of the referral`,
    };
  }
  if (startedOn !== undefined && extendedUntil !== undefined && extendedUntil < startedOn) {
    return {
      column: "extendedUntil",
      code: "extended-before-start",
      expected: `a day from ${startedOn}, when the course started`,
    };
  }
  return undefined;
}
