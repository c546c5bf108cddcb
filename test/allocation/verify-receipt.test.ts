import { describe, expect, it } from "vitest";
import {
  allocate,
  receipt,
  verifyReceipt,
  type AllocationRecord,
  type Ledger,
  type LedgerHead,
  type Receipt,
} from "../../src/allocation/index.js";
import { digestOfValue } from "../../src/core/index.js";
import { alternation, completeLedger, KEY, started } from "./samples.js";

/** Alternation with citizens of these pseudonyms. */
function ledgerOf(citizens: readonly string[]): Ledger {
  return citizens.reduce(
    (ledger, citizen) =>
      allocate(ledger, { citizen, referredOn: "2005-01-10", group: "A" }, { key: KEY }).ledger,
    started(alternation),
  );
}

const citizens = Array.from({ length: 69 }, (_, index) => `c-${index}`);
const ledger = ledgerOf(citizens);
const entryAt = (sequence: number): AllocationRecord => ledger.records[sequence] as AllocationRecord;

/** Every value that differs from a plain one in one place: a character, a number, a field or element less, more or doubled. */
function* changed(value: unknown): Generator<unknown> {
  if (typeof value === "string") {
    for (let at = 0; at < value.length; at++) {
      const other = String.fromCharCode(value.charCodeAt(at) ^ 1);
      yield value.slice(0, at) + other + value.slice(at + 1);
    }
    yield `${value}0`;
  } else if (typeof value === "number") {
    yield* [value - 1, value + 1, value + 0.25, -value - 1];
  } else if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) {
      for (const other of changed(part)) yield value.with(index, other);
      yield value.toSpliced(index, 1);
      yield value.toSpliced(index, 0, part);
      if (index > 0) yield value.toSpliced(index - 1, 2, part, value[index - 1]);
    }
    yield [...value, "00".repeat(32)];
  } else if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      for (const other of [...changed(part), undefined, null]) yield { ...value, [name]: other };
    }
    yield { ...value, more: "" };
  }
}

const codesOf = (made: unknown, head: unknown): readonly string[] =>
  verifyReceipt(made as Receipt, head as LedgerHead).findings.map(({ code, field }) => `${code} ${field}`);

describe("verifyReceipt", () => {
  it("holds for an entry under its head, also after JSON", () => {
    const made = JSON.parse(JSON.stringify(receipt(ledger, entryAt(7)))) as Receipt;
    expect(verifyReceipt(made, ledger.head)).toEqual({
      kind: "receipt-verification",
      valid: true,
      findings: [],
    });
    expect(Object.isFrozen(verifyReceipt(made, ledger.head).findings)).toBe(true);
  });

  it.each([1, 2, 32, 63, 64, 65, 68, 69])(
    "finds every single change of the receipt of line %i",
    (sequence) => {
      const made = receipt(ledger, entryAt(sequence));
      const held = [...changed(made)].filter((other) => verifyReceipt(other as Receipt, ledger.head).valid);
      expect(held).toEqual([]);
    },
  );

  it("finds every single change of a receipt in which citizens came again and dice were thrown", () => {
    const weekly = completeLedger();
    for (const citizen of ["c-1", "c-9"]) {
      const made = receipt(weekly, weekly.entriesOf(citizen).at(-1) as AllocationRecord);
      const held = [...changed(made)].filter((other) => verifyReceipt(other as Receipt, weekly.head).valid);
      expect(held).toEqual([]);
    }
  });

  it("finds every single change of the head", () => {
    const made = receipt(ledger, entryAt(11));
    expect([...changed(ledger.head)].filter((head) => codesOf(made, head).length === 0)).toEqual([]);
  });

  it("fails under any other head of the same ledger, also where the receipt names that head", () => {
    for (const size of citizens.keys()) {
      const { head } = ledgerOf(citizens.slice(0, size));
      const made = receipt(ledger, entryAt(1));
      expect(codesOf(made, head)).toEqual([
        "other-head receipt.head.size",
        "other-head receipt.head.chain",
        "other-head receipt.head.root",
      ]);
      expect(codesOf({ ...made, head }, head)).toEqual(["broken-path receipt.path"]);
    }
  });

  it("fails under the head of another ledger of the same size", () => {
    const other = ledgerOf(citizens.with(40, "someone-else"));
    const made = receipt(ledger, entryAt(1));
    expect(verifyReceipt(made, other.head).valid).toBe(false);
    expect(codesOf({ ...made, head: other.head }, other.head)).toEqual(["broken-path receipt.path"]);
  });

  it("fails for an entry rewritten with its digest made anew", () => {
    const made = receipt(ledger, entryAt(20));
    const said = { ...made.line, arm: made.line.arm === "own" ? "supplier" : "own", digest: undefined };
    const line = { ...said, digest: digestOfValue(said) };
    expect(codesOf({ ...made, line }, ledger.head)).toEqual(["broken-path receipt.path"]);
    const elsewhere = { ...made.line, arm: "elsewhere" };
    expect(codesOf({ ...made, line: elsewhere }, ledger.head)).toEqual(["changed-line receipt.line.digest"]);
  });

  it("fails with the path of another entry, or at a place that the ledger doesn't have", () => {
    const made = receipt(ledger, entryAt(20));
    const { path } = receipt(ledger, entryAt(21));
    expect(codesOf({ ...made, path }, ledger.head)).toEqual(["broken-path receipt.path"]);
    const said = { ...made.line, sequence: 70, digest: undefined };
    const line = { ...said, digest: digestOfValue(said) };
    expect(verifyReceipt({ ...made, line }, ledger.head).findings).toMatchObject([
      { code: "broken-path", received: "7 hashes for line 71 of 70" },
    ]);
  });

  it("never throws on what isn't a receipt, or isn't a head", () => {
    const made = receipt(ledger, entryAt(3));
    const bad = [
      null,
      undefined,
      3,
      "text",
      {},
      [],
      [made],
      () => made,
      Symbol.iterator,
      { kind: "receipt" },
    ];
    for (const value of bad) {
      expect(codesOf(value, ledger.head).length).toBeGreaterThan(0);
      expect(codesOf(made, value).length).toBeGreaterThan(0);
    }
    const strange = { ...made, path: Array.from({ length: 100_000 }, () => "00".repeat(32)) };
    expect(codesOf(strange, ledger.head)).toEqual(["broken-path receipt.path"]);
  });

  it("doesn't repeat what is shaped like a CPR number", () => {
    const made = receipt(ledger, entryAt(3));
    const line = { ...made.line, citizen: "010203-1234" };
    const { findings } = verifyReceipt({ ...made, line }, ledger.head);
    expect(findings).toMatchObject([{ code: "cpr-shaped", field: "receipt.line.citizen" }]);
    expect(JSON.stringify(findings)).not.toContain("010203");
  });
});
