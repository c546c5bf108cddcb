import { competitionError, keyedHash, type KeyedHash } from "../core/index.js";
import { checkpointOf } from "./checkpoint.js";
import { checkCommitment, type Key } from "./key.js";
import { NOTHING_BEFORE, type Place } from "./lines.js";
import { addLeaf, rootOf, type Peaks } from "./merkle.js";
import { emptyMemory, remember, visitsOf, type Memory, type Rules, type View } from "./memory.js";
import type { AllocationRecord, Ledger, LedgerHead, LedgerRecord, RosterRecord } from "./types.js";

/** What a store begins with: the lines before the first that it holds, without the lines. */
export interface Beginning {
  readonly size: number;
  /** Digest of the last of them. */
  readonly chain: string;
  readonly peaks: Readonly<Peaks>;
  readonly memory: () => Memory;
  /** Those of them that are at hand, by sequence. */
  readonly earlier: ReadonlyMap<number, LedgerRecord>;
  /** Citizens whose earlier entries were looked up; of all where it isn't given. */
  readonly citizens?: ReadonlySet<string>;
}

/** Lines that ledgers share: only ever appended to, so each ledger is a beginning of them. */
export interface Store {
  readonly beginning: Beginning;
  readonly records: LedgerRecord[];
  readonly memory: Memory;
  /** The Merkle tree as far as someone has asked for it. */
  tree: { readonly peaks: Peaks; size: number };
  /** The key, once a text was found to be it. */
  key: { readonly text: string; readonly hash: KeyedHash } | undefined;
}

/** What a ledger knows beside what it shows. */
export interface State extends View {
  readonly store: Store;
  readonly shown: Shown;
}

/** What a ledger was asked for already. */
type Shown = Partial<Writable<Pick<Ledger, "head" | "records" | "entries" | "amendments">>>;

type Writable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

const states = new WeakMap<Ledger, State>();

/** A ledger that begins with its opening. */
export const NO_LINES: Beginning = {
  size: 0,
  chain: NOTHING_BEFORE,
  peaks: [],
  memory: emptyMemory,
  earlier: new Map(),
};

/** Lines after a beginning, with a memory that knows all of them. */
export function storeOf(beginning: Beginning, memory: Memory, records: readonly LedgerRecord[]): Store {
  const { size, peaks } = beginning;
  return { beginning, records: [...records], memory, tree: { peaks: [...peaks], size }, key: undefined };
}

/** The lines that a store has now as a ledger; it doesn't see those that are added later. */
export function ledgerOf(store: Store, { opening, procedure }: Rules): Ledger {
  const ledger = Object.create(face) as Writable<Ledger>;
  ledger.kind = "ledger";
  ledger.opening = opening;
  ledger.since = store.beginning.size;
  states.set(ledger, { store, opening, procedure, memory: store.memory, size: sizeOf(store), shown: {} });
  return Object.freeze(ledger);
}

/** What ledgers show, made when someone asks for it: of the many that a step after the other leaves behind nobody does. */
const face: Omit<Ledger, "kind" | "opening" | "since"> & ThisType<Ledger> = {
  get head(): LedgerHead {
    const { shown, store, size } = knownOf(this);
    return (shown.head ??= headOf(store, size));
  },
  get records(): readonly LedgerRecord[] {
    const { shown, store, size } = knownOf(this);
    return (shown.records ??= Object.freeze(store.records.slice(0, size - store.beginning.size)));
  },
  get entries(): readonly AllocationRecord[] {
    const { shown } = knownOf(this);
    return (shown.entries ??= Object.freeze(this.records.filter((record) => record.type === "allocation")));
  },
  get amendments() {
    const { shown } = knownOf(this);
    return (shown.amendments ??= Object.freeze(this.records.filter((record) => record.type === "amendment")));
  },
  get undrawn() {
    return undrawnOf(knownOf(this));
  },
  entriesOf(citizen: string) {
    const state = knownOf(this);
    return visitsOf(state, citizen).flatMap(({ sequence }) => entryAt(state, sequence) ?? []);
  },
  checkpoint() {
    checkDrawn(this, "checkpoint.ledger");
    const state = stateOf(this, "checkpoint.ledger");
    return checkpointOf(state, this.head, treeAt(state.store, state.size));
  },
};
Object.freeze(face);

/**
 * What a ledger knows, in a store that hasn't grown beyond it: else one of its own is made, line by line.
 *
 * @throws CompetitionError `not-a-ledger` if it wasn't made by this copy of the package.
 */
export function stateOf(ledger: Ledger, path: string): State {
  const state = knownOf(ledger, path);
  if (sizeOf(state.store) === state.size) return state;
  const store = beginningOf(state);
  const own: State = { ...state, store, memory: store.memory };
  states.set(ledger, own);
  return own;
}

/** The same, whatever the store has grown to. */
function knownOf(ledger: Ledger, path: string = "ledger"): State {
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

/**
 * Refuses to go on while a frozen roster waits: its entries must follow it immediately.
 *
 * @throws CompetitionError `undrawn-roster`.
 */
export function checkDrawn({ undrawn }: Ledger, path: string): void {
  if (undrawn === undefined) return;
  throw competitionError({
    code: "undrawn-roster",
    path,
    received: undrawn.batch,
    expected: "a ledger whose rosters are all drawn",
    hint: "Draw it with allocateBatch first.",
  });
}

/** The place of the next line, written on a date. */
export function nextPlace({ store, size, opening }: State, date: string): Place {
  const previous = store.records.at(-1)?.digest ?? store.beginning.chain;
  return { sequence: size, date, mode: opening.mode, previous };
}

/**
 * What the ledger's key draws by. That a key is the right one is found out once for a text that is given
 * again and again, as it is where citizens are drawn one at a time.
 *
 * @throws CompetitionError `key-required`, `wrong-key`.
 */
export function drawKeyOf({ store, opening }: State, key: Key | undefined, path: string): KeyedHash {
  if (typeof key === "string" && store.key?.text === key) return store.key.hash;
  const given = checkCommitment(key, opening, path);
  const hash = keyedHash(given);
  if (typeof given === "string") store.key = { text: given, hash };
  return hash;
}

/** The entries that stand after a line. */
export function entriesAfter({ store }: State, sequence: number): AllocationRecord[] {
  const lines = store.records.slice(sequence + 1 - store.beginning.size);
  return lines.filter((record) => record.type === "allocation");
}

/** The entry at a place, if the ledger has it at hand. */
export function entryAt({ store, size }: State, sequence: number): AllocationRecord | undefined {
  if (sequence >= size) return undefined;
  const { beginning, records } = store;
  const record =
    sequence < beginning.size ? beginning.earlier.get(sequence) : records[sequence - beginning.size];
  return record?.type === "allocation" ? record : undefined;
}

/** A ledger with one line more; the one given stays as it is. */
export function appended(ledger: Ledger, record: LedgerRecord): Ledger {
  return appendedAll(ledger, 1, () => record).ledger;
}

/** A ledger with so many lines more, each made when all before it are known. */
export function appendedAll<Line extends LedgerRecord>(
  ledger: Ledger,
  count: number,
  make: (now: State, index: number) => Line,
): { readonly records: readonly Line[]; readonly ledger: Ledger } {
  const state = stateOf(ledger, "ledger");
  const records: Line[] = [];
  for (let index = 0; index < count; index++) {
    const now = { ...state, size: state.size + index };
    const record = make(now, index);
    remember(state.memory, state, record, now.size);
    state.store.records.push(record);
    records.push(record);
  }
  return { records, ledger: ledgerOf(state.store, state) };
}

/** A copy of the first lines, for a ledger that others have already grown beyond. */
function beginningOf(state: State): Store {
  const { store, size } = state;
  const { beginning } = store;
  const memory = beginning.memory();
  const records = store.records.slice(0, size - beginning.size);
  for (const [index, record] of records.entries()) remember(memory, state, record, beginning.size + index);
  return storeOf(beginning, memory, records);
}

function sizeOf({ beginning, records }: Store): number {
  return beginning.size + records.length;
}

/** The last roster, if some of its citizens have no entry yet; a roster's entries follow it immediately. */
function undrawnOf({ store, size, procedure }: State): RosterRecord | undefined {
  if (procedure.draws !== "batch") return undefined;
  const end = size - store.beginning.size;
  let last = end - 1;
  while (store.records[last]?.type === "allocation") last--;
  const roster = store.records[last];
  return roster?.type === "roster" && end - 1 - last < roster.referrals.length ? roster : undefined;
}

function treeAt(store: Store, size: number): Peaks {
  const { beginning, records } = store;
  if (store.tree.size > size) store.tree = { peaks: [...beginning.peaks], size: beginning.size };
  const { tree } = store;
  for (; tree.size < size; tree.size++) {
    addLeaf(tree.peaks, records[tree.size - beginning.size]?.digest ?? "");
  }
  return tree.peaks;
}

function headOf(store: Store, size: number): LedgerHead {
  const last = store.records[size - store.beginning.size - 1];
  const root = rootOf(treeAt(store, size));
  return Object.freeze({ size, chain: last?.digest ?? store.beginning.chain, root });
}
