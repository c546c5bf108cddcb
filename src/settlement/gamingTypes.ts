import type { Span } from "../core/index.js";
import type { ResultFacts, Shown } from "../display/index.js";
import type { Count, TestResult } from "../inference/index.js";
import type { Wording } from "../outcomes/index.js";

/**
 * What is counted. `ends-after-threshold`: successes that ended just after the amount was reached, against just
 * after that; `ends-between-arms`: the same, arm against arm. `starts-before-deadline`: courses that started on the last
 * working days of the deadline, against the same a week before. `returns-by-group`: sent back, one group against the arm's others;
 * `returns-between-arms`: the same group, arm against arm. The others count citizens of two arms.
 */
export type GamingCode =
  | "ends-after-threshold"
  | "ends-between-arms"
  | "starts-before-deadline"
  | "returns-by-group"
  | "returns-between-arms"
  | "never-started"
  | "withdrawn"
  | "returned"
  | "unknown-outcome"
  | "exempted";

/** What two counts are of. */
export interface SignSubject {
  readonly code: GamingCode;
  readonly arm: string;
  /** The arm that it is compared with, where it is another. */
  readonly otherArm?: string;
  readonly criterion?: string;
  /** A factor of the draw's strata, and the level of it. */
  readonly factor?: string;
  readonly group?: string;
  /** How long after the threshold is just after it. */
  readonly within?: Span;
  /** How many working days before the deadline are just before it. */
  readonly workingDays?: number;
}

/** Two counts that are alike where nobody does anything to them, with their test. */
export interface CountedSign extends SignSubject {
  readonly count: Count;
  /** What it is compared with. */
  readonly comparedWith: Count;
  /** Null where there are too few events. */
  readonly test: TestResult | null;
}

/** A count that may be worth a look, as a question. */
export interface GamingSign extends CountedSign {
  /** Events of the total; null where there is nobody. */
  readonly share: number | null;
  readonly comparedShare: number | null;
  /** By Holm over all signs that are tested; null without a test. */
  readonly adjustedPValue: number | null;
  /** Whether the adjusted p-value is below 1 − level. */
  readonly isWorthALook: boolean;
  /** The counts in a sentence. */
  readonly finding: Wording;
  /** What to ask about them. */
  readonly question: Wording;
  /** What may explain them without anyone being to blame. */
  readonly innocent: Wording;
}

export interface GamingSignsData extends ResultFacts {
  readonly kind: "gaming-signs";
  readonly asOf: string;
  readonly level: number;
  readonly signs: readonly GamingSign[];
  /** How many of them are tested. */
  readonly tested: number;
  readonly arms: readonly { readonly arm: string; readonly name: string }[];
  readonly criteria: readonly { readonly criterion: string; readonly name: Wording }[];
}

/** Counts that may be worth a look. */
export type GamingSigns = GamingSignsData & Shown;
