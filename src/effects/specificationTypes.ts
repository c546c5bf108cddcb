import type { ResultFacts, Shown } from "../display/index.js";
import type { Wording } from "../outcomes/index.js";
import type { VerdictCode } from "./types.js";

/** How many outcomes of an arm are others than by the default reading. */
export interface Flips {
  readonly arm: string;
  /** Measured from the referral, as arms are compared; 0 where only the contract's own measure can change. */
  readonly referral: number;
  /** Measured as the contract says, as arms are paid. */
  readonly contract: number;
}

/** What one arm against the reference arm comes to by a combination of readings. */
export interface SpecifiedComparison {
  readonly arm: string;
  readonly reference: string;
  /** The difference that decides, by the same method as in the comparison itself; null where there is none. */
  readonly estimate: number | null;
  readonly lower: number;
  readonly upper: number;
  readonly verdict: VerdictCode;
}

/** One combination of answers to the questions that a criterion leaves open. */
export interface Specification {
  /** The answer by the question's code. */
  readonly answers: Readonly<Record<string, string>>;
  /** The questions whose answer isn't the default. */
  readonly changed: readonly string[];
  readonly flips: readonly Flips[];
  /**
   * Successes among the known outcomes, by arm, measured from the referral; none in a published edition, nor where
   * only the contract's own measure can change.
   */
  readonly rates: readonly { readonly arm: string; readonly events: number; readonly total: number }[];
  /** None where only the contract's own measure can change. */
  readonly comparisons: readonly SpecifiedComparison[];
}

export interface SpecificationData extends ResultFacts {
  readonly kind: "specification";
  readonly criterion: string;
  readonly criterionName: Wording;
  readonly asOf: string;
  readonly arms: readonly { readonly id: string; readonly name: string }[];
  /** The questions that were varied, each with its answers, the default first. */
  readonly questions: readonly { readonly question: string; readonly readings: readonly string[] }[];
  /** Those of them that can change only the contract's own measure: no comparison tells anything of them. */
  readonly contractOnly: readonly string[];
  /** Whether every combination of answers was tried, or each other answer by itself. */
  readonly combinations: "all" | "single";
  /** What was tried; the one by all defaults is the first. */
  readonly specifications: readonly Specification[];
  /** How many have a comparison, and how many of them have the verdicts of the default for every arm. */
  readonly tried: number;
  readonly sameConclusion: number;
  /**
   * How many of them have the verdict of the default, for each arm against the reference arm, and how many each other
   * verdict that any has.
   */
  readonly conclusions: readonly {
    readonly arm: string;
    readonly reference: string;
    readonly same: number;
    readonly others: readonly { readonly verdict: VerdictCode; readonly count: number }[];
  }[];
  /** In a published edition: that what the readings change is left out, and only the chosen ones are here. */
  readonly isPartial?: boolean;
}

/** What becomes of outcomes and conclusion by every defensible reading of a criterion. */
export type SpecificationResult = Readonly<SpecificationData> & Shown;
