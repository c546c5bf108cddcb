import { amountOf, DEFAULT_DAY_RULE } from "./rule.js";
import type { Criterion, StateSelector, Wording } from "./criterion.js";
import { alternatives, nameOf, spanInWords } from "./words.js";

/**
 * Says a criterion as one sentence: how much of what, where it is looked for, how a month is read,
 * and who measures.
 *
 * @param language `da` or `en`; `en` by default.
 *
 * @example
 * describeCriterion(tenders.fredericiaA.criteria[0]);
 * // "Success is at least 4 consecutive whole calendar months without municipal support, within
 * // 6 months after the end of the course; one day that doesn't count breaks a month; measured by
 * // the municipality (§2.3.9)."
 * @example
 * describeCriterion(tenders.hillerod.criteria[0], "da");
 * // "Succes er mindst 4 måneder uden afbrydelse, …; perioden skal begynde inden for det længst
 * // tilladte forløb, regnet fra visiteringen, og må fortsætte derefter (§5.6.2.1)."
 */
export function describeCriterion(criterion: Criterion, language: keyof Wording = "en"): string {
  const words = WORDS[language];
  const { window, measuredBy, source } = criterion;
  const [where, condition] =
    window.anchor === "course-end"
      ? [`, ${words.within(spanInWords(window.length, language))}`, ""]
      : ["", `; ${words.spell}`];
  const measured = measuredBy === undefined ? "" : `; ${words.measured(nameOf(measuredBy, language))}`;
  const reference = source === undefined ? "" : ` (${source})`;
  return `${words.success(amountText(criterion, language), daysText(criterion, language))}${where}${condition}${monthText(criterion, language)}${measured}${reference}.`;
}

function amountText(criterion: Criterion, language: keyof Wording): string {
  const { amount, continuity } = criterion;
  const number = amountOf(criterion);
  const { run, inRow, inAll } = WORDS[language];
  if ("months" in amount) return run(number);
  return continuity === "consecutive" && number > 1 ? inRow(number) : inAll(number);
}

function daysText({ states, without }: Criterion, language: keyof Wording): string {
  const words = WORDS[language];
  const parts = [
    ...(states === undefined ? [] : [`${words.in} ${selectorText(states, language)}`]),
    ...(without === undefined ? [] : [`${words.without} ${selectorText(without, language)}`]),
  ];
  return parts.join(words.and);
}

function selectorText(
  { having = [], states = [], except = [] }: StateSelector,
  language: keyof Wording,
): string {
  const names = (ids: readonly string[]): string =>
    alternatives([...new Set(ids.map((id) => nameOf(id, language)))], language);
  const text = names([...having, ...states]);
  return except.length === 0 ? text : `${text} (${WORDS[language].except(names(except))})`;
}

function monthText({ amount, dayRule = DEFAULT_DAY_RULE }: Criterion, language: keyof Wording): string {
  return "months" in amount ? "" : `; ${WORDS[language][dayRule]}`;
}

interface Words {
  readonly "success": (amount: string, days: string) => string;
  readonly "inRow": (months: number) => string;
  readonly "inAll": (months: number) => string;
  readonly "run": (months: number) => string;
  readonly "in": string;
  readonly "without": string;
  readonly "and": string;
  readonly "except": (names: string) => string;
  readonly "within": (span: string) => string;
  readonly "spell": string;
  readonly "any-day": string;
  readonly "most-days": string;
  readonly "measured": (by: string) => string;
}

const WORDS: Readonly<Record<keyof Wording, Words>> = {
  da: {
    "success": (amount, days) => `Succes er mindst ${amount} ${days}`,
    "inRow": (months) => `${months} sammenhængende hele kalendermåneder`,
    "inAll": (months) => (months === 1 ? "1 hel kalendermåned" : `i alt ${months} hele kalendermåneder`),
    "run": (months) => `${months} ${months === 1 ? "måned" : "måneder"} uden afbrydelse, fra dato til dato,`,
    "in": "i",
    "without": "uden",
    "and": " og ",
    "except": (names) => `bortset fra ${names}`,
    "within": (span) => `inden for ${span} efter forløbets afslutning`,
    "spell":
      "perioden skal begynde inden for det længst tilladte forløb, regnet fra visiteringen, og må fortsætte derefter",
    "any-day": "en enkelt dag, der ikke tæller, bryder en måned",
    "most-days": "en måned tæller, når mere end halvdelen af dens dage tæller",
    "measured": (by) => `opgøres af ${by}`,
  },
  en: {
    "success": (amount, days) => `Success is at least ${amount} ${days}`,
    "inRow": (months) => `${months} consecutive whole calendar months`,
    "inAll": (months) => (months === 1 ? "1 whole calendar month" : `${months} whole calendar months in all`),
    "run": (months) =>
      `${months} ${months === 1 ? "month" : "months"} without interruption, from date to date,`,
    "in": "in",
    "without": "without",
    "and": " and ",
    "except": (names) => `${names} excepted`,
    "within": (span) => `within ${span} after the end of the course`,
    "spell":
      "the spell must begin within the longest permitted course, counted from the referral, and may go on after it",
    "any-day": "one day that doesn't count breaks a month",
    "most-days": "a month counts if more than half of its days do",
    "measured": (by) => `measured by ${by}`,
  },
};
