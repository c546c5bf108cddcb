import type { Ledger } from "../allocation/index.js";
import { parseDay, type Notice } from "../core/index.js";
import { endOfLongest, permittedCourses } from "./course-terms.js";
import { participantDays, type Census } from "./occupancy-days.js";
import type { CheckedOccupancyInput } from "./occupancy-input.js";
import type { Course, CourseTerms } from "./types.js";

/** What is worth knowing about an occupancy; nothing where a count is 0. */
export function occupancyNotices(
  { protocol, ledger, asOf, end, guarantees, year, record }: CheckedOccupancyInput,
  courses: readonly (Course | undefined)[],
  censuses: ReadonlyMap<string, Census>,
): readonly Notice[] {
  const referred = ledger.entries.map((entry, position) => ({ entry, course: courses[position] }));
  const told = referred.flatMap(({ entry, course }) => (course === undefined ? [] : [{ entry, course }]));
  const started = told.filter(({ course: { startedOn } }) => startedOn !== undefined && startedOn <= asOf);
  const begun = started.map(({ course }) => course);
  const byAnother = started
    .filter(({ entry, course }) => entry.referredOn > asOf || course.deliveredBy !== entry.arm)
    .map(({ course }) => course);
  const counted: readonly (Notice & { readonly count: number })[] = [
    {
      code: "without-course",
      severity: "caution",
      count: referred.filter(({ entry, course }) => entry.referredOn <= asOf && course === undefined).length,
    },
    {
      code: "delivered-by-another",
      severity: "info",
      count: byAnother.filter(({ deliveredBy }) => censuses.has(deliveredBy)).length,
    },
    {
      code: "delivered-by-no-arm",
      severity: "caution",
      count: byAnother.filter(({ deliveredBy }) => !censuses.has(deliveredBy)).length,
    },
    {
      code: "running-beyond-longest",
      severity: "caution",
      count: begun.filter((course) => runsTooLong(course, protocol.course, end)).length,
    },
    { code: "reported-otherwise", severity: "caution", count: reportedOtherwise(ledger, censuses) },
  ];
  const unstated = guarantees.length > 0 && record["year"]?.source !== "given";
  return [
    ...counted.filter(({ count }) => count > 0),
    ...(unstated ? [{ code: "occupancy-year-unstated", severity: "info", reading: year } as const] : []),
  ];
}

/** Whether a course without a last day has lasted longer than any may; not known where a length isn't stated. */
function runsTooLong({ startedOn, endedOn }: Course, terms: CourseTerms, end: number): boolean {
  if (startedOn === undefined || endedOn !== undefined || terms.lengths.length === 0) return false;
  if (terms.lengths.some(({ extension }) => extension === "unstated")) return false;
  return endOfLongest(permittedCourses(terms), parseDay(startedOn, "course.startedOn")) < end;
}

/** How many of the figures that the municipality reported in the ledger aren't what the courses give for their day. */
function reportedOtherwise({ records }: Ledger, censuses: ReadonlyMap<string, Census>): number {
  const reports = records.flatMap((record) => (record.type === "occupancy" ? [record] : []));
  return reports.flatMap(({ date, participants }) => {
    const day = parseDay(date, "ledger.date");
    return Object.entries(participants).filter(([arm, reported]) => {
      const census = censuses.get(arm);
      if (census === undefined || day < census.start || day >= census.end) return false;
      return participantDays(census, { start: day, end: day + 1 }) !== reported;
    });
  }).length;
}
