import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, openLedger, type Ledger } from "../../src/allocation/index.js";
import { appended, stateOf } from "../../src/allocation/ledger.js";
import { addLeaf, rootOf, type Peaks } from "../../src/allocation/merkle.js";
import {
  alternation,
  alternationLedger,
  completeLedger,
  errorOf,
  KEY,
  protocolOf,
  started,
} from "./samples.js";

const next = (ledger: Ledger, citizen: string): Ledger =>
  allocate(ledger, { citizen, referredOn: "2005-03-01", group: "A" }, { key: KEY }).ledger;

/** All that a ledger shows. */
const shown = (ledger: Ledger): unknown => ({
  records: ledger.records,
  entries: ledger.entries,
  head: ledger.head,
  undrawn: ledger.undrawn,
  of: ["c-1", "c-2", "x-1", "x-2"].map((citizen) => ledger.entriesOf(citizen)),
});

const later = (): undefined => undefined;

describe("a ledger", () => {
  it("tells records, entries and a citizen's entries", () => {
    const ledger = completeLedger();
    expect(ledger.kind).toBe("ledger");
    expect(ledger.records.map(({ sequence }) => sequence)).toEqual([...ledger.records.keys()]);
    expect(ledger.entries).toHaveLength(10);
    expect(ledger.entriesOf("c-1").map(({ sequence }) => sequence)).toEqual([2, 8]);
    expect(ledger.entriesOf("nobody")).toEqual([]);
  });

  it("has the head of its lines", () => {
    const { head, records } = completeLedger();
    const peaks: Peaks = [];
    for (const { digest } of records) addLeaf(peaks, digest);
    expect(head).toEqual({ size: 14, chain: records.at(-1)?.digest, root: rootOf(peaks) });
  });

  it("can't be changed", () => {
    const ledger = completeLedger();
    for (const part of [ledger, ledger.records, ledger.entries, ledger.head, ledger.records[1]]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    expect(() => Object.assign(ledger, { kind: "other" })).toThrow(TypeError);
  });

  it("stays as it was when others grow from it, in whatever order they are asked", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: fc.nat(), citizen: fc.constantFrom("x-1", "x-2", "x-3") }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.boolean(),
        (steps, askFirst) => {
          const grown = [started(alternation)];
          const before = grown.map(askFirst ? shown : later);
          for (const { from, citizen } of steps) {
            const ledger = next(grown[from % grown.length] ?? started(alternation), citizen);
            grown.push(ledger);
            before.push((askFirst ? shown : later)(ledger));
          }
          // the same ledgers built from their lines alone, sharing nothing
          const fresh = grown.map((ledger) => shown(openLedger(alternation, ledger.records)));
          expect(grown.toReversed().map(shown).toReversed()).toEqual(fresh);
          expect(before.map((state, at) => state ?? fresh[at])).toEqual(fresh);
        },
      ),
    );
  });

  it("shares its lines with the ledger it grew from, and copies them only to branch off", () => {
    const trunk = alternationLedger();
    const { store } = stateOf(trunk, "ledger");
    const one = next(trunk, "x-1");
    const two = next(trunk, "x-2");
    expect(stateOf(one, "ledger").store).toBe(store);
    expect(stateOf(two, "ledger").store).not.toBe(store);
    expect(one.records.slice(0, -1)).toEqual(two.records.slice(0, -1));
    expect(one.entries.at(-1)?.citizen).toBe("x-1");
    expect(two.entries.at(-1)?.citizen).toBe("x-2");
    expect(one.entries.at(-1)?.arm).toBe(two.entries.at(-1)?.arm); // the place decides, not the citizen
  });
});

it("goes on alike from an earlier value and from a checkpoint, where blocks have sizes that only the key tells", () => {
  const design = { kind: "permuted-block", weights: { own: 1, supplier: 1 }, sizes: [2, 4, 6] } as const;
  const protocol = protocolOf({ design, strata: ["group"], referredAgain: "keep-arm" });
  const ledgers = [started(protocol)];
  for (let n = 0; n < 30; n++) ledgers.push(next(ledgers[n] ?? started(protocol), `c-${n}`));
  const entries = ledgers.at(-1)?.entries ?? [];
  for (const [n, ledger] of ledgers.slice(0, -1).entries()) {
    const resumed = openLedger(protocol, { checkpoint: ledger.checkpoint(), entries: [] });
    expect(next(ledger, `c-${n}`).entries.at(-1)).toEqual(entries[n]);
    expect(next(resumed, `c-${n}`).entries.at(-1)).toEqual(entries[n]);
  }
});

it("makes what it shows once, and what all ledgers share shows nothing by itself", () => {
  const ledger = alternationLedger();
  expect(errorOf(() => (Object.getPrototypeOf(ledger) as Ledger).records).code).toBe("not-a-ledger");
  expect(ledger.records).toBe(ledger.records);
  expect(ledger.head).toBe(ledger.head);
});

it("knows only ledgers that this package made", () => {
  const ledger = alternationLedger();
  const [opening] = ledger.records;
  if (opening === undefined) throw new Error("a ledger has an opening");
  for (const other of [{ ...ledger }, JSON.parse("null") as Ledger]) {
    expect(errorOf(() => stateOf(other, "allocate.ledger"))).toMatchObject({
      code: "not-a-ledger",
      path: "allocate.ledger",
    });
    expect(errorOf(() => appended(other, opening)).code).toBe("not-a-ledger");
  }
});
