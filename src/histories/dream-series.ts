import { weekOf, type Week } from "./weeks.js";

/** A column of one week or month; without a number where the calendar has no such week or month. */
export interface DatedColumn {
  readonly heading: string;
  readonly position: number;
  readonly number: number | undefined;
}

/** Columns of consecutive weeks or months: the first one's number, and where each stands, -1 for none. */
export interface Series {
  readonly first: number;
  readonly positions: Int32Array;
}

/** The prefix that DREAM's own weekly columns have. */
export const USUAL_PREFIX = "y_";

const DIGITS_AT_END = /^(.*?)(\d{4}|\d{6})$/;

/**
 * What the headings of weeks begin with: `y_` if there are any of these, or else the prefix of most columns that end
 * in a year and week, if each of its columns does.
 */
export function weekPrefixOf(headings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const heading of headings) {
    const [, prefix, digits] = DIGITS_AT_END.exec(heading) ?? [];
    if (prefix === undefined || digits === undefined || /\d$/.test(prefix)) continue;
    const known = counts.get(prefix) ?? 0;
    counts.set(prefix, weekOfDigits(digits) === undefined ? -Infinity : known + 1);
  }
  if (counts.has(USUAL_PREFIX)) return USUAL_PREFIX;
  const [best] = [...counts].filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? USUAL_PREFIX;
}

/** The columns of weeks: a prefix with `YYWW` or `YYYYWW` after it. */
export function weekColumns(headings: readonly string[], prefix: string): readonly DatedColumn[] {
  return columnsAfter(headings, prefix, /^(?:\d{4}|\d{6})$/, weekOfDigits);
}

/** The columns of months: a prefix with `YYYY_MM` after it. */
export function monthColumns(headings: readonly string[], prefix: string): readonly DatedColumn[] {
  return columnsAfter(headings, prefix, /^\d{4}_?\d{2}$/, (digits) => {
    const month = Number(digits.slice(-2));
    return month >= 1 && month <= 12 ? Number(digits.slice(0, 4)) * 12 + month - 1 : undefined;
  });
}

function columnsAfter(
  headings: readonly string[],
  prefix: string,
  shape: RegExp,
  numberOf: (digits: string) => number | undefined,
): readonly DatedColumn[] {
  return headings.flatMap((heading, position) => {
    const digits = heading.slice(prefix.length);
    const meant =
      heading.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase() && shape.test(digits);
    return meant ? [{ heading, position, number: numberOf(digits) }] : [];
  });
}

/** `9201` is 1992 and `0401` 2004, as the register counts: below 90 begins a year of this century. */
function weekOfDigits(digits: string): Week | undefined {
  const year = Number(digits.slice(0, -2));
  const full = digits.length > 4 ? year : year < 90 ? 2000 + year : 1900 + year;
  return weekOf(full, Number(digits.slice(-2)));
}

/** Columns in order of time, from the first number to the last. */
export function seriesOf(columns: readonly DatedColumn[], first: number, last: number): Series {
  const positions = new Int32Array(Math.max(0, last - first + 1)).fill(-1);
  for (const { number, position } of columns) if (number !== undefined) positions[number - first] = position;
  return { first, positions };
}

/** Columns whose week or month an earlier one has too. */
export function repeatedColumns(columns: readonly DatedColumn[]): readonly DatedColumn[] {
  const seen = new Set<number>();
  return columns.filter(({ number }) => {
    const repeated = number !== undefined && seen.has(number);
    if (number !== undefined) seen.add(number);
    return repeated;
  });
}

/** Runs of numbers that are missing between the least and the greatest, both ends inclusive. */
export function gapsIn(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted.flatMap((number, index) => {
    const next = sorted[index + 1];
    return next === undefined || next <= number + 1 ? [] : [[number + 1, next - 1] as const];
  });
}
