import { describe, expect, it } from "vitest";
import {
  allocate,
  formatLedger,
  openLedger,
  parseLedger,
  type Ledger,
  type LedgerRecord,
} from "../../src/allocation/index.js";
import { digestOfValue } from "../../src/core/index.js";
import {
  ALTERNATION,
  alternation,
  alternationLedger,
  complete,
  completeLedger,
  errorOf,
  KEY,
  protocolOf,
  relinked,
} from "./samples.js";

const name = "ledger.jsonl";
const ledger = alternationLedger();
const { records } = ledger;

const open = (lines: readonly LedgerRecord[]): Ledger => openLedger(alternation, lines);

describe("openLedger", () => {
  it("gives the ledger that was written, from a file or from plain records", () => {
    const parsed = parseLedger(formatLedger(records), { name });
    for (const opened of [openLedger(alternation, parsed), open(records), open(structuredClone(records))]) {
      expect(opened.records).toEqual(records);
      expect(opened.entries).toEqual(ledger.entries);
      expect(opened.head).toEqual(ledger.head);
      expect(opened.entriesOf("c-1")).toEqual(ledger.entriesOf("c-1"));
    }
  });

  it.each([
    [
      "a checkpoint by itself",
      ledger.checkpoint(),
      "Give openLedger(protocol, { checkpoint, entries, citizens }).",
    ],
    ["no lines", {}, "Read a file's bytes or text with parseLedger."],
    ["a file's text", formatLedger(records), "Read a file's bytes or text with parseLedger."],
  ])("says what to give instead of %s", (_, given, hint) => {
    const error = errorOf(() => openLedger(alternation, given as unknown as LedgerRecord[]));
    expect(error).toMatchObject({ code: "no-records", hint });
  });

  it("goes on where the ledger stood", () => {
    const referral = { citizen: "c-6", referredOn: "2005-02-03", group: "A" };
    const opened = open(structuredClone(records));
    const { entry } = allocate(opened, referral, { key: KEY });
    expect(entry).toEqual(allocate(ledger, referral, { key: KEY }).entry);
    const again = { citizen: "c-1", referredOn: "2005-01-10", group: "A" };
    expect(allocate(opened, again, { key: KEY }).repeated).toBe(true);
  });

  it("knows the roster that waits", () => {
    const { records: weekly } = completeLedger();
    expect(openLedger(complete, weekly.slice(0, 12)).undrawn?.batch).toBe("2005-W03.2");
  });

  it("takes records whose fields stand in another order, as databases give them", () => {
    const reversed = records.map(
      (record) => Object.fromEntries(Object.entries(record).toReversed()) as unknown as LedgerRecord,
    );
    const opened = open(reversed);
    expect(formatLedger(opened.records)).toBe(formatLedger(records));
    expect(JSON.stringify(opened.records[1])).toBe(JSON.stringify(records[1]));
    expect(Object.isFrozen(reversed[1])).toBe(false);
  });

  it("throws on a changed line, naming file, line and what", () => {
    const text = formatLedger(records).replace('"citizen":"c-2"', '"citizen":"c-9"');
    const error = errorOf(() => openLedger(alternation, parseLedger(text, { name })));
    expect(error).toMatchObject({
      code: "broken-chain",
      path: "ledger.jsonl, line 3, digest",
      received: records[2]?.digest,
    });
    expect(error.hint).toContain("verifyLedger");
  });

  it("throws on lines that are missing, swapped, renumbered", () => {
    const [opening, first, second] = records as [LedgerRecord, LedgerRecord, LedgerRecord];
    expect(errorOf(() => open([opening, second]))).toMatchObject({
      code: "broken-chain",
      path: "ledger, line 2, previous",
    });
    expect(errorOf(() => open([opening, second, first])).code).toBe("broken-chain");
    expect(errorOf(() => open(relinked([opening, { ...first, sequence: 7 }])))).toMatchObject({
      code: "broken-chain",
      path: "ledger, line 2, sequence",
    });
    expect(errorOf(() => open(records.slice(1))).code).toBe("broken-chain");
  });

  it("throws on another protocol's ledger, with advice", () => {
    const other = protocolOf({ ...ALTERNATION, referredAgain: "draw-again" });
    const error = errorOf(() => openLedger(other, records));
    expect(error).toMatchObject({
      code: "other-protocol",
      received: alternation.digest,
      expected: other.digest,
    });
    expect(error.hint).toBe(
      "What differs: allocation.referredAgain. Open it with the protocol that it was started with; what is agreed anew takes a ledger of its own.",
    );
  });

  it("throws on a plan that isn't the protocol's, whatever digest it claims", () => {
    const claims = {
      ...protocolOf({ ...ALTERNATION, referredAgain: "draw-again" }),
      digest: alternation.digest,
    };
    expect(errorOf(() => openLedger(claims, records)).code).toBe("other-plan");
  });

  it("throws on mixed modes", () => {
    const mixed = relinked(records.with(2, { ...records[2], mode: "test" } as LedgerRecord));
    expect(errorOf(() => open(mixed))).toMatchObject({ code: "mixed-modes", path: "ledger, line 3, mode" });
  });

  it("throws on a line that the package wouldn't have written", () => {
    const changed = { ...records[1], drawProbabilities: { own: 1, supplier: 0 } } as LedgerRecord;
    expect(errorOf(() => open(relinked(records.with(1, changed))))).toMatchObject({
      code: "other-entry",
      path: "ledger, line 2, drawProbabilities",
    });
  });

  it("throws on records that are none", () => {
    const nothing: unknown = null;
    const text = formatLedger(records) as unknown as readonly LedgerRecord[];
    expect(errorOf(() => open([])).code).toBe("empty-ledger");
    expect(errorOf(() => open(nothing as readonly LedgerRecord[])).code).toBe("no-records");
    expect(errorOf(() => open(text)).hint).toContain("parseLedger");
    expect(errorOf(() => open([nothing as LedgerRecord])).code).toBe("malformed");
  });

  it("throws on a protocol that is none", () => {
    const without = { ...alternation, digest: digestOfValue(1).slice(1) };
    expect(errorOf(() => openLedger(without, records)).code).toBe("impossible-protocol");
  });
});
