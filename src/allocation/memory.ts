import { parseDay } from "../core/index.js";
import type { Envelopes, Procedure, SingleProcedure, Turn } from "./designs/procedure.js";
import {
  quotaDay,
  startCounters,
  withAllocation,
  withOccupancy,
  type QuotaCounters,
} from "./quotas/index.js";
import { stratumKey } from "./strata.js";
import type { AllocationRecord, LedgerRecord, LineBase, OpeningRecord, Probabilities } from "./types.js";

/** What an entry says, apart from its place in the ledger. */
type Entry = Omit<AllocationRecord, keyof LineBase>;

/** One referral of a citizen. */
export interface Visit {
  readonly sequence: number;
  readonly referredOn: string;
  readonly arm: string;
  /** The stratum's key. */
  readonly stratum: string;
  /** The draw that its arm comes from, where households are drawn. */
  readonly origin: Origin | undefined;
  /** The referral before this one. */
  readonly earlier: Visit | undefined;
}

/** A draw whose arm others of the household share. */
export interface Origin {
  /** Sequence of the entry that drew. */
  readonly sequence: number;
  readonly arm: string;
  readonly block: string;
  readonly designProbabilities: Probabilities;
}

/** Where a stratum stands. */
export interface Stand {
  readonly turn: Turn;
  /** How many the design drew. */
  readonly drawn: number;
  /** How many were drawn beside it, among the arms that weren't closed. */
  readonly aside: number;
  /** What only the holder of the key comes to know: the block that was opened last. */
  readonly opened: Envelopes["opened"];
}

/**
 * What must be remembered of earlier lines to write or check the next one. Of citizens and households it
 * knows who was seen, for ledgers of any length that share it ({@link visitsOf}, {@link householdOf},
 * {@link exemptionOf}); all else stands as it does after the last line.
 */
export interface Memory {
  /** The latest referral of each citizen. */
  readonly visits: Map<string, Visit>;
  /** Where each household's arm comes from, and the line that said so. */
  readonly households: Map<string, { readonly sequence: number; readonly origin: Origin }>;
  /** Exemptions agreed before the draw, by date and citizen. */
  readonly exemptions: Map<string, { readonly sequence: number; readonly arm: string }>;
  readonly stands: Map<string, Stand>;
  /** How many rosters each ISO week had. */
  readonly rosters: Map<string, number>;
  /** The latest date of a line other than an entry; empty before the opening. */
  writtenOn: string;
  /** What the plan's quotas count, if it has some: after the last line, and before the last roster. */
  counters: QuotaCounters | undefined;
  beforeRoster: { readonly sequence: number; readonly counters: QuotaCounters | undefined } | undefined;
  /** Keys of strata, each once however many citizens are in it. */
  readonly strata: Map<string, string>;
}

/** What every line is read by. */
export interface Rules {
  readonly opening: OpeningRecord;
  readonly procedure: Procedure;
}

/** A ledger of `size` lines, with a memory that knows them and may know more. */
export interface View extends Rules {
  readonly memory: Memory;
  readonly size: number;
}

/** What is remembered before the first line. */
export function emptyMemory(): Memory {
  return {
    visits: new Map(),
    households: new Map(),
    exemptions: new Map(),
    stands: new Map(),
    rosters: new Map(),
    writtenOn: "",
    counters: undefined,
    beforeRoster: undefined,
    strata: new Map(),
  };
}

/** Remembers a line. `sequence` is where it stands, whatever it says of itself. */
export function remember(memory: Memory, rules: Rules, record: LedgerRecord | Entry, sequence: number): void {
  if (record.type !== "allocation" && record.date > memory.writtenOn) memory.writtenOn = record.date;
  if (record.type === "roster") {
    const week = weekOf(record.batch);
    memory.rosters.set(week, (memory.rosters.get(week) ?? 0) + 1);
    memory.beforeRoster = { sequence, counters: memory.counters };
  }
  if (record.type === "allocation") rememberDraw(memory, rules.procedure, record);
  memory.counters = countersAfter(memory.counters, rules.procedure, record);
  rememberCitizen(memory, rules, record, sequence);
}

/** What the plan's quotas count, with one line more. */
function countersAfter(
  counters: QuotaCounters | undefined,
  { draws }: Procedure,
  record: LedgerRecord | Entry,
): QuotaCounters | undefined {
  if (record.type === "opening") {
    const { quotas = [] } = record.allocation;
    return quotas.length === 0 ? undefined : startCounters(quotas, record.date);
  }
  if (counters === undefined) return undefined;
  if (record.type === "occupancy") return withOccupancy(counters, record.participants);
  if (record.type !== "allocation") return counters;
  return withAllocation(counters, record.arm, quotaDay(draws, parseDay(record.referredOn, "referredOn")));
}

/** Remembers of a line only who was seen: all that is needed of those that went before a checkpoint. */
export function rememberCitizen(
  memory: Memory,
  { opening }: Rules,
  record: LedgerRecord | Entry,
  sequence: number,
): void {
  if (record.type === "amendment") {
    if (record.amends !== "exemption" || record.referredOn === undefined) return;
    memory.exemptions.set(referralKey(record.citizen, record.referredOn), { sequence, arm: record.arm });
  }
  if (record.type !== "allocation") return;
  const { citizen, referredOn, arm, household } = record;
  const earlier = memory.visits.get(citizen);
  const origin = opening.allocation.unit === "household" ? originOf(record, sequence, earlier) : undefined;
  const stratum = internedIn(memory.strata, stratumKey(record.stratum));
  memory.visits.set(citizen, { sequence, referredOn, arm, stratum, origin, earlier });
  if (household === undefined || origin === undefined || memory.households.has(household)) return;
  memory.households.set(household, { sequence, origin });
}

function rememberDraw(memory: Memory, procedure: Procedure, record: Entry): void {
  if (procedure.draws !== "single" || record.basis !== "drawn") return;
  const { arm, slot, factors = {}, closed } = record;
  const key = stratumKey(record.stratum);
  const stand = memory.stands.get(key) ?? startOf(procedure);
  const drawn = slot === undefined ? { arm } : { arm, slot };
  memory.stands.set(
    key,
    closed === undefined
      ? { ...stand, turn: stand.turn.after(drawn, factors), drawn: stand.drawn + 1 }
      : { ...stand, aside: stand.aside + 1 },
  );
}

/** The draw that an entry's arm comes from. */
function originOf(record: Entry, sequence: number, earlier: Visit | undefined): Origin {
  const { basis, arm, block, designProbabilities } = record;
  if (basis === "kept") {
    const first = firstOf(earlier)?.origin;
    if (first !== undefined) return first;
  }
  const drew = basis === "household" ? (record.drawnWith ?? sequence) : sequence;
  return { sequence: drew, arm, block, designProbabilities };
}

function firstOf(visit: Visit | undefined): Visit | undefined {
  let first = visit;
  while (first?.earlier !== undefined) first = first.earlier;
  return first;
}

/** Earlier referrals of a citizen, in the order of the ledger. */
export function visitsOf({ memory, size }: View, citizen: string): readonly Visit[] {
  let visit = memory.visits.get(citizen);
  if (visit === undefined) return NONE;
  const visits: Visit[] = [];
  for (; visit !== undefined; visit = visit.earlier) if (visit.sequence < size) visits.unshift(visit);
  return visits;
}

const NONE: readonly Visit[] = [];

/** The draw that a household's arm comes from, if it has one. */
export function householdOf({ memory, size }: View, household: string | undefined): Origin | undefined {
  const known = household === undefined ? undefined : memory.households.get(household);
  return known === undefined || known.sequence >= size ? undefined : known.origin;
}

/** The exemption from the draw that was agreed for a referral, if there is one. */
export function exemptionOf(
  { memory, size }: View,
  { citizen, referredOn }: { readonly citizen: string; readonly referredOn: string },
): { readonly sequence: number; readonly arm: string } | undefined {
  const known = memory.exemptions.get(referralKey(citizen, referredOn));
  return known === undefined || known.sequence >= size ? undefined : known;
}

/** What the quotas count, as they stood when the last roster was frozen if the view ends there. */
export function countersOf({ memory, size }: View): QuotaCounters | undefined {
  const { counters, beforeRoster } = memory;
  return beforeRoster !== undefined && size <= beforeRoster.sequence ? beforeRoster.counters : counters;
}

/** Where a stratum, by its key, stands after the last line. */
export function standOf({ memory }: View, procedure: SingleProcedure, stratum: string): Stand {
  return memory.stands.get(stratum) ?? startOf(procedure);
}

function startOf(procedure: SingleProcedure): Stand {
  return { turn: procedure.first, drawn: 0, aside: 0, opened: {} };
}

/** The ISO week of a batch's name: that of `2005-W03.2` is `2005-W03`. */
function weekOf(batch: string): string {
  return batch.split(".")[0] ?? batch;
}

function referralKey(citizen: string, referredOn: string): string {
  return `${referredOn} ${citizen}`;
}

function internedIn(words: Map<string, string>, word: string): string {
  const known = words.get(word);
  if (known === undefined) words.set(word, word);
  return known ?? word;
}
