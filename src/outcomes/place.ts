import type { Day, Period } from "../core/index.js";
import { amountEnd, type Measure } from "./amount.js";
import { cellCutter, type Cell } from "./cells.js";
import type { Criterion, SpellBounds } from "./criterion.js";
import { NEVER } from "./days.js";

/** Where a criterion is looked for, and what of it follows from the dates alone. */
export interface Place {
  /** What lies after it is cut off; what lies before it too, unless a run has to begin by its own first day. */
  readonly window: Period;
  /** How far days that were seen can matter: the window's end, if it has one. */
  readonly seenEnd: Day;
  /** The days on which a run may begin; `lastStart` is the last from which it can still be long enough. */
  readonly starts: Period;
  readonly lastStart: Day;
  /** Whether a run has to begin there by its own first day; else by what the window leaves of it. */
  readonly ownStart: boolean;
  readonly measure: Measure;
  /** How many days it takes in all, where days are added up. */
  readonly neededDays: number;
  /** The months or weeks that can count, where those are. */
  readonly cells: readonly Cell[];
  /** Where a window opens with the first spell that begins in time: the place from its first day on. */
  readonly opens: ((start: Day) => Place) | undefined;
}

/** What of a place its window says. */
export type Looked = Pick<Place, "window" | "starts" | "ownStart">;

/** A window with what it asks of spells; one that may run beyond has as long as it could need from the last day. */
export function bounded(
  criterion: Criterion,
  { spellBegins, spellEnds }: SpellBounds,
  start: Day,
  end: Day,
): Looked {
  const beyond = spellEnds === "any-time" && end < NEVER;
  return {
    window: { start, end: beyond ? amountEnd(criterion, end) : end },
    starts: { start, end },
    ownStart: spellBegins === "within",
  };
}

const LONGEST_MONTH = 31;

/**
 * Makes places where an amount is looked for.
 *
 * @param asOf The day that is looked from: a window without an end is looked at as far.
 */
export function placeMaker(measure: Measure, asOf: Day): (looked: Looked, opens?: Place["opens"]) => Place {
  const cut = measure.kind === "cells" ? cellCutter(measure) : () => [];
  return ({ window, starts, ownStart }, opens) => {
    // A window without an end is looked at as far as is seen, to the end of the month that is under way.
    const seenEnd = window.end === NEVER ? Math.max(window.start, asOf + 1) + LONGEST_MONTH : window.end;
    const run = measure.kind === "run" && window.end < NEVER;
    return {
      window,
      seenEnd,
      starts,
      lastStart: run ? lastStart(measure.end, starts, window.end) : starts.end - 1,
      ownStart,
      measure,
      neededDays: measure.kind === "total" ? measure.needed(window.start) : 0,
      cells: cut(window.start, seenEnd),
      opens,
    };
  };
}

/** The last day of some from which enough fits up to a day: `end` may be the same for several days. */
function lastStart(endOf: (start: Day) => Day, { start, end }: Period, by: Day): Day {
  let day = end - 1;
  while (day >= start && endOf(day) > by) day -= Math.max(1, Math.floor((endOf(day) - by) / 2));
  while (day + 1 < end && endOf(day + 1) <= by) day++;
  return day;
}
