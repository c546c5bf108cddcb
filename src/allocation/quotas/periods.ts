import {
  addMonths,
  formatDay,
  formatMonth,
  formatWeek,
  monthOf,
  monthStart,
  civilOf,
  dayOf,
  weekdayOf,
  type Day,
  type Period,
} from "../../core/index.js";
import type { QuotaPeriod } from "../types.js";

/** Kinds of periods that follow each other without end. */
export type RunningPeriod = Exclude<QuotaPeriod, "first-week">;

/** One period: its name among those of its kind, its number (the next one has the next), and its days. */
export interface NamedPeriod extends Period {
  readonly name: string;
  readonly number: number;
}

/**
 * The day by which quotas count a referral: the Thursday of its ISO week where weeks are drawn together, so
 * that a week never falls into two periods; the day of the referral where citizens are drawn one at a time.
 */
export function quotaDay(draws: "batch" | "single", referredOn: Day): Day {
  return draws === "batch" ? thursdayOf(referredOn) : referredOn;
}

/** The period of a kind that a day belongs to, in a ledger opened on a day. */
export function periodOf(per: RunningPeriod, day: Day, openedOn: Day): NamedPeriod {
  return PERIODS[per](day, openedOn);
}

const PERIODS: Readonly<Record<RunningPeriod, (day: Day, openedOn: Day) => NamedPeriod>> = {
  "iso-week": (day) => {
    const start = thursdayOf(day) - 3;
    return { name: formatWeek(day), number: (start - FIRST_MONDAY) / 7, start, end: start + 7 };
  },
  "calendar-month": (day) => {
    const month = monthOf(day);
    return { name: formatMonth(month), number: month, start: monthStart(month), end: monthStart(month + 1) };
  },
  "calendar-year": (day) => {
    const { year } = civilOf(day);
    return {
      name: formatDay(day).slice(0, 4),
      number: year,
      start: dayOf(year, 1, 1),
      end: dayOf(year + 1, 1, 1),
    };
  },
  "agreement-year": (day, openedOn) => {
    const last = Math.max(0, Math.floor((monthOf(day) - monthOf(openedOn)) / 12));
    const number = last > 0 && addMonths(openedOn, 12 * last) > day ? last - 1 : last;
    const opened = addMonths(openedOn, 12 * number);
    // The Thursday of the opening's week may lie before the opening.
    const start = number === 0 ? Math.min(opened, thursdayOf(opened)) : opened;
    return { name: formatDay(opened), number, start, end: addMonths(openedOn, 12 * (number + 1)) };
  },
};

const FIRST_MONDAY = -3; // 1969-12-29

/**
 * How many allocations a minimum of `least` a period asks for through the ISO week of a day, from the week
 * of the opening: of each period ⌊least·j/J⌋, j being its weeks that have come since the opening, of J. A
 * period that lies wholly between is asked for in full. Weeks belong to the period of their Thursday.
 */
export function dueThrough(per: RunningPeriod, least: number, openedOn: Day, day: Day): number {
  const from = thursdayOf(openedOn);
  const through = thursdayOf(day);
  if (through < from) return 0;
  const first = periodOf(per, from, openedOn);
  const last = periodOf(per, through, openedOn);
  const part = (period: NamedPeriod, start: Day, end: Day): number =>
    Math.floor((least * thursdaysIn(start, end)) / thursdaysIn(period.start, period.end));
  return first.number === last.number
    ? part(last, from, through + 1)
    : part(first, from, first.end) +
        least * (last.number - first.number - 1) +
        part(last, last.start, through + 1);
}

function thursdayOf(day: Day): Day {
  return day - weekdayOf(day) + 4;
}

/** Thursdays from a day to the day before another; day 0, 1970-01-01, was one. */
function thursdaysIn(start: Day, end: Day): number {
  return Math.ceil(end / 7) - Math.ceil(start / 7);
}
