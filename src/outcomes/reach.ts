import type { Day } from "../core/index.js";
import { bridged, minus, nextDay, nthDay, nthOther, union, within, type Days } from "./days.js";
import type { Measure } from "./amount.js";
import type { Evidence } from "./evidence.js";
import type { Cell, Place } from "./place.js";

/** Days that count in a place, interruptions bridged, and the days that count by themselves. */
export interface Counted {
  readonly days: Days;
  readonly own: Days;
}

/** The day on which the amount of a place was reached for certain; `Infinity` if it wasn't. */
export function reachedDay(place: Place, gap: number, evidence: Evidence): Day {
  return reachedBy(seenDays(place, gap, evidence), place, gap);
}

/** The first day after all that a reached amount takes of a place: the whole month or week, where most days were enough. */
export function reachedEnd(place: Place, gap: number, evidence: Evidence): Day {
  const seen = seenDays(place, gap, evidence);
  const cell = place.measure.kind === "cells" ? decisiveCell(seen, place, place.measure) : undefined;
  return cell === undefined ? reachedBy(seen, place, gap) + 1 : cell.end;
}

/** The first day on which a run may have begun in time, as far as was seen; `Infinity` if none can. */
export function mayBeginOn(place: Place, gap: number, evidence: Evidence): Day {
  const { starts } = place;
  const { days } = leftDays(place, gap, evidence);
  for (let at = 0; at < days.length; at += 2) {
    const start = days[at] ?? 0;
    if (start >= starts.start) return start < starts.end ? start : Infinity;
  }
  return Infinity;
}

function reachedBy(seen: Counted, place: Place, gap: number): Day {
  const { measure, window } = place;
  if (measure.kind === "run") return settled(reachedRun(seen.days, place, measure.end), gap, seen);
  if (measure.kind === "total") {
    return settled(nthDay(seen.days, window.start, place.seenEnd, place.neededDays), gap, seen);
  }
  const cell = decisiveCell(seen, place, measure);
  if (cell === undefined) return Infinity;
  return settled(nthDay(seen.days, cell.start, cell.end, cell.needed), gap, seen);
}

/** The month or week with which there are enough. */
function decisiveCell(
  { days }: Counted,
  { cells }: Place,
  { inRow, needed }: Extract<Measure, { readonly kind: "cells" }>,
): Cell | undefined {
  let kept = 0;
  return cells.find((cell) => {
    const counts = nthDay(days, cell.start, cell.end, cell.needed) < Infinity;
    kept = counts ? kept + 1 : inRow ? 0 : kept;
    return counts && kept === needed;
  });
}

/**
 * The first evening on which it was certain that the amount of a place can't be reached any more;
 * `Infinity` while it can, `-Infinity` if it never could. Asked only where it wasn't reached.
 */
export function lostDay(place: Place, gap: number, evidence: Evidence): Day {
  const { goneFrom } = evidence;
  const left = leftDays(place, gap, evidence);
  // A window without an end is never lost but by leaving, unless days that nobody saw may have reached the amount.
  if (place.window.end === Infinity) {
    return goneFrom < Infinity && reachedBy(left, place, gap) === Infinity ? goneFrom : Infinity;
  }
  const lost = lostWhere(left, place, gap, goneFrom);
  return lost === Infinity ? lost : Math.min(lost, goneFrom);
}

function lostWhere(left: Counted, place: Place, gap: number, goneFrom: Day): Day {
  const { days } = left;
  const { measure, window, cells, neededDays } = place;
  if (measure.kind === "run") return lostRun(left, place, gap, measure.end, goneFrom);
  if (measure.kind === "total") {
    const spare = window.end - window.start - neededDays;
    if (spare < 0) return -Infinity;
    return hopeless(nthOther(days, window.start, window.end, spare + 1), days, gap, place, goneFrom);
  }
  const spare = cells.length - measure.needed;
  if (spare < 0) return -Infinity;
  const broken = measure.inRow
    ? brokenLastRow(days, cells, measure.needed)
    : brokenBeyond(days, cells, spare);
  return hopeless(broken, days, gap, place, goneFrom);
}

/** Every row of so many has to have a broken one. They break in their order, so the first broken one of the last row decides. */
function brokenLastRow(days: Days, cells: readonly Cell[], needed: number): Day {
  let kept = 0;
  let decisive = Infinity;
  for (const [index, cell] of cells.entries()) {
    const day = brokenDay(days, cell);
    kept = day === Infinity ? kept + 1 : 0;
    if (kept === needed) return Infinity;
    if (index >= cells.length - needed && decisive === Infinity) decisive = day;
  }
  return decisive;
}

/** One more broken than can be spared. */
function brokenBeyond(days: Days, cells: readonly Cell[], spare: number): Day {
  let broken = 0;
  for (const cell of cells) {
    const day = brokenDay(days, cell);
    if (day < Infinity && ++broken > spare) return day;
  }
  return Infinity;
}

/** The day that leaves a month or week too few others. */
function brokenDay(days: Days, { start, end, needed }: Cell): Day {
  return nthOther(days, start, end, end - start - needed + 1);
}

function reachedRun(days: Days, { starts }: Place, endOf: (start: Day) => Day): Day {
  for (let at = 0; at < days.length; at += 2) {
    const start = days[at] ?? 0;
    if (start < starts.start) continue;
    if (start >= starts.end) break;
    const end = endOf(start);
    if (end <= (days[at + 1] ?? 0)) return end - 1;
  }
  return Infinity;
}

/** The first evening after which no run can begin in time or, begun in time, be long enough. */
function lostRun(
  { days, own }: Counted,
  place: Place,
  gap: number,
  endOf: (start: Day) => Day,
  goneFrom: Day,
): Day {
  const { starts, ownStart, lastStart: last } = place;
  if (last < starts.start) return -Infinity;
  let since = -Infinity; // the end of the run that was going on, or had just ended, on the last day to begin
  for (let at = 0; at < days.length; at += 2) {
    const [start, end] = [days[at] ?? 0, days[at + 1] ?? 0];
    if (start > last) break;
    if (start >= starts.start && endOf(start) <= end) return Infinity;
    // A run from before the first permitted day can't end and let another begin on the last one.
    if (ownStart && start < starts.start && end >= last - gap) return nextDay(own, last - gap - 1);
    since = end;
  }
  return since === -Infinity ? last : Math.max(last, hopeless(since, days, gap, place, goneFrom));
}

/**
 * The days of a place that were seen to count. Where runs have to begin by their own first day, one
 * whose first day wasn't observed doesn't begin in time for certain.
 */
export function seenDays(place: Place, gap: number, { certain, from }: Evidence): Counted {
  const { window, seenEnd, ownStart } = place;
  if (gap === 0 && looksInside(place)) return { days: certain, own: certain };
  const before = from === -Infinity ? [] : [-Infinity, from];
  const own = ownStart
    ? within(union(certain, before), -Infinity, seenEnd)
    : within(certain, window.start, seenEnd);
  return { days: bridged(own, gap), own };
}

/**
 * The days of a place that may count. Where runs have to begin by their own first day, an unobserved
 * day can help by not counting, since it lets a run begin after it: before coverage; and after it, where
 * a run that began too early still goes on when observation ends.
 */
function leftDays(place: Place, gap: number, evidence: Evidence): Counted {
  const { window, starts, ownStart } = place;
  const { certain, possible, from, until } = evidence;
  if (gap === 0 && looksInside(place)) return { days: possible, own: possible };
  const own = within(possible, ownStart ? Math.min(from, starts.start) : starts.start, window.end);
  const days = bridged(own, gap);
  if (!ownStart || !startsEarly(days, starts.start, until)) return { days, own };
  const resumes = Math.max(until + 1, (certain.at(-1) ?? -Infinity) + gap + 1, starts.start);
  const paused = minus(own, [until, resumes]);
  return { days: bridged(paused, gap), own: paused };
}

/** Whether days outside of the window aren't looked at anyway: where no run can reach out of it. */
function looksInside({ measure }: Place): boolean {
  return measure.kind !== "run";
}

/** Whether a run from before a day still goes on when observation ends. */
function startsEarly(days: Days, first: Day, until: Day): boolean {
  for (let at = 0; at < days.length; at += 2) {
    if ((days[at] ?? 0) < first && (days[at + 1] ?? 0) > until) return true;
  }
  return false;
}

/** The day that closes the interruption in which a bridged day lies; the day itself if it counts by itself. */
function settled(day: Day, gap: number, { own }: Counted): Day {
  return gap === 0 || day === Infinity ? day : nextDay(own, day);
}

/** The evening on which a day was certain not to count: an interruption can be bridged until it is too long. */
function hopeless(day: Day, days: Days, gap: number, { window }: Place, goneFrom: Day): Day {
  if (gap === 0 || !Number.isFinite(day) || day >= goneFrom) return day;
  let since = -Infinity;
  for (let at = 1; at < days.length && (days[at] ?? 0) <= day; at += 2) since = days[at] ?? 0;
  return since === -Infinity ? day : Math.max(day, Math.min(since + gap, window.end - 1));
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
  const left = leftDays({ ...place, window: { ...place.window, end: place.seenEnd } }, gap, evidence);
  return place.cells.map((each) => {
    const keptOn = settled(nthDay(seen.days, each.start, each.end, each.needed), gap, seen);
    const brokenOn = hopeless(brokenDay(left.days, each), left.days, gap, place, goneFrom);
    return {
      cell: each.cell,
      keptOn,
      brokenOn: brokenOn === Infinity ? brokenOn : Math.min(brokenOn, goneFrom),
    };
  });
}
