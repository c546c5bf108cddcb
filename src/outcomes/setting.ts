import { addSpan, type Day, type Period, type Span } from "../core/index.js";
import { amountEnd, type Measure } from "./amount.js";
import { endOfLongest, type PermittedCourse } from "./course-terms.js";
import type { Criterion, CriterionWindow, SpellBounds } from "./criterion.js";

/** Where a criterion is looked for, for one citizen. */
export interface Setting {
  /** What lies after it is cut off; what lies before it too, unless a run has to begin by its own first day. */
  readonly window: Period;
  /** The days on which a run may begin. */
  readonly starts: Period;
  /** Whether a run has to begin there by its own first day; else by what the window leaves of it. */
  readonly ownStart: boolean;
  /** The evening from which the window stood fast. */
  readonly knownOn: Day;
  /** The evening from which it was told that there is a course, so that a window would come. */
  readonly toldOn: Day;
}

/** What of a referral opens and closes windows. */
export interface Dates {
  readonly referredOn: Day;
  /** First day of the course, or of the referral where it isn't known. */
  readonly startedOn: Day;
  /** Last day of the course. */
  readonly endedOn: Day;
  /** The first day after the longest permitted course, counted from the referral. */
  readonly limit: Day;
}

/** The contract's window, for a course with these dates. */
export function contractSetting(
  criterion: Criterion,
  measure: Measure,
  dates: Dates,
  { knownOn, toldOn }: Pick<Setting, "knownOn" | "toldOn">,
): Setting {
  const { referredOn, startedOn, endedOn, limit } = dates;
  const { window } = criterion;
  const known = { knownOn, toldOn };
  if (window.anchor === "spell-start" || !("length" in window || window.anchor === "course")) {
    return { ...spellBegun(criterion, referredOn, limit), ...known };
  }
  if (window.anchor === "course") {
    const closes = plus(endedOn + 1, window.plus);
    return { ...bounded(criterion, window, startedOn, closes), ...known };
  }
  const anchors = { "referral": referredOn, "course-start": startedOn, "course-end": endedOn + 1 };
  const opens = opening(criterion, measure, plus(anchors[window.anchor], window.after));
  const closes = window.length === "open" ? Infinity : addSpan(opens, window.length);
  return { ...bounded(criterion, window, opens, closes), ...known };
}

/**
 * The window from the referral, equally long for everyone: the longest permitted course, its extension
 * and the follow-up, one after the other.
 *
 * A criterion that the contract measures at a time after the course is looked at as long after the
 * longest one; one without an end, until its amount could have begun on the day after the longest.
 */
export function comparisonSetting(
  criterion: Criterion,
  referredOn: Day,
  courses: readonly PermittedCourse[],
): Setting {
  const limit = endOfLongest(courses, referredOn);
  const known = { knownOn: referredOn, toldOn: referredOn };
  const { window } = criterion;
  if (window.anchor === "spell-start" || !("length" in window || window.anchor === "course")) {
    return { ...spellBegun(criterion, referredOn, limit), ...known };
  }
  if (window.anchor === "course") {
    return { ...bounded(criterion, window, referredOn, plus(limit, window.plus)), ...known };
  }
  const atEnd = window.anchor === "course-end";
  const opens =
    atEnd && window.after === undefined ? referredOn : plus(atEnd ? limit : referredOn, window.after);
  const from = atEnd ? plus(limit, window.after) : opens;
  const closes =
    window.length === "open" ? amountEnd(criterion, Math.max(limit, from)) : addSpan(from, window.length);
  return { ...bounded(criterion, window, opens, closes), ...known };
}

type Looked = Omit<Setting, "knownOn" | "toldOn">;

/** A spell that begins within the longest course, and from it as far as the criterion asks. */
function spellBegun(criterion: Criterion, start: Day, limit: Day): Looked {
  const { window } = criterion;
  const end = window.anchor === "spell-start" ? addSpan(limit, window.length) : amountEnd(criterion, limit);
  return { window: { start, end }, starts: { start, end: limit }, ownStart: true };
}

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

/** Where a contract's window opens that begins with a whole month or week. */
function opening({ edges }: Criterion, measure: Measure, day: Day): Day {
  if (edges !== "next" || measure.kind !== "cells") return day;
  const { cells } = measure;
  const holding = cells.holding(day);
  return cells.start(holding) === day ? day : cells.start(holding + 1);
}

function plus(day: Day, span: Span | undefined): Day {
  return span === undefined ? day : addSpan(day, span);
}

/** Whether a window hangs on the course, and on which end of it. */
export function hangsOn({ anchor }: CriterionWindow): "start" | "end" | undefined {
  if (anchor === "course-end" || anchor === "course") return "end";
  return anchor === "course-start" ? "start" : undefined;
}
