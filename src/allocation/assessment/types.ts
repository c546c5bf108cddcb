import type { ResultFacts, Shown } from "../../display/index.js";
import type { Design } from "../types.js";

/** A figure with its Monte Carlo error (one standard deviation); 0 where everything possible was enumerated. */
export interface Measured {
  readonly value: number;
  readonly monteCarloError: number;
}

/**
 * How far the arms are from their shares: the largest difference between two arms, each counted from its
 * share of the citizens. Of two equal arms it is the difference of their numbers.
 */
export interface ImbalanceSummary {
  readonly mean: Measured;
  readonly quantiles: readonly { readonly probability: number; readonly difference: number }[];
  /** Largest that is possible, or that was met in the simulation. */
  readonly maximum: number;
  readonly distribution: readonly { readonly difference: number; readonly probability: number }[];
}

/**
 * What stands behind the citizens' success, without any effect of the arms: nothing, a change over the
 * intake, or someone who sees the earlier draws and refers by what comes next.
 */
export type ScenarioKind = "none" | "linear-trend" | "step-trend" | "steering";

/** What comes of comparing two arms, comparator − reference, where in truth they do the same. */
export interface ScenarioSummary {
  readonly scenario: ScenarioKind;
  readonly comparator: string;
  readonly reference: string;
  /** Of the difference of the success rates; truly it is 0. */
  readonly bias: Measured;
  readonly variance: Measured;
  readonly meanSquaredError: Measured;
  /** How often the two-sided pooled test of two proportions at 5 % finds a difference. */
  readonly typeIError: Measured;
}

/** What a design promises before it is used. */
export interface AssessmentData extends ResultFacts {
  readonly kind: "assessment";
  readonly design: Design;
  readonly arms: readonly string[];
  readonly citizens: number;
  /** Whether every sequence that the design can give was enumerated. */
  readonly exact: boolean;
  /** How many sequences were enumerated or simulated. */
  readonly sequences: number;
  /** After the last citizen, and the largest on the way there. */
  readonly imbalance: { readonly final: ImbalanceSummary; readonly largest: ImbalanceSummary };
  /** Probability of a right guess, mean over the citizens. */
  readonly guessing: {
    /** Of someone who sees all earlier draws and guesses the arm that is furthest behind its share (even chances among several). */
    readonly convergence: Measured;
    /** Of someone who sees them and guesses as well as anyone can. */
    readonly optimal: Measured;
    /** Of someone who sees nothing and guesses the arm of the largest weight. */
    readonly blind: number;
  };
  readonly scenarios: readonly ScenarioSummary[];
}

export type Assessment = AssessmentData & Shown;
