import type { Day } from "../core/index.js";
import { firstLookedAt, hopeless } from "./counted.js";
import { EVER, NEVER, nextDay, type Days } from "./days.js";
import type { Place } from "./place.js";

/** The last day of the first run that begins in time and is long enough; `NEVER` if none is. */
export function reachedRun(days: Days, place: Place, endOf: (start: Day) => Day): Day {
  const { starts, seenEnd } = place;
  const first = firstLookedAt(place);
  for (let at = 0; at < days.length; at += 2) {
    const start = Math.max(days[at] ?? 0, first);
    if (start < starts.start) continue;
    if (start >= starts.end) break;
    const end = endOf(start);
    if (end <= Math.min(days[at + 1] ?? 0, seenEnd)) return end - 1;
  }
  return NEVER;
}

/**
 * The first evening after which no run can begin in time or, begun in time, be long enough.
 *
 * @param own Those of the days that count by themselves.
 */
export function lostRun(
  days: Days,
  own: Days,
  place: Place,
  gap: number,
  endOf: (start: Day) => Day,
  goneFrom: Day,
): Day {
  const { starts, ownStart, lastStart: last, window } = place;
  const first = firstLookedAt(place);
  if (last < starts.start) return EVER;
  let since = EVER; // the end of the run that was going on, or had just ended, on the last day to begin
  for (let at = 0; at < days.length; at += 2) {
    const start = Math.max(days[at] ?? 0, first);
    const end = Math.min(days[at + 1] ?? 0, window.end);
    if (start > last) break;
    if (start >= starts.start && endOf(start) <= end) return NEVER;
    // A run from before the first permitted day can't end and let another begin on the last one.
    if (ownStart && start < starts.start && end >= last - gap) return nextDay(own, last - gap - 1);
    since = end;
  }
  return since === EVER ? last : Math.max(last, hopeless(since, days, gap, place, goneFrom));
}
