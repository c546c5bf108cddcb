import type { ResultFacts, Shown } from "../display/index.js";
import type { Estimate, TestResult } from "../inference/index.js";
import type { ArmCounts, Wording } from "../outcomes/index.js";

/** The part of a protocol that tells, before the first referral, how the arms will be compared. */
export interface AnalysisPlan {
  /** Id of the criterion that decides. */
  readonly primary: string;
  /** Arm that the others are compared with. */
  readonly referenceArm: string;
  /** Criteria shown beside the primary one, never deciding. */
  readonly secondary?: readonly string[];
  /** Confidence level; 0.95 by default. With k arms each comparison has 1 − (1 − level)/(k − 1). */
  readonly level?: number;
  /** Largest loss of success rate that is still "not worse", as a proportion; absent: not available. */
  readonly margin?: number;
  /** Fewest citizens per arm in the mature cohort; 100 by default. */
  readonly minimumMature?: number;
}

/** What a caller may ask beside the plan. */
export interface CompareOptions {
  /** Another criterion of the protocol, compared in the same way; the plan's primary one by default. */
  readonly criterion?: string;
  /**
   * How often the recorded draw is run again for the randomization test, and from which seed, where the design
   * has no exact one; without it such a design has none, which a notice says.
   */
  readonly replay?: Replay;
}

export interface Replay {
  /** 10,000 draws leave a Monte Carlo error of 0.002 at p = 0.05. */
  readonly times: number;
  readonly seed: string | number;
}

/** Worst and best case; null where there is nobody. */
export interface Bounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface ArmRate {
  readonly arm: string;
  readonly name: string;
  readonly counts: ArmCounts;
  /** Successes among those with a known outcome, mature cohort, referral-anchored. */
  readonly rate: Estimate;
  /** The rate if every unknown were a failure, and if every one were a success. */
  readonly bounds: Bounds;
}

export interface ArmComparison {
  readonly arm: string;
  readonly reference: string;
  /**
   * Decides. Its `method` says how it knows the draw: `mantel-haenszel` over the blocks; `hajek` where
   * probabilities differ within a block; `difference-in-means` within blocks by households, where these were drawn.
   */
  readonly difference: Estimate;
  /** Whether the draw alone could have made the difference: exact, or replayed; null where there is no such test. */
  readonly randomization: TestResult | null;
  /** Newcombe's interval without strata, beside it. */
  readonly unstratified: Estimate;
  readonly fisher: TestResult;
  /** The unstratified difference with all unknowns at their worst for either side. */
  readonly bounds: Bounds;
}

export type VerdictCode = "too-early" | "better" | "worse" | "not-worse" | "inconclusive";

export interface Verdict {
  readonly arm: string;
  readonly reference: string;
  readonly code: VerdictCode;
}

/** Success as the contract measures it, of those whose window is complete: provisional, not compared. */
export interface ContractualRate {
  readonly arm: string;
  readonly name: string;
  /** No longer waited for: the sum of `success`, `failure` and `unknown`. With `pending`, all allocated. */
  readonly complete: number;
  readonly success: number;
  readonly failure: number;
  readonly unknown: number;
  readonly pending: number;
  readonly rate: Estimate;
}

export interface EffectData extends ResultFacts {
  readonly kind: "effect";
  readonly criterion: string;
  readonly criterionName: Wording;
  /** Whether this is the protocol's primary criterion; only then are the verdicts the review's. */
  readonly primary: boolean;
  readonly anchor: "referral";
  readonly asOf: string;
  /** Last referral date of the mature cohort. */
  readonly matureThrough: string;
  readonly level: number;
  readonly margin: number | null;
  readonly minimumMature: number;
  readonly rates: readonly ArmRate[];
  readonly comparisons: readonly ArmComparison[];
  readonly verdicts: readonly Verdict[];
  readonly contractual: readonly ContractualRate[];
}

/** The arms compared by one criterion. */
export type Effect = EffectData & Shown;
