import { parseDay, type Day } from "../core/index.js";

/**
 * Reads dates, of which there are few among many rows: each is read once, and one that the row before had isn't even
 * looked up.
 *
 * @param pathOf Where the date of a row stands, as an error names it.
 * @throws CompetitionError `impossible-date`.
 */
export function dayReader(pathOf: (row: number) => string): (date: string, row: number) => Day {
  const days = new Map<string, Day>();
  let [latest, itsDay]: [string, Day] = ["", 0];
  return (date, row) => {
    if (date === latest) return itsDay;
    latest = date;
    const known = days.get(date);
    if (known !== undefined) return (itsDay = known);
    itsDay = parseDay(date, pathOf(row));
    days.set(date, itsDay);
    return itsDay;
  };
}
