import type { Notice } from "../core/index.js";

/** An arm of the competition. */
export interface Arm {
  /** Kebab-case word used in ledger, tables and settings. */
  readonly id: string;
  /** The unit's own name, as a report prints it. */
  readonly name: string;
}

/** A citizen referred to the competition. Further columns are strata and covariates, as they stood that day. */
export interface Referral {
  /** A pseudonym, never a CPR number. */
  readonly citizen: string;
  /** ISO date. */
  readonly referredOn: string;
  readonly household?: string;
  readonly [column: string]: string | number | undefined;
}

/** Whole-number weights of the arms, by id: 2 and 1 give the first arm two citizens of three. */
export type Weights = Readonly<Record<string, number>>;

/** Every citizen by an independent toss: arm k with probability wₖ/Σw. */
export interface SimpleDesign {
  readonly kind: "simple";
  readonly weights: Weights;
}

/**
 * Complete randomization within each batch and stratum: of n citizens, arm k gets n·wₖ/Σw, its
 * fraction rounded at random, so that every citizen's probability is exactly wₖ/Σw.
 */
export interface CompleteDesign {
  readonly kind: "complete";
  /** All referrals of one ISO week are drawn together. */
  readonly batch: "iso-week";
  readonly weights: Weights;
}

/**
 * Permuted blocks within each stratum: of a block of B citizens arm k gets exactly B·wₖ/Σw, in random
 * order. With several sizes each block's is drawn when it begins, all equally likely.
 */
export interface PermutedBlockDesign {
  readonly kind: "permuted-block";
  readonly weights: Weights;
  /** Block sizes, each a multiple of the sum of the weights in lowest terms; one is a fixed size. */
  readonly sizes: readonly number[];
}

/** Every second citizen to the other arm, in order of referral, the first by lot; predictable from then on. */
export interface AlternationDesign {
  readonly kind: "alternation";
}

/**
 * Efron's biased coin: the arms that have fewest get probability `bias` together (or their even share, where
 * that is more), the others the rest. Of unequal weights the equal shares are balanced instead of the arms.
 */
export interface BiasedCoinDesign {
  readonly kind: "biased-coin";
  readonly weights: Weights;
  /** From 1/2 (pure chance, for two equal arms) to 1; Efron's own is 2/3. */
  readonly bias: number;
}

/** Soares and Wu's big stick: pure chance until the arms differ by `tolerance`, then the way back only. */
export interface BigStickDesign {
  readonly kind: "big-stick";
  readonly weights: Weights;
  /** Largest difference between two arms of a stratum, from 1. */
  readonly tolerance: number;
}

/** Wei's urn: `initial` balls of each arm; a ball is drawn and put back, and `added` balls of each other arm. */
export interface UrnDesign {
  readonly kind: "urn";
  readonly weights: Weights;
  /** From 0 (then the first is pure chance). */
  readonly initial: number;
  /** From 1. */
  readonly added: number;
}

/** Pocock and Simon's minimization: the arm that keeps the factors' margins in balance gets probability `preference`. */
export interface MinimizationDesign {
  readonly kind: "minimization";
  readonly weights: Weights;
  /** Columns of the referrals to balance by, each with the weight of its imbalance, above 0. */
  readonly factors: Readonly<Record<string, number>>;
  readonly imbalance: "range" | "variance" | "marginal-balance";
  /**
   * Probability of the preferred arm, up to 1 (no chance but in ties; flagged), above 1/W with W the sum of the
   * weights in lowest terms: where they are unequal, it is one of their equal shares that is preferred.
   */
  readonly preference: number;
}

export type Design =
  | SimpleDesign
  | CompleteDesign
  | PermutedBlockDesign
  | AlternationDesign
  | BiasedCoinDesign
  | BigStickDesign
  | UrnDesign
  | MinimizationDesign;

/** What a quota counts in. An ISO week belongs to the month and the year of its Thursday. */
export type QuotaPeriod = "first-week" | "iso-week" | "calendar-month" | "calendar-year" | "agreement-year";

/** How many an arm takes in each period, counted in allocations that the ledger holds. */
export interface PeriodQuota {
  readonly arm: string;
  /** `agreement-year`: twelve months from the ledger's opening, and so on; `first-week`: the week of the first allocation only. */
  readonly per: QuotaPeriod;
  /**
   * Never more: little room lowers the arm's probability before the draw. Who comes when every arm is full is
   * refused (`no-room`), not drawn: the 401st of a year in which two arms take 200 each waits for the next
   * one, or goes where is agreed, by an exemption from the draw.
   */
  readonly most?: number;
  /**
   * At least, spread evenly over the weeks of the period; what a week couldn't give is caught up in later ones.
   * It is counted since the opening: what an arm got beyond its minimum in one period counts toward the next
   * ones, so that a minimum of 8 a month is 8 for every month that has passed, not 8 in each of them. For
   * designs that draw batches.
   */
  readonly least?: number;
}

/** In how many ISO weeks of a year an arm takes citizens in. */
export interface WeeksQuota {
  readonly arm: string;
  readonly weeksPerYear: number;
}

/** How many participants an arm holds, by the last `occupancy` line and the allocations since. */
export interface OccupancyQuota {
  readonly arm: string;
  readonly participants: number;
}

export type Quota = PeriodQuota | WeeksQuota | OccupancyQuota;

/** The part of a protocol that tells how chance decides. */
export interface AllocationPlan {
  readonly design: Design;
  /** Columns of the referrals that form the strata; may be empty. */
  readonly strata: readonly string[];
  /** Someone referred anew keeps the first arm, or is drawn again; counts once either way. */
  readonly referredAgain: "keep-arm" | "draw-again";
  /**
   * What is drawn: each citizen (the default), or a household, whose members share one draw and one arm. Where
   * batches are drawn within quotas, an arm's probability is lowered so far that its room is enough however the
   * households of each size are rounded; the last of the room may then stay empty for want of who fits.
   */
  readonly unit?: "citizen" | "household";
  /** The levels that a stratum or factor may have; another one is refused. A column that isn't named may have any. */
  readonly levels?: Readonly<Record<string, readonly string[]>>;
  /** What the arms can take. Without any, every arm can take everyone. */
  readonly quotas?: readonly Quota[];
  /**
   * Which public random value enters every draw, in words that leave no choice: "NIST beacon, the first pulse
   * of the first full hour after the head with the roster was published". It must not be known, to anyone, when
   * the roster is frozen and its head published. Then no batch is drawn without it (`missing-beacon`), and
   * whoever holds the key can't choose among draws by trying dates or rosters. For designs that draw batches.
   */
  readonly beacon?: string;
}

/** What allocation asks of a protocol. */
export interface AllocationProtocol {
  /** SHA-256 of the protocol's canonical JSON as it was given. */
  readonly digest: string;
  readonly arms: readonly Arm[];
  readonly allocation: AllocationPlan;
  /**
   * SHA-256 of each top-level part's canonical JSON. Where the protocol has them, the opening keeps them, so
   * that a changed protocol is refused with the names of the parts that differ.
   */
  readonly parts?: Readonly<Record<string, string>>;
}

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

/** What is published of a ledger: its length, the digest of its last line, and the Merkle root of all lines. */
export interface LedgerHead {
  readonly size: number;
  readonly chain: string;
  readonly root: string;
}

/** A ledger in memory. Values of this type never change; appending gives another. */
export interface Ledger {
  readonly kind: "ledger";
  readonly opening: OpeningRecord;
  readonly head: LedgerHead;
  /** How many lines went before those that it holds: 0, or the size at its checkpoint. */
  readonly since: number;
  /** The lines that it holds. */
  readonly records: readonly LedgerRecord[];
  /** The allocation lines among them, in order. */
  readonly entries: readonly AllocationRecord[];
  /** The amendments among them, in order. */
  readonly amendments: readonly AmendmentRecord[];
  /** The roster whose citizens are not all drawn yet, if there is one: what `allocateBatch` takes up. */
  readonly undrawn: RosterRecord | undefined;
  /** The entries of one citizen, in order, from before a checkpoint too. */
  entriesOf(citizen: string): readonly AllocationRecord[];
  /** All that later draws depend on but who was seen, to go on without these lines: see `openLedger`. */
  checkpoint(): LedgerCheckpoint;
}

/**
 * A ledger without its lines: what the next draws depend on, as plain JSON. It doesn't grow with the citizens
 * who were seen, only with strata and with periods that quotas count in.
 */
export interface LedgerCheckpoint {
  readonly kind: "checkpoint";
  readonly format: "konkurrencemodel-checkpoint/1";
  readonly opening: OpeningRecord;
  readonly head: LedgerHead;
  /** Roots of the full subtrees of the Merkle tree, from the lowest; null where there is none. */
  readonly peaks: readonly (string | null)[];
  /** Where the design stands in each stratum; for single designs. */
  readonly stands: readonly StratumStand[];
  /** How many rosters each ISO week had; for batch designs. */
  readonly rosters: Readonly<Record<string, number>>;
  /** The latest date of a line other than an entry, where that isn't the opening's. */
  readonly writtenOn?: string;
  /** What the quotas count, where the plan has some. */
  readonly counters?: object;
  /** SHA-256 of the checkpoint's canonical JSON without `digest`. */
  readonly digest: string;
}

/** Where a design stands in a stratum. */
export interface StratumStand {
  readonly stratum: Levels;
  /** Citizens drawn by the design. */
  readonly drawn: number;
  /** Citizens drawn among some of the arms, because others were closed. */
  readonly aside: number;
  /** What the design remembers of them. */
  readonly turn: unknown;
}

/** Findings of a verification; `valid` is true when there is none. */
export interface LedgerVerification {
  readonly kind: "verification";
  readonly valid: boolean;
  /** What could be checked: the chain always; the draws only with the key; the head only if given. */
  readonly checked: readonly ("chain" | "protocol" | "draws" | "head")[];
  readonly size: number;
  readonly head?: LedgerHead;
  readonly findings: readonly LedgerFinding[];
  readonly notices: readonly Notice[];
}

export interface LedgerFinding {
  readonly code: string;
  /** Line of the file, the opening being 1. */
  readonly line?: number;
  /** The field that doesn't hold, where it is one. */
  readonly field?: string;
  readonly received?: unknown;
  readonly expected: string;
  /** What to do about it, where that isn't to restore the line. */
  readonly hint?: string;
  /** Of another protocol: what differs, as far as the opening tells, such as `criteria` or `allocation.strata[0]`. */
  readonly differs?: readonly string[];
}
