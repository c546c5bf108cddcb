import type { Period } from "../core/index.js";

// Sets of days as half-open periods, sorted, disjoint and not touching. Bounds may be infinite.

/** Every day there is. */
export const ALWAYS: Period = { start: -Infinity, end: Infinity };

/** The days of any of the periods, which may come in any order and overlap. */
export function union(periods: readonly Period[]): readonly Period[] {
  const sorted = periods.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  const merged: Period[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last === undefined || start > last.end) merged.push({ start, end });
    else if (end > last.end) merged[merged.length - 1] = { start: last.start, end };
  }
  return merged;
}

/** The days that are in both sets. */
export function intersection(a: readonly Period[], b: readonly Period[]): readonly Period[] {
  const common: Period[] = [];
  for (let i = 0, j = 0; ;) {
    const [left, right] = [a[i], b[j]];
    if (left === undefined || right === undefined) return common;
    const [start, end] = [Math.max(left.start, right.start), Math.min(left.end, right.end)];
    if (start < end) common.push({ start, end });
    if (left.end <= right.end) i++;
    else j++;
  }
}

/** The days of `within` that are not in the set. */
export function complement(periods: readonly Period[], within: Period): readonly Period[] {
  const rest: Period[] = [];
  let start = within.start;
  for (const period of periods) {
    if (period.end <= start) continue;
    if (period.start >= within.end) break;
    if (period.start > start) rest.push({ start, end: period.start });
    start = period.end;
  }
  if (start < within.end) rest.push({ start, end: within.end });
  return rest;
}

/** The day on which the n-th day of a set falls within a period; `Infinity` if it holds fewer. */
export function nthDay(periods: readonly Period[], within: Period, n: number): number {
  let missing = n;
  for (const period of periods) {
    if (period.start >= within.end) break;
    const [start, end] = [Math.max(period.start, within.start), Math.min(period.end, within.end)];
    if (start >= end) continue;
    if (end - start >= missing) return start + missing - 1;
    missing -= end - start;
  }
  return Infinity;
}
