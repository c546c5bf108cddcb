import { competitionError, nearestWord } from "../core/index.js";
import { contradictionIn, endReasons } from "./courses.js";
import type { Course, EndReason } from "./types.js";

const COLUMNS: Readonly<Record<keyof Course, true>> = {
  citizen: true,
  referredOn: true,
  deliveredBy: true,
  startedOn: true,
  endedOn: true,
  endReason: true,
  extendedUntil: true,
  team: true,
};

const columns: ReadonlySet<string> = new Set(Object.keys(COLUMNS));
const reasons: ReadonlySet<EndReason | undefined> = new Set(endReasons);

/**
 * Refuses a plain row that no file of courses could have: it has been through no parser. Its dates are taken to be dates.
 *
 * @param position Its place among the rows.
 * @throws CompetitionError `unknown-column`, `unknown-end-reason`, and what contradicts itself as `parseCourses` names it.
 */
export function checkPlainCourse(course: Course, position: number): void {
  for (const column in course)
    if (!columns.has(column)) throw unknownWord(column, columns, "column", position);
  const { endReason } = course;
  if (endReason !== undefined && !reasons.has(endReason)) {
    throw unknownWord(endReason, endReasons, "end-reason", position);
  }
  const problem = contradictionIn(course);
  if (problem === undefined) return;
  const { code, column, expected } = problem;
  throw competitionError({
    code,
    path: `courses[${position}].${column}`,
    received: course[column as keyof Course],
    expected,
  });
}

function unknownWord(
  received: string,
  words: Iterable<string>,
  kind: "column" | "end-reason",
  position: number,
): Error {
  const known = [...words];
  const near = nearestWord(received, known);
  return competitionError({
    code: `unknown-${kind}`,
    path: kind === "column" ? `courses[${position}]` : `courses[${position}].endReason`,
    received,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
