import type { ResultFacts, Shown } from "../display/index.js";
import type { Wording } from "../outcomes/index.js";

/** What became so far of those whom an arm was referred in one month. */
export interface ArmMonth {
  readonly arm: string;
  /** Citizens, by their first referral. */
  readonly referred: number;
  /** Of them: began a course. */
  readonly started: number;
  /** Of them: succeeded so far, measured from the referral. */
  readonly success: number;
  /** Of them: not in the mature cohort yet. */
  readonly pending: number;
}

/** A calendar month of referrals. */
export interface ReferralMonth {
  /** `2005-01` */
  readonly month: string;
  /** Whether everyone referred in it has been followed for long enough; until then successes may be added. */
  readonly mature: boolean;
  readonly arms: readonly ArmMonth[];
}

export interface MonthlyResultsData extends ResultFacts {
  readonly kind: "months";
  readonly criterion: string;
  readonly criterionName: Wording;
  readonly asOf: string;
  readonly arms: readonly { readonly arm: string; readonly name: string }[];
  /** From the first referral to the last, months without any among them. */
  readonly months: readonly ReferralMonth[];
}

/** The arms' referrals, starts and successes, month of referral by month. */
export type MonthlyResults = MonthlyResultsData & Shown;
