import type { AllocationPlan, Arm } from "../allocation/index.js";
import type { BenchmarkPlan } from "../benchmark/index.js";
import type { AnalysisPlan, Target } from "../effects/index.js";
import type { StateVocabulary } from "../histories/index.js";
import type { CourseTerms, Criterion, Wording } from "../outcomes/index.js";
import type { PaymentPlan } from "../settlement/index.js";

/** The part of a protocol that tells what the review has to answer, and when. */
export interface ReviewPlan {
  readonly title: Wording;
  /** What the politicians want to know. */
  readonly question: Wording;
  /** ISO date on which the review falls due; absent where the tender doesn't say. */
  readonly date?: string;
  /** Said on page one where the primary criterion stands in for what the tender wants to know. */
  readonly standIn?: Wording;
  /** Everything shown comes from a simulation; every page says so. */
  readonly simulated?: boolean;
  /** In a published edition counts of citizens from 1 to one less than this are hidden; 5 by default. */
  readonly minimumCount?: number;
  /** How a report names the columns that citizens are grouped by, and their levels. */
  readonly labels?: Readonly<Record<string, ColumnLabel>>;
}

/** A column of the strata or the referrals in words, within a sentence: "age group", "under 30". */
export interface ColumnLabel {
  readonly name: Wording;
  readonly levels?: Readonly<Record<string, Wording>>;
}

/**
 * The agreement made before the first referral, as one document: who competes, how chance decides,
 * what counts as success, how the arms will be compared, and when.
 */
export interface ProtocolDocument {
  readonly format: "konkurrencemodel-protocol/1";
  /** The tender that it follows. */
  readonly source?: string;
  readonly municipality: string;
  readonly arms: readonly Arm[];
  /** The states of the histories, where they aren't the default ones. */
  readonly states?: StateVocabulary;
  readonly course: CourseTerms;
  readonly allocation: AllocationPlan;
  readonly criteria: readonly Criterion[];
  /** Shares that are to succeed by some of them. */
  readonly targets?: readonly Target[];
  readonly analysis: AnalysisPlan;
  readonly benchmark?: BenchmarkPlan;
  readonly payment?: PaymentPlan;
  readonly review: ReviewPlan;
}

/** A checked protocol: the document as it was given, and the SHA-256 of its canonical JSON. */
export interface Protocol extends ProtocolDocument {
  readonly digest: string;
  /** The digest of each part by itself; a ledger keeps them, to name what differs in a protocol that is another. */
  readonly parts: Readonly<Record<string, string>>;
  /** The document without the digest, as `JSON.stringify` writes it. */
  toJSON(): ProtocolDocument;
}
