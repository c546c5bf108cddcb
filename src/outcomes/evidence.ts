import type { Day } from "../core/index.js";
import { leavings, STAYED, type Observation } from "./observation.js";
import { EVER, NEVER, append, minus, type Days } from "./days.js";
import { COMPETING_EVENT, GONE, LEFT_OBSERVATION, NOT_ASSESSABLE, type Finding } from "./findings.js";
import type { Rule, StateMask } from "./rule.js";

/** The days that count by a rule, as far as they are known, and what ends the knowing. */
export interface Evidence {
  /** Days that were seen to count. */
  readonly certain: Days;
  /** First observed day; `EVER` where nothing limits the coverage. */
  readonly from: Day;
  /** First day that isn't observed. */
  readonly until: Day;
  /** From this day no day counts: a way of leaving that is a failure; `NEVER` if none. */
  readonly goneFrom: Day;
  readonly goneAs: Finding;
  /** From this day nothing can be assessed; `NEVER` if it isn't so. */
  readonly hiddenFrom: Day;
  readonly hiddenAs: Finding;
}

/**
 * Sorts days into those that count for certain and those that may count.
 *
 * A day counts that is in one of the rule's states (if it names any) and in none that it excludes,
 * and lies before the citizen has left. An observed day without any record is free of support.
 */
export function evidenceOf(rule: Rule, observation: Observation): Evidence {
  const { from, asOf } = rule;
  const departure = observation.left === STAYED ? NEVER_LEFT : departureOf(rule, observation);
  const { goneFrom, goneAs, hiddenFrom, hiddenAs } = departure;
  const until = Math.min(hiddenFrom, asOf + 1);
  const certain = countingDays(rule, observation, from, Math.min(until, goneFrom));
  return { certain, from, until, goneFrom, goneAs, hiddenFrom, hiddenAs };
}

type Departure = Pick<Evidence, "goneFrom" | "goneAs" | "hiddenFrom" | "hiddenAs">;

const NEVER_LEFT: Departure = {
  goneFrom: NEVER,
  goneAs: GONE,
  hiddenFrom: NEVER,
  hiddenAs: LEFT_OBSERVATION,
};

/** The first leaving that ends all counting, and the first that ends all assessing. */
function departureOf({ asOf, leaving }: Rule, { left }: Observation): Departure {
  let { goneFrom, goneAs, hiddenFrom, hiddenAs } = NEVER_LEFT;
  for (const way of leavings) {
    const day = left[way];
    if (day > asOf) continue; // not known yet by the rule's own sources
    const treatment = leaving[way];
    if (treatment === "not-assessable" && day < hiddenFrom) {
      hiddenFrom = day;
      hiddenAs = way === "moved" ? LEFT_OBSERVATION : NOT_ASSESSABLE;
    } else if ((treatment === "failure" || treatment === "competing-event") && day < goneFrom) {
      goneFrom = day;
      goneAs = treatment === "failure" ? GONE : COMPETING_EVENT;
    }
  }
  return { goneFrom, goneAs, hiddenFrom, hiddenAs };
}

/**
 * The days that can count in a part of the calendar, from `start` up to `end`: those that were seen to and, while they
 * aren't gone, those that weren't observed. Outside of that part the set may lack days. Where all of it was observed, as
 * for most citizens, it is the days that were seen.
 */
export function possibleDays({ certain, from, until, goneFrom }: Evidence, start: Day, end: Day): Days {
  if (from <= start && end <= until) return certain;
  if (until <= from) return [EVER, goneFrom];
  const days: number[] = from === EVER ? [] : [EVER, Math.min(from, goneFrom)];
  for (let at = 0; at < certain.length; at += 2) append(days, certain[at] ?? 0, certain[at + 1] ?? 0);
  if (until < goneFrom) append(days, until, goneFrom);
  return days;
}

function countingDays({ counts, excludes }: Rule, observation: Observation, start: Day, end: Day): Days {
  if (start >= end) return NO_DAYS;
  if (counts === undefined) {
    return excludes === undefined ? [start, end] : daysOutside(excludes, observation, start, end);
  }
  const present = daysIn(counts, observation, start, end);
  if (excludes === undefined || present.length === 0) return present;
  return minus(present, daysIn(excludes, observation, start, end));
}

const NO_DAYS: Days = [];

/** A set with one run more. Most have one or none, and a list that has grown takes thrice as much as a pair. */
function withRun(days: number[] | undefined, start: Day, end: Day): number[] {
  if (days === undefined) return [start, end];
  append(days, start, end);
  return days;
}

/** The days in any of some states from `start` up to `end`; periods come in order of their first day. */
function daysIn(states: StateMask, { columns, first, last }: Observation, start: Day, end: Day): Days {
  let days: number[] | undefined;
  for (let place = first; place < last; place++) {
    if (states[columns.state[place] ?? 0] === 0) continue;
    const from = Math.max(columns.start[place] ?? 0, start);
    const to = Math.min(columns.end[place] ?? 0, end);
    if (from < to) days = withRun(days, from, to);
  }
  return days ?? NO_DAYS;
}

/** The days in none of some states from `start` up to `end`. */
function daysOutside(states: StateMask, { columns, first, last }: Observation, start: Day, end: Day): Days {
  let days: number[] | undefined;
  let reached = start; // the days before it are told
  for (let place = first; place < last && reached < end; place++) {
    if (states[columns.state[place] ?? 0] === 0) continue;
    const from = Math.min(columns.start[place] ?? 0, end);
    if (from > reached) days = withRun(days, reached, from);
    reached = Math.max(reached, columns.end[place] ?? 0);
  }
  return (reached < end ? withRun(days, reached, end) : days) ?? NO_DAYS;
}
