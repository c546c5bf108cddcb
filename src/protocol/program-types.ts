import type { Span } from "../core/index.js";
import type { GroupShare } from "../effects/index.js";
import type { Wording } from "../outcomes/index.js";
import type { ProtocolDocument } from "./types.js";

/** Levels of columns that a group has; none: everyone. */
type Levels = Readonly<Record<string, string>>;

/** A size that a text gives: a number, about one, bounds of it, or a share. */
export interface Quantity {
  /**
   * `participants`: at a time; `places`: years of one participant each; `placements`: jobs found;
   * `weeks`: in which courses run; `reduction`: fewer on a benefit; `newcomers`: who begin to receive it;
   * `spending`: whole kroner.
   */
  readonly of:
    | "referrals"
    | "participants"
    | "places"
    | "teams"
    | "team-size"
    | "placements"
    | "weeks"
    | "weekly-hours"
    | "reduction"
    | "newcomers"
    | "interviews"
    | "spending";
  readonly per?: "year" | "agreement" | "start";
  readonly group?: Levels;
  readonly number?: number;
  readonly about?: number;
  readonly least?: number;
  readonly most?: number;
  readonly share?: number;
  readonly source?: string;
}

/** How a group is made up. */
export interface Mix {
  /** The group; absent: everyone. */
  readonly of?: Levels;
  readonly shares: readonly GroupShare[];
  readonly source?: string;
}

/** What is to become of a group: a share for each way out, by its label. */
export interface ExpectedEffects {
  readonly of?: Levels;
  readonly shares: readonly { readonly label: string; readonly share: number }[];
  readonly source?: string;
}

/** How many people of a group someone has counted. */
export interface CountedGroup {
  readonly group: Levels;
  readonly persons: number;
  readonly source?: string;
}

/** A bonus that a text names, for a degree of success where it tells degrees apart; in øre. */
export interface NamedBonus {
  readonly criterion: string;
  readonly degree?: string;
  readonly amount: number;
  readonly source?: string;
}

/** How citizens come in. */
export interface Intake {
  readonly ways: readonly ("running" | "teams" | "individually" | "at-start")[];
  /** At least once in so long. */
  readonly every?: Span;
  readonly source?: string;
}

/** Something that a text asks for, or leaves open, in words. */
export interface Remark {
  readonly text: Wording;
  readonly source?: string;
}

/** The parts of a protocol that a text may give. */
export type AgreementParts = Partial<Omit<ProtocolDocument, "format" | "source" | "municipality">>;

/**
 * What a tender or a plan says of one of its programs, where it says less than a protocol: any part
 * of a protocol, and the numbers and words beside it. What a text doesn't say is absent.
 */
export interface Program extends AgreementParts {
  readonly format: "konkurrencemodel-program/1";
  readonly id: string;
  readonly name: Wording;
  readonly source: string;
  readonly municipality: string;
  /** Who it is for. */
  readonly population?: Wording;
  readonly intake?: Intake;
  readonly volume?: readonly Quantity[];
  readonly mix?: readonly Mix[];
  /** What was counted before. */
  readonly counts?: readonly CountedGroup[];
  readonly expected?: readonly ExpectedEffects[];
  readonly bonuses?: readonly NamedBonus[];
  /** What it asks for, or says of payment, without a number. */
  readonly aims?: readonly Remark[];
  /** What is ambiguous in it, each with the reading taken here. */
  readonly open?: readonly Remark[];
}
