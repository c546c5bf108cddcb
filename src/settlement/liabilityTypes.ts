import type { ResultFacts, Shown } from "../display/index.js";
import type { Wording } from "../outcomes/index.js";
import type { Ore } from "./terms.js";

/** Between which amounts a future payment is expected to lie, in øre. */
export interface PaymentInterval {
  readonly lower: Ore;
  readonly upper: Ore;
}

/** What is expected to be paid in some time, or in all. */
export interface ExpectedAmount {
  /** Of successes that are there already, and are paid later. */
  readonly certain: Ore;
  /** `certain`, and what the pending lead one to expect: a mean, in øre and not rounded. */
  readonly expected: number;
  /** Null without a seed. */
  readonly interval: PaymentInterval | null;
}

export interface ExpectedMonth extends ExpectedAmount {
  /** `YYYY-MM`. */
  readonly month: string;
}

/** What can still be paid, from the least to the most, and what is expected of it. */
export interface OpenAmount extends ExpectedAmount {
  /** None of the pending succeeds. */
  readonly best: Ore;
  /** All of them succeed, each at the highest amount that degree and indexation still make possible. */
  readonly worst: Ore;
  /**
   * In no expectation, and in the interval's upper limit only, because nobody has been followed for long enough to tell: of how many citizens (a sum of
   * probabilities), and at most how much.
   */
  readonly notEstimable: { readonly citizens: number; readonly amount: number };
  /** The calendar months after `asOf` in which something may be paid, as many as were asked for. */
  readonly months: readonly ExpectedMonth[];
  /** What is expected after them. */
  readonly later: ExpectedAmount;
}

/** What one bonus of one arm can still cost. */
export interface OpenBonus extends OpenAmount {
  readonly arm: string;
  readonly name: string;
  /** Where in the plan it stands: `terms[1].bonuses[0]`. */
  readonly term: string;
  readonly criterion: string;
  readonly criterionName: Wording;
  /** Outcomes under the contract that can still turn out either way. */
  readonly pending: number;
  /** Not decided either, but never a success: the course was never started. */
  readonly lost: number;
  /** Nobody can tell: never expected. */
  readonly unknown: number;
  /** The decided ones that the estimate rests on. */
  readonly successes: number;
  readonly failures: number;
}

export interface ExpectedPaymentsData extends ResultFacts {
  readonly kind: "expected-payments";
  readonly asOf: string;
  readonly level: number;
  readonly bonuses: readonly OpenBonus[];
  /** All of them together; its interval is of the sum. */
  readonly total: OpenAmount;
}

/** What the outcomes that are still pending can cost. */
export type ExpectedPayments = ExpectedPaymentsData & Shown;
