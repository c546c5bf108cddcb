import type { Criterion, Leaving, LeavingTreatment, Wording } from "./criterion.js";

type Unit = "months" | "weeks";

/** The pieces that a criterion's sentence is made of. */
export interface CriterionWords {
  readonly "success": (amount: string, days: string) => string;
  readonly "inRow": (number: number, unit: Unit) => string;
  readonly "inAll": (number: number, unit: Unit) => string;
  readonly "run": (months: number) => string;
  readonly "runOfDays": (days: number) => string;
  readonly "daysInAll": (days: number) => string;
  readonly "daysOfMonths": (months: number) => string;
  readonly "in": string;
  readonly "without": string;
  readonly "and": string;
  readonly "except": (names: string) => string;

  readonly "referral": string;
  readonly "course-start": string;
  readonly "course-end": string;
  readonly "within": (span: string, after: string) => string;
  readonly "withinFrom": (span: string, from: string) => string;
  readonly "later": (span: string, after: string) => string;
  readonly "onTheDay": (span: string, after: string) => string;
  readonly "anyTime": (after: string) => string;
  readonly "inCourse": string;
  readonly "inCourseAnd": (span: string) => string;
  readonly "fromSpell": (span: string) => string;
  readonly "longestCourse": string;

  readonly "begins": Readonly<Record<"any-time" | "within", string>>;
  readonly "ends": Readonly<Record<"any-time" | "within", string>>;
  readonly "any-day": (unit: Unit) => string;
  readonly "most-days": (unit: Unit) => string;
  readonly "edges": Readonly<Record<NonNullable<Criterion["edges"]>, (unit: Unit) => string>>;
  readonly "gap": (days: number) => string;
  readonly "across-states": string;
  readonly "same-state": string;
  readonly "degrees": (named: string) => string;
  readonly "leaving": (who: string, what: string) => string;
  readonly "ways": Readonly<Record<Leaving, string>>;
  readonly "neverStarted": string;
  readonly "treatments": Readonly<Record<LeavingTreatment, string>>;
  readonly "measured": (by: string) => string;
  readonly "when-reached": string;
  readonly "when-window-closes": string;
}

const DANISH_UNITS = { months: ["kalendermåned", "kalendermåneder"], weeks: ["uge", "uger"] } as const;
const ENGLISH_UNITS = {
  months: ["calendar month", "calendar months"],
  weeks: ["ISO week", "ISO weeks"],
} as const;

const ONE_MONTH = {
  da: { months: "en måned", weeks: "en uge" },
  en: { months: "a month", weeks: "a week" },
} as const;

export const criterionWords: Readonly<Record<keyof Wording, CriterionWords>> = {
  da: {
    "success": (amount, days) => `Succes er mindst ${amount} ${days}`,
    "inRow": (number, unit) => `${number} sammenhængende hele ${DANISH_UNITS[unit][1]}`,
    "inAll": (number, unit) =>
      number === 1 ? `1 hel ${DANISH_UNITS[unit][0]}` : `i alt ${number} hele ${DANISH_UNITS[unit][1]}`,
    "run": (months) => `${months} ${months === 1 ? "måned" : "måneder"} uden afbrydelse, fra dato til dato,`,
    "runOfDays": (days) => (days === 1 ? "1 dag" : `${days} dage uden afbrydelse`),
    "daysInAll": (days) => (days === 1 ? "1 dag" : `i alt ${days} dage`),
    "daysOfMonths": (months) => `i alt så mange dage, som de første ${months} måneder af måleperioden har,`,
    "in": "i",
    "without": "uden",
    "and": " og ",
    "except": (names) => `bortset fra ${names}`,

    "referral": "visiteringen",
    "course-start": "forløbets start",
    "course-end": "forløbets afslutning",
    "within": (span, after) => `inden for ${span} efter ${after}`,
    "withinFrom": (span, from) => `inden for ${span} regnet fra ${from}`,
    "later": (span, after) => `${span} efter ${after}`,
    "onTheDay": (span, after) => `på dagen ${span} efter ${after}`,
    "anyTime": (after) => `når som helst efter ${after}`,
    "inCourse": "i forløbet",
    "inCourseAnd": (span) => `i forløbet eller inden for ${span} efter dets afslutning`,
    "fromSpell": (span) =>
      `inden for ${span} fra den første periode, der begynder inden for det længst tilladte forløb, regnet fra visiteringen`,
    "longestCourse":
      "perioden skal begynde inden for det længst tilladte forløb, regnet fra visiteringen, og må fortsætte derefter",

    "begins": {
      "any-time": "perioden må være begyndt før, men kun dagene derefter tæller",
      "within": "perioden skal begynde i det tidsrum",
    },
    "ends": {
      "any-time": "perioden må fortsætte derefter",
      "within": "det, der ligger derefter, tæller ikke",
    },
    "any-day": (unit) => `en enkelt dag, der ikke tæller, bryder ${ONE_MONTH.da[unit]}`,
    "most-days": (unit) => `${ONE_MONTH.da[unit]} tæller, når mere end halvdelen af dens dage tæller`,
    "edges": {
      "whole": (unit) => `kun hele ${DANISH_UNITS[unit][1]} i måleperioden tæller`,
      "first-part": (unit) => `den del af ${ONE_MONTH.da[unit]}, som måleperioden begynder med, tæller også`,
      "parts": (unit) =>
        `de dele af ${ONE_MONTH.da[unit]}, som måleperioden begynder og slutter med, tæller også`,
      "next": (unit) => `måleperioden begynder med den næste hele ${DANISH_UNITS[unit][0]}`,
    },
    "gap": (days) =>
      days === 1 ? "en afbrydelse på 1 dag tæller med" : `en afbrydelse på højst ${days} dage tæller med`,
    "across-states": "perioder af forskellig slags uden en dag imellem er én",
    "same-state": "hver slags periode tæller for sig",
    "degrees": (named) => `grader, den højeste først: ${named}`,
    "leaving": (who, what) => `den, der ${who}, ${what}`,
    "ways": {
      dead: "dør",
      emigrated: "udvandrer",
      pension: "går på pension",
      moved: "flytter fra kommunen",
    },
    "neverStarted": "aldrig begynder",
    "treatments": {
      "failure": "tæller som ikke succes",
      "not-assessable": "kan ikke vurderes",
      "competing-event": "tæller som ikke succes ved en konkurrerende hændelse",
      "ignored": "vurderes, som om det ikke var sket",
    },
    "measured": (by) => `opgøres af ${by}`,
    "when-reached": "udbetales, når succesen er nået",
    "when-window-closes": "udbetales, når måleperioden er slut",
  },
  en: {
    "success": (amount, days) => `Success is at least ${amount} ${days}`,
    "inRow": (number, unit) => `${number} consecutive whole ${ENGLISH_UNITS[unit][1]}`,
    "inAll": (number, unit) =>
      number === 1 ? `1 whole ${ENGLISH_UNITS[unit][0]}` : `${number} whole ${ENGLISH_UNITS[unit][1]} in all`,
    "run": (months) =>
      `${months} ${months === 1 ? "month" : "months"} without interruption, from date to date,`,
    "runOfDays": (days) => (days === 1 ? "1 day" : `${days} days without interruption`),
    "daysInAll": (days) => (days === 1 ? "1 day" : `${days} days in all`),
    "daysOfMonths": (months) => `as many days in all as the window's first ${months} months have,`,
    "in": "in",
    "without": "without",
    "and": " and ",
    "except": (names) => `${names} excepted`,

    "referral": "the referral",
    "course-start": "the start of the course",
    "course-end": "the end of the course",
    "within": (span, after) => `within ${span} after ${after}`,
    "withinFrom": (span, from) => `within ${span} from ${from}`,
    "later": (span, after) => `${span} after ${after}`,
    "onTheDay": (span, after) => `on the day ${span} after ${after}`,
    "anyTime": (after) => `at any time after ${after}`,
    "inCourse": "during the course",
    "inCourseAnd": (span) => `during the course or within ${span} after its end`,
    "fromSpell": (span) =>
      `within ${span} from the first spell that begins within the longest permitted course, counted from the referral`,
    "longestCourse":
      "the spell must begin within the longest permitted course, counted from the referral, and may go on after it",

    "begins": {
      "any-time": "the spell may have begun before, but only the days from then on count",
      "within": "the spell must begin in that time",
    },
    "ends": {
      "any-time": "the spell may go on after it",
      "within": "what lies after it doesn't count",
    },
    "any-day": (unit) => `one day that doesn't count breaks ${ONE_MONTH.en[unit]}`,
    "most-days": (unit) => `${ONE_MONTH.en[unit]} counts if more than half of its days do`,
    "edges": {
      "whole": (unit) => `only whole ${ENGLISH_UNITS[unit][1]} inside the window count`,
      "first-part": (unit) => `the part of ${ONE_MONTH.en[unit]} that the window opens with counts too`,
      "parts": (unit) => `the parts of ${ONE_MONTH.en[unit]} that the window opens and closes with count too`,
      "next": (unit) => `the window opens with the next whole ${ENGLISH_UNITS[unit][0]}`,
    },
    "gap": (days) =>
      days === 1
        ? "an interruption of 1 day is bridged"
        : `an interruption of at most ${days} days is bridged`,
    "across-states": "spells of different kinds without a day between are one",
    "same-state": "each kind of spell stands by itself",
    "degrees": (named) => `degrees, the highest first: ${named}`,
    "leaving": (who, what) => `who ${who} ${what}`,
    "ways": {
      dead: "dies",
      emigrated: "emigrates",
      pension: "goes on pension",
      moved: "moves away",
    },
    "neverStarted": "never starts",
    "treatments": {
      "failure": "counts as no success",
      "not-assessable": "isn't assessable",
      "competing-event": "counts as no success by a competing event",
      "ignored": "is looked at as if it hadn't happened",
    },
    "measured": (by) => `measured by ${by}`,
    "when-reached": "payable when it is reached",
    "when-window-closes": "payable when the window closes",
  },
};
