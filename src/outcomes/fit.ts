import { parseDay, type Day } from "../core/index.js";
import type { Criterion } from "./criterion.js";
import type { Place } from "./place.js";
import { placeFinder } from "./places.js";

/** Four years of days hold every date of the calendar that a window can open with. */
const FIRST: Day = parseDay("2004-01-01", "fit");
const DAYS = 1461;

/**
 * The share of all days such that a window that opens by them has room for the criterion's amount; 1 where
 * the window's length doesn't follow from the criterion.
 */
export function shareOfDaysThatFit(criterion: Criterion): number {
  const { window } = criterion;
  if (!("length" in window) || window.length === "open") return 1;
  const { contract } = placeFinder()(criterion, FIRST + 2 * DAYS);
  let fitting = 0;
  for (let day = FIRST; day < FIRST + DAYS; day++) {
    const place = contract({ referredOn: day, startedOn: day, endedOn: day - 1, limit: day + 1 });
    if (fits(place.opens?.(day) ?? place)) fitting++;
  }
  return fitting / DAYS;
}

function fits({ measure, window, starts, lastStart, cells, neededDays }: Place): boolean {
  if (measure.kind === "run") return lastStart >= starts.start;
  if (measure.kind === "total") return neededDays <= window.end - window.start;
  return cells.length >= measure.needed;
}
