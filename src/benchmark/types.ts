import type { ResultFacts, Shown } from "../display/index.js";
import type { Estimate, Interval, StandardizedRatio } from "../inference/index.js";
import type { Wording } from "../outcomes/index.js";
import type { ParsedTable } from "../tables/index.js";
import type { Peers, PeersData } from "./similar/types.js";

/** What a rate measures. Two rates are compared only where all of it is the same. */
export interface MeasureDescription {
  /** What counts as success: a criterion's id or the publisher's name of it. */
  readonly definition: string;
  readonly population: string;
  readonly anchor: string;
  readonly window: string;
  readonly period: string;
}

/** Which end of a figure is the good one. */
export type Direction = "higher-is-better" | "lower-is-better";

/** What a row of whatever figure tells besides it. */
interface RowFacts extends MeasureDescription {
  /** The name as it was written; a code is replaced by its name. */
  readonly municipality: string;
  readonly group?: string;
  readonly cluster?: string;
  /** Benefit area that cluster and figure belong to. */
  readonly benefit?: string;
  readonly direction?: Direction;
  readonly source?: string;
  readonly year?: string;
  /** Framework conditions, by their names: numbers in whatever unit the file has them. */
  readonly covariates?: Readonly<Record<string, number>>;
}

/** So many of so many people or courses: the only figure that has binomial limits. */
export interface CountRow extends RowFacts {
  /** May be left out: a row without it holds counts. */
  readonly figure?: "counts";
  readonly events: number;
  readonly total: number;
  /** Events that somebody's model of the framework conditions expected. */
  readonly expected?: number;
  /** The events were no part of the file: they are the whole number that the printed rate gives. */
  readonly reconstructed?: true;
  /**
   * How many more or fewer the reconstructed events may be, since other whole numbers round to the rate too: little beside
   * chance. Absent where no other does.
   */
  readonly eventsWithin?: number;
}

/** A rate whose number of events isn't known: it can be shown and indexed, but has no binomial limits. */
export interface RateRow extends RowFacts {
  readonly figure: "rate";
  /** A proportion. */
  readonly rate: number;
  /** Half a unit of the last printed digit, as a proportion; 0 where the rate wasn't rounded for print. */
  readonly rounding: number;
  /** What it is a rate of; absent where only the rate was published. */
  readonly total?: number;
  /** Absent: people or courses. Full-time persons are sums of part-time, so nothing of them is binomial. */
  readonly unit?: "full-time-persons";
}

/**
 * Expected and actual number or share of full-time persons, as in the Ministry's benchmark (Jobindsats y30r21):
 * numbers, shares or both. Sums of part-time without binomial limits.
 */
export interface ExpectedRow extends RowFacts {
  readonly figure: "expected";
  readonly unit: "full-time-persons";
  readonly expected?: number;
  readonly actual?: number;
  /** Proportions of the population. */
  readonly expectedShare?: number;
  readonly actualShare?: number;
  /** The place on the published list. */
  readonly rank?: number;
}

/** One municipality's figure: `figure` tells which; without it, counts. */
export type MunicipalityRow = CountRow | RateRow | ExpectedRow;

/** What an area is that is no municipality; `other`: unknown places, and places outside of all municipalities. */
export type AreaKind = "country" | "region" | "employment-region" | "other";

/** Rows of municipalities, and apart from them those of the country, regions and the like. */
export interface ParsedMunicipalities extends ParsedTable<MunicipalityRow> {
  /** Of the same file; `municipality` holds the area's name, `areaKind` tells what it is. */
  readonly areas: readonly MunicipalityRow[];
}

/** The part of a protocol that tells with whom the arms are compared, and by what. */
export interface BenchmarkPlan {
  /** The municipality itself, never in its own reference. */
  readonly municipality: string;
  /** The cluster as it is named in the municipalities' rows; absent: every other municipality given, or those that `findPeers` chose. */
  readonly cluster?: string;
  /**
   * The benefit area that cluster and figures are about, as the rows name it; needed where those that would be compared
   * name several. Rows of others, or that name none, don't count then.
   */
  readonly benefit?: string;
  /** The criterion, referral-anchored, whose rate is held against the cluster. */
  readonly criterion: string;
  readonly measure: MeasureDescription;
  /**
   * Groups in which the case mix is made the same, by the strata of the draw: `name` as the rows' `group` column
   * says it, `group` the levels that its citizens have. Absent: groups of a municipality are added up, and
   * nothing is made the same.
   */
  readonly groups?: readonly { readonly name: string; readonly group: Readonly<Record<string, string>> }[];
  /** Confidence level; 0.95 by default. */
  readonly level?: number;
  /** Fewest citizens per arm in the mature cohort, as in the analysis; 100 by default. */
  readonly minimumMature?: number;
}

/** Who a benchmark is for, and with whom it is where the plan's cluster isn't meant. */
export interface BenchmarkOptions {
  /**
   * The municipalities to compare with, as `findPeers` chose them: instead of the plan's cluster, whatever clusters the rows
   * name. How they were chosen, how near each is and how much hangs on it goes into the benchmark.
   */
  readonly peers?: Peers | undefined;
  /** `internal` by default; `published` takes together what is too small to be told, before anything is computed. */
  readonly audience?: "internal" | "published";
  /** Fewest citizens with, and without, a success that a published benchmark tells of; 5 by default. */
  readonly minimum?: number;
}

/** A number with its limits; `null` where nothing could be estimated. */
export interface Bounded {
  readonly estimate: number | null;
  readonly interval: Interval;
}

/** A unit's citizens of one group beside the cluster's. */
export interface GroupBenchmark {
  /** As the plan names it. */
  readonly group: string;
  /** Successes. */
  readonly observed: number;
  /** Known outcomes. */
  readonly total: number;
  /** The cluster's share of successes in the group; `null` where it has no citizens in it. */
  readonly clusterRate: number | null;
  /** Successes that a typical municipality of the cluster would have among them; those of all groups add up to the unit's. */
  readonly expected: number | null;
  /** Observed over expected: as for the unit, with the same spread between municipalities in every group. */
  readonly ratio: Bounded | null;
}

/**
 * Where a municipality stands among those of the cluster and the one that is compared, or an arm in the latter's place,
 * by rates brought to the same case mix: the cluster's drawn towards their mean, that of the unit compared as it is.
 */
export interface RankPlace {
  /** 1 is the highest rate. */
  readonly median: number;
  /** Limits that hold the rank with the plan's level. */
  readonly lower: number;
  readonly upper: number;
  /** How many are ranked: the cluster and the municipality, or the arm in its place. */
  readonly of: number;
  /** Probability of a rank in the first quarter, P(rank ≤ ⌈of/4⌉). */
  readonly topQuarter: number;
}

/** The rank of an arm, or of the municipality as a whole. */
export interface BenchmarkRank extends RankPlace {
  /** Of each rank from 1 to `of`; P(rank ≤ k) is the sum of the first k. */
  readonly probabilities: readonly number[];
}

/** An arm, or the municipality as a whole, beside the cluster. */
export interface UnitBenchmark {
  readonly name: string;
  /** Successes. */
  readonly observed: number;
  /** Known outcomes in the mature cohort, referral-anchored: the denominator of the comparison of arms. */
  readonly total: number;
  /** Citizens of the mature cohort: those of `total` and the unknown; `null` where these are too few to be published. */
  readonly mature: number | null;
  readonly rate: Estimate;
  /** Successes that a typical municipality of the cluster would have with the unit's case mix; absent in a side panel. */
  readonly expected?: number;
  /** Observed over expected: the unit's chance, the cluster's mean and the spread between municipalities are carried. */
  readonly ratio?: Bounded;
  /** The rate with the cluster's case mix; the same as `rate` where there are no groups. */
  readonly adjusted?: Bounded;
  /** The rate with the cluster's case mix as a weighted sum of the rates of the groups (direct standardization). */
  readonly direct?: Estimate;
  /** Observed over what the cluster's pooled rates give (indirect standardization), for the unit's own chance alone: exact limits. */
  readonly indirect?: StandardizedRatio;
  /** The same ratio with Byar's approximate limits. */
  readonly byar?: StandardizedRatio;
  /** Where the plan names groups. */
  readonly groups?: readonly GroupBenchmark[];
  readonly rank?: BenchmarkRank;
}

export interface ArmBenchmark extends UnitBenchmark {
  readonly arm: string;
}

/** How the peers were chosen, as `findPeers` tells it. */
export type PeerChoice = Pick<
  PeersData,
  | "method"
  | "period"
  | "group"
  | "cluster"
  | "covariates"
  | "scaling"
  | "height"
  | "considered"
  | "peers"
  | "stability"
  | "sources"
>;

export interface PeerRate {
  readonly municipality: string;
  /**
   * From the municipality that is compared, in the unit of the choice's method; `null` where membership was given. Absent
   * where no choice was, and of municipalities that are taken together.
   */
  readonly distance?: number | null;
  readonly events: number;
  readonly total: number;
  readonly rate: Estimate;
  /** The rate with the cluster's case mix, for the municipality's own chance. */
  readonly adjusted?: Bounded;
  /**
   * That rate drawn towards the cluster's mean, the more the fewer citizens: the best guess of the lasting rate. Its limits carry
   * that it is uncertain how far municipalities lie apart.
   */
  readonly shrunken?: Bounded;
  readonly rank?: RankPlace;
}

/** How far municipalities like these lie apart, and where the next one may be expected. */
export interface ClusterSpread {
  readonly model: "random-effects" | "binomial-normal";
  /** The typical municipality's rate with the cluster's case mix. */
  readonly typical: Bounded;
  /** Where the lasting rate of a municipality like these may be expected. */
  readonly prediction: Interval;
  /** Variance between municipalities of the log odds, beyond chance. */
  readonly tauSquared: number;
  /** Share of the variance of the rates that isn't chance, 0 to 1. */
  readonly iSquared: number;
  /** Of the hypothesis that there is none. */
  readonly pValue: number;
  /**
   * Whether municipalities lie as far from each other in every group, which one shift for all groups assumes: Pearson's X² of
   * their successes against what their group and municipality together let expect. Absent without groups.
   */
  readonly sameInGroups?: {
    readonly statistic: number;
    readonly degreesOfFreedom: number;
    readonly pValue: number;
  };
  /** What is left where one municipality is left out. */
  readonly leaveOneOut: readonly {
    readonly municipality: string;
    readonly typical: Bounded;
    readonly prediction: Interval;
    readonly positions: readonly (ArmPosition & { readonly ratio?: Bounded })[];
  }[];
}

export interface FunnelPoint {
  readonly name: string;
  /** Absent for a municipality. */
  readonly unit?: "arm" | "whole";
  readonly size: number;
  readonly rate: number;
  /** The widest of the limits, those for overdispersion where there is any, that the rate lies outside; 0 if inside all. */
  readonly outside: number;
}

/** Limits at one level, from the smallest to the largest unit: at each whole size, or at so many that a picture can't show more. */
export interface FunnelLimits {
  readonly level: number;
  readonly exact: boolean;
  readonly points: readonly { readonly size: number; readonly lower: number; readonly upper: number }[];
}

/**
 * What the limits that decide in a funnel are made for:
 * - `overdispersion`: those that carry what municipalities differ by beyond chance;
 * - `chance`: chance alone, beyond which municipalities don't demonstrably differ;
 * - `chance-despite-overdispersion`: chance alone, although municipalities differ by more: with the outermost brought in
 *   nothing of that is left, so that the limits couldn't be widened and are too narrow;
 * - `unknown`: chance alone, with too few municipalities to know how they differ.
 */
export type FunnelWidth = "overdispersion" | "chance" | "chance-despite-overdispersion" | "unknown";

/** The rates against the cluster's pooled rate, with the limits that chance sets at each size. */
export interface Funnel {
  readonly target: number;
  readonly points: readonly FunnelPoint[];
  readonly limits: readonly FunnelLimits[];
  /** Limits that carry the spread between municipalities beyond chance; absent where there is none. */
  readonly overdispersed?: readonly FunnelLimits[];
  /** Variance over what chance gives, winsorized; 1 where the limits aren't widened. */
  readonly dispersion: number;
  readonly width: FunnelWidth;
  /** Of the hypothesis that all have the target as their lasting rate (Σ z², nothing winsorized); 1 with fewer than two. */
  readonly pValue: number;
}

/** Descriptive words only; no verdict between arms can be made of them. */
export type BenchmarkPosition =
  | "above-cluster"
  | "below-cluster"
  | "within-cluster"
  | "not-comparable"
  | "too-few"
  | "too-few-municipalities"
  | "suppressed";

export interface ArmPosition {
  readonly arm: string;
  readonly code: BenchmarkPosition;
}

export interface BenchmarkData extends ResultFacts {
  readonly kind: "benchmark";
  readonly municipality: string;
  readonly cluster: string | null;
  /** The benefit area that cluster and figures are about: the plan's, or the only one that the rows name. */
  readonly benefit?: string;
  readonly criterion: string;
  readonly criterionName: Wording;
  /** What the arms' rates measure. */
  readonly measure: MeasureDescription;
  /** False where definition, population, anchor, window or period differ: a side panel without ratio and verdict. */
  readonly comparable: boolean;
  /** What differs, where it isn't comparable. */
  readonly differences: readonly {
    readonly part: keyof MeasureDescription | "direction";
    readonly received: string;
    readonly expected: string;
  }[];
  /** Who it is for: `published` has nothing in it that a count of fewer than `minimum` could be worked out of. */
  readonly audience: "internal" | "published";
  readonly asOf: string;
  /** Last referral date of the mature cohort. */
  readonly matureThrough: string;
  readonly minimumMature: number;
  readonly peers: readonly PeerRate[];
  /** How the peers were chosen, where `findPeers` did it; absent where it wasn't measured how comparable they are. */
  readonly choice?: PeerChoice;
  /** Where the peers' figures come from, and of which years, as their rows say. */
  readonly sources: readonly string[];
  readonly years: readonly string[];
  /** All peers pooled by totals. */
  readonly clusterRate: Estimate;
  /** Absent in a side panel, and with fewer than three peers. */
  readonly spread?: ClusterSpread;
  /** None where an arm is too small to be published. */
  readonly arms: readonly ArmBenchmark[];
  /** Both arms together: what the municipality had as the effort was divided. */
  readonly whole: UnitBenchmark;
  /** Absent in a side panel. */
  readonly funnel?: Funnel;
  /** Of each arm; `suppressed` where it is too small to be published. */
  readonly positions: readonly ArmPosition[];
  /** Of the municipality as a whole. */
  readonly wholePosition: BenchmarkPosition;
}

/** The arms beside a cluster of comparable municipalities. */
export type Benchmark = BenchmarkData & Shown;
