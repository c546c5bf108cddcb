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
  let latest: string | undefined;
  let itsDay: Day = 0;
  return (date, row) => {
    if (date === latest) return itsDay;
    const known = days.get(date);
    itsDay = known ?? parseDay(date, pathOf(row));
    if (known === undefined) days.set(date, itsDay);
    latest = date;
    return itsDay;
  };
}
