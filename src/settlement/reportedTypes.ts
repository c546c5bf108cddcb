import type { ResultFacts, Shown } from "../display/index.js";
import type { Wording } from "../outcomes/index.js";

/** Citizens of one arm whose success by one criterion was reported, beside what the register says of them. */
export interface ReportedCriterion {
  readonly criterion: string;
  readonly criterionName: Wording;
  readonly arm: string;
  readonly name: string;
  /** Citizens reported: the sum of the next four. */
  readonly reported: number;
  /** Of them by the register: a success as the contract measures it. */
  readonly success: number;
  /** No success. */
  readonly failure: number;
  /** Not decided yet. */
  readonly pending: number;
  /** Not known. */
  readonly unknown: number;
  /** Successes of the register that nobody reported. */
  readonly notReported: number;
}

export interface ReportedData extends ResultFacts {
  readonly kind: "reported";
  readonly asOf: string;
  /** Of every criterion that something is claimed for, the arms of whose citizens some were reported. */
  readonly criteria: readonly ReportedCriterion[];
}

/** Successes that a supplier reports, held against the register. */
export type Reported = ReportedData & Shown;
