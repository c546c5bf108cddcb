import type { Day } from "../core/index.js";
import type { Cell, CellMeasure } from "./cells.js";
import { hopeless, leftDays, seenDays, settled } from "./counted.js";
import { bridged, EVER, NEVER, nthDay, nthOther, runAfter, type Days } from "./days.js";
import type { Evidence } from "./evidence.js";
import type { Place } from "./place.js";

/** The month or week with which there are enough; nothing where there aren't. */
export function decisiveCell(
  days: Days,
  cells: readonly Cell[],
  { inRow, needed }: CellMeasure,
): Cell | undefined {
  let kept = 0;
  let at = 0; // the runs of days before it end before the cell
  let left = cells.length;
  for (const cell of cells) {
    if (left < needed - kept) return undefined;
    left--;
    at = runAfter(days, cell.start, at);
    const counts = nthDay(days, cell.start, cell.end, cell.needed, at) < NEVER;
    kept = counts ? kept + 1 : inRow ? 0 : kept;
    if (counts && kept === needed) return cell;
  }
  return undefined;
}

/** The day that leaves too few months or weeks that could still count; `NEVER` if enough could, `EVER` if there never were. */
export function lostWith(days: Days, cells: readonly Cell[], { inRow, needed }: CellMeasure): Day {
  const spare = cells.length - needed;
  if (spare < 0) return EVER;
  return inRow ? brokenLastRow(days, cells, needed) : brokenBeyond(days, cells, spare);
}

/** Every row of so many has to have a broken one. They break in their order, so the first broken one of the last row decides. */
function brokenLastRow(days: Days, cells: readonly Cell[], needed: number): Day {
  let kept = 0;
  let at = 0;
  let left = cells.length;
  let decisive = NEVER;
  for (const cell of cells) {
    at = runAfter(days, cell.start, at);
    const day = brokenDay(days, cell, at);
    kept = day === NEVER ? kept + 1 : 0;
    if (kept === needed) return NEVER;
    if (left <= needed && decisive === NEVER) decisive = day;
    left--;
  }
  return decisive;
}

/** One more broken than can be spared. */
function brokenBeyond(days: Days, cells: readonly Cell[], spare: number): Day {
  let broken = 0;
  let at = 0;
  for (const cell of cells) {
    at = runAfter(days, cell.start, at);
    const day = brokenDay(days, cell, at);
    if (day < NEVER && ++broken > spare) return day;
  }
  return NEVER;
}

/** The day that leaves a month or week too few others. */
function brokenDay(days: Days, { start, end, needed }: Cell, at: number): Day {
  return nthOther(days, start, end, end - start - needed + 1, at);
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
    const keptOn = settled(nthDay(days, each.start, each.end, each.needed), gap, seen);
    const brokenOn = hopeless(brokenDay(left, each, 0), left, gap, place, goneFrom);
    return {
      cell: each.cell,
      keptOn,
      brokenOn: brokenOn === NEVER ? brokenOn : Math.min(brokenOn, goneFrom),
    };
  });
}
