import type { Wording } from "./criterion.js";

interface QuestionWords {
  /** The question, short. */
  readonly question: Wording;
  readonly readings: Readonly<Record<string, Wording>>;
}

/** Short names of what a criterion can leave open, and of the ways to read it, as they stand in tables. */
const WORDS: Readonly<Record<string, QuestionWords>> = {
  "course-ends-mid-month": {
    question: {
      da: "Måneder og uger, som måleperioden kun dækker en del af",
      en: "Months and weeks that the window covers in part",
    },
    readings: {
      "whole-months-inside": { da: "kun hele tæller", en: "only whole ones count" },
      "first-part-counts": { da: "også den del, den begynder med", en: "the part it opens with too" },
      "both-parts-count": { da: "også delene i begge ender", en: "the parts at both ends too" },
      "window-opens-with-next": {
        da: "måleperioden begynder med den næste hele",
        en: "the window opens with the next whole one",
      },
    },
  },
  "day-rule-unstated": {
    question: { da: "Dage, der bryder en måned eller uge", en: "Days that break a month or week" },
    readings: {
      "any-day": { da: "en enkelt dag", en: "a single day" },
      "most-days": { da: "halvdelen af dagene", en: "half of the days" },
    },
  },
  "cumulative-months-unstated": {
    question: { da: "Måneder i alt", en: "Months in all" },
    readings: {
      "calendar-months": { da: "kalendermåneder", en: "calendar months" },
      "as-many-days": { da: "så mange dage, som månederne har", en: "as many days as the months have" },
    },
  },
  "never-started-unstated": {
    question: { da: "Aldrig begyndt", en: "Never started" },
    readings: {
      "failure": { da: "ikke succes", en: "no success" },
      "not-assessable": { da: "kan ikke vurderes", en: "not assessable" },
    },
  },
  "state-support-unstated": {
    question: {
      da: "Dagpenge og andre statslige ydelser",
      en: "Unemployment benefit and other state support",
    },
    readings: {
      "not-municipal-support": { da: "tæller ikke som forsørgelse", en: "doesn't count as support" },
      "any-public-support": { da: "tæller som forsørgelse", en: "counts as support" },
    },
  },
  "wage-subsidy-unstated": {
    question: { da: "Løntilskud", en: "Wage subsidy" },
    readings: {
      "municipal-support": { da: "kommunal forsørgelse", en: "municipal support" },
      "not-municipal-support": { da: "ikke kommunal forsørgelse", en: "no municipal support" },
    },
  },
  "support-beside-unstated": {
    question: { da: "Arbejde med en ydelse ved siden af", en: "Work with a benefit beside it" },
    readings: {
      "counts-beside-support": { da: "tæller", en: "counts" },
      "only-without-support": { da: "tæller ikke", en: "doesn't count" },
    },
  },
  "spell-start-unstated": {
    question: { da: "Hvornår perioden skal begynde", en: "When the spell must begin" },
    readings: {
      "within-longest-course": {
        da: "inden for det længst tilladte forløb",
        en: "within the longest permitted course",
      },
      "at-any-time": { da: "når som helst efter visiteringen", en: "at any time after the referral" },
      "during-own-course": { da: "i borgerens eget forløb", en: "during the citizen's own course" },
    },
  },
  "joining-unstated": {
    question: { da: "Job og uddannelse i forlængelse af hinanden", en: "Job and education in sequence" },
    readings: {
      "across-states": { da: "én periode", en: "one spell" },
      "same-state": { da: "hver sin periode", en: "a spell each" },
    },
  },
  "death-and-emigration-unstated": {
    question: { da: "Død eller udvandring", en: "Death or emigration" },
    readings: {
      "failure": { da: "ikke succes", en: "no success" },
      "not-assessable": { da: "kan ikke vurderes", en: "not assessable" },
    },
  },
  "pension-unstated": {
    question: { da: "Pension", en: "Pension" },
    readings: {
      failure: { da: "ikke succes", en: "no success" },
      ignored: { da: "som enhver anden dag", en: "like any other day" },
    },
  },
  "move-unstated": {
    question: { da: "Fraflytning", en: "Moving away" },
    readings: {
      "not-assessable": { da: "kan ikke vurderes", en: "not assessable" },
      "failure": { da: "ikke succes", en: "no success" },
      "ignored": { da: "som enhver anden dag", en: "like any other day" },
    },
  },
};

/**
 * A question that a criterion leaves open, in a few words; one without words stands as it is.
 *
 * @example
 * questionName("day-rule-unstated", "en") // "Days that break a month or week"
 */
export function questionName(question: string, language: keyof Wording): string {
  return WORDS[question]?.question[language] ?? question;
}

/**
 * An answer to a question that a criterion leaves open, in a few words; one without words stands as it is.
 *
 * @example
 * readingName("day-rule-unstated", "any-day", "en") // "a single day"
 */
export function readingName(question: string, reading: string, language: keyof Wording): string {
  return WORDS[question]?.readings[reading]?.[language] ?? reading;
}
