import type { ResultFacts, Shown } from "../display/index.js";

/** An amount of money in øre, a whole number. */
export type Ore = number;

/** A bonus for each contractual success by a criterion. */
export interface BonusTerm {
  readonly criterion: string;
  readonly amount: Ore;
}

/** What one arm is paid. A missing base means that the tender leaves it to the bid. */
export interface ArmTerms {
  readonly arm: string;
  readonly base?: { readonly per: "referral" | "started-course"; readonly amount: Ore };
  readonly bonuses: readonly BonusTerm[];
  /** End reasons that lose the base payment (Hillerød's returns). */
  readonly noBaseFor?: readonly string[];
}

/** The part of a protocol that tells what is paid for what. */
export interface PaymentPlan {
  readonly terms: readonly ArmTerms[];
}

export interface LineItem {
  readonly arm: string;
  readonly citizen: string;
  /** Sequence of the ledger entry. */
  readonly sequence: number;
  readonly kind: "base" | "bonus";
  readonly criterion?: string;
  /** ISO date on which it became due. */
  readonly date: string;
  readonly amount: Ore;
}

export interface StatementData extends ResultFacts {
  readonly kind: "statement";
  readonly asOf: string;
  readonly items: readonly LineItem[];
  readonly totals: readonly {
    readonly arm: string;
    readonly name: string;
    readonly base: Ore;
    readonly bonus: Ore;
    readonly total: Ore;
  }[];
}

/** What each arm is owed by a day, line by line. */
export type Statement = StatementData & Shown;
