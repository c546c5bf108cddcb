import type { Criterion } from "../outcomes/index.js";
import type { Ore } from "./terms.js";

/** What a success saves at least: so much for each month that the criterion asks it to last; undefined where it counts days or weeks. */
export function valueOfSuccess({ amount }: Criterion, savedPerMonth: Ore): Ore | undefined {
  if ("months" in amount) return amount.months * savedPerMonth;
  if ("calendarMonths" in amount) return amount.calendarMonths * savedPerMonth;
  return undefined;
}
