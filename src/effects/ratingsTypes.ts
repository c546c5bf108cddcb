import type { ResultFacts, Shown } from "../display/index.js";
import type { Estimate } from "../inference/index.js";

/** What was said of one arm. */
export interface ArmRatings {
  readonly arm: string;
  readonly name: string;
  /** Citizens whom the draw gave it. */
  readonly allocated: number;
  /** Answers about satisfaction: one for each citizen whose pseudonym is given, and every anonymous one. */
  readonly answers: number;
  /** On the scale that was asked with; null without an answer. */
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly complaints: number;
  /** Complaints per 100 citizens allocated, with an interval for their number (Byar); null where nobody was. */
  readonly complaintsPerHundred: {
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
  } | null;
  /** Who asked those whose answers count; in the order of the alphabet. */
  readonly surveyedBy: readonly string[];
  /** Whom the complaints went to, likewise. */
  readonly complainedTo: readonly string[];
}

/** Satisfaction of one arm against the reference arm. */
export interface RatingComparison {
  readonly arm: string;
  readonly reference: string;
  /** Difference in means, comparator − reference (Welch). */
  readonly difference: Estimate;
}

export interface RatingsData extends ResultFacts {
  readonly kind: "ratings";
  readonly asOf: string;
  readonly level: number;
  readonly arms: readonly ArmRatings[];
  readonly comparisons: readonly RatingComparison[];
}

/** Satisfaction and complaints by arm. */
export type Ratings = RatingsData & Shown;
