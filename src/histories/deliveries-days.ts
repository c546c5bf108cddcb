import type { Day, Period } from "../core/index.js";

/** The days of some periods that no other has; each list is in order and without overlaps. */
export function without(periods: readonly Period[], others: readonly Period[]): readonly Period[] {
  return periods.flatMap(({ start, end }) => {
    const left: Period[] = [];
    let at = start;
    for (const other of others) {
      if (other.end <= at || other.start >= end) continue;
      if (other.start > at) left.push({ start: at, end: other.start });
      at = other.end;
    }
    if (at < end) left.push({ start: at, end });
    return left;
  });
}

/** How many days periods have together. */
export function daysIn(periods: readonly Period[]): number {
  return periods.reduce((days, { start, end }) => days + end - start, 0);
}

/** All days of some periods as few ones, in order. */
export function united(periods: readonly Period[]): readonly Period[] {
  const joined: { start: Day; end: Day }[] = [];
  for (const { start, end } of periods.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** Periods of two lists that share a day with each other, directly or by others between them. */
export interface Meeting {
  readonly before: readonly Period[];
  readonly after: readonly Period[];
}

/** Puts the periods of two lists together where they share a day. */
export function meetings(before: readonly Period[], after: readonly Period[]): readonly Meeting[] {
  const all = [
    ...before.map((period) => ({ period, side: "before" as const })),
    ...after.map((period) => ({ period, side: "after" as const })),
  ].toSorted((a, b) => a.period.start - b.period.start);
  const found: { before: Period[]; after: Period[] }[] = [];
  let until = -Infinity;
  for (const { period, side } of all) {
    const last = found.at(-1);
    const meeting = last === undefined || period.start >= until ? { before: [], after: [] } : last;
    if (meeting !== last) found.push(meeting);
    meeting[side].push(period);
    until = Math.max(meeting === last ? until : -Infinity, period.end);
  }
  return found;
}

/** Whether two lists are the same. */
export function samePeriods(a: readonly Period[], b: readonly Period[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}
