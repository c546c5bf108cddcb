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

/**
 * Complete randomization within each batch and stratum: of n citizens, arm k gets n·wₖ/Σw, its
 * fraction rounded at random, so that every citizen's probability is exactly wₖ/Σw.
 */
export interface CompleteDesign {
  readonly kind: "complete";
  /** All referrals of one ISO week are drawn together. */
  readonly batch: "iso-week";
  /** Whole-number weights of the arms, by id. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Every second citizen to the other arm, in order of referral, the first by lot; predictable from then on. */
export interface AlternationDesign {
  readonly kind: "alternation";
}

export type Design = CompleteDesign | AlternationDesign;

/** The part of a protocol that tells how chance decides. */
export interface AllocationPlan {
  readonly design: Design;
  /** Columns of the referrals that form the strata; may be empty. */
  readonly strata: readonly string[];
  /** Someone referred anew keeps the first arm, or is drawn again; counts once either way. */
  readonly referredAgain: "keep-arm" | "draw-again";
}

/** What allocation asks of a protocol. */
export interface AllocationProtocol {
  /** SHA-256 of the protocol's canonical JSON as it was given. */
  readonly digest: string;
  readonly arms: readonly Arm[];
  readonly allocation: AllocationPlan;
}

export type Mode = "live" | "test";
export type Probabilities = Readonly<Record<string, number>>;

/** What every line of a ledger carries. */
export interface LineBase {
  /** Position in the ledger, the opening being 0. */
  readonly sequence: number;
  /** ISO date on which the line was written. */
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
}

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
  readonly stratum: Readonly<Record<string, string>>;
}

/** One citizen's arm. */
export interface AllocationRecord extends LineBase {
  readonly type: "allocation";
  readonly protocol: string;
  readonly algorithm: string;
  readonly citizen: string;
  readonly referredOn: string;
  /** What was drawn at one occasion: `2005-W03`; for alternation the referral date. The mature cohort is cut by it. */
  readonly batch: string;
  /**
   * What the analysis stratifies by: batch and levels, `2005-W03/under-30`; for alternation the
   * levels alone, or `all` where there are no strata. `/` and `%` inside a level are written `%2F`, `%25`.
   */
  readonly block: string;
  /** Levels of the strata, frozen at the draw. */
  readonly stratum: Readonly<Record<string, string>>;
  readonly arm: string;
  /** `drawn` by chance, or the first arm `kept` on a further referral. */
  readonly basis: "drawn" | "kept";
  /** Sequence of this citizen's first entry, where this is a further referral. */
  readonly first?: number;
  /** Over the procedure's own tosses, given strata and batch; for weights and exclusions. */
  readonly designProbabilities: Probabilities;
  /** Given the earlier tosses too; for verification and predictability only. */
  readonly drawProbabilities: Probabilities;
  /** The public random value that the batch was drawn with, the same on all its lines. */
  readonly beacon?: string;
}

export type LedgerRecord = OpeningRecord | RosterRecord | AllocationRecord;

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
  readonly records: readonly LedgerRecord[];
  /** The allocation lines, in order. */
  readonly entries: readonly AllocationRecord[];
  /** The roster whose citizens are not all drawn yet, if there is one: what `allocateBatch` takes up. */
  readonly undrawn: RosterRecord | undefined;
  /** The entries of one citizen, in order. */
  entriesOf(citizen: string): readonly AllocationRecord[];
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
}
