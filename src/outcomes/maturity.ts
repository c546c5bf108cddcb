import type { AllocationRecord } from "../allocation/index.js";
import { formatDay, type Day } from "../core/index.js";
import { EVER, NEVER } from "./days.js";

/** The cohort cut by referral date for one criterion. */
export interface Maturity {
  readonly batches: ReadonlySet<string>;
  /** Last day D such that everyone referred up to D is in the cohort. */
  readonly through: string;
}

/** The first and last day of referral, up to a day, of each batch of the draw. */
export type BatchDays = ReadonlyMap<string, { readonly first: Day; readonly last: Day }>;

/** @param referredOn The day of each entry's referral. */
export function batchDaysOf(
  entries: readonly AllocationRecord[],
  referredOn: Int32Array,
  asOf: Day,
): BatchDays {
  const days = new Map<string, { first: Day; last: Day }>();
  let [ofBatch, known]: [string?, { first: Day; last: Day }?] = [];
  let position = -1;
  for (const { batch } of entries) {
    const day = referredOn[++position] ?? 0;
    if (day > asOf) continue;
    if (batch !== ofBatch) [ofBatch, known] = [batch, days.get(batch)]; // entries of a batch follow one another
    if (known === undefined) days.set(batch, (known = { first: day, last: day }));
    else if (day < known.first) known.first = day;
    else if (day > known.last) known.last = day;
  }
  return days;
}

/**
 * Which batches of the draw are mature: those whose last referral's window is complete on the evening
 * of `asOf`. Whole batches only, so that the cut never splits citizens drawn together.
 *
 * @param windowEnd The first day after the window of a referral on a day; never earlier for a later day. `NEVER` for a
 *   criterion without an end, of which no batch ever is mature.
 */
export function maturityOf(days: BatchDays, windowEnd: (referredOn: Day) => Day, asOf: Day): Maturity {
  const isEndless = windowEnd(asOf) === NEVER;
  const cutoff = isEndless ? EVER : lastDayWithin(windowEnd, asOf + 1);
  const batches = new Set<string>();
  let firstOutside = NEVER;
  for (const [batch, { first, last }] of days) {
    if (last <= cutoff) batches.add(batch);
    else firstOutside = Math.min(firstOutside, first);
  }
  return { batches, through: formatDay(Math.min(isEndless ? asOf : cutoff, firstOutside - 1)) };
}

/** The last day whose window has ended by a day. */
function lastDayWithin(windowEnd: (day: Day) => Day, by: Day): Day {
  let day = by;
  while (windowEnd(day) > by) day -= windowEnd(day) - by;
  while (windowEnd(day + 1) <= by) day++;
  return day;
}
