import { addMonths, type Day } from "./calendar.js";
import { competitionError } from "./errors.js";

/**
 * A length of time with its unit. Units are never converted into each other: six months are not
 * 182 days.
 */
export type Span = { readonly days: number } | { readonly weeks: number } | { readonly months: number };

/** The day that lies a span after (or, with `-1`, before) a day; months keep the day of the month. */
export function addSpan(day: Day, span: Span, times: 1 | -1 = 1): Day {
  if ("months" in span) return addMonths(day, times * span.months);
  return day + times * ("weeks" in span ? span.weeks * 7 : span.days);
}

/** The first day after all spans, one after the other. */
export function addSpans(day: Day, spans: readonly Span[]): Day {
  return spans.reduce((at, span) => addSpan(at, span), day);
}

/**
 * Checks a span that a caller gave.
 *
 * @throws CompetitionError `impossible-span` unless it is one unit with a whole number from 0.
 */
export function checkSpan(span: Span, path: string): Span {
  const entries = typeof span === "object" && span !== null ? Object.entries(span) : [];
  const [unit, amount] = entries[0] ?? [];
  const valid =
    entries.length === 1 &&
    (unit === "days" || unit === "weeks" || unit === "months") &&
    typeof amount === "number" &&
    Number.isInteger(amount) &&
    amount >= 0;
  if (!valid) {
    throw competitionError({
      code: "impossible-span",
      path,
      received: span,
      expected: "one unit with a whole number, such as { weeks: 13 } or { months: 6 }",
    });
  }
  return span;
}
