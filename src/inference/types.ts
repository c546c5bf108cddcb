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
}

/** A test without an interval of its own. */
export type TestResult = TestData & Shown;
