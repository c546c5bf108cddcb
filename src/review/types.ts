import type { Design, LedgerHead, LedgerVerification } from "../allocation/index.js";
import type { Benchmark } from "../benchmark/index.js";
import type { Notice } from "../core/index.js";
import type { Language, ResultFacts, Row, Shown } from "../display/index.js";
import type { ArmExits, Effect, SpecificationData, TargetsData } from "../effects/index.js";
import type { Figure } from "../figures/index.js";
import type { Criterion, Participant, Wording } from "../outcomes/index.js";
import type { CostEffectiveness, Statement } from "../settlement/index.js";

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
    | "test-ledger";
  readonly planned: string;
  readonly actual: string;
}

export interface ReviewData extends ResultFacts {
  readonly kind: "review";
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
  /** What the protocol leaves open. */
  readonly openPoints: readonly Notice[];
}

/** Who the edition is for. Only `internal` exists so far: small counts are not hidden in it. */
export type Audience = "internal" | "published";

export interface ReviewOptions {
  /** `en` by default. */
  readonly language?: Language;
  /** `internal` by default. */
  readonly audience?: Audience;
}

/** What a review can do, beside what every result can. */
export interface ReviewMethods {
  toText(options?: ReviewOptions): string;
  toMarkdown(options?: ReviewOptions): string;
  /** A whole page: one file, no script, nothing fetched. */
  toHTML(options?: ReviewOptions): string;
  /** Five lines: rates, difference, pending, place in the cluster, verdict. */
  summary(options?: ReviewOptions): string;
  /** Every table as plain rows, by id, the same in every language. */
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** Every figure, by id, with English words. */
  readonly figures: Readonly<Record<string, Figure>>;
  figuresIn(language: Language): Readonly<Record<string, Figure>>;
}

/** The one-year review. */
export type Review = Readonly<ReviewData> & Shown & ReviewMethods;
