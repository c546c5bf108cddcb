// Calendar arithmetic of the reference, by JavaScript's own UTC dates: nothing of src/core is used.

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

const dates = new Map<number, string>();

/** The ISO date of a day; the same days are asked for so often that they are remembered. */
export function isoDate(day: number): string {
  return remembered(dates, day, () => new Date(day * DAY).toISOString().slice(0, 10));
}

const MOST_MONTHS = 1000;
const later = new Map<number, number>();

/** The same date n months on, or the last day of that month where it is shorter. */
export function monthsLater(day: number, months: number): number {
  return remembered(later, day * MOST_MONTHS + months, () => sameDate(day, months));
}

function sameDate(day: number, months: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / DAY;
}

function remembered<Value>(known: Map<number, Value>, key: number, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** `2005-03` of a day. */
function monthName(day: number): string {
  return isoDate(day).slice(0, 7);
}

const firsts = new Map<number, boolean>();

export function isFirstOfMonth(day: number): boolean {
  return remembered(firsts, day, () => monthName(day) !== monthName(day - 1));
}

/** A value with every ISO date in it so many centuries later. */
export function addCenturies<Value>(value: Value, centuries: number): Value {
  const text = JSON.stringify(value).replaceAll(
    /"(\d{4})(-\d{2}-\d{2})"/g,
    (_match, year: string, rest: string) => `"${Number(year) + centuries * 100}${rest}"`,
  );
  return JSON.parse(text) as Value;
}
