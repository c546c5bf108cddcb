import type { ResultFacts, Shown } from "../display/index.js";
import type { Claim } from "./claims.js";
import type { Item } from "./itemNames.js";
import type { Ore } from "./terms.js";
import type { LineItem, StatementData, Unpaid, UnpaidReason } from "./types.js";

/**
 * How a claim and a line stand to each other. Both are there: `agreed`; `another-amount`, whatever the date;
 * `another-date`, the amount being the same. Only the claim: `claimed-twice` where another claim has taken the
 * line; `not-owed`; `other-arm`, `unknown-citizen` and `unknown-item`; `deduction`, which the supplier takes
 * off itself; `withdrawn`, a claim that would not be paid with the credit that takes it back. Only the line:
 * `not-claimed`.
 */
export type ReconciliationStatus =
  | "agreed"
  | "another-amount"
  | "another-date"
  | "claimed-twice"
  | "not-owed"
  | "other-arm"
  | "unknown-citizen"
  | "unknown-item"
  | "not-claimed"
  | "deduction"
  | "withdrawn";

/**
 * Why a claim isn't owed: the statement's own reason; `no-line` where the terms have nothing that it could be;
 * `after-statement` where it is dated after the statement's day; `referral-not-settled` and `team-not-settled` where
 * the claim names a referral or a team for which the statement settles nothing of the kind; `referral-not-told` where
 * the citizen has further referrals and the claim doesn't say which it is for.
 */
export type NotOwedReason =
  | UnpaidReason
  | "no-line"
  | "after-statement"
  | "referral-not-settled"
  | "referral-not-told"
  | "team-not-settled";

/** A claim and a line that belong together, or one of them alone; of a sum there is an entry for each part. */
export interface ReconciledEntry {
  readonly status: ReconciliationStatus;
  /** What is claimed, with its sign: what takes off is negative. 0 without a claim. */
  readonly claimed: Ore;
  /** The line's amount; 0 without a line. */
  readonly owed: Ore;
  /** What neither side disputes: the lower of the two, 0 where only one side has it; a `deduction` as it is. */
  readonly undisputed: Ore;
  readonly claim?: Claim;
  /** What the claim is for; absent where nobody knows what is meant. */
  readonly item?: Item;
  /** Where the claim stands: the line of its file, or its position from 1 in rows that come from no file. */
  readonly row?: number;
  /** Of `withdrawn`: the negative claim that takes it back, and its row. */
  readonly credit?: Claim;
  readonly creditRow?: number;
  readonly line?: LineItem;
  /**
   * Where amounts meet only when they are summed up: which part this is, from 1, of how many, of one `claim` for
   * several lines, or of one `line` for several claims. The entry's amounts are those of the part; the last part of a
   * lump sum that is off has the difference.
   */
  readonly part?: { readonly number: number; readonly count: number; readonly of: "claim" | "line" };
  /** Where the claim is exactly a quarter over what is owed: the amount with Danish VAT of 25 %. */
  readonly withVat?: true;
  /** How many days after the line's date the claim's is; negative where it is earlier. */
  readonly days?: number;
  /** Of `not-owed`. */
  readonly reason?: NotOwedReason;
  readonly standing?: Unpaid["standing"];
  /** Of `other-arm`: the arm that was drawn for the citizen. */
  readonly otherArm?: string;
}

/** Sums of the entries of one status. */
export interface StatusSum {
  readonly status: ReconciliationStatus;
  readonly entries: number;
  readonly claimed: Ore;
  readonly owed: Ore;
  readonly undisputed: Ore;
}

/**
 * Sums over all entries, in øre without VAT. Exactly: `claimed` = `undisputed` + `unplacedCredits` + `claimedBeyond`,
 * and `owed` + `deductions` = `undisputed` + `unclaimedDeductions` + `owedBeyond`.
 */
export interface ReconciliationSums {
  readonly claimed: Ore;
  readonly owed: Ore;
  /** Claimed and owed alike, on the same date. */
  readonly agreed: Ore;
  /** What the supplier takes off itself: 0 or negative. */
  readonly deductions: Ore;
  /** What the statement takes off and the supplier hasn't claimed: 0 or negative, and no part of `undisputed`. */
  readonly unclaimedDeductions: Ore;
  /** Credits of unknown citizens, another arm's or for unknown items: 0 or negative, and no part of `undisputed`. */
  readonly unplacedCredits: Ore;
  /** What neither side disputes, with what the supplier takes off itself. */
  readonly undisputed: Ore;
  /** What is claimed beyond that. */
  readonly claimedBeyond: Ore;
  /** What the statement gives beyond that: not claimed, or claimed too low. */
  readonly owedBeyond: Ore;
}

export interface ReconciliationData extends ResultFacts {
  readonly kind: "reconciliation";
  readonly asOf: string;
  /** Whose claims these are. */
  readonly arm: string;
  readonly name: string;
  /** Names of all arms by their ids. */
  readonly arms: Readonly<Record<string, string>>;
  /** The protocol's criteria, which items name by their ids. */
  readonly criteria: StatementData["criteria"];
  /** How many days a claim's date may differ from the line's and still be agreed. */
  readonly dateTolerance: number;
  /** Every claim and every line of the arm, each in one entry or in its parts; by status, citizen and date. */
  readonly entries: readonly ReconciledEntry[];
  /** For every status, in their order. */
  readonly statuses: readonly StatusSum[];
  readonly sums: ReconciliationSums;
}

/** A supplier's claims held against the lines of a statement. */
export type Reconciliation = ReconciliationData & Shown;

/** Who was drawn for which arm, as `outcomes.participants` tells. */
export interface DrawnCitizen {
  readonly citizen: string;
  readonly arm: string;
  /** ISO date of the first referral. */
  readonly referredOn?: string;
  /** How many referrals the citizen has. */
  readonly referrals?: number;
}

export interface ReconciliationOptions {
  /** Whose claims these are; by default the only arm that the statement has lines or open terms of. */
  readonly arm?: string;
  /** Days that a claim's date may differ from the line's and still be agreed: 0 by default. */
  readonly dateTolerance?: number;
  /**
   * Everyone who was drawn, `outcomes.participants`; by default those whom the statement tells of, which are
   * not the citizens of an arm without terms.
   */
  readonly participants?: readonly DrawnCitizen[];
}
