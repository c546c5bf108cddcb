import type { Span } from "../core/index.js";
import type { StateProperty } from "../histories/index.js";

/** A text in both languages of the reports. */
export interface Wording {
  readonly da: string;
  readonly en: string;
}

/** A set of states: those named and those having one of the properties, except some. */
export interface StateSelector {
  readonly states?: readonly string[];
  readonly having?: readonly StateProperty[];
  readonly except?: readonly string[];
}

/**
 * How much: days; ISO weeks, Monday to Sunday; months from a date to the same date; or whole calendar
 * months, 1st to last. None is ever converted into another.
 *
 * Months from a date end on the day before the same date: 4 months from 15 March end on 14 July. Where the last month
 * doesn't have that date, its last day takes the date's place, and they end on the day before it: 4 months from 28, 29,
 * 30 and 31 October all end on 27 February (in a leap year those from the 29th, 30th and 31st on the 28th). So a day
 * later never ends earlier, and none ends later than the month. The other custom, by which a missing date ends with the
 * month's last day itself (Regulation (EEC) 1182/71, art. 3(2)(c)), gives one day more to those from the days that the
 * last month lacks; who agrees on it writes the amount in calendar months or days.
 */
export type Amount =
  | { readonly days: number }
  | { readonly isoWeeks: number }
  | { readonly months: number }
  | { readonly calendarMonths: number };

/**
 * Which spells count in a window. One may have begun before it, of which the days inside count
 * (`any-time`, default), or has to begin inside by its own first day (`within`). What runs beyond the
 * window doesn't count (`within`, default), or does (`any-time`).
 */
export interface SpellBounds {
  readonly spellBegins?: "any-time" | "within";
  readonly spellEnds?: "within" | "any-time";
}

/**
 * A window that opens with the referral, with the first day of the course or on the day after its
 * last, or so long `after` that, and stays open for its length; `open`: as long as anyone looks, so that nobody ever
 * fails by it but by leaving (or by never having started): it can be paid by, and has no rate. Three
 * months after a course that ended on 31 January is 1 May, the first day with three whole months behind it.
 *
 * Months are counted as those of an {@link Amount}: of a course that ended on 27, 28, 29 or 30 August six months after
 * it are over on 27 February, of one that ended on 31 August on the 28th; three months after one that ended on 28 or
 * 29 November is 28 February, after one that ended on the 30th 1 March.
 */
export interface AnchoredWindow extends SpellBounds {
  readonly anchor: "referral" | "course-start" | "course-end";
  readonly after?: Span;
  readonly length: Span | "open";
}

/** A window from the first day of the course to its last, and so long after it. */
export interface CourseWindow extends SpellBounds {
  readonly anchor: "course";
  readonly plus?: Span;
}

/** One spell that begins within the longest permitted course, counted from the referral, and may run on (Hillerød). */
export interface LongestCourseWindow {
  readonly anchor: "referral";
  readonly spellBegins: "within-longest-course";
}

/** A window that opens with the first spell that begins within the longest permitted course, counted from the referral. */
export interface SpellWindow {
  readonly anchor: "spell-start";
  readonly length: Span;
}

/** Where a criterion is looked for under the contract. */
export type CriterionWindow = AnchoredWindow | CourseWindow | LongestCourseWindow | SpellWindow;

/** A way out of being observed and of counting. */
export type Leaving = "dead" | "emigrated" | "pension" | "moved";

/**
 * What someone is who leaves before the outcome is decided: a failure; not assessable, and `unknown`;
 * a failure by a competing event, to be told apart in time analyses; or looked at as if it hadn't
 * happened (`ignored`).
 */
export type LeavingTreatment = "failure" | "not-assessable" | "competing-event" | "ignored";

/**
 * A degree of success, by days that are narrower than the criterion's own: its `states` and `without` take the
 * place of the criterion's. The last one may have neither, and is whatever the criterion takes.
 */
export interface Degree {
  readonly id: string;
  readonly name: Wording;
  readonly states?: StateSelector;
  readonly without?: StateSelector;
}

/** When someone has succeeded, as a tender words it. What is absent is what the tender leaves open: see `lintCriterion`. */
export interface Criterion {
  readonly id: string;
  readonly name: Wording;
  /** `contract`: the tender's own. `evaluation`: added by the analysis plan, paid by no one. */
  readonly basis: "contract" | "evaluation";
  /** Days count that are in one of `states`, and in none of `without`; at least one of the two. */
  readonly states?: StateSelector;
  readonly without?: StateSelector;
  readonly amount: Amount;
  readonly continuity: "consecutive" | "cumulative";
  readonly window: CriterionWindow;
  /** `any-day` (default): one day that doesn't count breaks a calendar month or week. `most-days`: more than half must count. */
  readonly dayRule?: "any-day" | "most-days";
  /**
   * Which calendar months (weeks) of a window count that opens or closes in the middle of one: those
   * wholly inside (`whole`, default); also the part it opens with (`first-part`) or both parts
   * (`parts`), by the days inside; or a window of the same length that opens with the next one (`next`).
   */
  readonly edges?: "whole" | "first-part" | "parts" | "next";
  /** Cumulative months: calendar months that count by the day rule (default), or as many days as the window's first so many months have. */
  readonly monthsCounted?: "calendar-months" | "days";
  /** An interruption of at most so many days is bridged, and its days count; 0 by default. */
  readonly gapTolerance?: { readonly days: number };
  /** Whether spells in different counting states without a day between are one (default), or each stands by itself. */
  readonly joining?: "across-states" | "same-state";
  /** Degrees from the highest down; whoever succeeds has the first that is reached, and none where none is. */
  readonly degrees?: readonly Degree[];
  /** By default who is dead, emigrated or on pension fails, and who moved isn't assessable. */
  readonly leaving?: Partial<Readonly<Record<Leaving, LeavingTreatment>>>;
  /** Who never started a course that the window hangs on: a failure (default), or not assessable. */
  readonly neverStarted?: "failure" | "not-assessable";
  readonly measuredBy?: string;
  /** When a success becomes payable: on the day it is reached, or when its window closes. */
  readonly payable?: "when-reached" | "when-window-closes";
  /** Section of the tender. */
  readonly source?: string;
}
