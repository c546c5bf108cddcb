import type { AnchoredWindow, Criterion } from "../../../src/outcomes/index.js";
import { cellUnit, nextCell } from "./cells.js";
import { dayNumber } from "./dates.js";
import type { Days, Life, Terms } from "./life.js";
import { afterLongest, lastOfAmount, later } from "./spans.js";

/** Where to look, as known on an evening. */
export type Place =
  | { readonly kind: "window"; readonly days: Days }
  | { readonly kind: "never-started"; readonly days: Days }
  /** `days`: what is certainly inside the window to come. `full`: the window of a full course. */
  | { readonly kind: "running"; readonly days: Days | undefined; readonly full: Days };

/** A run may begin inside and go on beyond the window. */
function runsOn({ window }: Criterion): boolean {
  if (window.anchor === "spell-start") return false;
  return (
    window.spellBegins === "within-longest-course" ||
    ("spellEnds" in window && window.spellEnds === "any-time")
  );
}

/** A run has to begin by its own first day. */
export function beginsByItself({ window }: Criterion): boolean {
  return (
    "spellBegins" in window &&
    (window.spellBegins === "within" || window.spellBegins === "within-longest-course")
  );
}

/** The window with what a run may need that begins on its last day, or on the day after it at the latest. */
export function withRunningOn(criterion: Criterion, days: Days): Days {
  return runsOn(criterion) ? { ...days, last: lastOfAmount(criterion, days.last + 1) } : days;
}

export function placeOn(life: Life, terms: Terms, evening: number): Place {
  return terms.anchor === "referral"
    ? { kind: "window", days: comparisonWindow(life, terms, Math.min(evening, life.coveredUntil)) }
    : contractPlace(life, terms, evening);
}

/** The window of the comparison: the same length for everyone, or as far as could still be needed after today. */
export function comparisonWindow({ referral }: Life, { criterion, course }: Terms, today: number): Days {
  const { window } = criterion;
  const longest = afterLongest(course, referral);
  if (
    window.anchor === "spell-start" ||
    (window.anchor === "referral" && window.spellBegins === "within-longest-course")
  ) {
    return { first: referral, last: longest - 1 };
  }
  if (window.anchor === "course") return { first: referral, last: later(longest, window.plus) - 1 };
  const from = opensOn(criterion, later(window.anchor === "course-end" ? longest : referral, window.after));
  if (window.length === "open") {
    return { first: from, last: lastOfAmount(criterion, Math.max(today, from)) + 70, open: true };
  }
  const first = window.anchor === "course-end" && window.after === undefined ? referral : from;
  return { first, last: later(from, window.length) - 1 };
}

function contractPlace(life: Life, { criterion, course: lengths }: Terms, evening: number): Place {
  const { window } = criterion;
  const { referral } = life;
  const longest = afterLongest(lengths, referral, life.stratum);
  if (
    window.anchor === "spell-start" ||
    (window.anchor === "referral" && window.spellBegins === "within-longest-course")
  ) {
    return { kind: "window", days: { first: referral, last: longest - 1 } };
  }
  const { started, start, end } = courseOn(life, longest, evening);
  const today = Math.min(evening, life.coveredUntil);
  if (window.anchor === "course") {
    const full = closed(criterion, { first: referral, last: later(longest, window.plus) - 1 });
    if (!started) return { kind: "never-started", days: full };
    // A course that runs on this evening has its last day tomorrow at the earliest.
    const last = later(end === undefined ? today + 2 : end + 1, window.plus) - 1;
    return end === undefined
      ? {
          kind: "running",
          days: { first: start, last },
          full,
        }
      : { kind: "window", days: { first: start, last } };
  }
  const from = (anchor: number): Days => anchored(criterion, window, anchor, today);
  const full = (anchor: number): Days => closed(criterion, from(anchor));
  if (window.anchor === "referral") return { kind: "window", days: from(referral) };
  if (window.anchor === "course-start") {
    return started ? { kind: "window", days: from(start) } : { kind: "never-started", days: full(referral) };
  }
  if (!started) return { kind: "never-started", days: full(longest) };
  if (end === undefined) return { kind: "running", days: undefined, full: full(longest) };
  return { kind: "window", days: from(end + 1) };
}

/** The first evening on which it was known that there is a course and, where the window asks for it, since when. */
export function toldEvening(
  life: Life,
  { criterion, anchor, course: lengths }: Terms,
  today: number,
): number {
  const { window } = criterion;
  if (anchor === "referral" || !["course", "course-start", "course-end"].includes(window.anchor)) {
    return life.referral;
  }
  const longest = afterLongest(lengths, life.referral, life.stratum);
  const known = (evening: number): string => {
    const { started, start } = courseOn(life, longest, evening);
    return window.anchor === "course-end" ? `${started}` : `${started} ${start}`;
  };
  const { startedOn, endedOn } = life.course ?? {};
  const news = [startedOn, endedOn].flatMap((date) => (date === undefined ? [] : [dayNumber(date)]));
  const told = news.filter((day) => day <= today && known(day - 1) !== known(today));
  return Math.max(life.referral, ...told);
}

/** The day itself, or where a window opens with a whole month or week the first day of the next. */
function opensOn(criterion: Criterion, day: number): number {
  const unit = cellUnit(criterion);
  return criterion.edges === "next" && unit !== undefined ? nextCell(unit, day) : day;
}

/** An anchored window; of an open one as many days as could still be needed after today. */
function anchored(criterion: Criterion, window: AnchoredWindow, anchor: number, today: number): Days {
  const first = opensOn(criterion, later(anchor, window.after));
  if (window.length !== "open") return { first, last: later(first, window.length) - 1 };
  return { first, last: lastOfAmount(criterion, Math.max(today, first)) + 70, open: true };
}

/** The window of a full course with all that a run may need: an open one has to end, when its amount could first be there. */
function closed(criterion: Criterion, days: Days): Days {
  if (days.open !== true) return withRunningOn(criterion, days);
  return { first: days.first, last: lastOfAmount(criterion, days.first) };
}

/** What is known of the course on an evening. */
function courseOn(
  { course, referral }: Life,
  longest: number,
  today: number,
): { started: boolean; start: number; end: number | undefined } {
  const start = course?.startedOn === undefined ? Infinity : dayNumber(course.startedOn);
  const end = course?.endedOn === undefined ? Infinity : dayNumber(course.endedOn);
  const endReason = course?.endedOn === undefined || end <= today ? course?.endReason : undefined;
  const sentBack = endReason === "returned" || endReason === "expired" || endReason === "withdrawn";
  return {
    started: endReason !== "never-started" && (start <= today || end <= today || endReason !== undefined),
    start: start <= today ? start : referral,
    // Who was sent back on a day that nobody told of is measured from a full course.
    end: end <= today ? end : sentBack ? longest - 1 : undefined,
  };
}
