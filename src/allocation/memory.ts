import type { Procedure, SingleProcedure, Turn } from "./designs/procedure.js";
import { stratumKey } from "./strata.js";
import type { LedgerRecord, OpeningRecord, RosterReferral } from "./types.js";

interface Mark {
  readonly sequence: number;
}

/** One referral of a citizen. */
export interface Visit extends Mark {
  readonly referredOn: string;
  readonly arm: string;
}

/** Where a stratum stood after one of its citizens was drawn. */
interface Stand extends Mark {
  readonly turn: Turn;
  readonly drawn: number;
}

interface RosterMark extends Mark {
  readonly batch: string;
  readonly citizens: number;
}

/**
 * What must be remembered of earlier lines to write or check the next one. Only ever appended to, each
 * mark with its line, so that ledgers of different lengths share one memory and each sees its own part.
 */
export interface Memory {
  readonly visits: Map<string, Visit[]>;
  readonly stands: Map<string, Stand[]>;
  readonly rosters: RosterMark[];
}

/** A memory as it was when the ledger had `size` lines. */
export interface View {
  readonly opening: OpeningRecord;
  readonly procedure: Procedure;
  readonly memory: Memory;
  readonly size: number;
}

export function emptyMemory(): Memory {
  return { visits: new Map(), stands: new Map(), rosters: [] };
}

/** Remembers a line. `sequence` is where it stands, whatever it says of itself. */
export function remember(memory: Memory, procedure: Procedure, record: LedgerRecord, sequence: number): void {
  if (record.type === "roster") {
    memory.rosters.push({ sequence, batch: record.batch, citizens: record.referrals.length });
  } else if (record.type === "allocation") {
    const { citizen, referredOn, arm, slot } = record;
    listAt(memory.visits, citizen).push({ sequence, referredOn, arm });
    if (procedure.draws === "single" && record.basis === "drawn") {
      const stands = listAt(memory.stands, stratumKey(record.stratum));
      const { turn, drawn } = stands.at(-1) ?? startOf(procedure);
      const given = slot === undefined ? { arm } : { arm, slot };
      stands.push({ sequence, turn: turn.after(given, {}), drawn: drawn + 1 });
    }
  }
}

/** Earlier referrals of a citizen, in the order of the ledger. */
export function visitsOf({ memory, size }: View, citizen: string): readonly Visit[] {
  return visible(memory.visits.get(citizen) ?? [], size);
}

/** The turn that the next citizen of a stratum meets, and how many were drawn in the stratum before. */
export function standOf(
  { memory, size }: View,
  procedure: SingleProcedure,
  stratum: RosterReferral["stratum"],
): Omit<Stand, "sequence"> {
  return visible(memory.stands.get(stratumKey(stratum)) ?? [], size).at(-1) ?? startOf(procedure);
}

/** Rosters so far, in the order of the ledger. */
export function rostersOf({ memory, size }: View): readonly RosterMark[] {
  return visible(memory.rosters, size);
}

/** Line of the last roster and how many of its citizens have their entry, if some have none. */
export function unfinishedRoster(
  view: View,
): { readonly sequence: number; readonly done: number } | undefined {
  const last = rostersOf(view).at(-1);
  const done = view.size - 1 - (last?.sequence ?? 0); // a roster's entries follow it immediately
  return last === undefined || done >= last.citizens ? undefined : { sequence: last.sequence, done };
}

function startOf(procedure: SingleProcedure): Omit<Stand, "sequence"> {
  return { turn: procedure.first, drawn: 0 };
}

function listAt<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

function visible<Value extends Mark>(list: readonly Value[], size: number): readonly Value[] {
  let end = list.length;
  while (end > 0 && (list[end - 1]?.sequence ?? 0) >= size) end--;
  return end === list.length ? list : list.slice(0, end);
}
