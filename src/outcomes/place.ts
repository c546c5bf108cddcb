import { addSpan, type Day, type Period, type Span } from "../core/index.js";
import { amountEnd, measureOf, type Measure } from "./amount.js";
import type { AnchoredWindow, CourseWindow, Criterion, CriterionWindow, SpellBounds } from "./criterion.js";

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
  readonly opens?: (start: Day) => Place;
}

/** A month or week, as far as it lies inside a window, and how many of its days must count. */
export interface Cell {
  readonly cell: number;
  readonly start: Day;
  readonly end: Day;
  readonly needed: number;
}

/** What of a referral opens and closes the contract's window. */
export interface Dates {
  readonly referredOn: Day;
  /** First day of the course, or of the referral where it isn't known. */
  readonly startedOn: Day;
  /** Last day of the course. */
  readonly endedOn: Day;
  /** The first day after the longest course that this citizen may have, counted from the referral. */
  readonly limit: Day;
}

/** The places of one criterion; those of the same dates are the same value. */
export interface Places {
  /** Under the contract, for a course with these dates. */
  readonly contract: (dates: Dates) => Place;
  /**
   * From the referral, equally long for everyone: the longest permitted course, its extension and the
   * follow-up, one after the other. `limit` is the first day after the longest course of all.
   *
   * A criterion that the contract measures at a time after the course is looked at as long after the
   * longest one; one without an end, until its amount could have begun on the day after the longest.
   */
  readonly comparison: (referredOn: Day, limit: Day) => Place;
}

/** Gives criteria that look for the same in the same windows the same places. */
export function placeFinder(): (criterion: Criterion, asOf: Day) => Places {
  const known = new Map<string, Places>();
  return (criterion, asOf) => {
    const { amount, continuity, window, dayRule, edges, monthsCounted } = criterion;
    const key = JSON.stringify([amount, continuity, window, dayRule, edges, monthsCounted, asOf]);
    const places = known.get(key) ?? placesOf(criterion, asOf);
    known.set(key, places);
    return places;
  };
}

/** @param asOf The day that the criterion is measured as of: a window without an end is looked at as far. */
function placesOf(criterion: Criterion, asOf: Day): Places {
  const { window } = criterion;
  if (window.anchor === "course") return coursePlaces(criterion, window, asOf);
  if (window.anchor === "spell-start") return spellPlaces(criterion, window.length, asOf);
  return "length" in window ? anchoredPlaces(criterion, window, asOf) : longestCoursePlaces(criterion, asOf);
}

function anchoredPlaces(criterion: Criterion, window: AnchoredWindow, asOf: Day): Places {
  const measure = measureOf(criterion);
  const { anchor, after, length } = window;
  const opening = new Map<Day, Place>();
  const contract = (from: Day): Place =>
    remembered(opening, from, () => {
      const opens = firstOfCell(criterion, measure, plus(from, after));
      const closes = length === "open" ? Infinity : addSpan(opens, length);
      return placeOf(measure, bounded(criterion, window, opens, closes), asOf);
    });
  return {
    contract: ({ referredOn, startedOn, endedOn }) =>
      contract(anchor === "referral" ? referredOn : anchor === "course-start" ? startedOn : endedOn + 1),
    comparison: byFirst((referredOn, limit) => {
      const from = firstOfCell(criterion, measure, plus(anchor === "course-end" ? limit : referredOn, after));
      const opens = anchor === "course-end" && after === undefined ? referredOn : from;
      const closes = length === "open" ? amountEnd(criterion, Math.max(limit, from)) : addSpan(from, length);
      return placeOf(measure, bounded(criterion, window, opens, closes), asOf);
    }),
  };
}

function coursePlaces(criterion: Criterion, window: CourseWindow, asOf: Day): Places {
  const measure = measureOf(criterion);
  const place = byTwo((opens, closes) => placeOf(measure, bounded(criterion, window, opens, closes), asOf));
  return {
    contract: ({ startedOn, endedOn }) => place(startedOn, plus(endedOn + 1, window.plus)),
    comparison: (referredOn, limit) => place(referredOn, plus(limit, window.plus)),
  };
}

/** A spell that begins within the longest course, and from it as far as the criterion asks. */
function longestCoursePlaces(criterion: Criterion, asOf: Day): Places {
  const measure = measureOf(criterion);
  const place = byTwo((start, limit) => {
    const window = { start, end: amountEnd(criterion, limit) };
    return placeOf(measure, { window, starts: { start, end: limit }, ownStart: true }, asOf);
  });
  return { contract: ({ referredOn, limit }) => place(referredOn, limit), comparison: place };
}

/** A window that opens with the first spell that begins within the longest course. */
function spellPlaces(criterion: Criterion, length: Span, asOf: Day): Places {
  const measure = measureOf(criterion);
  const inner = new Map<Day, Place>();
  const opens = (start: Day): Place =>
    remembered(inner, start, () =>
      placeOf(measure, bounded(criterion, {}, start, addSpan(start, length)), asOf),
    );
  const place = byTwo((start, limit) => {
    const window = { start, end: addSpan(limit, length) };
    return { ...placeOf(ONE_DAY, { window, starts: { start, end: limit }, ownStart: true }, asOf), opens };
  });
  return { contract: ({ referredOn, limit }) => place(referredOn, limit), comparison: place };
}

const ONE_DAY: Measure = { kind: "run", end: (start) => start + 1 };

/** What the map has for a day, made where it has nothing yet. */
function remembered<Value>(known: Map<Day, Value>, day: Day, make: () => Value): Value {
  const value = known.get(day) ?? make();
  known.set(day, value);
  return value;
}

/** Remembers what a function gave for a day and another that follows from it. */
function byFirst<Value>(make: (a: Day, b: Day) => Value): (a: Day, b: Day) => Value {
  const known = new Map<Day, Value>();
  return (a, b) => remembered(known, a, () => make(a, b));
}

/** Remembers what a function gave for two days. */
function byTwo<Value>(make: (a: Day, b: Day) => Value): (a: Day, b: Day) => Value {
  const known = new Map<Day, Map<Day, Value>>();
  return (a, b) => {
    const ofFirst = remembered(known, a, () => new Map<Day, Value>());
    return remembered(ofFirst, b, () => make(a, b));
  };
}

type Looked = Pick<Place, "window" | "starts" | "ownStart">;

/** A window with what it asks of spells; one that may run beyond has as long as it could need from the last day. */
function bounded(
  criterion: Criterion,
  { spellBegins, spellEnds }: SpellBounds,
  start: Day,
  end: Day,
): Looked {
  const beyond = spellEnds === "any-time" && end < Infinity;
  return {
    window: { start, end: beyond ? amountEnd(criterion, end) : end },
    starts: { start, end },
    ownStart: spellBegins === "within",
  };
}

/** The day itself, or where a window opens with a whole month or week the first of the next. */
function firstOfCell({ edges }: Criterion, measure: Measure, day: Day): Day {
  if (edges !== "next" || measure.kind !== "cells") return day;
  const { cells } = measure;
  const holding = cells.holding(day);
  return cells.start(holding) === day ? day : cells.start(holding + 1);
}

function plus(day: Day, span: Span | undefined): Day {
  return span === undefined ? day : addSpan(day, span);
}

const LONGEST_MONTH = 31;

function placeOf(measure: Measure, looked: Looked, asOf: Day): Place {
  const { window, starts } = looked;
  // A window without an end is looked at as far as is seen, to the end of the month that is under way.
  const seenEnd = window.end === Infinity ? Math.max(window.start, asOf + 1) + LONGEST_MONTH : window.end;
  const run = measure.kind === "run" && window.end < Infinity;
  return {
    ...looked,
    seenEnd,
    measure,
    lastStart: run ? lastStart(measure.end, starts, window.end) : starts.end - 1,
    neededDays: measure.kind === "total" ? measure.needed(window.start) : 0,
    cells: measure.kind === "cells" ? cellsIn(measure, window.start, seenEnd) : [],
  };
}

/** The last day of some from which enough fits up to a day: `end` may be the same for several days. */
function lastStart(endOf: (start: Day) => Day, { start, end }: Period, by: Day): Day {
  let day = end - 1;
  while (day >= start && endOf(day) > by) day -= Math.max(1, Math.floor((endOf(day) - by) / 2));
  while (day + 1 < end && endOf(day + 1) <= by) day++;
  return day;
}

type CellMeasure = Extract<Measure, { readonly kind: "cells" }>;

/** The months or weeks of a window: those wholly inside, and parts that are asked for. */
function cellsIn(
  { cells, firstPart, lastPart, mostDays }: CellMeasure,
  start: Day,
  end: Day,
): readonly Cell[] {
  const opens = cells.holding(start);
  const closes = cells.holding(end);
  const first = firstPart || cells.start(opens) === start ? opens : opens + 1;
  const last = lastPart && cells.start(closes) < end ? closes + 1 : closes;
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => {
    const cell = first + index;
    const days = { start: Math.max(cells.start(cell), start), end: Math.min(cells.start(cell + 1), end) };
    const length = days.end - days.start;
    return { cell, ...days, needed: mostDays ? Math.floor(length / 2) + 1 : length };
  });
}

/** Whether the contract's measure needs to know of the course. */
export function asksForCourse({ window }: Criterion): boolean {
  return hangsOn(window) !== undefined;
}

/** Whether a window hangs on the course, and on which end of it. */
export function hangsOn({ anchor }: CriterionWindow): "start" | "end" | undefined {
  if (anchor === "course-end" || anchor === "course") return "end";
  return anchor === "course-start" ? "start" : undefined;
}
