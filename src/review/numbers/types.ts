import type { Showable, Suppressed } from "../../core/index.js";
import type { Wording } from "../../outcomes/index.js";

/** In what a number is told: a count of something, a proportion, øre. */
export type NumberUnit =
  | "citizens"
  | "referrals"
  | "readings"
  | "municipalities"
  | "targets"
  | "proportion"
  | "proportion-difference"
  | "ratio"
  | "p-value"
  | "ore";

/** So many, and so many of them, that a number is made of. */
export interface NumberRows {
  readonly what: "citizens" | "units-drawn" | "lines" | "municipalities";
  /** Null for all arms together. */
  readonly arm: string | null;
  /** Those that count, such as the successes; null where all do. */
  readonly events: Showable;
  readonly total: Showable;
}

/** What page one tells of: the edition, the verdict, and each line below it. */
export type PointOfBrief =
  | "edition"
  | "verdict"
  | "sure"
  | "pending"
  | "cost"
  | "cluster"
  | "targets"
  | "beside"
  | "data"
  | "deviations"
  | "limits";

/** Limits of a confidence interval; −∞ and ∞ where it has no end. */
export interface NumberLimits {
  readonly lower: Limit;
  readonly upper: Limit;
  readonly level: Limit;
}

type Limit = number | Suppressed;

/** A number that the review says, and where it comes from. */
export interface ReviewNumber {
  /** The same in every review where it is the same number: `rate.without-support-6-months.supplier`. */
  readonly id: string;
  /** How page one and the appendix refer to it, `N1` for the first. */
  readonly label: string;
  readonly name: Wording;
  /** Null where there is none; hidden in a published edition where what it is made of is. */
  readonly value: Showable;
  /** Of its confidence interval; null where it has none. */
  readonly limits: NumberLimits | null;
  /** Why there is no value, or no limits where others of its kind have them; null where nothing is missing. */
  readonly reason: string | null;
  readonly unit: NumberUnit;
  /** JSON Pointers (RFC 6901) to where it stands in the review's JSON, or to what it is worked out of. */
  readonly at: readonly string[];
  /** How it follows from what stands there: that itself, the sum, the first less the others, how many there are. */
  readonly how: "value" | "sum" | "remainder" | "items";
  readonly rows: readonly NumberRows[];
  readonly rule: Wording;
  /** A method of estimates and tests, or `counted`, `settled`, `agreed`. */
  readonly method: string;
  /** As they were resolved: level, variance, alternative. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** Of this package. */
  readonly version: string;
}
