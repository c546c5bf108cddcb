import { dayOf, formatWeek, isoWeekOf, monthOf, monthStart, type Day, type Period } from "../core/index.js";

/** An ISO week as a whole number: week w is the one whose Thursday is day 7w. */
export type Week = number;

/**
 * Which month a week across two of them belongs to.
 *
 * `overlap`: its days are Monday to Sunday as they lie, so that it reaches into both. `thursday`: the month of its
 * Thursday, as in DREAM's analyses; every month is then made of whole weeks.
 */
export type MonthOfWeek = "overlap" | "thursday";

/** The days that a week stands for. */
export function daysOfWeek(week: Week, rule: MonthOfWeek): Period {
  const thursday = week * 7;
  const [monday, nextMonday] = [thursday - 3, thursday + 4];
  if (rule === "overlap") return { start: monday, end: nextMonday };
  const month = monthOf(thursday);
  return {
    start: monthOf(thursday - 7) < month ? monthStart(month) : monday,
    end: monthOf(thursday + 7) > month ? monthStart(month + 1) : nextMonday,
  };
}

/** A week of an ISO year, or nothing where that year has no such week: week 53 exists in one of five or six. */
export function weekOf(year: number, week: number): Week | undefined {
  const fourth = dayOf(year, 1, 4); // always in week 1
  const number = weekHolding(fourth) + week - 1;
  return week >= 1 && isoWeekOf(number * 7).year === year ? number : undefined;
}

/** The week that a day belongs to. */
export function weekHolding(day: Day, rule: MonthOfWeek = "overlap"): Week {
  const week = Math.floor((day + 3) / 7);
  const { start, end } = daysOfWeek(week, rule);
  return day < start ? week - 1 : day >= end ? week + 1 : week;
}

const ISO_WEEK = /^(\d{4})-?W(\d{2})$/i;

/** Reads `2004-W53` or `2004W53`; gives `undefined` for anything that isn't a week of the calendar. */
export function readWeek(text: string): Week | undefined {
  const [, year, week] = ISO_WEEK.exec(text) ?? [];
  return year === undefined || week === undefined ? undefined : weekOf(Number(year), Number(week));
}

/** A week as `2004-W53`. */
export function nameOfWeek(week: Week): string {
  return formatWeek(week * 7);
}
