import type { ResultFacts, Shown } from "../display/index.js";
import type { Criterion, FollowedReferral, OutcomeStory } from "../outcomes/index.js";
import type { ArmTerms, BaseTerm, BonusTerm, LateStart, Ore, PaymentCap, PaymentMinimum } from "./terms.js";
import type { LineItem } from "./types.js";

/** The term of the plan that a line follows. */
export type LineRule =
  | { readonly of: "base"; readonly base: BaseTerm }
  | { readonly of: "late-start"; readonly lateStart: LateStart }
  | { readonly of: "bonus"; readonly bonus: BonusTerm; readonly criterion: Criterion }
  | { readonly of: "clawback"; readonly bonus: BonusTerm; readonly unless: Criterion }
  | { readonly of: "cap"; readonly cap: PaymentCap }
  | { readonly of: "minimum"; readonly minimum: PaymentMinimum };

/**
 * One step of the arithmetic, with the amount that it comes to. `rate`: of the plan. `index`: so many percent above
 * it from a day on. `times`: as many weeks late. `at-most`: the base payment, which a deduction doesn't exceed. `instalment`: its percents. `paid`: what was paid of the bonus by
 * that day, less what caps had taken off it. `taken-back`: percents of it. `sum`: what was paid in a period. `limit`: of the plan. `difference`: of
 * the two. `vat`: on top of the line.
 */
export interface AmountStep {
  readonly step:
    | "rate"
    | "index"
    | "times"
    | "at-most"
    | "instalment"
    | "paid"
    | "taken-back"
    | "sum"
    | "limit"
    | "difference"
    | "vat";
  readonly amount: Ore;
  readonly percent?: number;
  /** From which day an index counts; the first day of a period. */
  readonly from?: string;
  /** The last day of a period, or the day that it is reckoned to. */
  readonly to?: string;
  readonly times?: number;
}

export interface LineItemStoryData extends ResultFacts {
  readonly kind: "line-item-story";
  readonly item: LineItem;
  /** The arm's name. */
  readonly name: string;
  readonly rule: LineRule;
  /** The ledger entry that the line follows, with its course; absent from lines of no single citizen. */
  readonly referral?: FollowedReferral;
  readonly steps: readonly AmountStep[];
  /** How the outcome came about that the bonus is paid for, or that takes it back. */
  readonly outcome?: OutcomeStory;
}

/** How one line of a statement came about. */
export type LineItemStory = LineItemStoryData & Shown;

/** A line with the terms of its arm. */
export interface TermedLine {
  readonly item: LineItem;
  readonly terms: ArmTerms;
}
