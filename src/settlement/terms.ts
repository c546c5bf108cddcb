import type { Span } from "../core/index.js";
import type { EndReason } from "../outcomes/index.js";

/** An amount of money in øre, a whole number. */
export type Ore = number;

/**
 * What is paid whether or not it succeeds: per referral; per started course; per week of a course, counted from
 * its first day, where a week that was begun counts (`begun`, default) or only whole ones, and where weeks beyond
 * the stated length of a course are paid or not (`extension`); per team, once for all who share it.
 */
export type BaseTerm =
  | { readonly per: "referral" | "started-course" | "team"; readonly amount: Ore }
  | {
      readonly per: "week";
      readonly amount: Ore;
      readonly weeks?: "begun" | "whole";
      /** Absent: paid as other weeks, which a notice says. */
      readonly extension?: "paid" | "unpaid";
    };

/**
 * A part of a bonus, so many percent of it, so long after the bonus falls due; at once where `after` is absent.
 * Percents, here and elsewhere in the terms, have at most four decimals.
 */
export interface Instalment {
  readonly percent: number;
  readonly after?: Span;
}

/**
 * So many percent of what was paid of a bonus are paid back where the criterion `unless` fails: a relapse, told by a
 * criterion of the contract as everything else is. Due on the day that made the failure certain; what falls due
 * after that day isn't paid.
 */
export interface Clawback {
  readonly unless: string;
  readonly percent: number;
}

/** A bonus for each contractual success by a criterion. */
export interface BonusTerm {
  readonly criterion: string;
  readonly amount: Ore;
  /** Other amounts by degree of success (wage subsidy at a lower rate); a degree that isn't named is paid `amount`. */
  readonly degrees?: Readonly<Record<string, Ore>>;
  /** Percents that sum to 100; absent: all at once. */
  readonly instalments?: readonly Instalment[];
  readonly clawback?: Clawback;
}

/**
 * Taken off for a course that started later than `within` after the referral, once or per begun week, at most what
 * caps leave of the base payments of that course.
 */
export interface LateStart {
  readonly within: Span;
  readonly per: "course" | "week";
  readonly amount: Ore;
}

/** Calendar months; years from the plan's `startsOn`, or calendar years without it; or all of it. */
export type PaymentPeriod = "month" | "year" | "contract";

/** The most that is paid in a period, of one kind or of all. */
export interface PaymentCap {
  readonly of: "base" | "bonus" | "all";
  readonly per: PaymentPeriod;
  readonly amount: Ore;
}

/** The least that is paid in a period, made up when the period is over. */
export interface PaymentMinimum {
  readonly per: PaymentPeriod;
  readonly amount: Ore;
}

/**
 * From a day on, rates are so many percent above (below) those of the plan; the latest day that has come counts.
 * Caps and minimums stay as the plan gives them.
 */
export interface IndexStep {
  readonly from: string;
  readonly percent: number;
}

/** What one arm is paid. What is absent is what the tender leaves to the bid, to an annex or open: see `lintPayment`. */
export interface ArmTerms {
  readonly arm: string;
  readonly base?: BaseTerm;
  readonly bonuses: readonly BonusTerm[];
  /** End reasons that lose the base payment (Hillerød's returns). */
  readonly noBaseFor?: readonly EndReason[];
  /** Several bonuses for one citizen: each is paid (default), or only the one that falls due first. */
  readonly bonusesPaid?: "each" | "once";
  /** A citizen's further referral: paid its base, with no bonus of its own. It is settled so too where absent, and named by the lint. */
  readonly referredAgain?: "base-only";
  readonly lateStart?: LateStart;
  readonly caps?: readonly PaymentCap[];
  readonly minimums?: readonly PaymentMinimum[];
  readonly indexation?: readonly IndexStep[];
  /** Percent on top of every line; absent: none. */
  readonly vat?: number;
}

/** The part of a protocol that tells what is paid for what. */
export interface PaymentPlan {
  readonly terms: readonly ArmTerms[];
  /** First day of the contract, from which its years are counted. */
  readonly startsOn?: string;
  /** Its last day: minimums are made up for periods up to then, and the one of the whole contract on it. */
  readonly endsOn?: string;
}
