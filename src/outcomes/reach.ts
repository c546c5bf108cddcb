import type { Day, Period } from "../core/index.js";
import type { Measure } from "./amount.js";
import { bridged, minus, nextDay, nthDay, nthOther, union, within, type Days } from "./days.js";
import type { Evidence } from "./evidence.js";
import type { Setting } from "./setting.js";

/**
 * When an amount was reached, and when it was lost: the first evening on which it was certain that
 * it is reached, or that it can't be any more. `Infinity` while it isn't; `lostOn` is `-Infinity` if
 * it never was possible. At most one of the two is a day.
 */
export interface Reach {
  readonly reachedOn: Day;
  readonly lostOn: Day;
}

const LONGEST_MONTH = 31;

/** Days that count in a setting, interruptions bridged, and how bridging was decided. */
interface Counted {
  readonly days: Days;
  /** The days that count by themselves. */
  readonly own: Days;
  readonly window: Period;
  readonly gap: number;
  readonly goneFrom: Day;
}

/** Looks for an amount in a setting. */
export function reach(measure: Measure, gap: number, setting: Setting, evidence: Evidence): Reach {
  const reachedOn = reached(measure, setting, seenDays(gap, setting, evidence));
  if (reachedOn < Infinity) return { reachedOn, lostOn: Infinity };
  // A window without an end is never lost but by leaving.
  if (setting.window.end === Infinity) return { reachedOn, lostOn: evidence.goneFrom };
  const lostOn = lost(measure, setting, leftDays(gap, setting, evidence));
  return { reachedOn, lostOn: lostOn === Infinity ? lostOn : Math.min(lostOn, evidence.goneFrom) };
}

/**
 * The days of a setting that were seen to count. Where runs have to begin by their own first day, one
 * whose first day wasn't observed doesn't begin in time for certain.
 */
function seenDays(gap: number, { window, ownStart }: Setting, evidence: Evidence): Counted {
  const { certain, from, until, goneFrom } = evidence;
  const { start } = window;
  // A window without an end is looked at as far as was seen, to the end of the month that was under way.
  const end = window.end === Infinity ? Math.max(start, until) + LONGEST_MONTH : window.end;
  const before = from === -Infinity ? [] : [-Infinity, from];
  const own = ownStart ? within(union(certain, before), -Infinity, end) : within(certain, start, end);
  return { days: bridged(own, gap), own, window: { start, end }, gap, goneFrom };
}

/**
 * The days of a setting that may count. Where runs have to begin by their own first day, an unobserved
 * day can help by not counting, since it lets a run begin after it: before coverage; and after it, where
 * a run that began too early still goes on when observation ends.
 */
function leftDays(gap: number, { window, starts, ownStart }: Setting, evidence: Evidence): Counted {
  const { certain, possible, from, until, goneFrom } = evidence;
  const unseenBegin = !ownStart || from >= starts.start;
  let own = within(possible, unseenBegin ? starts.start : -Infinity, window.end);
  let days = bridged(own, gap);
  const early = (at: number): boolean => (days[at] ?? 0) < starts.start && (days[at + 1] ?? 0) > until;
  if (days.some((_, at) => at % 2 === 0 && early(at))) {
    own = minus(own, [until, Math.max(until + 1, (certain.at(-1) ?? until) + gap + 1)]);
    days = bridged(own, gap);
  }
  return { days, own, window, gap, goneFrom };
}

/** The day that closes the interruption in which a bridged day lies; the day itself if it counts by itself. */
function settled(day: Day, { own, gap }: Counted): Day {
  return gap === 0 || day === Infinity ? day : nextDay(own, day);
}

/** The evening on which a day was certain not to count: an interruption can be bridged until it is too long. */
function hopeless(day: Day, { days, window, gap, goneFrom }: Counted): Day {
  if (gap === 0 || day === Infinity) return day;
  let since = -Infinity;
  for (let at = 1; at < days.length && (days[at] ?? 0) <= day; at += 2) since = days[at] ?? 0;
  if (since === -Infinity || day >= goneFrom) return day;
  return Math.max(day, Math.min(since + gap, window.end - 1));
}

function reached(measure: Measure, { starts }: Setting, seen: Counted): Day {
  const { days, window } = seen;
  if (measure.kind === "total") {
    return settled(nthDay(days, window.start, window.end, measure.needed(window.start)), seen);
  }
  if (measure.kind === "run") {
    for (let at = 0; at < days.length; at += 2) {
      const start = days[at] ?? 0;
      if (start < starts.start || start >= starts.end) continue;
      const end = measure.end(start);
      if (end <= (days[at + 1] ?? 0)) return settled(end - 1, seen);
    }
    return Infinity;
  }
  let kept = 0;
  const { first, last } = cellsIn(measure, window);
  for (let cell = first; cell < last; cell++) {
    const [start, end] = cellDays(measure, cell, window);
    const day = nthDay(days, start, end, neededOf(measure, start, end));
    if (day < Infinity) kept++;
    else if (measure.inRow) kept = 0;
    if (kept === measure.needed) return settled(day, seen);
  }
  return Infinity;
}

function lost(measure: Measure, setting: Setting, left: Counted): Day {
  const { days, window } = left;
  if (measure.kind === "run") return lostRun(measure.end, setting, left);
  if (measure.kind === "total") {
    const spare = window.end - window.start - measure.needed(window.start);
    return spare < 0 ? -Infinity : hopeless(nthOther(days, window.start, window.end, spare + 1), left);
  }
  const { first, last } = cellsIn(measure, window);
  const spare = last - first - measure.needed;
  if (spare < 0) return -Infinity;
  // Cells break in their order. In all, one more broken than can be spared loses; in a row, the last row's first.
  let [broken, kept] = [0, 0];
  let firstOfLastRow = Infinity;
  for (let cell = first; cell < last; cell++) {
    const [start, end] = cellDays(measure, cell, window);
    const day = nthOther(days, start, end, end - start - neededOf(measure, start, end) + 1);
    kept = day === Infinity ? kept + 1 : 0;
    if (day < Infinity) {
      broken++;
      if (!measure.inRow && broken > spare) return hopeless(day, left);
      if (cell >= first + spare) firstOfLastRow = Math.min(firstOfLastRow, hopeless(day, left));
    }
    if (measure.inRow && kept === measure.needed) return Infinity;
  }
  return measure.inRow ? firstOfLastRow : Infinity;
}

/** The first evening after which no run can begin in time or, begun in time, be long enough. */
function lostRun(endOf: (start: Day) => Day, { starts, ownStart }: Setting, left: Counted): Day {
  const { days, window, gap } = left;
  const last = lastStart(endOf, starts, window.end);
  if (last < starts.start) return -Infinity;
  let since = -Infinity; // of the run that was going on, or had just ended, on the last day to begin
  for (let at = 0; at < days.length; at += 2) {
    const [start, end] = [days[at] ?? 0, days[at + 1] ?? 0];
    if (start >= starts.start && start <= last && endOf(start) <= end) return Infinity;
    // A run from before the first permitted day can't end and let another begin on the last one.
    if (ownStart && start < starts.start && end >= last - gap) return last - gap - 1;
    if (start <= last) since = end;
  }
  return since === -Infinity ? last : Math.max(last, hopeless(since, left));
}

/** The last day of some from which enough fits up to a day: `end` may be the same for several days. */
export function lastStart(endOf: (start: Day) => Day, { start, end }: Period, by: Day): Day {
  let day = end - 1;
  while (day >= start && endOf(day) > by) day -= Math.max(1, Math.floor((endOf(day) - by) / 2));
  while (day + 1 < end && endOf(day + 1) <= by) day++;
  return day;
}

type CellMeasure = Extract<Measure, { readonly kind: "cells" }>;

/** The months or weeks of a window, from the first up to the last: those wholly inside, and parts that are asked for. */
function cellsIn(
  { cells, firstPart, lastPart }: CellMeasure,
  window: Period,
): { first: number; last: number } {
  const opens = cells.holding(window.start);
  const closes = cells.holding(window.end);
  return {
    first: firstPart || cells.start(opens) === window.start ? opens : opens + 1,
    last: lastPart && cells.start(closes) < window.end ? closes + 1 : closes,
  };
}

/** The days of a month or week that lie inside a window. */
function cellDays({ cells }: CellMeasure, cell: number, window: Period): readonly [Day, Day] {
  return [Math.max(cells.start(cell), window.start), Math.min(cells.start(cell + 1), window.end)];
}

function neededOf({ mostDays }: CellMeasure, start: Day, end: Day): number {
  return mostDays ? Math.floor((end - start) / 2) + 1 : end - start;
}

/** A month or week of a window: the evening on which it was certain that it counts, or that it doesn't. */
export interface CellStanding {
  readonly cell: number;
  readonly keptOn: Day;
  readonly brokenOn: Day;
}

/** Every month or week of a setting's window with what is known of it. */
export function cellStandings(
  measure: CellMeasure,
  gap: number,
  setting: Setting,
  evidence: Evidence,
): readonly CellStanding[] {
  const { window } = setting;
  const seen = seenDays(gap, setting, evidence);
  const left = leftDays(gap, setting, evidence);
  const { first, last } = cellsIn(measure, window);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => {
    const cell = first + index;
    const [start, end] = cellDays(measure, cell, window);
    const needed = neededOf(measure, start, end);
    const keptOn = settled(nthDay(seen.days, start, end, needed), seen);
    const brokenOn = hopeless(nthOther(left.days, start, end, end - start - needed + 1), left);
    return {
      cell,
      keptOn,
      brokenOn: brokenOn === Infinity ? brokenOn : Math.min(brokenOn, evidence.goneFrom),
    };
  });
}
