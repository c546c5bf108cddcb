import type { AllocationRecord } from "../allocation/index.js";
import { formatDay, parseDay, type Day } from "../core/index.js";

/** The cohort cut by referral date for one criterion. */
export interface Maturity {
  readonly batches: ReadonlySet<string>;
  /** Last day D such that everyone referred up to D is in the cohort. */
  readonly through: string;
}

/**
 * Which batches of the draw are mature: those whose last referral's window is complete on the evening
 * of `asOf`. Whole batches only, so that the cut never splits citizens drawn together.
 *
 * @param windowEnd The first day after the window of a referral on a day; never earlier for a later day.
 */
export function maturityOf(
  entries: readonly AllocationRecord[],
  windowEnd: (referredOn: Day) => Day,
  asOf: Day,
): Maturity {
  const last = new Map<string, string>();
  for (const { batch, referredOn } of entries) {
    if (referredOn > (last.get(batch) ?? "")) last.set(batch, referredOn);
  }
  const cutoff = formatDay(lastDayWithin(windowEnd, asOf + 1));
  const batches = new Set<string>();
  for (const [batch, referredOn] of last) if (referredOn <= cutoff) batches.add(batch);
  const firstOutside = entries.reduce<string | undefined>(
    (first, { batch, referredOn }) =>
      batches.has(batch) || (first !== undefined && first <= referredOn) ? first : referredOn,
    undefined,
  );
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
