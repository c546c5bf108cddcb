import type { AllocationRecord } from "../allocation/index.js";
import { formatDay, parseDay, type Day } from "../core/index.js";

/** The cohort cut by referral date for one criterion. */
export interface Maturity {
  readonly batches: ReadonlySet<string>;
  /** Last day D such that everyone referred up to D is in the cohort. */
  readonly through: string;
}

/** The first and last referral date, up to a day, of each batch of the draw. */
export type BatchDates = ReadonlyMap<string, { readonly first: string; readonly last: string }>;

export function batchDatesOf(entries: readonly AllocationRecord[], asOf: string): BatchDates {
  const dates = new Map<string, { first: string; last: string }>();
  let [ofBatch, known]: [string?, { first: string; last: string }?] = [];
  for (const { batch, referredOn } of entries) {
    if (referredOn > asOf) continue;
    if (batch !== ofBatch) [ofBatch, known] = [batch, dates.get(batch)]; // entries of a batch follow one another
    if (known === undefined) dates.set(batch, (known = { first: referredOn, last: referredOn }));
    else if (referredOn < known.first) known.first = referredOn;
    else if (referredOn > known.last) known.last = referredOn;
  }
  return dates;
}

/**
 * Which batches of the draw are mature: those whose last referral's window is complete on the evening
 * of `asOf`. Whole batches only, so that the cut never splits citizens drawn together.
 *
 * @param windowEnd The first day after the window of a referral on a day; never earlier for a later day.
 */
export function maturityOf(dates: BatchDates, windowEnd: (referredOn: Day) => Day, asOf: Day): Maturity {
  const cutoff = formatDay(lastDayWithin(windowEnd, asOf + 1));
  const batches = new Set<string>();
  let firstOutside: string | undefined;
  for (const [batch, { first, last }] of dates) {
    if (last <= cutoff) batches.add(batch);
    else if (firstOutside === undefined || first < firstOutside) firstOutside = first;
  }
  const through =
    firstOutside !== undefined && firstOutside <= cutoff
      ? formatDay(parseDay(firstOutside, "referredOn") - 1)
      : cutoff;
  return { batches, through };
}

/** The last day whose window has ended by a day. */
function lastDayWithin(windowEnd: (day: Day) => Day, by: Day): Day {
  let day = by;
  while (windowEnd(day) > by) day -= windowEnd(day) - by;
  while (windowEnd(day + 1) <= by) day++;
  return day;
}
