import type { Day } from "../core/index.js";
import type { Timeline } from "./periods.js";

/** Days without any record between two records. */
export interface Gaps {
  readonly citizens: number;
  readonly days: number;
}

/** Counts days without record between records, from the first observed day on. */
export function gapsOf({ bounds, start, end }: Timeline, observedFrom: Day): Gaps {
  let [citizens, days] = [0, 0];
  for (let citizen = 0; citizen + 1 < bounds.length; citizen++) {
    let missing = 0;
    let recorded = Infinity; // up to this day something is recorded, or nothing had begun
    for (let place = bounds[citizen] ?? 0; place < (bounds[citizen + 1] ?? 0); place++) {
      missing += Math.max(0, (start[place] ?? 0) - Math.max(recorded, observedFrom));
      const until = end[place] ?? 0;
      recorded = recorded === Infinity ? until : Math.max(recorded, until);
    }
    if (missing > 0) citizens++;
    days += missing;
  }
  return { citizens, days };
}
