import type { AnchoredWindow, Criterion, Leaving, LeavingTreatment, Wording } from "./criterion.js";

type Unit = "months" | "weeks";

/** The pieces that a criterion's sentence is made of. */
export interface CriterionWords {
  readonly "success": (amount: string, days: string) => string;
  /** Of a single day that is looked at. */
  readonly "onDay": (days: string, day: string) => string;
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
  /** The first day of a window, by its anchor. */
  readonly "firstDay": Readonly<Record<AnchoredWindow["anchor"], string>>;
  readonly "onTheDay": (from: string) => string;
  readonly "anyTime": (after: string) => string;
  readonly "anyTimeFrom": (from: string) => string;
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
  readonly "leaving": (ways: string, treatment: string) => string;
  readonly "ways": Readonly<Record<Leaving, string>>;
  readonly "neverStarted": (treatment: string) => string;
  readonly "treatments": Readonly<Record<LeavingTreatment, string>>;
  readonly "measured": (by: string) => string;
  readonly "when-reached": string;
  readonly "when-window-closes": string;
}

const DANISH_UNITS = {
  months: ["kalendermåned", "kalendermåneder"],
  weeks: ["kalenderuge", "kalenderuger"],
} as const;
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
    "onDay": (days, day) => `Succes er at være ${days} ${day}`,
    "inRow": (number, unit) => `${number} sammenhængende hele ${DANISH_UNITS[unit][1]}`,
    "inAll": (number, unit) =>
      number === 1 ? `1 hel ${DANISH_UNITS[unit][0]}` : `${number} hele ${DANISH_UNITS[unit][1]} sammenlagt`,
    "run": (months) => `${months} ${months === 1 ? "måned" : "måneder"} uden afbrydelse, fra dato til dato,`,
    "runOfDays": (days) => (days === 1 ? "1 dag" : `${days} sammenhængende dage`),
    "daysInAll": (days) => (days === 1 ? "1 dag" : `${days} dage sammenlagt`),
    "daysOfMonths": (months) =>
      `så mange dage sammenlagt, som måleperiodens første ${months === 1 ? "måned" : `${months} måneder`} har,`,
    "in": "i",
    "without": "uden",
    "and": " og ",
    "except": (names) => `bortset fra ${names}`,

    "referral": "visiteringen",
    "course-start": "forløbets start",
    "course-end": "forløbets afslutning",
    "within": (span, after) => `inden for ${span} efter ${after}`,
    "withinFrom": (span, from) =>
      `inden for ${span.startsWith("1 ") ? `den ${span.slice(2)}` : `de ${span}`}, der begynder ${from}`,
    "later": (span, after) => `${span} efter ${after}`,
    "firstDay": {
      "referral": "på dagen for visiteringen",
      "course-start": "på forløbets første dag",
      "course-end": "på dagen efter forløbets afslutning",
    },
    "onTheDay": (from) => `på dagen ${from}`,
    "anyTime": (after) => `når som helst efter ${after}`,
    "anyTimeFrom": (from) => `når som helst fra ${from}`,
    "inCourse": "under forløbet",
    "inCourseAnd": (span) => `fra forløbets start til ${span} efter dets afslutning`,
    "fromSpell": (span) =>
      `inden for ${span} fra begyndelsen af den første periode, der begynder inden for det længst tilladte forløb, regnet fra visiteringen`,
    "longestCourse":
      "perioden skal begynde inden for det længst tilladte forløb, regnet fra visiteringen, og må fortsætte derefter",

    "begins": {
      "any-time": "perioden må være begyndt før måleperioden, men kun dagene i måleperioden tæller",
      "within": "perioden skal begynde i måleperioden",
    },
    "ends": {
      "any-time": "perioden må fortsætte efter måleperioden",
      "within": "dage efter måleperioden tæller ikke",
    },
    "any-day": (unit) => `en enkelt dag, der ikke tæller, bryder ${ONE_MONTH.da[unit]}`,
    "most-days": (unit) => `${ONE_MONTH.da[unit]} tæller, når mere end halvdelen af dens dage tæller`,
    "edges": {
      "whole": (unit) => `kun hele ${DANISH_UNITS[unit][1]} i måleperioden tæller`,
      "first-part": (unit) =>
        `begynder måleperioden midt i ${ONE_MONTH.da[unit]}, kan resten af den også tælle som ${ONE_MONTH.da[unit]}`,
      "parts": (unit) =>
        `begynder eller slutter måleperioden midt i ${ONE_MONTH.da[unit]}, kan den del af den, der ligger i måleperioden, også tælle som ${ONE_MONTH.da[unit]}`,
      "next": (unit) =>
        `måleperioden begynder først med den første hele ${DANISH_UNITS[unit][0]} og bliver ikke kortere af det`,
    },
    "gap": (days) =>
      days === 1
        ? "en afbrydelse på 1 dag tæller med"
        : `dagene i en afbrydelse på højst ${days} dage tæller med`,
    "across-states": "et skift fra en af tilstandene til en anden uden en dag imellem er ingen afbrydelse",
    "same-state": "de forskellige tilstande tælles hver for sig, ikke sammen",
    "degrees": (named) => `grader af succes, den højeste først: ${named}`,
    "leaving": (ways, treatment) => `den, der ${ways}, før målet er nået, ${treatment}`,
    "ways": {
      dead: "dør",
      emigrated: "udvandrer",
      pension: "går på pension",
      moved: "flytter fra kommunen",
    },
    "neverStarted": (treatment) => `den, der aldrig begynder på et forløb, ${treatment}`,
    "treatments": {
      "failure": "tæller ikke som succes",
      "not-assessable": "kan ikke vurderes",
      "competing-event": "tæller ikke som succes, men opgøres for sig (konkurrerende hændelse)",
      "ignored": "vurderes, som om det ikke var sket",
    },
    "measured": (by) => `opgøres af ${by}`,
    "when-reached": "kan udbetales, så snart målet er nået",
    "when-window-closes": "kan udbetales, når måleperioden er slut",
  },
  en: {
    "success": (amount, days) => `Success is at least ${amount} ${days}`,
    "onDay": (days, day) => `Success is to be ${days} ${day}`,
    "inRow": (number, unit) => `${number} consecutive whole ${ENGLISH_UNITS[unit][1]}`,
    "inAll": (number, unit) =>
      number === 1 ? `1 whole ${ENGLISH_UNITS[unit][0]}` : `${number} whole ${ENGLISH_UNITS[unit][1]} in all`,
    "run": (months) =>
      `${months} ${months === 1 ? "month" : "months"} without interruption, from date to date,`,
    "runOfDays": (days) => (days === 1 ? "1 day" : `${days} consecutive days`),
    "daysInAll": (days) => (days === 1 ? "1 day" : `${days} days in all`),
    "daysOfMonths": (months) =>
      `as many days in all as the window's first ${months === 1 ? "month has" : `${months} months have`},`,
    "in": "in",
    "without": "without",
    "and": " and ",
    "except": (names) => `${names} excepted`,

    "referral": "the referral",
    "course-start": "the start of the course",
    "course-end": "the end of the course",
    "within": (span, after) => `within ${span} after ${after}`,
    "withinFrom": (span, from) =>
      `within the ${span.replace(/^1 /, "")} that ${span.startsWith("1 ") ? "begins" : "begin"} ${from}`,
    "later": (span, after) => `${span} after ${after}`,
    "firstDay": {
      "referral": "on the day of the referral",
      "course-start": "on the first day of the course",
      "course-end": "on the day after the end of the course",
    },
    "onTheDay": (from) => `on the day ${from}`,
    "anyTime": (after) => `at any time after ${after}`,
    "anyTimeFrom": (from) => `at any time from ${from}`,
    "inCourse": "during the course",
    "inCourseAnd": (span) => `from the start of the course to ${span} after its end`,
    "fromSpell": (span) =>
      `within ${span} from the beginning of the first spell that begins within the longest permitted course, counted from the referral`,
    "longestCourse":
      "the spell must begin within the longest permitted course, counted from the referral, and may go on after it",

    "begins": {
      "any-time": "the spell may have begun before the window, but only the days inside it count",
      "within": "the spell must begin inside the window",
    },
    "ends": {
      "any-time": "the spell may go on after the window",
      "within": "days after the window don't count",
    },
    "any-day": (unit) => `one day that doesn't count breaks ${ONE_MONTH.en[unit]}`,
    "most-days": (unit) => `${ONE_MONTH.en[unit]} counts if more than half of its days do`,
    "edges": {
      "whole": (unit) => `only whole ${ENGLISH_UNITS[unit][1]} inside the window count`,
      "first-part": (unit) =>
        `where the window opens in the middle of ${ONE_MONTH.en[unit]}, the rest of it can count as ${ONE_MONTH.en[unit]} too`,
      "parts": (unit) =>
        `where the window opens or closes in the middle of ${ONE_MONTH.en[unit]}, the part inside can count as ${ONE_MONTH.en[unit]} too`,
      "next": (unit) =>
        `the window opens with the first whole ${ENGLISH_UNITS[unit][0]}, and is no shorter for it`,
    },
    "gap": (days) =>
      days === 1
        ? "an interruption of 1 day counts too"
        : `the days of an interruption of at most ${days} days count too`,
    "across-states": "a change from one of the states to another without a day between is no interruption",
    "same-state": "each of the states is counted by itself, not together with the others",
    "degrees": (named) => `degrees of success, the highest first: ${named}`,
    "leaving": (ways, treatment) => `anyone who ${ways} before it is reached ${treatment}`,
    "ways": {
      dead: "dies",
      emigrated: "emigrates",
      pension: "goes on pension",
      moved: "moves away",
    },
    "neverStarted": (treatment) => `anyone who never starts a course ${treatment}`,
    "treatments": {
      "failure": "doesn't count as a success",
      "not-assessable": "can't be assessed",
      "competing-event": "doesn't count as a success, but is told apart (a competing event)",
      "ignored": "is assessed as if it hadn't happened",
    },
    "measured": (by) => `measured by ${by}`,
    "when-reached": "payable as soon as it is reached",
    "when-window-closes": "payable when the window closes",
  },
};
