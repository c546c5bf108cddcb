import { competitionError, SUPPRESSED, type Showable, type Suppressed } from "../core/index.js";
import type { Language } from "./blocks.js";

export interface NumberFormat {
  readonly language: Language;
  /** Digits after the decimal sign. */
  readonly decimals?: number;
}

/** What stands for a value that isn't there. */
export const ABSENT: string = "–";

/** What stands for a value that is hidden in a published edition. */
export const HIDDEN: Readonly<Record<Language, string>> = { da: "skjult", en: "hidden" };

const MINUS = "\u2212";
const NARROW_SPACE = "\u202F";
const SIGNS: Readonly<Record<Language, { decimal: string; thousands: string }>> = {
  da: { decimal: ",", thousands: "." },
  en: { decimal: ".", thousands: "," },
};

/**
 * A number with the signs of its language: da `1.204,50`, en `1,204.50`. A minus is U+2212, halves
 * are rounded away from zero in the decimal digits one sees, −0 is 0, from 10¹⁵ on it is a power of
 * ten, infinities are `∞`, `null` is a dash, and `"suppressed"` is da `skjult`, en `hidden`, as in all of these functions.
 *
 * @param format `decimals`: 2 by default.
 * @throws CompetitionError `not-a-number` on NaN, which is never shown in silence.
 * @example
 * formatNumber(-1204.5, { language: "da", decimals: 1 }) // "−1.204,5"
 * @example
 * formatNumber(-0.001, { language: "en" }) // "0.00"
 */
export function formatNumber(value: Showable, { language, decimals = 2 }: NumberFormat): string {
  if (value === null) return ABSENT;
  if (value === SUPPRESSED) return HIDDEN[language];
  if (Number.isNaN(value)) {
    throw competitionError({
      code: "not-a-number",
      received: value,
      expected: "a number, an infinity or null",
    });
  }
  const { decimal, thousands } = SIGNS[language];
  const [whole = "", fraction] = roundedDigits(Math.abs(value), decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  const digits = fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
  return value < 0 && /[1-9∞]/.test(digits) ? `${MINUS}${digits}` : digits;
}

/** A count: da `1.204`, en `1,204`. */
export function formatCount(value: Showable, { language }: { readonly language: Language }): string {
  return formatNumber(value, { language, decimals: 0 });
}

/**
 * A count within a sentence, where a hidden one takes more than a word: da `et skjult antal`, en `a hidden number`.
 *
 * @example
 * formatCountInText(1204, { language: "da" }) // "1.204"
 * @example
 * formatCountInText("suppressed", { language: "en" }) // "a hidden number"
 */
export function formatCountInText(value: Showable, { language }: { readonly language: Language }): string {
  return value === SUPPRESSED ? HIDDEN_COUNT[language] : formatCount(value, { language });
}

const HIDDEN_COUNT: Readonly<Record<Language, string>> = { da: "et skjult antal", en: "a hidden number" };

/** A noun in the singular and in the plural, with what follows it if that changes too. */
export type Noun = readonly [one: string, many: string];

/**
 * A count with its noun: da `1.204 borgere`, en `1,204 citizens`.
 *
 * @example
 * formatCounted(1, ["borger", "borgere"], { language: "da" }) // "1 borger"
 * @example
 * formatCounted(0, ["citizen was", "citizens were"], { language: "en" }) // "0 citizens were"
 */
export function formatCounted(
  count: Showable,
  [one, many]: Noun,
  format: { readonly language: Language },
): string {
  if (count === SUPPRESSED) return `${HIDDEN_COUNT[format.language]}${OF[format.language]} ${many}`;
  return `${formatCount(count, format)} ${count === 1 ? one : many}`;
}

const OF: Readonly<Record<Language, string>> = { da: "", en: " of" };

/**
 * A proportion as per cent: da `48,3 %` (U+202F before the sign), en `48.3%`; one decimal by default.
 *
 * @example
 * formatPercent(0.4831, { language: "da" }) // "48,3 %"
 * @example
 * formatPercent(null, { language: "en" }) // "–"
 */
export function formatPercent(proportion: Showable, { language, decimals = 1 }: NumberFormat): string {
  if (proportion === null) return ABSENT;
  if (proportion === SUPPRESSED) return HIDDEN[language];
  return formatNumber(inPercent(proportion), { language, decimals }) + PERCENT[language];
}

const PERCENT: Readonly<Record<Language, string>> = { da: `${NARROW_SPACE}%`, en: "%" };

/**
 * A confidence level with the decimals it has, two at most: da `95 %`, en `97.5%`.
 *
 * @example
 * formatLevel(0.95, { language: "en" }) // "95%"
 * @example
 * formatLevel(1 - 0.05 / 3, { language: "en" }) // "98.33%"
 */
export function formatLevel(
  level: number | Suppressed,
  { language }: { readonly language: Language },
): string {
  if (level === SUPPRESSED) return HIDDEN[language];
  const percent = shifted(level, 2);
  const decimals = [0, 1].find((digits) => Math.abs(percent - Number(percent.toFixed(digits))) < 1e-9) ?? 2;
  return formatPercent(level, { language, decimals });
}

/**
 * A difference of proportions in percentage points: da `7,2 procentpoint`, en `7.2 percentage points`.
 *
 * @example
 * formatPoints(-0.0724, { language: "en" }) // "−7.2 percentage points"
 * @example
 * formatPoints(0.01, { language: "en", decimals: 0 }) // "1 percentage point"
 */
export function formatPoints(difference: Showable, { language, decimals = 1 }: NumberFormat): string {
  if (difference === null) return ABSENT;
  if (difference === SUPPRESSED) return HIDDEN[language];
  const digits = formatNumber(inPercent(difference), { language, decimals });
  if (language === "da") return `${digits} procentpoint`;
  return `${digits} percentage point${digits.replace(MINUS, "") === "1" ? "" : "s"}`;
}

/**
 * The same under a heading that says what it is: da `7,2`, en `7.2`.
 *
 * @example
 * formatPointsCell(-0.0724, { language: "da" }) // "−7,2"
 * @example
 * formatPointsCell(null, { language: "en" }) // "–"
 */
export function formatPointsCell(difference: Showable, { language, decimals = 1 }: NumberFormat): string {
  return formatNumber(typeof difference === "number" ? inPercent(difference) : difference, {
    language,
    decimals,
  });
}

export interface IntervalFormat extends NumberFormat {
  /** How the limits are shown; `number` by default. `points` are per cent without their unit. */
  readonly unit?: "number" | "percent" | "points";
}

/**
 * Two limits: da `45,1 til 51,6 %`, en `45.1% to 51.6%`; a word and not a dash, since limits may be
 * negative. An infinite limit is `∞`.
 *
 * @param format `decimals`: 2 for numbers, 1 for per cent and points by default.
 * @example
 * formatInterval({ lower: -0.012, upper: 0.15 }, { language: "da", unit: "points" }) // "−1,2 til 15,0"
 * @example
 * formatInterval({ lower: 0.5, upper: Infinity }, { language: "en" }) // "0.50 to ∞"
 */
export function formatInterval(
  { lower, upper }: { readonly lower: number | Suppressed; readonly upper: number | Suppressed },
  { language, unit = "number", decimals = unit === "number" ? 2 : 1 }: IntervalFormat,
): string {
  if (lower === SUPPRESSED || upper === SUPPRESSED) return HIDDEN[language];
  const limit = (value: number): string =>
    formatNumber(unit === "number" ? value : inPercent(value), { language, decimals });
  const sign = unit === "percent" ? PERCENT[language] : "";
  return language === "da"
    ? `${limit(lower)} til ${limit(upper)}${sign}`
    : `${limit(lower)}${sign} to ${limit(upper)}${sign}`;
}

/**
 * A p-value with three decimals: da `p = 0,043`; below 0.001 and above 0.999 only that.
 *
 * @example
 * formatPValue(0.0426, { language: "da" }) // "p = 0,043"
 * @example
 * formatPValue(0, { language: "en" }) // "p < 0.001"
 */
export function formatPValue(pValue: Showable, format: { readonly language: Language }): string {
  const value = formatPCell(pValue, format);
  return /^[<>]/u.test(value) ? `p ${value}` : `p = ${value}`;
}

/**
 * The same under a heading that says what it is: da `0,043`, en `< 0.001`.
 *
 * @example
 * formatPCell(0.0426, { language: "da" }) // "0,043"
 * @example
 * formatPCell(null, { language: "en" }) // "–"
 */
export function formatPCell(pValue: Showable, { language }: { readonly language: Language }): string {
  if (pValue === null) return ABSENT;
  if (pValue === SUPPRESSED) return HIDDEN[language];
  const [sign, shown] = pValue < 0.001 ? ["< ", 0.001] : pValue > 0.999 ? ["> ", 0.999] : ["", pValue];
  return `${sign}${formatNumber(shown, { language, decimals: 3 })}`;
}

/**
 * An amount in øre as kroner: da `5.000 kr.`, en `DKK 5,000`; øre are shown only where there are any.
 *
 * @param amount Whole øre.
 * @example
 * formatKroner(500_000, { language: "da" }) // "5.000 kr."
 * @example
 * formatKroner(-50, { language: "en" }) // "DKK −0.50"
 */
export function formatKroner(amount: Showable, { language }: { readonly language: Language }): string {
  if (amount === null) return ABSENT;
  if (amount === SUPPRESSED) return HIDDEN[language];
  const digits = formatNumber(shifted(amount, -2), { language, decimals: amount % 100 === 0 ? 0 : 2 });
  return language === "da" ? `${digits} kr.` : `DKK ${digits}`;
}

/** Digits of a number from 0, rounded by its shortest decimal form: 1.005 to two decimals is 1.01. */
function roundedDigits(value: number, decimals: number): string {
  if (value === Infinity) return "∞";
  if (value >= TOO_LONG) return inPowers(value);
  const scaled = Math.round(shifted(value, decimals));
  if (scaled > Number.MAX_SAFE_INTEGER) return value.toFixed(decimals);
  const digits = String(scaled).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** From here on the digits of a number tell less than its magnitude. */
const TOO_LONG = 1e15;

function inPowers(value: number): string {
  const [digits, exponent = ""] = value.toExponential(2).split("e+");
  return `${digits} × 10${[...exponent].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")}`;
}

/**
 * A proportion in per cent, or a difference in percentage points, without the rounding error of a
 * product: 0.145 is 14.5, not 14.499999999999998.
 */
export function inPercent(proportion: number): number {
  return shifted(proportion, 2);
}

/** A number times a power of ten. */
function shifted(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number.isFinite(value) ? Number(`${digits}e${Number(exponent) + places}`) : value;
}
