import type { ResultFacts, Shown } from "../display/index.js";

/** How many had an outcome, and which label of the plan it stands under. */
export interface ObservedOutcome {
  readonly outcome: string;
  readonly label: string;
  readonly count: number;
}

/** A share that a plan expects, by its label. */
export interface LabeledShare {
  readonly label: string;
  readonly share: number;
}

/** One label of a plan beside what was observed. */
export interface MixRow {
  readonly label: string;
  readonly expected: number;
  /** Observed under this label. */
  readonly count: number;
  readonly share: number;
  /** The label whose observed share is like this one's expected share, by the assignment that fits best. */
  readonly fits: string;
}

export interface ExpectedMixData extends ResultFacts {
  readonly kind: "expected-mix";
  /** Everyone observed. */
  readonly total: number;
  readonly tolerance: number;
  /**
   * `as-labeled`: every expected share is observed under its label, within the tolerance; `otherwise-labeled`:
   * not so, but all are if the labels are exchanged as `fits` says; `unlike`: under no exchange.
   */
  readonly finding: "as-labeled" | "otherwise-labeled" | "unlike";
  /** Σ |expected − observed| as labeled, and by the assignment that fits best. */
  readonly deviation: number;
  readonly bestDeviation: number;
  readonly rows: readonly MixRow[];
}

/** Expected shares beside observed ones, and whether labels were exchanged. */
export type ExpectedMix = ExpectedMixData & Shown;
