import { DEFAULT_DAY_RULE, amountOf, measureOf } from "./amount.js";
import type {
  AnchoredWindow,
  Criterion,
  CriterionWindow,
  LeavingTreatment,
  StateSelector,
  Wording,
} from "./criterion.js";
import { criterionWords, type CriterionWords } from "./criterion-words.js";
import { requireCriterion, requireLanguage } from "./given.js";
import { leavings } from "./observation.js";
import { alternatives, nameOf, spanInWords } from "./words.js";

/**
 * Says a criterion as one sentence: how much of what, where it is looked for, how months and spells are
 * read, who measures and when it becomes payable. What it leaves open isn't said: see `lintCriterion`. Months from a
 * date end on the day before the same date, or before the last day of a month that lacks it (see `Amount`).
 *
 * @param language `da` or `en`; `en` by default.
 * @returns one sentence with a full stop, its section of the tender in brackets before it.
 * @throws CompetitionError `impossible-input` for what isn't a criterion, `impossible-option` for another language.
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
  requireCriterion(criterion, "describeCriterion");
  requireLanguage(language, "describeCriterion");
  const reference = criterion.source === undefined ? "" : ` (${criterion.source})`;
  const clauses = clausesOf(criterion, language).map((clause) => `; ${clause}`);
  return `${mainClause(criterion, language)}${clauses.join("")}${reference}.`;
}

function mainClause(criterion: Criterion, language: keyof Wording): string {
  const words = criterionWords[language];
  const { window, amount } = criterion;
  const where = whereText(window, language);
  const days = daysText(criterion, language);
  if ("days" in amount && amount.days === 1 && isOneDay(window)) return words.onDay(days, where);
  const success = words.success(amountText(criterion, words), days);
  return where === "" ? success : `${success}, ${where}`;
}

function isOneDay(window: CriterionWindow): boolean {
  return (
    "length" in window && window.length !== "open" && "days" in window.length && window.length.days === 1
  );
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

function daysText(
  { states, without }: Pick<Criterion, "states" | "without">,
  language: keyof Wording,
): string {
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

function anchoredText(window: AnchoredWindow, language: keyof Wording): string {
  const words = criterionWords[language];
  const { anchor, after, length } = window;
  if (after === undefined) {
    if (length === "open") return words.anyTime(words[anchor]);
    return isOneDay(window)
      ? words.firstDay[anchor]
      : words.within(spanInWords(length, language), words[anchor]);
  }
  const from = words.later(spanInWords(after, language), words[anchor]);
  if (length === "open") return words.anyTimeFrom(from);
  if (isOneDay(window)) return words.onTheDay(from);
  return words.withinFrom(spanInWords(length, language), from);
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
    ...leavingClauses(leaving, language),
    ...(neverStarted === undefined ? [] : [words.neverStarted(words.treatments[neverStarted])]),
    ...(measuredBy === undefined ? [] : [words.measured(nameOf(measuredBy, language))]),
    ...(payable === undefined ? [] : [words[payable]]),
  ];
}

/** A clause for each treatment, with the ways of leaving that it is for. */
function leavingClauses(
  leaving: NonNullable<Criterion["leaving"]>,
  language: keyof Wording,
): readonly string[] {
  const words = criterionWords[language];
  const stated = leavings.filter((way) => leaving[way] !== undefined);
  return (Object.keys(words.treatments) as LeavingTreatment[]).flatMap((treatment) => {
    const ways = stated.filter((way) => leaving[way] === treatment).map((way) => words.ways[way]);
    return ways.length === 0
      ? []
      : [words.leaving(alternatives(ways, language), words.treatments[treatment])];
  });
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
  const named = degrees.map(({ name, ...own }) => {
    const days = daysText(own, language);
    return days === "" ? name[language] : `${name[language]} (${days})`;
  });
  return criterionWords[language].degrees(named.join(", "));
}
