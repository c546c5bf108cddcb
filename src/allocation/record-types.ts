import type { AllocationPlan, OccupancyQuota, PeriodQuota, WeeksQuota } from "./plan-types.js";

// The lines of a ledger.

export type Mode = "live" | "test";
export type Probabilities = Readonly<Record<string, number>>;

/** What every line of a ledger carries. */
export interface LineBase {
  /** Position in the ledger, the opening being 0. */
  readonly sequence: number;
  /**
   * ISO date on which the line was written; of an entry that of its roster, or, where citizens are drawn one at
   * a time, of the referral, which may be reported late. No other line is dated before an earlier one.
   */
  readonly date: string;
  readonly mode: Mode;
  /** Digest of the line before; 64 zeros in the opening. */
  readonly previous: string;
  /** SHA-256 of the line's canonical JSON without `digest`. */
  readonly digest: string;
}

/** The first line: what was agreed, and the commitment to the key. */
export interface OpeningRecord extends LineBase {
  readonly type: "opening";
  readonly format: "konkurrencemodel-ledger/1";
  readonly protocol: string;
  readonly arms: readonly string[];
  readonly allocation: AllocationPlan;
  readonly algorithm: string;
  /** SHA-256(key ‖ protocol digest as its 64 digits), in hexadecimal. */
  readonly commitment: string;
  /** SHA-256 of each top-level part of the protocol. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** Levels of columns, by their names. */
export type Levels = Readonly<Record<string, string>>;

/** The citizens of a batch, fixed before its draw, in canonical order. */
export interface RosterRecord extends LineBase {
  readonly type: "roster";
  /** `2005-W03`; a later roster of the same week is `2005-W03.2`. */
  readonly batch: string;
  readonly referrals: readonly RosterReferral[];
}

export interface RosterReferral {
  readonly citizen: string;
  readonly referredOn: string;
  readonly stratum: Levels;
  /** A pseudonym, where households are drawn. */
  readonly household?: string;
}

/**
 * Why an arm's probability was 0: the quota that left it too little room, or, in a batch, the arms that were
 * owed everyone.
 */
export type ClosedReason =
  | Omit<PeriodQuota, "arm" | "least">
  | Omit<WeeksQuota, "arm">
  | Omit<OccupancyQuota, "arm">
  | { readonly owedTo: readonly string[] };

/** One citizen's arm. */
export interface AllocationRecord extends LineBase {
  readonly type: "allocation";
  readonly protocol: string;
  readonly algorithm: string;
  readonly citizen: string;
  readonly referredOn: string;
  /** What was drawn at one occasion: `2005-W03`; for single designs the referral date. The mature cohort is cut by it. */
  readonly batch: string;
  /**
   * What the analysis stratifies by: batch and levels, `2005-W03/under-30`; for single designs the levels
   * alone, or `all` where there are no strata, with the number of a permuted block, `under-30/4`, or the arms
   * that were closed, `under-30/without-supplier`. Who shares a household's draw is in the block of that draw.
   * `/` and `%` inside a level are written `%2F`, `%25`.
   */
  readonly block: string;
  /** Levels of the strata, frozen at the draw. */
  readonly stratum: Levels;
  /** Levels of the factors that the design balances by, frozen at the draw. */
  readonly factors?: Levels;
  /** A pseudonym, where households are drawn. */
  readonly household?: string;
  readonly arm: string;
  /** Which of the arm's equal shares was drawn, where the design works on shares and the arm has several. */
  readonly slot?: number;
  /** `drawn` by chance, the first arm `kept` on a further referral, or the arm of the `household`. */
  readonly basis: "drawn" | "kept" | "household";
  /** Sequence of the entry that drew, where this one shares its household's arm. */
  readonly drawnWith?: number;
  /** Sequence of this citizen's first entry, where this is a further referral. */
  readonly first?: number;
  /**
   * Over the procedure's own tosses, given strata, batch and the room that was left; for weights and
   * exclusions. In a household those of its draw. Nominal where {@link hasNominalProbabilities} says so: under
   * quotas, of designs that draw one at a time, other than `simple`. There they tell which arms were open and
   * their weights; weigh by {@link allocationProbabilities}, and test by {@link referenceSet}.
   */
  readonly designProbabilities: Probabilities;
  /** Given the earlier tosses too; for verification and predictability only. */
  readonly drawProbabilities: Probabilities;
  /**
   * The public random value that the batch was drawn with, the same on all its lines. Where the plan has a
   * `beacon`, the opening says which value that must be.
   */
  readonly beacon?: string;
  /** Arms that couldn't be drawn because of the plan's quotas, and why. */
  readonly closed?: Readonly<Record<string, ClosedReason>>;
}

/** How many participants the arms hold on a day, as the municipality reports it. */
export interface OccupancyRecord extends LineBase {
  readonly type: "occupancy";
  readonly participants: Readonly<Record<string, number>>;
}

interface AmendmentBase extends LineBase {
  readonly type: "amendment";
  /** Sequence of the entry that it is about; absent in an exemption agreed before the draw. */
  readonly entry?: number;
  readonly citizen: string;
  /** In free text, without CPR numbers. */
  readonly reason: string;
  /** Who answers for it: at least one name. */
  readonly signedBy: readonly string[];
}

/** Someone goes to another arm than chance says, or to one without a draw, because that was agreed. */
export interface ExemptionRecord extends AmendmentBase {
  readonly amends: "exemption";
  /** Where the citizen goes. The entry's own arm stays the one that the analysis counts. */
  readonly arm: string;
  /** The referral that isn't drawn, where the exemption was agreed before the draw. */
  readonly referredOn?: string;
}

/** Something that an entry says turned out to be wrong. The entry stands; nothing is drawn again. */
export interface ErrorRecord extends AmendmentBase {
  readonly amends: "error";
  readonly entry: number;
  /** `referredOn`, `stratum.age`, or what else was wrong. */
  readonly field: string;
  readonly recorded: string;
  readonly correct: string;
}

export type AmendmentRecord = ExemptionRecord | ErrorRecord;

export type LedgerRecord =
  OpeningRecord | RosterRecord | AllocationRecord | OccupancyRecord | AmendmentRecord;
