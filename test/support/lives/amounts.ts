import type { Criterion } from "../../../src/outcomes/index.js";
import { cellsNeeded, cellsOf, cellUnit } from "./cells.js";
import { monthsLater } from "./dates.js";
import { countDays, everyDay, firstDay, type Days } from "./life.js";
import { lastOfAmount } from "./spans.js";

type Counts = (day: number) => boolean;

/** Whether the amount is reached by the days of a window; a run may go on beyond it up to the last day. */
export function isReached(window: Days, last: number, criterion: Criterion, counts: Counts): boolean {
  const fills = withGapsBridged({ first: window.first, last }, counts, gapOf(criterion));
  const unit = cellUnit(criterion);
  if (unit !== undefined) return isReachedByCells(cellsOf(window, unit, criterion.edges), criterion, fills);
  if (criterion.continuity === "cumulative") return countDays(window, fills) >= daysNeeded(window, criterion);
  const begins = (day: number): boolean => fills(day) && !fills(day - 1);
  return firstDay(window, (day) => begins(day) && isWhole(criterion, day, fills)) !== undefined;
}

/** Whether a run that begins on a day is long enough by the end of the last. */
export function lastsFrom(first: number, last: number, criterion: Criterion, counts: Counts): boolean {
  const until = Math.min(last, lastOfAmount(criterion, first) + gapOf(criterion) + 1);
  return isWhole(criterion, first, withGapsBridged({ first, last: until }, counts, gapOf(criterion)));
}

export function gapOf({ gapTolerance }: Criterion): number {
  return gapTolerance?.days ?? 0;
}

function isWhole(criterion: Criterion, first: number, fills: Counts): boolean {
  return everyDay({ first, last: lastOfAmount(criterion, first) }, fills);
}

/** Of some days those that count, and those between two of them with no more than `gap` days between. */
function withGapsBridged({ first, last }: Days, counts: Counts, gap: number): Counts {
  if (gap === 0) return (day) => first <= day && day <= last && counts(day);
  const filled = new Uint8Array(Math.max(0, last - first + 1));
  let before = -Infinity;
  for (let day = first; day <= last; day++) {
    if (!counts(day)) continue;
    filled.fill(1, day - before - 1 <= gap ? before - first : day - first, day - first + 1);
    before = day;
  }
  return (day) => filled[day - first] === 1;
}

/** Cumulative days; those of months are as many as the first so many months of the window have. */
function daysNeeded({ first }: Days, { amount }: Criterion): number {
  if ("days" in amount) return amount.days;
  return monthsLater(first, Object.values(amount)[0] ?? 0) - first;
}

function isReachedByCells(cells: readonly Days[], criterion: Criterion, fills: Counts): boolean {
  let [inRow, longestRow, inAll] = [0, 0, 0];
  for (const cell of cells) {
    const good = countDays(cell, fills);
    const others = cell.last - cell.first + 1 - good;
    const cellCounts = criterion.dayRule === "most-days" ? good > others : others === 0;
    inRow = cellCounts ? inRow + 1 : 0;
    inAll = cellCounts ? inAll + 1 : inAll;
    longestRow = Math.max(longestRow, inRow);
  }
  return (criterion.continuity === "consecutive" ? longestRow : inAll) >= cellsNeeded(criterion);
}
