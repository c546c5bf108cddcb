import { competitionError } from "../core/index.js";
import { addLeaf, rootOf, type Peaks } from "./merkle.js";
import { remember, unfinishedRoster, visitsOf, emptyMemory, type Memory, type View } from "./memory.js";
import type { Procedure } from "./designs/procedure.js";
import type { AllocationRecord, Ledger, LedgerHead, LedgerRecord, OpeningRecord } from "./types.js";

/** Lines that ledgers share: only ever appended to, so each ledger is a beginning of them. */
export interface Store {
  readonly records: LedgerRecord[];
  readonly memory: Memory;
  /** The Merkle tree as far as someone has asked for it. */
  tree: { readonly peaks: Peaks; size: number };
}

/** What a ledger knows beside what it shows. */
export interface State extends View {
  readonly store: Store;
}

const states = new WeakMap<Ledger, State>();

export function emptyStore(): Store {
  return { records: [], memory: emptyMemory(), tree: { peaks: [], size: 0 } };
}

/** The lines that a store has now as a ledger; it doesn't see those that are added later. */
export function ledgerOf(store: Store, opening: OpeningRecord, procedure: Procedure): Ledger {
  const size = store.records.length;
  const state: State = { store, opening, procedure, memory: store.memory, size };
  const records = once(() => Object.freeze(store.records.slice(0, size)));
  const entries = once(() => Object.freeze(records().filter((record) => record.type === "allocation")));
  const head = once(() => headOf(store, size));
  const ledger: Ledger = Object.freeze({
    kind: "ledger",
    opening,
    get head() {
      return head();
    },
    get records() {
      return records();
    },
    get entries() {
      return entries();
    },
    get undrawn() {
      const roster = store.records[unfinishedRoster(state)?.sequence ?? 0];
      return roster?.type === "roster" ? roster : undefined;
    },
    entriesOf: (citizen: string) => visitsOf(state, citizen).map(({ sequence }) => entryAt(store, sequence)),
  });
  states.set(ledger, state);
  return ledger;
}

/**
 * What a ledger knows.
 *
 * @throws CompetitionError `not-a-ledger` if it wasn't made by this copy of the package.
 */
export function stateOf(ledger: Ledger, path: string): State {
  const state = typeof ledger === "object" && ledger !== null ? states.get(ledger) : undefined;
  if (state !== undefined) return state;
  throw competitionError({
    code: "not-a-ledger",
    path,
    received: ledger,
    expected: "a ledger from startLedger or openLedger",
    hint: "Open the lines with openLedger(protocol, records).",
  });
}

/** The digest that the next line must name. */
export function chainOf({ store, size }: State): string {
  return store.records[size - 1]?.digest ?? "";
}

/** The entries that stand after a line. */
export function entriesAfter({ store, size }: State, sequence: number): AllocationRecord[] {
  return store.records.slice(sequence + 1, size).filter((record) => record.type === "allocation");
}

/** A ledger with one line more; the one given stays as it is. */
export function appended(ledger: Ledger, record: LedgerRecord): Ledger {
  const { store, size, opening, procedure } = stateOf(ledger, "ledger");
  const own = store.records.length === size ? store : beginningOf(store, size, procedure);
  remember(own.memory, procedure, record, size);
  own.records.push(record);
  return ledgerOf(own, opening, procedure);
}

/** A copy of the first lines, for a ledger that others have already grown beyond. */
function beginningOf(store: Store, size: number, procedure: Procedure): Store {
  const copy = emptyStore();
  for (const [sequence, record] of store.records.slice(0, size).entries()) {
    remember(copy.memory, procedure, record, sequence);
    copy.records.push(record);
  }
  return copy;
}

function entryAt(store: Store, sequence: number): AllocationRecord {
  return store.records[sequence] as AllocationRecord; // the memory marks a visit at allocation lines only
}

function headOf(store: Store, size: number): LedgerHead {
  if (store.tree.size > size) store.tree = { peaks: [], size: 0 };
  const { tree } = store;
  for (; tree.size < size; tree.size++) addLeaf(tree.peaks, store.records[tree.size]?.digest ?? "");
  return Object.freeze({ size, chain: store.records[size - 1]?.digest ?? "", root: rootOf(tree.peaks) });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
