import type { Day } from "../core/index.js";

/** Before every day of the calendar. A whole number, as all days are: with infinities they would be slower to reckon with. */
export const EVER: Day = -(2 ** 30);

/** After every day of the calendar: what never comes, or never ends. */
export const NEVER: Day = 2 ** 30;

/**
 * A set of days as bounds: those from the first bound up to the second, from the third up to the
 * fourth, and so on; ascending, no two runs touching. The first may be `EVER` and the last `NEVER`.
 */
export type Days = readonly number[];

/** The days of a set from `start` up to `end`. */
export function within(days: Days, start: Day, end: Day): Days {
  if ((days[0] ?? start) >= start && (days[days.length - 1] ?? end) <= end) return days;
  let [first, last] = [0, days.length];
  while (first < last && (days[first + 1] ?? 0) <= start) first += 2;
  while (last > first && (days[last - 2] ?? 0) >= end) last -= 2;
  const cut = days.slice(first, last); // one copy of the size needed: an array that grows takes thrice as much
  if (cut.length === 0) return cut;
  cut[0] = Math.max(cut[0] ?? 0, start);
  cut[cut.length - 1] = Math.min(cut[cut.length - 1] ?? 0, end);
  return cut;
}

/** The days of either set. */
export function union(a: Days, b: Days): Days {
  if (b.length === 0) return a;
  const joined: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const fromA = j >= b.length || (i < a.length && (a[i] ?? 0) <= (b[j] ?? 0));
    const [start, end] = fromA ? [a[i] ?? 0, a[i + 1] ?? 0] : [b[j] ?? 0, b[j + 1] ?? 0];
    if (fromA) i += 2;
    else j += 2;
    append(joined, start, end);
  }
  return joined;
}

/** The days of the first set that aren't in the second. */
export function minus(a: Days, b: Days): Days {
  if (a.length === 0 || b.length === 0) return a;
  const rest: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let start = a[i] ?? 0;
    const end = a[i + 1] ?? 0;
    while (j < b.length && (b[j + 1] ?? 0) <= start) j += 2;
    for (let k = j; k < b.length && (b[k] ?? 0) < end; k += 2) {
      if ((b[k] ?? 0) > start) rest.push(start, b[k] ?? 0);
      start = Math.max(start, b[k + 1] ?? 0);
    }
    if (start < end) rest.push(start, end);
  }
  return rest;
}

/** The set with every interruption of at most `gap` days filled. */
export function bridged(days: Days, gap: number): Days {
  if (gap === 0 || days.length <= 2) return days;
  const joined: number[] = [];
  for (let at = 0; at < days.length; at += 2) append(joined, days[at] ?? 0, days[at + 1] ?? 0, gap);
  return joined;
}

/** Puts a run that begins no earlier than the last one behind it, or joins the two where they are at most `gap` days apart. */
export function append(days: number[], start: Day, end: Day, gap = 0): void {
  const last = days.length - 1;
  if (last > 0 && start - (days[last] ?? 0) <= gap) days[last] = Math.max(days[last] ?? 0, end);
  else days.push(start, end);
}

/** Where the first run stands, from the one at `at` on, that ends after a day. */
export function runAfter(days: Days, day: Day, at: number): number {
  let run = at;
  while (run < days.length && (days[run + 1] ?? 0) <= day) run += 2;
  return run;
}

/**
 * The n-th day of a set from `start` up to `end`; `NEVER` if it holds fewer.
 *
 * @param first Where a run stands before which all end by `start`.
 */
export function nthDay(days: Days, start: Day, end: Day, n: number, first = 0): Day {
  let missing = n;
  for (let at = first; at < days.length; at += 2) {
    const from = Math.max(days[at] ?? 0, start);
    const to = Math.min(days[at + 1] ?? 0, end);
    if (from >= end) break;
    if (to - from >= missing) return from + missing - 1;
    if (to > from) missing -= to - from;
  }
  return NEVER;
}

/** The n-th day from `start` up to `end` that is not in a set; `NEVER` if there are fewer. */
export function nthOther(days: Days, start: Day, end: Day, n: number): Day {
  let missing = n;
  let from = start;
  for (let at = 0; at <= days.length; at += 2) {
    const to = Math.min(days[at] ?? NEVER, end);
    if (to - from >= missing) return from + missing - 1;
    if (to > from) missing -= to - from;
    from = Math.max(from, days[at + 1] ?? end);
    if (from >= end) break;
  }
  return NEVER;
}

/** The first day of a set that isn't before `day`; `NEVER` if there is none. */
export function nextDay(days: Days, day: Day): Day {
  for (let at = 0; at < days.length; at += 2) {
    if ((days[at + 1] ?? 0) > day) return Math.max(day, days[at] ?? 0);
  }
  return NEVER;
}
