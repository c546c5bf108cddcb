import type { Notice, Provenance } from "../core/index.js";
import type { Shown } from "../display/index.js";

/** Events among a total: whole numbers, 0 ≤ events ≤ total. */
export interface Count {
  readonly events: number;
  readonly total: number;
}

/** Two counts of one stratum or block of the draw. */
export interface Stratum {
  readonly comparator: Count;
  readonly reference: Count;
}

export type Alternative = "two-sided" | "greater" | "less";

/** What every statistical result carries. */
export interface ResultData {
  readonly method: string;
  /** Sources of the method: DOI, page or equation. */
  readonly references: readonly string[];
  readonly notices: readonly Notice[];
  readonly provenance: Provenance;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly sides: 1 | 2;
  readonly method: string;
}

/** The test that belongs to an estimate's own method. */
export interface EstimateTest {
  readonly statistic?: number;
  /** Of Student's t, where the statistic isn't referred to the normal distribution. */
  readonly degreesOfFreedom?: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  readonly nullValue: number;
}

export interface EstimateData extends ResultData {
  readonly kind: "estimate";
  readonly status: "estimated" | "not-estimable";
  /** Why nothing could be estimated, as a code. */
  readonly reason?: string;
  readonly measure: string;
  readonly estimate: number | null;
  /** Always there; at worst the whole parameter space. */
  readonly interval: Interval;
  /** The pieces of an interval that isn't one piece; `interval` is the whole parameter space then. */
  readonly segments?: readonly (readonly [lower: number, upper: number])[];
  readonly standardError?: number;
  readonly test?: EstimateTest;
  readonly counts?: Readonly<Record<string, Count>>;
}

/** An estimate with its interval and, where its method has one, its test. */
export type Estimate = EstimateData & Shown;

export interface TestData extends ResultData {
  readonly kind: "test";
  readonly status: "estimated" | "not-estimable";
  readonly reason?: string;
  readonly statistic?: number;
  readonly degreesOfFreedom?: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  readonly monteCarloError?: number;
  readonly counts?: Readonly<Record<string, Count>>;
  /** Events of each group that are expected if the groups are alike. */
  readonly expected?: Readonly<Record<string, number>>;
}

/** A test without an interval of its own. */
export type TestResult = TestData & Shown;

/** A curve of probabilities at one of its times, for one of its groups. */
export interface CurveRow {
  /** Where there are groups. */
  readonly group?: string;
  /** Of a cumulative incidence: what the event is. */
  readonly cause?: string | number;
  readonly time: number;
  /** How many are followed, and free of any event, just before. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly estimate: number;
  /** `null` where there is none. */
  readonly standardError: number | null;
  /** Pointwise limits; 0 and 1 where they exclude nothing. */
  readonly lower: number;
  readonly upper: number;
}

export interface CurveData extends ResultData {
  readonly kind: "curve";
  readonly measure: "survival" | "cumulative-incidence";
  /** Level of the pointwise limits, and the scale on which they are symmetric. */
  readonly interval: {
    readonly level: number;
    readonly sides: 2;
    readonly method: "log-log" | "log" | "plain";
  };
  readonly standardErrors: "greenwood" | "infinitesimal-jackknife" | "aalen" | "delta";
  /** By group, by cause, then by time; the curve keeps its value from each time to the next. */
  readonly rows: readonly CurveRow[];
}

/** A curve at a time that is asked for. */
export type CurvePoint = Pick<
  CurveRow,
  "group" | "cause" | "time" | "atRisk" | "standardError" | "lower" | "upper"
> & {
  /** `null` beyond the last follow-up, where nothing is known. */
  readonly estimate: number | null;
};

/** When a share of a group has had the event. */
export interface CurveQuantile extends Pick<CurveRow, "group" | "cause"> {
  /** The share. */
  readonly probability: number;
  /** `null` where the curve doesn't reach it. */
  readonly time: number | null;
  /** Times at which the curve's limits reach it; `lower` is at least 0, `upper` may be Infinity. */
  readonly lower: number;
  readonly upper: number;
}

/** What a curve can be asked. */
export interface CurveQuestions {
  /** The curve of each group, and cause, at some times. */
  at(times: readonly number[]): readonly CurvePoint[];
  /** The times by which shares of each group have had the event: the quartiles unless told otherwise. */
  quantiles(probabilities?: readonly number[]): readonly CurveQuantile[];
  /** The time by which half of each group have had the event. */
  median(): readonly CurveQuantile[];
}

/** Probabilities over time, with pointwise limits. */
export type Curve = CurveData & Shown & CurveQuestions;

/** One term of a model: how much the response changes with it, the other terms being equal. */
export interface Coefficient {
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly test: EstimateTest;
}

/** A test that all coefficients of a model are 0. */
export interface ModelTest {
  readonly method: "likelihood-ratio" | "wald" | "score";
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

export interface FitData extends ResultData {
  readonly kind: "fit";
  readonly status: "estimated" | "not-estimable";
  readonly reason?: string;
  /** The terms that could be estimated; a notice names the others. */
  readonly coefficients: readonly Coefficient[];
  /** Of the coefficients, in their order. */
  readonly covariance: readonly (readonly number[])[];
  readonly logLikelihood?: number;
  /** With all coefficients 0. */
  readonly nullLogLikelihood?: number;
  /** Tests that all coefficients are 0. */
  readonly modelTests?: readonly ModelTest[];
  readonly converged: boolean;
  /** Rows that the model was fitted to. */
  readonly observations: number;
  /** How many of them end in an event, where that is what is modelled. */
  readonly events?: number;
}

/** A regression model fitted to rows. */
export type Fit = FitData & Shown;
