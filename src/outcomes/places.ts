import { addSpan, type Day, type Span } from "../core/index.js";
import { amountEnd, measureOf, type Measure } from "./amount.js";
import type { AnchoredWindow, CourseWindow, Criterion, CriterionWindow } from "./criterion.js";
import { bounded, placeMaker, type Place } from "./place.js";
import { byDay, byTwoDays } from "./remembered.js";
import { NEVER } from "./days.js";

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
   * longest one. One without an end has none here either, so that it is complete for nobody; where it begins after the
   * course, it begins after the longest, since what happens in the course isn't meant.
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

/** @param asOf The day that the criterion is measured as of. */
function placesOf(criterion: Criterion, asOf: Day): Places {
  const { window } = criterion;
  if (window.anchor === "course") return coursePlaces(criterion, window, asOf);
  if (window.anchor === "spell-start") return spellPlaces(criterion, window.length, asOf);
  return "length" in window ? anchoredPlaces(criterion, window, asOf) : longestCoursePlaces(criterion, asOf);
}

function anchoredPlaces(criterion: Criterion, window: AnchoredWindow, asOf: Day): Places {
  const measure = measureOf(criterion);
  const { anchor, after, length } = window;
  const placeOf = placeMaker(measure, asOf);
  const contract = byDay((from) => {
    const opens = firstOfCell(criterion, measure, plus(from, after));
    const closes = length === "open" ? NEVER : addSpan(opens, length);
    return placeOf(bounded(criterion, window, opens, closes));
  });
  return {
    contract: ({ referredOn, startedOn, endedOn }) =>
      contract(anchor === "referral" ? referredOn : anchor === "course-start" ? startedOn : endedOn + 1),
    comparison: byTwoDays((referredOn, limit) => {
      const from = firstOfCell(criterion, measure, plus(anchor === "course-end" ? limit : referredOn, after));
      if (length === "open") return placeOf(bounded(criterion, window, from, NEVER));
      const opens = anchor === "course-end" && after === undefined ? referredOn : from;
      return placeOf(bounded(criterion, window, opens, addSpan(from, length)));
    }),
  };
}

function coursePlaces(criterion: Criterion, window: CourseWindow, asOf: Day): Places {
  const placeOf = placeMaker(measureOf(criterion), asOf);
  const place = byTwoDays((opens, closes) => placeOf(bounded(criterion, window, opens, closes)));
  return {
    contract: ({ startedOn, endedOn }) => place(startedOn, plus(endedOn + 1, window.plus)),
    comparison: (referredOn, limit) => place(referredOn, plus(limit, window.plus)),
  };
}

/** A spell that begins within the longest course, and from it as far as the criterion asks. */
function longestCoursePlaces(criterion: Criterion, asOf: Day): Places {
  const placeOf = placeMaker(measureOf(criterion), asOf);
  const place = byTwoDays((start, limit) => {
    const window = { start, end: amountEnd(criterion, limit) };
    return placeOf({ window, starts: { start, end: limit }, ownStart: true });
  });
  return { contract: ({ referredOn, limit }) => place(referredOn, limit), comparison: place };
}

/** A window that opens with the first spell that begins within the longest course. */
function spellPlaces(criterion: Criterion, length: Span, asOf: Day): Places {
  const openingOf = placeMaker(ONE_DAY, asOf);
  const placeOf = placeMaker(measureOf(criterion), asOf);
  const opens = byDay((start) => placeOf(bounded(criterion, {}, start, addSpan(start, length))));
  const place = byTwoDays((start, limit) => {
    const window = { start, end: addSpan(limit, length) };
    return openingOf({ window, starts: { start, end: limit }, ownStart: true }, opens);
  });
  return { contract: ({ referredOn, limit }) => place(referredOn, limit), comparison: place };
}

const ONE_DAY: Measure = { kind: "run", end: (start) => start + 1 };

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

/** Whether a criterion has a window without an end: whoever hasn't reached the amount still may, however long one looks. */
export function isOpenEnded({ window }: Criterion): boolean {
  return "length" in window && window.length === "open";
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
