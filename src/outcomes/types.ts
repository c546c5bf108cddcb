import type { Ledger } from "../allocation/index.js";
import type { Notice, Provenance, Span } from "../core/index.js";
import type { Histories, StateVocabulary } from "../histories/index.js";
import type { Criterion } from "./criterion.js";
import type { OccupancyGuarantee } from "./occupancy-types.js";

/** The longest a course may be, for a group of strata or for all. */
export interface CourseLength {
  /** Levels of strata that the length applies to; absent: everyone. */
  readonly group?: Readonly<Record<string, string>>;
  readonly length: Span;
  /** `unstated`: the tender allows one and doesn't say how long. */
  readonly extension?: Span | "unstated";
}

/** The part of a protocol that tells how long courses may be, and how many participants are guaranteed. */
export interface CourseTerms {
  readonly lengths: readonly CourseLength[];
  /** Monitored by `occupancy`, never drawn against. */
  readonly guarantees?: readonly OccupancyGuarantee[];
}

export type EndReason =
  | "work"
  | "education"
  | "period-ended"
  | "other-measure"
  | "returned"
  | "expired"
  | "withdrawn"
  | "never-started";

/** One course as its deliverer reported it; first and last day inclusive. */
export interface Course {
  readonly citizen: string;
  /** With `citizen` the key to the ledger's entry. */
  readonly referredOn: string;
  readonly deliveredBy: string;
  readonly startedOn?: string;
  readonly endedOn?: string;
  readonly endReason?: EndReason;
  readonly extendedUntil?: string;
  /** Where courses are held for teams: the name of the citizen's, which its deliverer gives. */
  readonly team?: string;
}

/** What outcomes ask of a protocol. */
export interface OutcomesProtocol {
  readonly digest: string;
  readonly arms: readonly { readonly id: string; readonly name: string }[];
  readonly states?: StateVocabulary;
  readonly course: CourseTerms;
  readonly criteria: readonly Criterion[];
}

/** `contract`: as the tender measures. `referral`: a window from the referral, equally long for all; drives comparisons. */
export type Anchor = "contract" | "referral";
export type OutcomeStatus = "success" | "failure" | "pending" | "unknown";

/**
 * Why the status is what it is: `amount-reached` of a success; `amount-out-of-reach`, `never-started`, `gone` (dead,
 * emigrated or on pension, where that is a failure) or `competing-event` of a failure; `window-open` or
 * `course-running` while days to come can decide; the others where days stay unseen (`never-started` too, where
 * who never started isn't assessed).
 */
export type OutcomeReason =
  | "amount-reached"
  | "amount-out-of-reach"
  | "never-started"
  | "gone"
  | "competing-event"
  | "not-assessable"
  | "window-open"
  | "course-running"
  | "course-end-missing"
  | "no-history"
  | "left-observation"
  | "before-coverage";

/**
 * Where someone was on the deciding day; `own-means`: none of the registers has anything, and all of them cover the
 * day; `not-observed`: nothing is recorded, and one that could have something doesn't cover it.
 */
export type Destination =
  | "ordinary-work"
  | "education"
  | "subsidized-work"
  | "municipal-support"
  | "other-support"
  | "own-means"
  | "not-observed"
  | "gone";

/** One citizen's outcome by one criterion and anchor. Dates are inclusive ISO dates. */
export interface Outcome {
  readonly citizen: string;
  /** Sequence of the ledger entry that counts: the citizen's first. */
  readonly sequence: number;
  readonly arm: string;
  readonly criterion: string;
  readonly anchor: Anchor;
  readonly status: OutcomeStatus;
  readonly reason: OutcomeReason;
  /** Belongs to the cohort cut by referral date, the same for both anchors of a criterion. */
  readonly mature: boolean;
  /** The window's last day isn't after the day that the criterion is measured as of (`measuredAsOf`). */
  readonly windowComplete: boolean;
  readonly windowFrom?: string;
  readonly windowTo?: string;
  /** The day on which the amount was reached. */
  readonly reachedOn?: string;
  /** The first day on whose evening the status could no longer change. */
  readonly certainOn?: string;
  /** Of a success, where the criterion has degrees: the highest reached so far. */
  readonly degree?: string;
  /** The first day on whose evening the degree could no longer change; absent while it can rise. */
  readonly degreeCertainOn?: string;
  /** Of a success, where the criterion says when it becomes payable: the day reached, or the window's last. */
  readonly payableOn?: string;
  /** On `reachedOn` for a success; on the last day of a complete window otherwise. */
  readonly destination?: Destination;
}

/** An entry of the ledger with what became of the course that belongs to it. */
export interface FollowedReferral {
  readonly citizen: string;
  readonly sequence: number;
  readonly arm: string;
  readonly referredOn: string;
  readonly stratum: Readonly<Record<string, string>>;
  /** The course of this referral, as it was known on the evening of `asOf`. */
  readonly course?: Course;
  /** `not-reported`: no course row, or one that tells of nothing up to `asOf`. */
  readonly participation:
    "running" | "completed" | "returned" | "expired" | "withdrawn" | "never-started" | "not-reported";
}

/** One citizen of the ledger, counted once, with what became of the first referral. */
export interface Participant extends FollowedReferral {
  readonly batch: string;
  readonly block: string;
  /** Where households were drawn. */
  readonly household?: string;
  readonly designProbabilities: Readonly<Record<string, number>>;
  /** How many entries the ledger has for this citizen. */
  readonly referrals: number;
  /** Some record of the citizen begins by `asOf`, or a file that lists whom it observes lists the citizen. */
  readonly hasHistory: boolean;
}

/** Outcomes of everyone in a ledger by every criterion and both anchors. */
export interface Outcomes {
  readonly kind: "outcomes";
  readonly asOf: string;
  readonly observedUntil: string;
  readonly protocol: OutcomesProtocol;
  readonly ledger: Ledger;
  readonly histories: Histories;
  readonly participants: readonly Participant[];
  /** Later entries of the participants up to `asOf`, in the ledger's order: referrals more, not persons more. No outcome is theirs. */
  readonly furtherReferrals: readonly FollowedReferral[];
  /** Longest permitted course with extension: what the referral-anchored window opens with. */
  readonly longestCourse: readonly Span[];
  /** For each criterion the last day D such that everyone referred up to D is in the mature cohort. */
  readonly matureThrough: Readonly<Record<string, string>>;
  /** For each criterion the day that it is measured as of: `asOf`, or earlier where a source of its states ends earlier. */
  readonly measuredAsOf: Readonly<Record<string, string>>;
  /** One outcome per participant, in their order. */
  by(criterion: string, anchor: Anchor): readonly Outcome[];
  /** All outcomes as rows. */
  toRows(): readonly Outcome[];
  readonly notices: readonly Notice[];
  readonly provenance: Provenance;
}
