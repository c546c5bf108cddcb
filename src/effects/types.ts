import type { Publishable, Suppressed } from "../core/index.js";
import type { ResultFacts, Shown } from "../display/index.js";
import type { Estimate, TestResult } from "../inference/index.js";
import type { AnalysisSet, ArmCounts, Destination, Wording } from "../outcomes/index.js";
import type { TableInput } from "../tables/index.js";

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
  /** What subgroups are formed by: strata of the draw, or categories of the baseline; the strata by default. */
  readonly subgroups?: readonly string[];
  /** Columns of the baseline that the adjusted comparison takes in; all by default. */
  readonly covariates?: readonly string[];
}

/**
 * What was known of a citizen before the draw, as columns of any name: the rows of `parseReferrals` will do.
 *
 * A column is numeric where all that stands in it is a number, also with a decimal comma, and otherwise one of
 * categories; empty means not known. The columns `citizen`, `referredOn`, `household` and `measuredOn` are none.
 */
export interface BaselineRow {
  readonly citizen: string;
  /** Only the row of the citizen's first referral counts, where referrals are told apart. */
  readonly referredOn?: string;
  /** ISO date on which the row's columns were measured; after the draw they are refused. */
  readonly measuredOn?: string;
  readonly [column: string]: string | number | undefined;
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
  /** What was known before the draw, beside its strata and what the histories tell. */
  readonly baseline?: TableInput<BaselineRow>;
  /** Other subgroups than the plan's, found afterwards, which the result says. */
  readonly subgroups?: readonly string[];
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

/** The arms' rates in one analysis set. */
export interface SetRates {
  readonly set: AnalysisSet;
  readonly rates: readonly ArmRate[];
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
  /** The difference that decides with all unknowns at their worst for either side. */
  readonly bounds: Bounds;
  /** The same question answered in other ways; the one that decides first. */
  readonly sensitivity: readonly SensitivityAnalysis[];
  readonly subgroups: readonly Subgroup[];
  /** What the arms' citizens were like before the draw. */
  readonly balance: readonly BalanceRow[];
}

/**
 * How a sensitivity analysis differs: by what it does about the draw (`unadjusted`, `stratified`, `weighted`,
 * `households`, `regression-adjusted`, `exact`), about those who did not take part (`per-protocol`, `compliers`),
 * about unknown outcomes (`unknown-as-failures`; at their `unknown-worst` and `unknown-best` for the difference;
 * `unknown-lee`).
 */
export type SensitivityCode =
  | "unadjusted"
  | "stratified"
  | "weighted"
  | "households"
  | "regression-adjusted"
  | "exact"
  | "per-protocol"
  | "compliers"
  | "unknown-as-failures"
  | "unknown-worst"
  | "unknown-best"
  | "unknown-lee";

export interface SensitivityAnalysis {
  readonly analysis: SensitivityCode;
  readonly decides: boolean;
  /** How many of both arms it looks at. */
  readonly citizens: number;
  /** In the risk difference, comparator − reference, at the comparison's level. */
  readonly difference: Estimate;
  /** Of bounds for the unknown: all the differences that may be true, of which none is the best guess. */
  readonly region?: { readonly lower: number; readonly upper: number };
}

/** The comparison among citizens who were alike in one thing before the draw. */
export interface SubgroupLevel {
  readonly group: string;
  readonly comparator: ArmCounts;
  readonly reference: ArmCounts;
  /** As the deciding one, of these citizens only. */
  readonly difference: Estimate;
}

export interface Subgroup {
  readonly factor: string;
  /** Whether the plan, or the draw's strata, named it beforehand. */
  readonly planned: boolean;
  readonly groups: readonly SubgroupLevel[];
  /** Whether the differences of the groups differ: Cochran's Q. Null where a group is too small for it. */
  readonly interaction: TestResult | null;
  /** The interaction's p-value, adjusted for all subgroups of the effect (Holm); null where it has none. */
  readonly adjustedPValue: number | null;
  /** How many of the comparison are in none of the groups, their value not being known. */
  readonly without: number;
}

/** One number or one category as the two arms had it before the draw. */
export interface BalanceRow {
  readonly column: string;
  /** Where it comes from: the draw's strata, the histories before the referral, or the baseline given. */
  readonly origin: "stratum" | "history" | "given";
  /** The category; absent for a number. */
  readonly category?: string;
  /** Mean, or share of the category, among those of whom it is known; weighted where probabilities differed. */
  readonly comparator: number | null;
  readonly reference: number | null;
  /** Of how many it is known, and how many of them are of the category. */
  readonly counts: { readonly comparator: BalanceCount; readonly reference: BalanceCount };
  /** Comparator − reference by how the draw was made, in its own unit. */
  readonly difference: Estimate;
  /** The same in standard deviations; null where there are none. */
  readonly standardized: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
}

export interface BalanceCount {
  readonly known: number;
  /** Absent for a number. */
  readonly having?: number;
}

/** Where one arm's mature citizens were on the deciding day, successes apart from the others. */
export interface ArmExits {
  readonly arm: string;
  readonly name: string;
  readonly successes: Readonly<Record<Destination, number>>;
  readonly others: Readonly<Record<Destination, number>>;
}

export type VerdictCode = "too-early" | "better" | "worse" | "not-worse" | "inconclusive";

export interface Verdict {
  readonly arm: string;
  readonly reference: string;
  readonly code: VerdictCode;
}

/**
 * Success as the contract measures it, of those whose window is complete: provisional, not compared. Of a criterion
 * without an end, success so far among all, with everyone else pending and no rate.
 */
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
  /** The rates among all allocated, those who started a course and those who completed it; only the first compares. */
  readonly sets: readonly SetRates[];
  /** Without support is not the same as in work. */
  readonly exits: readonly ArmExits[];
}

/** An effect in which numbers, and the verdicts that rest on them, may be hidden. */
export interface PublishableEffect extends Omit<Publishable<EffectData>, "verdicts"> {
  readonly verdicts: readonly PublishableVerdict[];
}

export interface PublishableVerdict extends Omit<Verdict, "code"> {
  readonly code: VerdictCode | Suppressed;
}

/** The arms compared by one criterion. */
export type Effect = EffectData & Shown;
