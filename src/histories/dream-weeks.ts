import { competitionError } from "../core/index.js";
import type { CodeMap, Meaning } from "./codes-map.js";
import type { DreamRow, DreamTable } from "./dream-types.js";
import { readWeek, type Week } from "./weeks.js";

/** The number of the meaning of a code that the map doesn't have in that week. */
export const UNKNOWN = -2;
/** The number of what a blank week means: no benefit was recorded. */
export const BLANK = -3;

/** Receives weeks one after another that mean the same; `code` is "" where they are blank. */
export type WeekVisitor = (first: Week, last: Week, state: number, code: string) => void;

/** The weeks of a register that are of interest, both inclusive. */
export interface WeekRange {
  readonly first: Week;
  readonly last: Week;
}

/** The weeks that a register has columns for. */
export function coveredWeeks({ source, firstWeek, lastWeek }: DreamTable): WeekRange {
  const [first, last] = [weekAt(source.name, firstWeek), weekAt(source.name, lastWeek)];
  if (first <= last) return { first, last };
  throw impossibleWeeks(source.name, `${firstWeek} to ${lastWeek}`);
}

/**
 * Tells the meaning of each week of a citizen, in order, within a range.
 *
 * A code that changes its meaning in the middle of a run splits it.
 *
 * @throws CompetitionError `impossible-weeks` for rows that no file gave: no weeks of the calendar, out of order, or
 * outside of the register's.
 */
export function visitWeeks(
  { citizen, weeks }: DreamRow,
  covered: WeekRange,
  range: WeekRange,
  codes: CodeMap,
  visit: WeekVisitor,
): void {
  const within: WeekVisitor = (first, last, state, code) => {
    const [from, to] = [Math.max(first, range.first), Math.min(last, range.last)];
    if (from <= to) visit(from, to, state, code);
  };
  let next = covered.first;
  for (const { code, from, to } of weeks) {
    const [first, last] = [weekAt(citizen, from), weekAt(citizen, to)];
    if (first < next || last < first || last > covered.last)
      throw impossibleWeeks(citizen, `${from} to ${to}`);
    within(next, first - 1, BLANK, "");
    visitMeanings(first, last, codes.get(code) ?? [], (a, b, state) => within(a, b, state, code));
    next = last + 1;
  }
  within(next, covered.last, BLANK, "");
}

function visitMeanings(
  first: Week,
  last: Week,
  meanings: readonly Meaning[],
  visit: (first: Week, last: Week, state: number) => void,
): void {
  let next = first;
  for (const meaning of meanings) {
    const [from, to] = [Math.max(meaning.first, next), Math.min(meaning.last, last)];
    if (from > to) continue;
    if (next < from) visit(next, from - 1, UNKNOWN);
    visit(from, to, meaning.state);
    next = to + 1;
  }
  if (next <= last) visit(next, last, UNKNOWN);
}

const KNOWN = new Map<string, Week>(); // no more texts than the calendar has weeks

function weekAt(where: string, text: string): Week {
  const known = KNOWN.get(text) ?? readWeek(text);
  if (known === undefined) throw impossibleWeeks(where, text);
  KNOWN.set(text, known);
  return known;
}

function impossibleWeeks(where: string, received: string): Error {
  return competitionError({
    code: "impossible-weeks",
    path: `weeks of ${where}`,
    received,
    expected: "weeks of the calendar as YYYY-Www, in order and each once, from firstWeek to lastWeek",
  });
}
