import type { CourseTerms, Criterion } from "../../../src/outcomes/index.js";
import { monthsLater } from "./dates.js";

/** The day that lies a span after a day. */
export function later(day: number, span: object | undefined): number {
  const [unit, amount] = (Object.entries(span ?? {}) as [string, number][])[0] ?? ["days", 0];
  return unit === "months" ? monthsLater(day, amount) : day + amount * (unit === "weeks" ? 7 : 1);
}

/** The last day of the amount, where it begins on a day and nothing interrupts it. */
export function lastOfAmount({ amount }: Criterion, first: number): number {
  if ("days" in amount) return first + amount.days - 1;
  if ("isoWeeks" in amount) return first + 7 * amount.isoWeeks - 1;
  return monthsLater(first, "months" in amount ? amount.months : amount.calendarMonths) - 1;
}

/** First day after the longest course: of a stratum's own groups if any fits, else of all. */
export function afterLongest(
  terms: CourseTerms,
  referral: number,
  stratum?: Readonly<Record<string, string>>,
): number {
  const own = terms.lengths.filter(({ group = {} }) =>
    Object.keys(group).every((column) => group[column] === stratum?.[column]),
  );
  const lengths = stratum === undefined || own.length === 0 ? terms.lengths : own;
  const ends = lengths.map(({ length, extension }) => {
    const end = later(referral, length);
    return extension === undefined || extension === "unstated" ? end : later(end, extension);
  });
  return Math.max(...ends);
}
