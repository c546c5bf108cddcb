import type { ResultFacts, Shown } from "../../display/index.js";

export interface ExpectedOptions {
  /** The municipality that is pointed out; none by default. */
  readonly municipality?: string | undefined;
  /** Needed where the rows are of several periods. */
  readonly period?: string | undefined;
  /** Needed where the rows name several benefit areas; rows of others, or that name none, don't count then. */
  readonly benefit?: string | undefined;
  /** The group that is all others together; by default rows without a group, or of one called `I alt`, `… i alt`, `Total`, `Hele …`, `Alle …`. */
  readonly inAll?: string | undefined;
}

/** What was expected, what there was, and what there was less what was expected. */
export interface ExpectedPair {
  readonly expected: number;
  readonly actual: number;
  /** Below 0: fewer than expected. */
  readonly difference: number;
}

/** One municipality's published figure of one group. */
export interface ExpectedFigure {
  readonly municipality: string;
  /** `null`: in all. */
  readonly group: string | null;
  /** Full-time persons. */
  readonly persons?: ExpectedPair;
  /** Proportions of the population; the difference of 0.01 is a percentage point. */
  readonly shares?: ExpectedPair;
  /** Actual over expected, of persons where they are known, else of shares; `null` where nobody was expected. */
  readonly ratio: number | null;
}

/** The figures in all as they are without one group. */
export interface WithoutGroup {
  readonly group: string;
  readonly figures: readonly {
    readonly municipality: string;
    /** Actual over expected of all groups. */
    readonly inAll: number | null;
    /** The same without the group; `null` where nobody else was expected. */
    readonly ratio: number | null;
  }[];
  /** Who lies below 1 in all, and above it without the group. */
  readonly toAbove: readonly string[];
  /** Who lies above 1 in all, and below it without the group. */
  readonly toBelow: readonly string[];
}

export interface ExpectedComparisonData extends ResultFacts {
  readonly kind: "expected-comparison";
  readonly municipality: string | null;
  readonly period: string;
  /** Fewer full-time persons than expected is the good end. */
  readonly direction: "lower-is-better";
  /** The groups besides all together, in the order of the rows. */
  readonly groups: readonly string[];
  /** The group that municipalities are held side by side by: `null`, all together, unless the rows have one group alone. */
  readonly mainGroup: string | null;
  /** In the order of the rows; those in all first where they are made of the groups. */
  readonly figures: readonly ExpectedFigure[];
  /** For each group that can be left out: connected benefits ("forbundne kar"). */
  readonly withoutGroup: readonly WithoutGroup[];
  readonly sources: readonly string[];
  readonly years: readonly string[];
}

/** Published expected figures beside the actual ones. */
export type ExpectedComparison = ExpectedComparisonData & Shown;
