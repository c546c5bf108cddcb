import type { ResultFacts, Shown } from "../../display/index.js";
import type { ProcessSignal } from "../../inference/index.js";
import type { Direction, MeasureDescription } from "../types.js";

/** What is followed over the periods: a share, or actual (observed) over expected. */
export type TrendValue = "rate" | "actual-over-expected";

export interface TrendOptions {
  readonly municipality: string;
  /** The cluster as the rows name it, or the names of its municipalities; by default every other municipality. */
  readonly cluster?: string | readonly string[] | undefined;
  /** Needed where the rows are about several groups. */
  readonly group?: string | undefined;
  /** Needed where the rows name several benefit areas; rows of others, or that name none, don't count then. */
  readonly benefit?: string | undefined;
  /** `rate` by default; of published expected figures `actual-over-expected`. */
  readonly value?: TrendValue | undefined;
  /** The period that is 100; by default the first in which every series has a value above 0. */
  readonly base?: string | undefined;
  /** Fewest periods from which process limits are taken; 10 by default. */
  readonly minimumPeriods?: number | undefined;
}

/** The municipality, its cluster or the country, period by period. */
export interface TrendSeries {
  readonly of: "municipality" | "cluster" | "country";
  /** `null`: a cluster without a name. */
  readonly name: string | null;
  /** One for each period; `null` where there is none. */
  readonly values: readonly (number | null)[];
  /** The same with the base period as 100. */
  readonly index: readonly (number | null)[];
}

export interface TrendSignal {
  readonly period: string;
  readonly rules: readonly ProcessSignal[];
}

/** The municipality's value less another's, period by period. */
export interface TrendDifferences {
  /** `null` where either has none. */
  readonly differences: readonly (number | null)[];
  /** Natural process limits of the differences; absent where there are too few. */
  readonly limits?: { readonly center: number; readonly lower: number; readonly upper: number };
  /** Periods in which the difference is more than its usual ups and downs. */
  readonly signals: readonly TrendSignal[];
}

/** The differences are those from the cluster. */
export interface TrendData extends ResultFacts, TrendDifferences {
  readonly kind: "trend";
  readonly municipality: string;
  readonly cluster: string | null;
  /** The municipalities of the cluster's line, the same in every period, without the one that is compared. */
  readonly peers: readonly string[];
  /** `totals`: the cluster is the sum of its municipalities; `plain-mean`: each counts the same, for want of totals. */
  readonly pooling: "totals" | "plain-mean";
  readonly value: TrendValue;
  readonly group: string | null;
  readonly measure: Omit<MeasureDescription, "period">;
  /** `null` where the rows don't tell. */
  readonly direction: Direction | null;
  /** In the order of time, the same distance apart. */
  readonly periods: readonly string[];
  /** `null` where no period has values above 0 of all. */
  readonly base: string | null;
  readonly series: readonly TrendSeries[];
  /** Absent where the country isn't among the rows. */
  readonly fromCountry?: TrendDifferences;
  readonly sources: readonly string[];
}

/** How a municipality's figure has developed beside its cluster's and the country's. */
export type Trend = TrendData & Shown;
