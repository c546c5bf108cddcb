import type { Criterion } from "../../../src/outcomes/index.js";
import { isFirstOfMonth } from "./dates.js";
import type { Days } from "./life.js";

type Unit = "month" | "week";

/** The calendar's unit that an amount is counted in; none where days are, or one run of them. */
export function cellUnit({ amount, continuity, monthsCounted }: Criterion): Unit | undefined {
  if ("isoWeeks" in amount) return "week";
  if ("days" in amount) return undefined;
  if (continuity === "consecutive") return "calendarMonths" in amount ? "month" : undefined;
  return monthsCounted === "days" ? undefined : "month";
}

/** How many cells an amount asks for. */
export function cellsNeeded({ amount }: Criterion): number {
  return Object.values(amount)[0] ?? 0;
}

/** Whether a week (on a Monday) or month (on a 1st) begins on a day; 1 January 1970 was a Thursday. */
function isFirstOf(unit: Unit, day: number): boolean {
  return unit === "week" ? (((day + 3) % 7) + 7) % 7 === 0 : isFirstOfMonth(day);
}

/** The day itself where a cell begins with it, else the first day of the next cell. */
export function nextCell(unit: Unit, day: number): number {
  let first = day;
  while (!isFirstOf(unit, first)) first++;
  return first;
}

/** The cells of a window that count, each by its days inside the window, in order. */
export function cellsOf(window: Days, unit: Unit, edges: Criterion["edges"]): Days[] {
  const cells: Days[] = [];
  let { first } = window;
  while (first <= window.last) {
    const last = nextCell(unit, first + 1) - 1;
    const opensInside = !isFirstOf(unit, first);
    const closesInside = last > window.last;
    const takes =
      (!opensInside && !closesInside) ||
      (opensInside && !closesInside && edges === "first-part") ||
      edges === "parts";
    const isCut = closesInside && window.open === true;
    if (takes && !isCut) cells.push({ first, last: Math.min(last, window.last) });
    first = last + 1;
  }
  return cells;
}
