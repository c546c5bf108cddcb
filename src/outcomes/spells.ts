import { addMonths, type Day, type Period } from "../core/index.js";
import type { Evidence } from "./evidence.js";
import type { Reach } from "./months.js";
import { ALWAYS, complement, intersection, union } from "./periods.js";

/** Runs of counting days, and the days on which one of them has to begin to be of use. */
export interface Runs {
  readonly certain: readonly Period[];
  readonly possible: readonly Period[];
  readonly starts: Period;
  readonly goneFrom: Day;
}

/** Runs inside a window: what lies before or after it is cut off, so a run may have begun before. */
export function runsInside(window: Period, months: number, evidence: Evidence): Runs {
  return {
    certain: intersection(evidence.certain, [window]),
    possible: intersection(evidence.possible, [window]),
    starts: { start: window.start, end: lastStart(window, months) + 1 },
    goneFrom: evidence.observation.goneFrom,
  };
}

/** The last day from which so many months still fit into a window: `addMonths` may clip several days to one. */
function lastStart(window: Period, months: number): Day {
  let day = addMonths(window.end, -months);
  while (addMonths(day + 1, months) <= window.end) day++;
  return day;
}

/**
 * Runs that begin on one of some days and may go on after them; one that was going on before doesn't
 * begin there.
 *
 * Here an unobserved day can help by not counting, since it lets a run begin after it: a run whose
 * first day wasn't observed doesn't begin in time for certain, but possibly; one that was going on
 * before the referral, and still is when observation ends, may end the next day.
 */
export function runsBeginning(starts: Period, { certain, possible, observation }: Evidence): Runs {
  const { from, until, goneFrom } = observation;
  const unseenBegin = from >= starts.start;
  const open = unseenBegin ? intersection(possible, [{ start: starts.start, end: Infinity }]) : possible;
  const runningOn = open.some(({ start, end }) => start < starts.start && end > until);
  const pause = { start: until, end: until + 1 };
  return {
    certain: union([...certain, { start: -Infinity, end: from }]),
    possible: runningOn ? intersection(open, complement([pause], ALWAYS)) : open,
    starts,
    goneFrom,
  };
}

/**
 * When one run was `months` long, from its first day to the same date so many months on; and when
 * none could be any more.
 *
 * A run that is long enough from any of its days is so from its first day, since the same date n
 * months on never comes earlier for a later day.
 */
export function reachBySpell(months: number, runs: Runs): Reach {
  const { starts } = runs;
  const reaches = ({ start, end }: Period): boolean =>
    start >= starts.start && start < starts.end && addMonths(start, months) <= end;
  const first = runs.certain.find(reaches);
  if (first !== undefined) return { reachedOn: addMonths(first.start, months) - 1, lostOn: Infinity };
  if (runs.possible.some(reaches)) return { reachedOn: Infinity, lostOn: Infinity };
  return { reachedOn: Infinity, lostOn: lossOf(runs) };
}

/** The first evening after which no run can begin in time or, begun in time, be long enough. */
function lossOf({ possible, starts, goneFrom }: Runs): Day {
  if (starts.start >= starts.end) return -Infinity;
  const last = starts.end - 1;
  // A run from before the first permitted day can't end and let another begin on the last one.
  const running = possible.some(({ start, end }) => start < starts.start && end >= last);
  const nextOff = complement(possible, ALWAYS).find(({ end }) => end > last)?.start ?? Infinity;
  return Math.min(running ? last - 1 : Math.max(last, nextOff), goneFrom);
}
