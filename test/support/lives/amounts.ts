import type { Criterion } from "../../../src/outcomes/index.js";
import { cellsNeeded, cellsOf, cellUnit } from "./cells.js";
import { monthsLater } from "./dates.js";
import { daysOf, type Days } from "./life.js";
import { lastOfAmount } from "./spans.js";

type Counts = (day: number) => boolean;

/** Whether the amount is reached by the days of a window; a run may go on beyond it up to the last day. */
export function isReached(window: Days, last: number, criterion: Criterion, counts: Counts): boolean {
  const filled = withGapsBridged({ first: window.first, last }, counts, gapOf(criterion));
  const unit = cellUnit(criterion);
  if (unit !== undefined) return isReachedByCells(cellsOf(window, unit, criterion.edges), criterion, filled);
  if (criterion.continuity === "cumulative") {
    return daysOf(window).filter((day) => filled.has(day)).length >= daysNeeded(window, criterion);
  }
  return daysOf(window).some(
    (first) => filled.has(first) && !filled.has(first - 1) && isWhole(criterion, first, filled),
  );
}

/** Whether a run that begins on a day is long enough by the end of the last. */
export function lastsFrom(first: number, last: number, criterion: Criterion, counts: Counts): boolean {
  const until = Math.min(last, lastOfAmount(criterion, first) + gapOf(criterion) + 1);
  return isWhole(criterion, first, withGapsBridged({ first, last: until }, counts, gapOf(criterion)));
}

export function gapOf({ gapTolerance }: Criterion): number {
  return gapTolerance?.days ?? 0;
}

function isWhole(criterion: Criterion, first: number, filled: ReadonlySet<number>): boolean {
  return daysOf({ first, last: lastOfAmount(criterion, first) }).every((day) => filled.has(day));
}

/** The days that count, and those between two of them with no more than `gap` days between. */
function withGapsBridged(days: Days, counts: Counts, gap: number): ReadonlySet<number> {
  const filled = new Set<number>();
  let before = -Infinity;
  for (const day of daysOf(days)) {
    if (!counts(day)) continue;
    const between = day - before - 1;
    if (between <= gap) for (let bridged = before + 1; bridged < day; bridged++) filled.add(bridged);
    filled.add(day);
    before = day;
  }
  return filled;
}

/** Cumulative days; those of months are as many as the first so many months of the window have. */
function daysNeeded({ first }: Days, { amount }: Criterion): number {
  if ("days" in amount) return amount.days;
  return monthsLater(first, Object.values(amount)[0] ?? 0) - first;
}

function isReachedByCells(
  cells: readonly Days[],
  criterion: Criterion,
  filled: ReadonlySet<number>,
): boolean {
  let [inRow, longestRow, inAll] = [0, 0, 0];
  for (const cell of cells) {
    const days = daysOf(cell);
    const good = days.filter((day) => filled.has(day)).length;
    const cellCounts = criterion.dayRule === "most-days" ? good > days.length - good : good === days.length;
    inRow = cellCounts ? inRow + 1 : 0;
    inAll = cellCounts ? inAll + 1 : inAll;
    longestRow = Math.max(longestRow, inRow);
  }
  return (criterion.continuity === "consecutive" ? longestRow : inAll) >= cellsNeeded(criterion);
}
