import type { ResultFacts, Shown } from "../display/index.js";
import type { Estimate } from "../inference/index.js";
import type { Wording } from "../outcomes/index.js";

/** What a rate measures. Two rates are compared only where all of it is the same. */
export interface MeasureDescription {
  /** What counts as success: a criterion's id or the publisher's name of it. */
  readonly definition: string;
  readonly population: string;
  readonly anchor: string;
  readonly window: string;
  readonly period: string;
}

/** One municipality's figure. */
export interface MunicipalityRow extends MeasureDescription {
  readonly municipality: string;
  readonly events: number;
  readonly total: number;
  readonly cluster?: string;
  readonly group?: string;
  readonly direction?: "higher-is-better" | "lower-is-better";
  readonly source?: string;
  readonly year?: string;
}

/** The part of a protocol that tells with whom the arms are compared, and by what. */
export interface BenchmarkPlan {
  /** The municipality itself, never in its own reference. */
  readonly municipality: string;
  /** The cluster as it is named in the municipalities' rows; absent: every other municipality given. */
  readonly cluster?: string;
  /** The criterion, referral-anchored, whose rate is held against the cluster. */
  readonly criterion: string;
  readonly measure: MeasureDescription;
  /** Confidence level; 0.95 by default. */
  readonly level?: number;
  /** Fewest citizens per arm in the mature cohort, as in the analysis; 100 by default. */
  readonly minimumMature?: number;
}

export interface ArmBenchmark {
  readonly arm: string;
  readonly name: string;
  /** Successes. */
  readonly observed: number;
  /** Known outcomes in the mature cohort, referral-anchored: the denominator of the comparison of arms. */
  readonly total: number;
  /** Citizens of the mature cohort: those of `total` and the unknown. */
  readonly mature: number;
  readonly rate: Estimate;
  /** Cluster rate times total; absent in a side panel. */
  readonly expected?: number;
  /** Observed over expected, as the ratio of the arm's rate to the cluster's, the sampling error of both carried. */
  readonly ratio?: Estimate;
}

export interface PeerRate {
  readonly municipality: string;
  readonly events: number;
  readonly total: number;
  readonly rate: Estimate;
}

/** Descriptive words only; no verdict between arms can be made of them. */
export type BenchmarkPosition =
  "above-cluster" | "below-cluster" | "within-cluster" | "not-comparable" | "too-few";

export interface BenchmarkData extends ResultFacts {
  readonly kind: "benchmark";
  readonly municipality: string;
  readonly cluster: string | null;
  readonly criterion: string;
  readonly criterionName: Wording;
  /** What the arms' rates measure. */
  readonly measure: MeasureDescription;
  /** False where definition, population, anchor, window or period differ: a side panel without ratio and verdict. */
  readonly comparable: boolean;
  /** What differs, where it isn't comparable. */
  readonly differences: readonly {
    readonly part: keyof MeasureDescription;
    readonly received: string;
    readonly expected: string;
  }[];
  readonly asOf: string;
  /** Last referral date of the mature cohort. */
  readonly matureThrough: string;
  readonly minimumMature: number;
  readonly peers: readonly PeerRate[];
  /** Where the peers' figures come from, and of which years, as their rows say. */
  readonly sources: readonly string[];
  readonly years: readonly string[];
  /** All peers pooled by totals. */
  readonly clusterRate: Estimate;
  readonly arms: readonly ArmBenchmark[];
  readonly positions: readonly { readonly arm: string; readonly code: BenchmarkPosition }[];
}

/** The arms beside a cluster of comparable municipalities. */
export type Benchmark = BenchmarkData & Shown;
