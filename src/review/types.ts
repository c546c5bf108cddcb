import type { Design, LedgerHead, LedgerVerification } from "../allocation/index.js";
import type { Benchmark, BenchmarkData } from "../benchmark/index.js";
import type { Notice, Publishable } from "../core/index.js";
import type { Block, Language, ResultFacts, Row, Shown } from "../display/index.js";
import type {
  ArmExits,
  Effect,
  PublishableEffect,
  RatingsData,
  SampleRatio,
  SpecificationData,
  TargetsData,
} from "../effects/index.js";
import type { Figure } from "../figures/index.js";
import type { Criterion, Participant, Wording } from "../outcomes/index.js";
import type {
  CostEffectiveness,
  CostEffectivenessData,
  Statement,
  StatementData,
} from "../settlement/index.js";
import type { ColumnLabel } from "../protocol/index.js";
import type { BesideData } from "./beside/types.js";
import type { PublishedCounts } from "./disclosure/index.js";
import type { ReviewNumber } from "./numbers/types.js";
import type { Theme } from "./page/theme.js";

/** How one arm's citizens went through their course; `participation` adds up to `allocated`. */
export interface ArmFlow {
  readonly arm: string;
  readonly name: string;
  readonly allocated: number;
  readonly participation: Readonly<Record<Participant["participation"], number>>;
  /** Mean length in days of the ended courses that were started, among the mature; null without any. */
  readonly meanCourseDays: number | null;
}

/** Everyone in the ledger: referrals, persons, arms. */
export interface FlowFacts {
  readonly referrals: number;
  readonly citizens: number;
  /** Referrals of someone who was there before: a referral more, not a person more. */
  readonly referredAgain: number;
  readonly arms: readonly ArmFlow[];
}

/** How the draw was made and what its ledger says. */
export interface DrawFacts {
  readonly design: Design["kind"];
  /** What was drawn as one. */
  readonly unit: "citizen" | "household";
  readonly algorithm: string;
  readonly strata: readonly string[];
  readonly mode: string;
  readonly batches: number;
  /** Entries in whose draw an arm was impossible for want of room. */
  readonly closed: number;
  /** Entries whose citizen went elsewhere than was drawn, by agreement. */
  readonly exempted: number;
  /** Referrals that weren't drawn, by an agreement before the draw. */
  readonly undrawn: number;
  readonly head: LedgerHead;
  /** The result of `verifyLedger`, if one was given. */
  readonly verification: LedgerVerification | null;
}

/** Something that isn't as the protocol planned it. */
export interface Deviation {
  readonly code:
    | "reviewed-later"
    | "reviewed-earlier"
    | "analysis-option"
    | "primary-missing"
    | "subgroups-not-planned"
    | "peers-not-as-planned"
    | "payment-not-as-planned"
    | "test-ledger";
  readonly planned: string;
  readonly actual: string;
}

export interface ReviewData extends ResultFacts {
  readonly kind: "review";
  readonly audience: Audience;
  /** Counts of citizens below it are hidden in a published edition. */
  readonly minimumCount: number;
  readonly municipality: string;
  readonly title: Wording;
  readonly question: Wording;
  readonly standIn: Wording | null;
  readonly simulated: boolean;
  readonly asOf: string;
  /** When the protocol wanted the review. */
  readonly plannedFor: string | null;
  readonly protocolDigest: string;
  readonly protocolSource: string | null;
  readonly arms: readonly { readonly id: string; readonly name: string }[];
  readonly referenceArm: string;
  readonly criteria: readonly Criterion[];
  /** Columns that citizens are grouped by, in words; the data have their own names. */
  readonly labels: Readonly<Record<string, ColumnLabel>>;
  /** Spans from the referral to the end of the longest permitted course, in words of both languages. */
  readonly longestCourse: Wording;
  readonly flow: FlowFacts;
  readonly draw: DrawFacts;
  /** The primary criterion's effect first. */
  readonly effects: readonly Effect[];
  readonly exits: readonly ArmExits[];
  /** What becomes of the primary criterion by each other reading, and by those combinations that go furthest. */
  readonly specification: SpecificationData;
  /** The rates beside the protocol's targets; null where it has none. */
  readonly targets: TargetsData | null;
  readonly benchmark: Benchmark | null;
  readonly statement: Statement | null;
  /** Only where the terms price both arms of a comparison in full. */
  readonly costs: CostEffectiveness | null;
  readonly deviations: readonly Deviation[];
  /** What the protocol leaves open, and the payment terms that were settled by, where they are others. */
  readonly openPoints: readonly Notice[];
  /** What is told beside the plan's comparison; only in an internal edition. */
  readonly beside: BesideData;
  /** The numbers that the review says, each with where it stands and comes from; those of page one first. */
  readonly numbers: readonly ReviewNumber[];
}

/** Who the edition is for: small counts, and all that they could be worked out from, are hidden in the `published` one. */
export type Audience = "internal" | "published";

/** A part that a published edition leaves out, or shows in part, since it rests on few or tells of single citizens. */
export type WithheldPart =
  | "comparison"
  | "readings"
  | "targets"
  | "benchmark"
  | "settlement"
  | "costs"
  | "sampleRatio"
  | "time"
  | "months"
  | "missing"
  | "ratings"
  | "trend"
  | "claims"
  | "expectedPayments";

/** What every form is written from: as `ReviewData`, but a published edition hides numbers and leaves parts out. */
export interface EditionData extends Omit<
  Publishable<ReviewData>,
  "effects" | "criteria" | "specification" | "benchmark" | "statement" | "costs" | "beside"
> {
  readonly effects: readonly PublishableEffect[];
  readonly criteria: readonly Criterion[];
  readonly specification: SpecificationData | null;
  readonly benchmark: BenchmarkData | null;
  readonly statement: Publishable<StatementData> | null;
  readonly costs: CostEffectivenessData | null;
  /** Not in a published edition. */
  readonly beside?: BesideData;
  /** Of a published edition only, in which it doesn't stand in `beside`; null where it is withheld. */
  readonly sampleRatio?: SampleRatio | null;
  /** Of a published edition only, in which they don't stand in `beside`: counts alone, without what was answered. */
  readonly ratings?: Publishable<RatingsData> | null;
  /** Of a published edition only, where the deciding comparison is withheld: the date of the last edition that shows it. */
  readonly comparedIn?: string | null;
  /** Of a published edition only: the dates of the earlier editions from which it gives nothing away, in order. */
  readonly heldAgainst?: readonly string[];
  /** Of a published edition only, in which it doesn't stand in `beside`. */
  readonly command?: readonly string[] | null;
  /** Of a published edition only. */
  readonly withheld?: readonly WithheldPart[];
  /** Of a published edition only: its counts, hidden ones among them, and how they add up. */
  readonly disclosure?: PublishedCounts;
}

export interface PublishOptions {
  /** The `disclosure` of every edition that was published before this one, or of the only one: nothing may follow from them either. */
  readonly previous?: PublishedCounts | readonly PublishedCounts[] | undefined;
}

export interface ReviewOptions {
  /** `en` by default. */
  readonly language?: Language;
  /** `internal` by default. */
  readonly audience?: Audience;
}

export interface PageOptions extends ReviewOptions {
  /** Name, logo and colors of the municipality. */
  readonly theme?: Theme;
}

/** What a review can do, beside what every result can. */
export interface ReviewMethods {
  toText(options?: ReviewOptions): string;
  toMarkdown(options?: ReviewOptions): string;
  /** A whole page: one file, no script, nothing fetched. */
  toHTML(options?: PageOptions): string;
  /** Headings, paragraphs, tables and pictures in their order, from which every form is written. */
  toBlocks(options?: ReviewOptions): readonly Block[];
  /** Five lines: rates, difference, pending, place in the cluster, verdict. */
  summary(options?: ReviewOptions): string;
  /** The numbers of every table as plain rows, unrounded, by what they are of, the same in every language. */
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** Every figure, by id, with English words. */
  readonly figures: Readonly<Record<string, Figure>>;
  figuresIn(language: Language): Readonly<Record<string, Figure>>;
}

/** The one-year review. */
export type Review = Readonly<ReviewData> &
  Shown &
  ReviewMethods & {
    /**
     * The edition that may be published: counts below the protocol's `review.minimumCount` are hidden, with
     * everything that they could be worked out from; single citizens, files and ledger entries aren't in it.
     *
     * @throws CompetitionError `impossible-disclosure` where `previous` isn't the `disclosure` of a published edition.
     */
    publish(options?: PublishOptions): PublishedReview;
  };

/** The edition of a review that may be published; all its forms are made of these data alone. */
export type PublishedReview = Readonly<EditionData> & Shown & ReviewMethods;
