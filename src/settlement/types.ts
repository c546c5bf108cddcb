import type { ResultFacts, Shown } from "../display/index.js";
import type { EndReason, OutcomeReason, Wording } from "../outcomes/index.js";
import type { Ore } from "./terms.js";

/**
 * What a line is for. `late-start` and `clawback` take off, `cap` takes off what is above a cap, `minimum` makes up
 * what is missing to a guaranteed minimum.
 */
export type LineKind = "base" | "bonus" | "late-start" | "clawback" | "cap" | "minimum";

/** One line of a statement. Lines of a team, a cap or a minimum are of no single citizen. */
export interface LineItem {
  readonly arm: string;
  readonly kind: LineKind;
  /** Where in the plan the term stands that the line follows: `terms[1].bonuses[0]`. */
  readonly term: string;
  /** ISO date on which it became due. */
  readonly date: string;
  /** Without VAT; negative where something is taken off. */
  readonly amount: Ore;
  readonly vat: Ore;
  readonly citizen?: string;
  /** Sequence of the ledger entry. */
  readonly sequence?: number;
  /** ISO date of the citizen's referral that the line is for. */
  readonly referredOn?: string;
  readonly criterion?: string;
  readonly degree?: string;
  /** Which week of the course, from 1. */
  readonly week?: number;
  /** Which instalment, from 1. */
  readonly instalment?: number;
  readonly team?: string;
  /** Of a clawback: what caps had taken off the bonus, and isn't taken back. */
  readonly aboveCaps?: Ore;
}

/**
 * Why a citizen has no line (yet) by a term: the outcome's own reason; how the course ended, where that loses the
 * base; `not-started`; `not-reported`; `degree-open` while a higher degree can still be reached; `not-due` before
 * the day of payment; `paid-once` where another bonus came first; `relapsed` where what the bonus hangs on failed
 * before the day of payment.
 */
export type UnpaidReason =
  | OutcomeReason
  | EndReason
  | "not-started"
  | "not-reported"
  | "degree-open"
  | "not-due"
  | "paid-once"
  | "relapsed";

/** A citizen and a term of the plan without a line. */
export interface Unpaid {
  readonly arm: string;
  readonly citizen: string;
  readonly sequence: number;
  /** ISO date of the referral. */
  readonly referredOn?: string;
  readonly kind: "base" | "bonus";
  readonly term: string;
  readonly criterion?: string;
  /** Which instalment, from 1, where only some of a bonus aren't paid. */
  readonly instalment?: number;
  /** `open`: may still become due. `lost`: never will. `unknown`: nobody can tell. */
  readonly standing: "open" | "lost" | "unknown";
  readonly reason: UnpaidReason;
  /** How many weeks aren't paid, beyond the longest permitted course, of one whose end nobody wrote down. */
  readonly weeks?: number;
}

/** What an arm is owed of one kind in one month. */
export interface MonthSum {
  readonly arm: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly kind: LineKind;
  readonly lines: number;
  readonly amount: Ore;
  readonly vat: Ore;
}

export interface ArmTotal {
  readonly arm: string;
  readonly name: string;
  readonly base: Ore;
  readonly bonus: Ore;
  /** Late starts, clawbacks, caps and minimums together. */
  readonly adjustments: Ore;
  /** Without VAT. */
  readonly total: Ore;
  readonly vat: Ore;
}

export interface StatementData extends ResultFacts {
  readonly kind: "statement";
  readonly asOf: string;
  /** The protocol's criteria, which lines name by their ids. */
  readonly criteria: readonly {
    readonly id: string;
    readonly name: Wording;
    readonly degrees?: readonly { readonly id: string; readonly name: Wording }[];
  }[];
  readonly items: readonly LineItem[];
  /**
   * For every referral and the base of the arm's terms, and for every citizen and every bonus, either lines or an
   * entry here; both where a bonus has instalments to come, and where a course without an end has run for longer
   * than it may. Who is of a team that was paid for has that line.
   */
  readonly unpaid: readonly Unpaid[];
  readonly months: readonly MonthSum[];
  readonly totals: readonly ArmTotal[];
}

/** What each arm is owed by a day, line by line. */
export type Statement = StatementData & Shown;
