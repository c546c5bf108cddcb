import type { ResultFacts, Shown } from "../../display/index.js";
import type { Bounded, RankPlace } from "../types.js";

export interface ConditionsOptions {
  /** Names of the framework conditions, as the rows' `covariates` have them. */
  readonly covariates: readonly string[];
  /** `logistic` for counts, by default; `linear` for rates and shares too. */
  readonly model?: "logistic" | "linear" | undefined;
  /** The municipality that is pointed out. */
  readonly municipality?: string | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

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
  /** By observed against expected, 1 the highest. */
  readonly rank: RankPlace;
}

export interface ConditionsData extends ResultFacts {
  readonly kind: "conditions";
  readonly model: "logistic" | "linear";
  readonly covariates: readonly string[];
  readonly municipality: string | null;
  readonly level: number;
  /** Variance of the counts over that of chance, 1 at least; of a linear model, none. */
  readonly dispersion: number | null;
  /** Share of the variation between municipalities that the conditions account for, each predicted by the others. */
  readonly explained: number | null;
  /** In the order of the rows. */
  readonly municipalities: readonly ConditionsRow[];
  /** Without a value of some condition. */
  readonly leftOut: readonly string[];
}

/** What framework conditions let expect of each municipality, beside what was observed. */
export type Conditions = ConditionsData & Shown;
