import {
  addMonths,
  civilOf,
  dayOf,
  formatDay,
  formatMonth,
  monthOf,
  monthStart,
  weekdayOf,
  type Day,
  type Period,
} from "../core/index.js";
import { citizensIn, observed, participantDays, type Census } from "./occupancy-days.js";
import type {
  OccupancyData,
  OccupancyGuarantee,
  OccupancyMonth,
  OccupancyStanding,
  OccupancyYear,
} from "./occupancy-types.js";

/** Each calendar month that the census has days of: the mean of its daily numbers. */
export function monthsOf(
  census: Census,
  guarantee: OccupancyGuarantee | undefined,
): readonly OccupancyMonth[] {
  const first = monthOf(census.start);
  const months = Array.from({ length: monthOf(census.end - 1) - first + 1 }, (_, index) => first + index);
  return months.map((month): OccupancyMonth => {
    const period = { start: monthStart(month), end: monthStart(month + 1) };
    const { start, end } = observed(census, period);
    const average = participantDays(census, period) / (end - start);
    return {
      month: formatMonth(month),
      days: end - start,
      participants: citizensIn(census, period),
      average,
      complete: period.end <= census.end,
      ...standing(average, guarantee),
    };
  });
}

/**
 * Each year that the census has weeks of. A week's number is the mean of its daily ones; a year's is their
 * sum over the weeks that had a participant, or over `weeksPerYear` where those are more (or as many as
 * have passed). A week belongs to the year of its Thursday.
 */
export function yearsOf(
  census: Census,
  openedOn: Day,
  kind: OccupancyData["year"],
  guarantee: OccupancyGuarantee | undefined,
): readonly OccupancyYear[] {
  return yearPeriods(census, openedOn, kind).flatMap((year): readonly OccupancyYear[] => {
    const weeks = weeksOf(census, year);
    if (weeks.length === 0) return [];
    const withParticipants = weeks.filter((week) => participantDays(census, week) > 0).length;
    const over = Math.max(withParticipants, Math.min(guarantee?.weeksPerYear ?? weeks.length, weeks.length));
    const average = sumOfMeans(census, weeks) / over;
    return [
      {
        from: formatDay(year.start),
        to: formatDay(year.end - 1),
        weeks: weeks.length,
        weeksWithParticipants: withParticipants,
        over,
        average,
        complete: year.end <= census.end,
        ...standing(average, guarantee),
      },
    ];
  });
}

function yearPeriods(census: Census, openedOn: Day, kind: OccupancyData["year"]): readonly Period[] {
  const startOf = (number: number): Day =>
    kind === "calendar-year"
      ? dayOf(civilOf(openedOn).year + number, 1, 1)
      : addMonths(openedOn, 12 * number);
  const years: Period[] = [];
  for (let number = 0; startOf(number) < census.end; number++) {
    years.push({ start: startOf(number), end: startOf(number + 1) });
  }
  const [first, ...later] = years; // who came before the opening belongs to the first year
  return first === undefined ? [] : [{ ...first, start: Math.min(first.start, census.start) }, ...later];
}

/** ISO weeks of a year whose Thursday the census has, and the week in which it begins. */
function weeksOf(census: Census, year: Period): readonly Period[] {
  const weeks: Period[] = [];
  const first = census.start - weekdayOf(census.start) + 4;
  for (let thursday = first; thursday < Math.min(census.end, year.end); thursday += 7) {
    const begins = Math.max(thursday, census.start) >= year.start;
    if (begins) weeks.push({ start: thursday - 3, end: thursday + 4 });
  }
  return weeks;
}

/** Σ of the weeks' daily means; whole weeks are added up before they are divided, so that whole means stay whole. */
function sumOfMeans(census: Census, weeks: readonly Period[]): number {
  let whole = 0;
  let parts = 0;
  for (const week of weeks) {
    const { start, end } = observed(census, week);
    if (end - start === 7) whole += participantDays(census, week);
    else parts += participantDays(census, week) / (end - start);
  }
  return whole / 7 + parts;
}

function standing(
  average: number,
  guarantee: OccupancyGuarantee | undefined,
): { readonly standing?: OccupancyStanding } {
  if (guarantee === undefined) return {};
  const { least = 0, most = Infinity } = guarantee;
  if (average < least) return { standing: "below" };
  return { standing: average > most ? "above" : "within" };
}
