import { competitionError } from "../../core/index.js";
import { comparable } from "../names.js";

/** A period's text taken apart: its form, its year, and its number within the year if it has one. */
interface PeriodPlace {
  readonly text: string;
  /** With # for digits, as it is compared: `#m#`. */
  readonly form: string;
  readonly year: number;
  readonly number: number;
}

/** How many periods of a form a year has, by the form's letters. */
const PER_YEAR: Readonly<Record<string, number>> = {
  m: 12,
  maaned: 12,
  month: 12,
  q: 4,
  k: 4,
  kvartal: 4,
  quarter: 4,
  qmat: 4,
  h: 2,
  halvaar: 2,
};

/**
 * Periods in the order of time, with those that are missing between them: years (`2023`), months (`2023M01`, `2023-01`),
 * quarters (`2023QMAT02`, `1. kvartal 2023`), half-years and the like, all of one form.
 *
 * The distance between periods is the largest that leads from each to all others, so that half-yearly figures among
 * quarters have no gaps. Where it isn't known how many periods a year has, they are only put in order.
 *
 * @throws CompetitionError `unknown-period-form`, `several-period-forms`.
 */
export function periodsInOrder(periods: readonly string[], operation: string): readonly string[] {
  const places = [...new Map(periods.map((text) => [periodKey(text), placeOf(text, operation)])).values()];
  const [first] = places;
  const other = places.find(({ form }) => form !== first?.form);
  if (first === undefined) return [];
  if (other !== undefined) {
    throw competitionError({
      code: "several-period-forms",
      path: `${operation}.municipalities`,
      received: `${first.text}, ${other.text}`,
      expected: "periods of one form, such as months or years",
      hint: "Give the rows of one kind of period.",
    });
  }
  const perYear = perYearOf(first.form);
  if (perYear === undefined || places.some(({ number }) => number < 1 || number > perYear)) {
    return places.toSorted((a, b) => a.year - b.year || a.number - b.number).map(({ text }) => text);
  }
  return filled(places, perYear);
}

/** What a period is recognized by, however its number is padded. */
export function periodKey(text: string): string {
  return comparable(text).replace(/\d+/g, (digits) => String(Number(digits)));
}

/** Whether periods of this form overlap, such as rolling years that end with each quarter. */
export function isRolling(period: string): boolean {
  return /mat|rullende|rolling/.test(comparable(period));
}

/** How a period is written, with # for digits; undefined where nobody can tell when it is. */
export function periodForm(text: string): string | undefined {
  return readPlace(text)?.form;
}

function readPlace(text: string): PeriodPlace | undefined {
  const numbers = text.match(/\d+/g) ?? [];
  const year = numbers.find((digits) => digits.length === 4);
  const others = numbers.filter((digits) => digits !== year);
  if (year !== undefined && numbers.length - others.length === 1 && others.length <= 1) {
    const form = comparable(text).replace(/\d+/g, "#");
    return { text, form, year: Number(year), number: Number(others[0] ?? 1) };
  }
  return undefined;
}

function placeOf(text: string, operation: string): PeriodPlace {
  const place = readPlace(text);
  if (place !== undefined) return place;
  throw competitionError({
    code: "unknown-period-form",
    path: `${operation}.municipalities`,
    received: text,
    expected:
      "a year of four digits, with a number within the year if need be: 2023, 2023M01, 1. kvartal 2023",
  });
}

function perYearOf(form: string): number | undefined {
  if (form === "#") return 1;
  if (form === "#-#") return PER_YEAR["m"];
  return PER_YEAR[form.replace(/[^a-zæø]/g, "")];
}

function filled(places: readonly PeriodPlace[], perYear: number): readonly string[] {
  const ordinal = ({ year, number }: PeriodPlace): number => year * perYear + number - 1;
  const known = new Map(places.map((place) => [ordinal(place), place.text]));
  const ordinals = [...known.keys()].toSorted((a, b) => a - b);
  const [from = 0] = ordinals;
  const last = ordinals.at(-1) ?? from;
  const step = ordinals.reduce((divisor, each) => greatestDivisor(divisor, each - from), 0) || 1;
  const sample = places[0]?.text ?? "";
  return Array.from({ length: (last - from) / step + 1 }, (_, index) => {
    const at = from + index * step;
    return known.get(at) ?? labelLike(sample, Math.floor(at / perYear), (at % perYear) + 1);
  });
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** A missing period's text, as those that are there are written. */
function labelLike(sample: string, year: number, number: number): string {
  return sample.replace(/\d+/g, (digits) =>
    digits.length === 4 ? String(year) : String(number).padStart(digits.length, "0"),
  );
}
