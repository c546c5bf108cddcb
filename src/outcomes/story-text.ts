import { requireObject } from "../core/index.js";
import { formatCount, formatDate, languageAsked, type Language, type ShowOptions } from "../display/index.js";
import { describeCriterion } from "./describe.js";
import type { OutcomeStory } from "./explain.js";
import type { MonthStory, SpellStory, WeekStory } from "./stories.js";
import { STORY_WORDS } from "./story-words.js";
import { nameOf } from "./words.js";

/**
 * Says how an outcome came about, a sentence a line: the referral and its course, the rule, the window, what
 * in it counted and what didn't, and what came of it.
 *
 * @param story As `explainOutcome` tells it.
 * @param options `language`: `da` or `en`, `en` by default.
 *
 * @example
 * tellOutcome(explainOutcome(outcomes, "p17", "without-support-6-months", "contract")).join("\n");
 * // p17, supplier: referred on 3 January 2005; course from 10 January 2005 to 31 March 2005.
 * // Success is at least 4 consecutive whole calendar months without municipal support, …
 * // Measured by the contract, from 1 April 2005 to 30 September 2005.
 * // 2005-04 counts. 2005-05 is broken on 12 May 2005 (cash assistance). …
 * // No success, certain on 12 June 2005: what is missing can't be reached any more.
 */
export function tellOutcome(story: OutcomeStory, options?: ShowOptions): readonly string[] {
  const language = languageAsked("tellOutcome", options);
  requireObject("tellOutcome.story", story, {
    expected: "the story of an outcome, as explainOutcome tells it",
    hint: "Write explainOutcome(outcomes, citizen, criterion, anchor).",
    accepts: ({ outcome, participant }) => typeof outcome === "object" && typeof participant === "object",
  });
  return [
    referralText(story, language),
    describeCriterion(story.criterion, language),
    windowText(story, language),
    ...leavingTexts(story, language),
    ...decidingTexts(story, language),
    resultText(story, language),
  ];
}

function referralText({ participant }: OutcomeStory, language: Language): string {
  const words = STORY_WORDS[language];
  const { citizen, arm, referredOn, course, participation } = participant;
  const day = (date: string): string => formatDate(date, { language });
  const begun = course?.startedOn === undefined ? undefined : day(course.startedOn);
  const ended = course?.endedOn === undefined ? undefined : day(course.endedOn);
  const told = participation === "not-reported" ? words.unreported : words.course(begun, ended);
  return words.referred(`${citizen}, ${arm}`, day(referredOn), told);
}

function windowText({ outcome }: OutcomeStory, language: Language): string {
  const words = STORY_WORDS[language];
  const { anchor, windowFrom, windowTo } = outcome;
  const day = (date: string): string => formatDate(date, { language });
  if (windowFrom === undefined) return words.noWindow(words.anchors[anchor]);
  return words.window(
    words.anchors[anchor],
    day(windowFrom),
    windowTo === undefined ? undefined : day(windowTo),
  );
}

function leavingTexts({ goneOn, movedOn }: OutcomeStory, language: Language): readonly string[] {
  const words = STORY_WORDS[language];
  return [
    ...(goneOn === undefined ? [] : [words.gone(formatDate(goneOn, { language }))]),
    ...(movedOn === undefined ? [] : [words.moved(formatDate(movedOn, { language }))]),
  ];
}

function decidingTexts(
  { months, weeks, spells, total }: OutcomeStory,
  language: Language,
): readonly string[] {
  const words = STORY_WORDS[language];
  const cells = [
    ...months.map((each) => cellText(each.month, each, language)),
    ...weeks.map((each) => cellText(each.week, each, language)),
  ];
  return [
    ...(cells.length === 0 ? [] : [cells.join(" ")]),
    ...spells.map((spell) => spellText(spell, language)),
    ...(total === undefined
      ? []
      : [words.total(formatCount(total.counted, { language }), formatCount(total.needed, { language }))]),
  ];
}

function cellText(name: string, { standing, decidedOn, states = [] }: Cell, language: Language): string {
  const words = STORY_WORDS[language];
  if (standing === "counts") return words.counts(name);
  if (standing === "open" || decidedOn === undefined) return words.open(name);
  const recorded = states.map((state) => nameOf(state, language)).join(", ");
  return words.broken(name, formatDate(decidedOn, { language }), recorded);
}

type Cell = Omit<MonthStory, "month"> | Omit<WeekStory, "week">;

function spellText({ from, to, neededTo, begins, longEnough }: SpellStory, language: Language): string {
  const words = STORY_WORDS[language];
  const day = (date: string): string => formatDate(date, { language });
  const judged = begins === "in-time" && longEnough ? words.longEnough : words.begins[begins];
  const needed = neededTo === undefined || longEnough ? "" : words.needed(day(neededTo));
  return words.spell(from === undefined ? words.before : day(from), day(to), `${judged}${needed}`);
}

function resultText({ outcome, criterion, participant }: OutcomeStory, language: Language): string {
  const words = STORY_WORDS[language];
  const { status, reason, reachedOn, certainOn, degree, payableOn } = outcome;
  const day = (date: string): string => formatDate(date, { language });
  const named = criterion.degrees?.find(({ id }) => id === degree)?.name[language];
  const parts = [
    words.statuses[status],
    ...(reachedOn === undefined ? [] : [words.reached(day(reachedOn))]),
    ...(reachedOn !== undefined || certainOn === undefined ? [] : [words.certain(day(certainOn))]),
    ...(named === undefined ? [] : [words.degree(named)]),
    ...(payableOn === undefined ? [] : [words.payable(day(payableOn))]),
  ];
  const isUnreported = reason === "never-started" && participant.participation === "not-reported";
  const told = isUnreported ? words.asNeverStarted : words.reasons[reason];
  const why = reason === "amount-reached" ? "" : `: ${told}`;
  return `${parts.join(", ")}${why}.`;
}
