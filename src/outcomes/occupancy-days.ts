import type { Day, Period } from "../core/index.js";

/** The days that one citizen was in courses of an arm. */
export interface Stay extends Period {
  readonly citizen: string;
}

/** An arm's participants on each day of a period. */
export interface Census extends Period {
  readonly daily: Int32Array;
  /** Two of a citizen neither overlap nor touch; in order of citizen and day. */
  readonly stays: readonly Stay[];
}

/** Counts citizens day by day; who is in two courses at a time counts once. */
export function censusOf(given: readonly Stay[], { start, end }: Period): Census {
  const daily = new Int32Array(end - start);
  const stays = joined(given);
  for (const stay of stays) {
    for (let day = Math.max(stay.start, start); day < Math.min(stay.end, end); day++) {
      daily[day - start] = (daily[day - start] ?? 0) + 1;
    }
  }
  return { start, end, daily, stays };
}

function joined(given: readonly Stay[]): readonly Stay[] {
  const stays: Stay[] = [];
  for (const stay of given.toSorted((a, b) => byCodeUnits(a.citizen, b.citizen) || a.start - b.start)) {
    const last = stays.at(-1);
    if (last?.citizen !== stay.citizen || stay.start > last.end) stays.push(stay);
    else stays[stays.length - 1] = { ...last, end: Math.max(last.end, stay.end) };
  }
  return stays;
}

/** Days of the census among the days of a period. */
export function observed({ start, end }: Census, period: Period): Period {
  return { start: Math.max(start, period.start), end: Math.min(end, period.end) };
}

/** Participants summed over the days of a period. */
export function participantDays(census: Census, period: Period): number {
  const { start, end } = observed(census, period);
  let sum = 0;
  for (let day: Day = start; day < end; day++) sum += census.daily[day - census.start] ?? 0;
  return sum;
}

/** Citizens who were there on at least one day of a period. */
export function citizensIn(census: Census, period: Period): number {
  const { start, end } = observed(census, period);
  const there = census.stays.filter((stay) => Math.max(stay.start, start) < Math.min(stay.end, end));
  return new Set(there.map(({ citizen }) => citizen)).size;
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
