import { describe, expect, it } from "vitest";
import {
  allocate,
  openLedger,
  receipt,
  verifyReceipt,
  type AllocationRecord,
  type Ledger,
} from "../../src/allocation/index.js";
import { alternation, completeLedger, errorOf, KEY, started } from "./samples.js";

const LINES = 70;

/** A ledger at each of its sizes. */
const growing: readonly Ledger[] = Array.from({ length: LINES - 1 }).reduce<readonly Ledger[]>(
  (ledgers, _, index) => {
    const referral = { citizen: `c-${index}`, referredOn: "2005-01-10", group: index % 3 === 0 ? "A" : "B" };
    const before = ledgers.at(-1) ?? started(alternation);
    return [...ledgers, allocate(before, referral, { key: KEY }).ledger];
  },
  [started(alternation)],
);
const [opened = started(alternation)] = growing;
const last = growing.at(-1) ?? opened;
const firstEntry = last.entries[0] as AllocationRecord;

describe("receipt", () => {
  it("verifies for every entry of ledgers of every size", () => {
    for (const ledger of growing) {
      for (const entry of ledger.entries) {
        const { valid, findings } = verifyReceipt(receipt(ledger, entry), ledger.head);
        expect(findings).toEqual([]);
        expect(valid).toBe(true);
      }
    }
    expect(growing.flatMap(({ entries }) => entries)).toHaveLength((LINES * (LINES - 1)) / 2);
  });

  it("is the same for an earlier head as from the ledger of that time", () => {
    for (const { head, entries } of growing) {
      const then = openLedger(alternation, last.records.slice(0, head.size));
      expect(entries.map((entry) => receipt(last, entry, { head }))).toEqual(
        entries.map((entry) => receipt(then, entry)),
      );
    }
  });

  it("holds the entry's own line, the head, and hashes of the others", () => {
    const ledger = completeLedger();
    const [entry] = ledger.entriesOf("c-7");
    const { line, path, ...rest } = receipt(ledger, entry as AllocationRecord);
    expect(rest).toEqual({ kind: "receipt", format: "konkurrencemodel-receipt/1", head: ledger.head });
    expect(line).toEqual(entry);
    for (const hash of path) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const text = JSON.stringify({ line, path, ...rest });
    expect(text).toContain("c-7");
    for (const other of ["c-1", "c-2", "c-3", "c-4", "c-5", "c-6", "c-8", "c-9"]) {
      expect(text).not.toContain(`"${other}"`);
    }
  });

  it("is frozen, and the same after JSON", () => {
    const made = receipt(last, firstEntry);
    expect(Object.isFrozen(made) && Object.isFrozen(made.path) && Object.isFrozen(made.head)).toBe(true);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it("is of the entry that the ledger holds, not of a copy that says otherwise", () => {
    const { arm } = receipt(last, { ...firstEntry, arm: "elsewhere" }).line;
    expect(arm).toBe(firstEntry.arm);
  });

  it("refuses an entry that the ledger doesn't hold", () => {
    const [stranger] = completeLedger().entries;
    const latest = last.entries.at(-1);
    for (const [ledger, entry] of [
      [last, stranger],
      [opened, firstEntry], // of the same lines, but later
      [last, { ...firstEntry, digest: "00".repeat(32) }],
      [last, { ...firstEntry, sequence: 0 }],
      [last, { ...firstEntry, sequence: 1.5 }],
      [growing[5], latest],
    ] as const) {
      const error = errorOf(() => receipt(ledger as Ledger, entry as AllocationRecord));
      expect(error).toMatchObject({ code: "not-in-ledger", path: "receipt.entry" });
    }
  });

  it("refuses a head that isn't one of the ledger, or is older than the entry", () => {
    const { head } = last;
    const heads = [opened.head, { ...head, size: 71 }, { ...head, size: 69 }, completeLedger().head];
    const other = { ...head, root: "00".repeat(32) };
    for (const wrong of [...heads, other, { ...head, chain: "00".repeat(32) }]) {
      expect(errorOf(() => receipt(last, firstEntry, { head: wrong })).code).toBe("other-head");
    }
    const error = errorOf(() => receipt(last, last.entries[9] as AllocationRecord, { head: opened.head }));
    expect(error.expected).toBe("a head of this ledger, taken when it had at least 11 of its 70 lines");
  });

  it("refuses wrong use", () => {
    const wrong = { head: { size: 0, chain: "", root: "" } };
    expect(errorOf(() => receipt(last, firstEntry, wrong)).code).toBe("impossible-option");
    expect(errorOf(() => receipt({ ...last }, firstEntry)).code).toBe("not-a-ledger");
    const resumed = openLedger(alternation, { checkpoint: last.checkpoint(), entries: [firstEntry] });
    expect(errorOf(() => receipt(resumed, firstEntry)).code).toBe("partial-ledger");
  });
});
