import type { ResultFacts, Shown } from "../display/index.js";
import type { Effect } from "../effects/index.js";
import type {
  AcceptabilityRow,
  BootstrapEstimate,
  Estimate,
  NetBenefitEstimate,
} from "../inference/index.js";
import type { Outcomes } from "../outcomes/index.js";
import type { Covariance } from "./costMoments.js";
import type { Ore } from "./terms.js";
import type { Statement } from "./types.js";

/** What costs and successes are taken from: all three of the same outcomes. */
export interface CostInput {
  readonly outcomes: Outcomes;
  readonly statement: Statement;
  /** Tells the criterion, the cohort, the arms that are compared and the confidence level. */
  readonly effect: Effect;
}

/** What the citizens of one arm cost, among those of the mature cohort whose outcome is known. */
export interface ArmCost {
  readonly arm: string;
  readonly name: string;
  readonly citizens: number;
  /** Courses of theirs that started, those of further referrals too. */
  readonly courses: number;
  /** Measured from the referral, as the arms are compared. */
  readonly successes: number;
  /** The same citizens' successes as the contract measures them, which bonuses are paid for. */
  readonly contractSuccesses: number;
  /** All that is due for them by the day of the statement, with their share of what is due for no single citizen. */
  readonly cost: Ore;
  /** øre, a mean; null where there is nobody. */
  readonly perReferral: number | null;
  readonly perCourse: number | null;
  /** Successes per citizen; null where there is nobody. */
  readonly rate: number | null;
  /** Variances and covariance of mean cost and success rate: `[[v_cc, v_ce], [v_ce, v_ee]]`. */
  readonly covariance: Covariance;
  /** øre per success: mean cost by success rate, with Fieller's interval; null where nothing varies. */
  readonly perSuccess: Estimate | null;
}

/** What an arm was due so far, for everyone: provisional, and not to be compared. */
export interface ArmPayments {
  readonly arm: string;
  readonly name: string;
  /** Citizens drawn for the arm, mature or not. */
  readonly citizens: number;
  /** Further referrals to it. */
  readonly furtherReferrals: number;
  /** Courses that started, of all referrals. */
  readonly courses: number;
  /** Successes so far as the contract measures them. */
  readonly contractSuccesses: number;
  /** All lines of the arm, without VAT. */
  readonly paid: Ore;
}

/** What an arm's citizens cost more, and how many more of them succeed, told together. */
export type CostStanding =
  | "too-early"
  | "more-for-less"
  | "more-for-more"
  | "more-for-alike"
  | "fewer-for-less"
  | "fewer-for-more"
  | "fewer-for-alike"
  | "alike-for-less"
  | "alike-for-more"
  | "nothing-shown";

/** An amount that a success may be worth, and what the comparator comes to by it. */
export interface NetBenefit {
  /** øre per additional success. */
  readonly willingnessToPay: Ore;
  /** Whether it is what the user says is saved in benefit while a success lasts. */
  readonly saved: boolean;
  /** øre per citizen: willingness to pay × additional successes − additional costs. */
  readonly benefit: NetBenefitEstimate;
}

/** A difference in øre per citizen; without width where prices are fixed and no citizen costs more than another. */
export interface CostDifference {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** One arm against the reference arm, in the citizens that decide the comparison of success rates. */
export interface CostComparison {
  readonly arm: string;
  readonly reference: string;
  readonly citizens: { readonly comparator: number; readonly reference: number };
  /** øre and successes per citizen, of both arms together. */
  readonly mean: { readonly cost: number; readonly effect: number };
  /** øre and successes per citizen, comparator − reference, within the blocks of the draw: what the ratio is made of. */
  readonly difference: { readonly cost: number; readonly effect: number };
  readonly cost: CostDifference;
  /** Successes per citizen, comparator − reference: the estimate that decides the comparison of the arms. */
  readonly effect: Estimate;
  readonly standing: CostStanding;
  /** øre per additional success, with Fieller's interval; null where nothing varies. */
  readonly perAdditionalSuccess: Estimate | null;
  /** The same by the bootstrap, with the shares of its resamples in the quadrants of the plane. */
  readonly resampled: BootstrapEstimate;
  readonly netBenefit: readonly NetBenefit[];
  /** The acceptability curve: the probability that the comparator is worth its cost, by what a success is worth in øre. */
  readonly acceptability: readonly AcceptabilityRow[];
}

export interface CostEffectivenessData extends ResultFacts {
  readonly kind: "cost-effectiveness";
  readonly asOf: string;
  readonly criterion: string;
  readonly criterionName: { readonly da: string; readonly en: string };
  /** ISO date: the last referral date of the mature cohort. */
  readonly matureThrough: string;
  readonly level: number;
  /** Whether no two arms can be compared yet: only `payments` are shown then. */
  readonly isTooEarly: boolean;
  readonly payments: readonly ArmPayments[];
  readonly arms: readonly ArmCost[];
  readonly comparisons: readonly CostComparison[];
}

/** What the arms' results cost. */
export type CostEffectiveness = CostEffectivenessData & Shown;
