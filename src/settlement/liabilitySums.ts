import { formatMonth, type Month } from "../core/index.js";
import { totalOf, type ByMonth, type Drawn } from "./liabilityEstimate.js";
import type { ExpectedAmount, OpenAmount, PaymentInterval } from "./liabilityTypes.js";

/** Amounts by month of one bonus, or of several. */
export interface Monthly {
  readonly certain: ByMonth;
  readonly expected: ByMonth;
  /** In each of the ways that were drawn; absent without a seed. */
  readonly draws: readonly Drawn[] | undefined;
}

/** How they are told. */
export interface Telling {
  readonly firstMonth: Month;
  /** How many months one by one. */
  readonly months: number;
  readonly level: number;
  /** What can be paid at most, which no interval exceeds. */
  readonly most: number;
}

/** The sum of lists of amounts, month by month. */
export function sumOfMonths(lists: readonly ByMonth[]): ByMonth {
  const length = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length }, (_, month) => lists.reduce((sum, list) => sum + (list[month] ?? 0), 0));
}

/** Several together: what is drawn is summed way by way, so that the interval is that of the sum. */
export function sumOfBonuses(bonuses: readonly Monthly[]): Monthly {
  const ways = bonuses[0]?.draws?.length;
  return {
    certain: sumOfMonths(bonuses.map(({ certain }) => certain)),
    expected: sumOfMonths(bonuses.map(({ expected }) => expected)),
    draws:
      ways === undefined
        ? undefined
        : Array.from({ length: ways }, (_, way) => ({
            paid: sumOfMonths(bonuses.map(({ draws }) => draws?.[way]?.paid ?? [])),
            beyond: sumOfMonths(bonuses.map(({ draws }) => draws?.[way]?.beyond ?? [])),
          })),
  };
}

/** Amounts by month as they are told: in all, for each of the months asked for, and for what comes later. */
export function tellMonths(
  monthly: Monthly,
  { firstMonth, months, level, most }: Telling,
): Pick<OpenAmount, "months" | "later" | keyof ExpectedAmount> {
  const between = (from: number, to?: number): ExpectedAmount =>
    amountBetween(monthly, { from, to }, level, most);
  return {
    ...between(0),
    months: Array.from({ length: months }, (_, month) => ({
      month: formatMonth(firstMonth + month),
      ...between(month, month + 1),
    })),
    later: between(months),
  };
}

/** Months by their number, the last of them left out; all later ones without it. */
interface Months {
  readonly from: number;
  readonly to: number | undefined;
}

function amountBetween(
  { certain, expected, draws }: Monthly,
  { from, to }: Months,
  level: number,
  most: number,
): ExpectedAmount {
  const sum = (list: ByMonth): number => totalOf(list.slice(from, to));
  return {
    certain: sum(certain),
    expected: sum(expected),
    interval: draws === undefined ? null : intervalBetween(draws, { from, to }, level, most),
  };
}

/**
 * The central share of the ways that were drawn: the narrowest limits that leave out no more than half of the rest on
 * either side. What takes longer than anyone has been followed fails for the lower, and succeeds for the upper in
 * any month in which it can be paid.
 */
function intervalBetween(
  draws: readonly Drawn[],
  { from, to }: Months,
  level: number,
  most: number,
): PaymentInterval {
  const out = Math.floor(((1 - level) / 2) * draws.length);
  const lowest = draws.map(({ paid }) => totalOf(paid.slice(from, to)));
  const highest = draws.map(({ beyond }, way) => (lowest[way] ?? 0) + totalOf(beyond.slice(0, to)));
  return {
    lower: Float64Array.from(lowest).toSorted()[out] ?? 0,
    upper: Math.min(most, Float64Array.from(highest).toSorted()[draws.length - 1 - out] ?? 0),
  };
}
