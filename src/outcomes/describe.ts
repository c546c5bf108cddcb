import { DEFAULT_DAY_RULE, amountOf, measureOf } from "./amount.js";
import type { AnchoredWindow, Criterion, CriterionWindow, StateSelector, Wording } from "./criterion.js";
import { criterionWords, type CriterionWords } from "./criterion-words.js";
import { alternatives, nameOf, spanInWords } from "./words.js";

/**
 * Says a criterion as one sentence: how much of what, where it is looked for, how months and spells are
 * read, who measures and when it becomes payable. What it leaves open isn't said: see `lintCriterion`.
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
  const words = criterionWords[language];
  const reference = criterion.source === undefined ? "" : ` (${criterion.source})`;
  const where = whereText(criterion.window, language);
  const clauses = clausesOf(criterion, language).map((clause) => `; ${clause}`);
  const success = words.success(amountText(criterion, words), daysText(criterion, language));
  return `${success}${where === "" ? "" : `, ${where}`}${clauses.join("")}${reference}.`;
}

function amountText(criterion: Criterion, words: CriterionWords): string {
  const { amount, continuity } = criterion;
  const number = amountOf(criterion);
  const measure = measureOf(criterion);
  if (measure.kind === "run") return "days" in amount ? words.runOfDays(number) : words.run(number);
  if (measure.kind === "total")
    return "days" in amount ? words.daysInAll(number) : words.daysOfMonths(number);
  const unit = "isoWeeks" in amount ? "weeks" : "months";
  return words[continuity === "consecutive" && number > 1 ? "inRow" : "inAll"](number, unit);
}

function daysText({ states, without }: Criterion, language: keyof Wording): string {
  const words = criterionWords[language];
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
  return except.length === 0 ? text : `${text} (${criterionWords[language].except(names(except))})`;
}

function whereText(window: CriterionWindow, language: keyof Wording): string {
  const words = criterionWords[language];
  if (window.anchor === "course") {
    return window.plus === undefined ? words.inCourse : words.inCourseAnd(spanInWords(window.plus, language));
  }
  if (window.anchor === "spell-start") return words.fromSpell(spanInWords(window.length, language));
  return "length" in window ? anchoredText(window, language) : "";
}

function anchoredText({ anchor, after, length }: AnchoredWindow, language: keyof Wording): string {
  const words = criterionWords[language];
  const opening = words[anchor];
  const opens = after === undefined ? opening : words.later(spanInWords(after, language), opening);
  if (length === "open") return words.anyTime(opens);
  const isDay = "days" in length && length.days === 1;
  if (isDay && after !== undefined) return words.onTheDay(spanInWords(after, language), opening);
  const span = spanInWords(length, language);
  return after === undefined ? words.within(span, opening) : words.withinFrom(span, opens);
}

/** What is said of a criterion behind its main clause, as far as it says it itself; the day rule always. */
function clausesOf(criterion: Criterion, language: keyof Wording): readonly string[] {
  const words = criterionWords[language];
  const { dayRule = DEFAULT_DAY_RULE, edges, gapTolerance, joining, degrees, leaving = {} } = criterion;
  const { measuredBy, neverStarted, payable, amount } = criterion;
  const unit = "isoWeeks" in amount ? "weeks" : "months";
  return [
    ...spellClauses(criterion.window, words),
    ...(measureOf(criterion).kind === "cells" ? [words[dayRule](unit)] : []),
    ...(edges === undefined ? [] : [words.edges[edges](unit)]),
    ...(gapTolerance === undefined ? [] : [words.gap(gapTolerance.days)]),
    ...(joining === undefined ? [] : [words[joining]]),
    ...(degrees === undefined ? [] : [degreesText(criterion, language)]),
    ...Object.entries(leaving).map(([way, treatment]) =>
      words.leaving(words.ways[way as keyof typeof words.ways], words.treatments[treatment]),
    ),
    ...(neverStarted === undefined
      ? []
      : [words.leaving(words.neverStarted, words.treatments[neverStarted])]),
    ...(measuredBy === undefined ? [] : [words.measured(nameOf(measuredBy, language))]),
    ...(payable === undefined ? [] : [words[payable]]),
  ];
}

function spellClauses(window: CriterionWindow, words: CriterionWords): readonly string[] {
  if (window.anchor === "spell-start") return [];
  if (!("length" in window || window.anchor === "course")) return [words.longestCourse];
  const { spellBegins, spellEnds } = window;
  return [
    ...(spellBegins === undefined ? [] : [words.begins[spellBegins]]),
    ...(spellEnds === undefined ? [] : [words.ends[spellEnds]]),
  ];
}

/** The degrees from the highest down, each with the days that it asks for by itself. */
function degreesText({ degrees = [] }: Criterion, language: keyof Wording): string {
  const named = degrees.map(({ name, states, without }) => {
    const days = daysText({ states, without } as Criterion, language);
    return days === "" ? name[language] : `${name[language]} (${days})`;
  });
  return criterionWords[language].degrees(named.join(", "));
}
