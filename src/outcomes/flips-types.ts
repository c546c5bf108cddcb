import type { ResultFacts, Shown } from "../display/index.js";
import type { Wording } from "./criterion.js";
import type { Anchor, OutcomeReason, OutcomeStatus } from "./types.js";

/**
 * How an outcome became another: `settled` where it was pending or unknown and is decided now, `revised`
 * where a success is a failure now or the other way round, `reopened` where it was decided and isn't any more;
 * `moved` between pending and unknown.
 */
export type FlipKind = "settled" | "revised" | "reopened" | "moved";

/** One outcome that is another in the later outcomes. */
export interface OutcomeFlip {
  readonly citizen: string;
  readonly arm: string;
  readonly criterion: string;
  readonly anchor: Anchor;
  readonly flip: FlipKind;
  readonly before: OutcomeStatus;
  readonly after: OutcomeStatus;
  readonly beforeReason: OutcomeReason;
  readonly afterReason: OutcomeReason;
}

/** The flips of one arm by one criterion and anchor, counted. */
export interface FlipCounts {
  readonly criterion: string;
  readonly criterionName: Wording;
  readonly anchor: Anchor;
  readonly arm: string;
  readonly armName: string;
  /** Citizens whom both have. */
  readonly citizens: number;
  readonly flips: Readonly<Record<FlipKind, number>>;
  readonly successesBefore: number;
  readonly successesAfter: number;
}

export interface OutcomeComparisonData extends ResultFacts {
  readonly kind: "outcome-comparison";
  readonly asOf: { readonly before: string; readonly after: string };
  readonly counts: readonly FlipCounts[];
  readonly flips: readonly OutcomeFlip[];
  /** Citizens whom only one of the two has. */
  readonly onlyBefore: number;
  readonly onlyAfter: number;
}

/** What became of outcomes from one delivery of a register to the next. */
export type OutcomeComparison = Readonly<OutcomeComparisonData> & Shown;
