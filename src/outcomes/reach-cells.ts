import type { Day } from "../core/index.js";
import type { Cell, CellMeasure } from "./cells.js";
import { hopeless, leftDays, seenDays, settled } from "./counted.js";
import { bridged, NEVER, nthDay, nthOther, runAfter, type Days } from "./days.js";
import type { Evidence } from "./evidence.js";
import type { Place } from "./place.js";

/**
 * The month or week that decides over a place: with it there are enough that count, or too few can follow. Whether it
 * counts itself tells which. Nothing where there never were enough.
 */
export function decidingCell(
  days: Days,
  cells: readonly Cell[],
  { inRow, needed }: CellMeasure,
): Cell | undefined {
  const spare = cells.length - needed;
  if (spare < 0) return undefined;
  let kept = 0;
  let at = 0; // the runs of days before it end before the cell
  for (let index = 0; ; index++) {
    const cell = cells[index];
    if (cell === undefined) return undefined;
    at = runAfter(days, cell.start, at);
    if (counts(days, cell, at)) {
      if (++kept === needed) return cell;
      continue;
    }
    // A row would have to begin behind it; else it is one more of those that don't count.
    const lost = inRow ? index + 1 : index + 1 - kept;
    if (lost > spare) return cell;
    if (inRow) kept = 0;
  }
}

/** @param at Where a run stands before which all end before the month or week. */
function counts(days: Days, { start, end, needed }: Cell, at: number): boolean {
  return nthDay(days, start, end, needed, at) < NEVER;
}

/** The day with which a month or week counts. */
export function keptDay(days: Days, { start, end, needed }: Cell): Day {
  return nthDay(days, start, end, needed);
}

/** The day that leaves a month or week too few others. */
export function brokenDay(days: Days, { start, end, needed }: Cell): Day {
  return nthOther(days, start, end, end - start - needed + 1);
}

/** A month or week of a window: the evening on which it was certain that it counts, or that it doesn't. */
export interface CellStanding {
  readonly cell: number;
  readonly keptOn: Day;
  readonly brokenOn: Day;
}

/** Every month or week of a place with what is known of it. */
export function cellStandings(place: Place, gap: number, evidence: Evidence): readonly CellStanding[] {
  const { goneFrom } = evidence;
  const seen = seenDays(place, gap, evidence);
  const days = bridged(seen, gap);
  const left = bridged(
    leftDays({ ...place, window: { ...place.window, end: place.seenEnd } }, gap, evidence),
    gap,
  );
  return place.cells.map((each) => {
    const keptOn = settled(keptDay(days, each), gap, seen);
    const brokenOn = hopeless(brokenDay(left, each), left, gap, place, goneFrom);
    return {
      cell: each.cell,
      keptOn,
      brokenOn: brokenOn === NEVER ? brokenOn : Math.min(brokenOn, goneFrom),
    };
  });
}
