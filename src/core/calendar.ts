import { competitionError } from "./errors.js";

/**
 * A civil day as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar.
 *
 * No clock time and no time zone exist here, so no daylight saving can move a day.
 */
export type Day = number;

/** A half-open run of days: `start` belongs to it, `end` does not. Exists only inside the package. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** A calendar month as a whole number: `year * 12 + (month - 1)`. */
export type Month = number;

const DAYS_BEFORE_MARCH_YEAR = 719_468; // days from 0000-03-01 to 1970-01-01

/** Day number of a year, month (1–12) and day of month (Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - DAYS_BEFORE_MARCH_YEAR;
}

/** Year, month (1–12) and day of month of a day number. */
export function civilOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const z = day + DAYS_BEFORE_MARCH_YEAR;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** Number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DANISH = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/;

/**
 * Reads an ISO date (`2005-12-31`) or a Danish one (`31-12-2005`, `31.12.2005`, `31/12/2005`), or
 * gives `undefined` for anything that isn't a day of the calendar.
 */
export function readDay(text: string): Day | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const danish = DANISH.exec(text);
  if (danish !== null) return checkedDay(Number(danish[3]), Number(danish[2]), Number(danish[1]));
  return undefined;
}

function checkedDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, dayOfMonth);
}

/**
 * The day number of an ISO date that a caller gave.
 *
 * @throws CompetitionError `impossible-date` if the text is no ISO date of the calendar.
 */
export function parseDay(text: string, path: string): Day {
  const day = typeof text === "string" && ISO.test(text) ? readDay(text) : undefined;
  if (day === undefined) {
    throw competitionError({
      code: "impossible-date",
      path,
      received: text,
      expected: "a day of the calendar as YYYY-MM-DD",
    });
  }
  return day;
}

/** A day as an ISO date. */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = civilOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The month that holds a day. */
export function monthOf(day: Day): Month {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** The first day of a month. */
export function monthStart(month: Month): Day {
  return dayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

/** A month as `2005-03`. */
export function formatMonth(month: Month): string {
  return formatDay(monthStart(month)).slice(0, 7);
}

/**
 * The same day of the month `months` later; where that month is shorter, its last day
 * (31 August + 6 months = 28 or 29 February).
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = civilOf(day);
  const target = year * 12 + month - 1 + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  return dayOf(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

/** Monday = 1 … Sunday = 7. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday
}

/** The ISO 8601 week that holds a day: the week belongs to the year that holds its Thursday. */
export function isoWeekOf(day: Day): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/** The ISO week that holds a day, as `2005-W03`. */
export function formatWeek(day: Day): string {
  const { year, week } = isoWeekOf(day);
  return `${year}-W${String(week).padStart(2, "0")}`;
}
