import type { Notice } from "../core/index.js";
import type {
  AllocationRecord,
  AmendmentRecord,
  LedgerRecord,
  Levels,
  OpeningRecord,
  RosterRecord,
} from "./record-types.js";

export type * from "./plan-types.js";
export type * from "./record-types.js";

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
