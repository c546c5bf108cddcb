// Calendar arithmetic of the reference, by JavaScript's own UTC dates: nothing of src/core is used.

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function isoDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The same date n months on, or the last day of that month where it is shorter. */
export function monthsLater(day: number, months: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / DAY;
}

const months = new Map<number, string>();

/** `2005-03` of a day; asked for so often that it is remembered. */
export function monthName(day: number): string {
  const name = months.get(day) ?? isoDate(day).slice(0, 7);
  months.set(day, name);
  return name;
}

export function isFirstOfMonth(day: number): boolean {
  return monthName(day) !== monthName(day - 1);
}

/** A value with every ISO date in it so many centuries later. */
export function addCenturies<Value>(value: Value, centuries: number): Value {
  const text = JSON.stringify(value).replaceAll(
    /"(\d{4})(-\d{2}-\d{2})"/g,
    (_match, year: string, rest: string) => `"${Number(year) + centuries * 100}${rest}"`,
  );
  return JSON.parse(text) as Value;
}
