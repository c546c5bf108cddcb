import type { Day } from "../core/index.js";
import { EVER, NEVER, bridged, minus, nextDay, union, within, type Days } from "./days.js";
import { possibleDays, type Evidence } from "./evidence.js";
import type { Place } from "./place.js";

/** The first day of a place that is looked at: none where a run has to begin by its own first day, which may lie before. */
export function firstLookedAt({ window, ownStart }: Pick<Place, "window" | "ownStart">): Day {
  return ownStart ? EVER : window.start;
}

/**
 * The days of a place that were seen to count, by themselves: interruptions are still to be bridged. Where runs have to
 * begin by their own first day, one whose first day wasn't observed doesn't begin in time for certain.
 *
 * Where nothing is bridged they aren't cut to the place, since they are only looked at there, and most citizens
 * need no copy of their days then.
 */
export function seenDays(place: Place, gap: number, { certain, from }: Evidence): Days {
  const seen = place.ownStart && from !== EVER ? union(certain, [EVER, from]) : certain;
  return gap === 0 ? seen : within(seen, firstLookedAt(place), place.seenEnd);
}

/**
 * The days of a place that may count, by themselves. Where runs have to begin by their own first day, an unobserved
 * day can help by not counting, since it lets a run begin after it: before coverage; and after it, where
 * a run that began too early still goes on when observation ends. They aren't cut either where nothing asks for it.
 */
export function leftDays(place: Place, gap: number, evidence: Evidence): Days {
  const { window, starts, ownStart } = place;
  const { certain, from, until } = evidence;
  const start = ownStart ? Math.min(from, starts.start) : starts.start;
  const possible = possibleDays(evidence, start, window.end);
  const isWhole = gap === 0 && (!ownStart || from === EVER);
  const own = isWhole ? possible : within(possible, start, window.end);
  const seenToEnd = window.end <= until;
  if (!ownStart || seenToEnd || !startsEarly(bridged(own, gap), starts.start, until)) return own;
  const resumes = Math.max(until + 1, (certain.at(-1) ?? EVER) + gap + 1, starts.start);
  return minus(own, [until, resumes]);
}

/** Whether a run from before a day still goes on when observation ends. */
function startsEarly(days: Days, first: Day, until: Day): boolean {
  for (let at = 0; at < days.length; at += 2) {
    if ((days[at] ?? 0) < first && (days[at + 1] ?? 0) > until) return true;
  }
  return false;
}

/** The day, of those that count by themselves, that closes the interruption in which a bridged one lies; the day itself if it is one of them. */
export function settled(day: Day, gap: number, own: Days): Day {
  return gap === 0 || day === NEVER ? day : nextDay(own, day);
}

/** The evening on which a day was certain not to count: an interruption can be bridged until it is too long. */
export function hopeless(day: Day, days: Days, gap: number, { window }: Place, goneFrom: Day): Day {
  if (gap === 0 || day === EVER || day >= goneFrom) return day;
  let since = EVER;
  for (let at = 1; at < days.length && (days[at] ?? 0) <= day; at += 2) since = days[at] ?? 0;
  return since === EVER ? day : Math.max(day, Math.min(since + gap, window.end - 1));
}
