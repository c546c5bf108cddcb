import type { ResultFacts, Shown } from "../../display/index.js";
import type { Bounded, Direction, RankPlace } from "../types.js";

export interface ConditionsOptions {
  /** Names of the framework conditions, as the rows' `covariates` have them. */
  readonly covariates: readonly string[];
  /** `logistic` for counts, by default; `linear` for rates and shares too. */
  readonly model?: "logistic" | "linear" | undefined;
  /** The municipality that is pointed out. */
  readonly municipality?: string | undefined;
  /** Needed where the rows are of several periods. */
  readonly period?: string | undefined;
  /** Needed where the rows are about several groups. */
  readonly group?: string | undefined;
  /** Needed where the rows name several benefit areas; rows of others, or that name none, don't count then. */
  readonly benefit?: string | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

/** Which side of what is expected the interval lies on; descriptive only. */
export type ConditionsPosition = "above-expected" | "below-expected" | "within-expected";

/** A municipality beside what its framework conditions let expect. */
export interface ConditionsRow {
  readonly municipality: string;
  /** The share that was observed. */
  readonly rate: number;
  /** What the other municipalities' relation to the conditions gives for this one's. */
  readonly expectedRate: number;
  /** Citizens, where they are known. */
  readonly total?: number;
  /** Observed over expected; chance, variation beyond it and the model's own uncertainty are carried. */
  readonly ratio: Bounded;
  readonly position: ConditionsPosition;
  /** By observed against expected, 1 the highest. What the conditions leave open counts as chance, so limits are wide. */
  readonly rank: RankPlace;
}

export interface ConditionsData extends ResultFacts {
  readonly kind: "conditions";
  readonly model: "logistic" | "linear";
  readonly covariates: readonly string[];
  readonly municipality: string | null;
  readonly period: string | null;
  readonly group: string | null;
  /** `null` where the rows don't tell, or not the same. */
  readonly direction: Direction | null;
  readonly level: number;
  /** Variance of the counts over that of chance, 1 at least; of a linear model, none. */
  readonly dispersion: number | null;
  /**
   * Share of the variation between municipalities that can be told from the conditions, each predicted by the others;
   * below 0 where the conditions tell less than the mean of all; `null` where all rates are the same.
   */
  readonly explained: number | null;
  /** In the order of the rows. */
  readonly municipalities: readonly ConditionsRow[];
  /** Without a value of some condition. */
  readonly leftOut: readonly string[];
  readonly sources: readonly string[];
}

/** What framework conditions let expect of each municipality, beside what was observed. */
export type Conditions = ConditionsData & Shown;
