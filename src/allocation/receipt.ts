import { competitionError, deepFreeze, resolveOptions, type OptionRules } from "../core/index.js";
import { headRule } from "./head.js";
import { grow, pathOf, rootAt, type Subtrees } from "./inclusion.js";
import { entryAt, stateOf, type State, type Store } from "./ledger.js";
import type { AllocationRecord, Ledger, LedgerHead } from "./types.js";

/** Shows that one entry stands in a ledger whose head was published. A plain JSON value. */
export interface Receipt {
  readonly kind: "receipt";
  readonly format: "konkurrencemodel-receipt/1";
  /** The head that it leads to. */
  readonly head: LedgerHead;
  /** The entry as it stands in the ledger. */
  readonly line: AllocationRecord;
  /** From the line's leaf up to the root: the hash beside the way at each height, 64 hexadecimal digits. */
  readonly path: readonly string[];
}

export interface ReceiptOptions {
  /** A head that was published when the ledger held the entry already; by default the ledger's own. */
  readonly head?: LedgerHead;
}

const rules: OptionRules<ReceiptOptions> = { head: headRule };

/**
 * A receipt for one entry: whoever has it and a published head can check with verifyReceipt that the entry
 * stands in the ledger as it was written, without seeing any other.
 *
 * It is an inclusion proof of RFC 9162 in the tree whose root the head publishes: with dᵢ the digest of line
 * i, leaf i is SHA-256(0x00 ‖ dᵢ), a node SHA-256(0x01 ‖ left ‖ right); `path` has the at most ⌈log₂ size⌉
 * siblings on the way up. Of everyone else it holds hashes only. They tell nothing to who doesn't know the
 * other lines' pseudonyms; someone who knows the next citizen's could try which line fits the hash, which is
 * one more reason for keyed pseudonyms (see pseudonymize). That chance decided as declared it doesn't show:
 * that takes the whole ledger, the key and verifyLedger.
 *
 * @param entry One of `ledger.entries` or `ledger.entriesOf(citizen)`.
 * @param options `head`: an earlier one that was published, which the receipt shall lead to.
 * @returns A frozen plain value, to be handed out as JSON.
 * @throws CompetitionError `not-a-ledger`; `partial-ledger` for one that goes on from a checkpoint;
 * `not-in-ledger` for an entry that the ledger doesn't hold; `other-head` for a head that isn't one of this ledger, or is older than the entry.
 * @example
 * const proof = JSON.stringify(receipt(ledger, entry));
 * verifyReceipt(JSON.parse(proof), ledger.head).valid // true
 * @example
 * receipt(ledger, entry, { head: opened.head }) // throws other-head: the entry wasn't there yet
 * @see RFC 9162, https://www.rfc-editor.org/rfc/rfc9162, section 2.1.3.1
 */
export function receipt(ledger: Ledger, entry: AllocationRecord, options: ReceiptOptions = {}): Receipt {
  const state = stateOf(ledger, "receipt.ledger");
  const given = resolveOptions<ReceiptOptions>("receipt", options, rules).values;
  if (state.store.beginning.size > 0) {
    throw competitionError({
      code: "partial-ledger",
      path: "receipt.ledger",
      received: `a ledger from line ${state.store.beginning.size + 1} on`,
      expected: "all lines: the hashes on the way to the root are made of them",
      hint: "Open the whole ledger with openLedger(protocol, records).",
    });
  }
  const line = entryAt(state, entry.sequence);
  if (line === undefined || line.digest !== entry.digest) {
    throw competitionError({
      code: "not-in-ledger",
      path: "receipt.entry",
      received: entry,
      expected: "one of the ledger's entries",
      hint: "Find a citizen's entries with ledger.entriesOf(citizen).",
    });
  }
  const subtrees = subtreesOf(state);
  const size = given.head?.size ?? state.size;
  const head = headAt(state, subtrees, size);
  const { chain, root } = given.head ?? head;
  if (line.sequence >= size || head.chain !== chain || head.root !== root) {
    throw competitionError({
      code: "other-head",
      path: "receipt.head",
      received: given.head,
      expected: `a head of this ledger, taken when it had at least ${line.sequence + 1} of its ${state.size} lines`,
    });
  }
  return deepFreeze({
    kind: "receipt",
    format: "konkurrencemodel-receipt/1",
    head,
    line,
    path: pathOf(subtrees, line.sequence, size),
  });
}

/** The head when the ledger had this many lines; of more than there are, one that no head is equal to. */
function headAt({ store, size: lines }: State, subtrees: Subtrees, size: number): LedgerHead {
  if (size > lines) return { size, chain: "", root: "" };
  return { size, chain: store.records[size - 1]?.digest ?? "", root: rootAt(subtrees, size) };
}

/** Trees of the stores that have given receipts; they grow as the stores do. */
const trees = new WeakMap<Store, Subtrees>();

function subtreesOf({ store, size }: State): Subtrees {
  const subtrees = trees.get(store) ?? [];
  trees.set(store, subtrees);
  for (let index = subtrees[0]?.length ?? 0; index < size; index++) {
    grow(subtrees, store.records[index]?.digest ?? "");
  }
  return subtrees;
}
