import type { Trend } from "../../benchmark/index.js";
import type { MonthlyResults, Ratings, SampleRatio, TimeToSuccess } from "../../effects/index.js";
import type { ExpectedPayments, Reconciliation, Reported } from "../../settlement/index.js";

/** Why mature citizens of one arm have no known outcome by the deciding criterion. */
export interface ArmMissing {
  readonly arm: string;
  readonly name: string;
  readonly mature: number;
  /** No register tells of them. */
  readonly noHistory: number;
  /** Moved away before it was decided. */
  readonly moved: number;
  /** The registers begin too late. */
  readonly beforeCoverage: number;
  /** For another reason that the criterion has. */
  readonly other: number;
}

/**
 * What a review tells beside the plan's comparison, each part in a section of its own. Counts in it are as they are:
 * a published edition leaves it out.
 */
export interface BesideData {
  /** Whether the numbers of the arms fit the draw; null where nobody was drawn. */
  readonly sampleRatio: SampleRatio | null;
  /** When successes came, by the deciding criterion. */
  readonly time: TimeToSuccess | null;
  /** How the year went, by the deciding criterion. */
  readonly months: MonthlyResults | null;
  /** Satisfaction and complaints, where some were given. */
  readonly ratings: Ratings | null;
  /** The municipality beside its cluster and the country over the years. */
  readonly trend: Trend | null;
  /** What a supplier claims, held against the statement. */
  readonly claims: Reconciliation | null;
  /** Successes that a supplier reports, held against the register. */
  readonly reported: Reported | null;
  /** What is still to be paid. */
  readonly expectedPayments: ExpectedPayments | null;
  readonly missing: readonly ArmMissing[];
  /** The arguments of the command that the review came from, without places and keys. */
  readonly command: readonly string[] | null;
}
