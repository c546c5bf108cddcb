import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allocateBatch,
  formatLedger,
  freezeRoster,
  openLedger,
  verifyLedger,
  type AllocationPlan,
  type Ledger,
  type Referral,
} from "../../src/allocation/index.js";
import {
  alternation,
  complete,
  COMPLETE,
  drawn,
  errorOf,
  KEY,
  OTHER_KEY,
  protocolOf,
  referralsOn,
  started,
} from "./samples.js";

const date = "2005-01-14";
const citizens = Array.from({ length: 11 }, (_, index) => `c-${index}`);
const week = referralsOn("2005-01-12", citizens);
const frozen = freezeRoster(started(complete), week, { date }).ledger;

const armsOf = (ledger: Ledger): string => ledger.entries.map(({ arm }) => arm).join();

describe("allocateBatch", () => {
  it("writes everyone's entry, in the roster's order and dated like it", () => {
    const { entries, records, ledger } = allocateBatch(frozen, { key: KEY });
    expect(records).toEqual(entries);
    expect(ledger.entries).toEqual(entries);
    expect(entries.map(({ citizen }) => citizen)).toEqual(citizens.toSorted());
    expect(entries[0]).toMatchObject({
      sequence: 2,
      date,
      algorithm: "complete/1",
      batch: "2005-W02",
      block: "2005-W02/under-30",
      basis: "drawn",
      designProbabilities: { own: 0.5, supplier: 0.5 },
      drawProbabilities: { own: 0.5, supplier: 0.5 },
    });
    expect(entries[0]).not.toHaveProperty("beacon");
    expect(ledger.undrawn).toBeUndefined();
  });

  it("shares out each stratum by itself", () => {
    const { entries } = allocateBatch(frozen, { key: KEY });
    for (const [age, own] of [
      ["under-30", [3]],
      ["over-30", [2, 3]],
    ] as const) {
      const count = entries.filter(({ stratum, arm }) => stratum["age"] === age && arm === "own").length;
      expect(own).toContain(count); // 6 and 5 citizens
    }
  });

  it("doesn't depend on the order of the file", () => {
    const expected = formatLedger(allocateBatch(frozen, { key: KEY }).ledger.records);
    fc.assert(
      fc.property(fc.shuffledSubarray([...week], { minLength: week.length }), (rows) => {
        expect(formatLedger(drawn(started(complete), rows, date).records)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("depends on the key, the beacon and the roster, and on nothing else", () => {
    const arms = armsOf(allocateBatch(frozen, { key: KEY }).ledger);
    expect(armsOf(allocateBatch(frozen, { key: KEY }).ledger)).toBe(arms);
    expect(armsOf(allocateBatch(frozen, { key: KEY, beacon: "dice: 4 2 6" }).ledger)).not.toBe(arms);
    const other = freezeRoster(started(complete, OTHER_KEY), week, { date }).ledger;
    expect(armsOf(allocateBatch(other, { key: OTHER_KEY }).ledger)).not.toBe(arms);
    const later = freezeRoster(started(complete), week, { date: "2005-01-15" }).ledger;
    expect(armsOf(allocateBatch(later, { key: KEY }).ledger)).not.toBe(arms);
  });

  it("records the beacon on each line of the batch, the kept ones too", async () => {
    const before = allocateBatch(frozen, { key: KEY }).ledger;
    const ledger = drawn(before, referralsOn("2005-01-18", ["c-1", "c-90"]), "2005-01-19", {
      beacon: "dice: 4 2 6",
    });
    expect(ledger.entries.slice(-2).map(({ basis, beacon }) => [basis, beacon])).toEqual([
      ["kept", "dice: 4 2 6"],
      ["drawn", "dice: 4 2 6"],
    ]);
    expect((await verifyLedger(complete, ledger.records, { key: KEY })).valid).toBe(true);
  });

  it("waits for the public value that the plan declares", async () => {
    const beacon = "the sum of Monday's three dice";
    const protocol = protocolOf({ ...COMPLETE, beacon });
    const { ledger } = freezeRoster(started(protocol), week, { date });
    expect(ledger.opening.allocation.beacon).toBe(beacon);
    const error = errorOf(() => allocateBatch(ledger, { key: KEY }));
    expect(error).toMatchObject({ code: "missing-beacon", path: "allocateBatch.beacon" });
    expect(error.expected).toContain(beacon);
    expect(error.hint).toContain("Publish the head");
    const { records } = allocateBatch(ledger, { key: KEY, beacon: "11" }).ledger;
    const verification = await verifyLedger(protocol, records, { key: KEY });
    expect(verification).toMatchObject({ valid: true, notices: [{ code: "declared-beacon", beacon }] });
  });

  it("keeps the first arm of those referred again, and doesn't count them in the draw", () => {
    const before = allocateBatch(frozen, { key: KEY }).ledger;
    const fresh = ["d-1", "d-2", "d-3", "d-4"];
    const again = referralsOn("2005-01-18", ["c-0", "c-1", "c-2", ...fresh], ["under-30"]);
    const entries = drawn(before, again, "2005-01-19").entries.slice(citizens.length);
    for (const entry of entries.slice(0, 3)) {
      const [first] = before.entriesOf(entry.citizen);
      expect(entry).toMatchObject({ basis: "kept", arm: first?.arm, first: first?.sequence });
      expect(entry.designProbabilities).toEqual({ own: 0, supplier: 0, [entry.arm]: 1 });
    }
    const drawnArms = entries.slice(3).map(({ arm }) => arm);
    expect(drawnArms.filter((arm) => arm === "own")).toHaveLength(2); // of the four who are drawn
  });

  it("draws those referred again like anyone, where the protocol says so", () => {
    const protocol = protocolOf({ ...COMPLETE, referredAgain: "draw-again" });
    const before = drawn(started(protocol), week, date);
    const entries = drawn(before, referralsOn("2005-01-18", citizens, ["under-30"]), "2005-01-19").entries;
    const again = entries.slice(citizens.length);
    expect(again.every(({ basis, first }) => basis === "drawn" && first !== undefined)).toBe(true);
    expect([5, 6]).toContain(again.filter(({ arm }) => arm === "own").length);
  });

  it("counts a citizen once who comes on two days of the week", () => {
    const days = [...referralsOn("2005-01-12", ["c-1"]), ...referralsOn("2005-01-10", ["c-1"])];
    const [first, second] = drawn(started(complete), days, date).entries;
    expect(first).toMatchObject({ referredOn: "2005-01-10", basis: "drawn" });
    expect(second).toMatchObject({ referredOn: "2005-01-12", basis: "kept", arm: first?.arm, first: 2 });
  });

  it("goes on where a write was cut off, and comes to the same ledger", () => {
    const whole = allocateBatch(frozen, { key: KEY, beacon: "dice" }).ledger;
    for (const size of [2, 3, 7, whole.records.length - 1]) {
      const cut = openLedger(complete, whole.records.slice(0, size));
      expect(cut.undrawn?.batch).toBe("2005-W02");
      const { entries, records, ledger } = allocateBatch(cut, { key: KEY, beacon: "dice" });
      expect(entries).toEqual(whole.entries);
      expect(records).toEqual(whole.records.slice(size));
      expect(ledger.head).toEqual(whole.head);
    }
    const cut = openLedger(complete, whole.records.slice(0, 4));
    expect(errorOf(() => allocateBatch(cut, { key: KEY }))).toMatchObject({
      code: "other-beacon",
      expected: "dice, as in the 2 entries that the batch has already",
    });
  });

  it("refuses another key, no roster, a single design, an empty beacon", () => {
    expect(errorOf(() => allocateBatch(frozen, { key: OTHER_KEY })).code).toBe("wrong-key");
    expect(errorOf(() => allocateBatch(started(complete), { key: KEY })).hint).toContain("freezeRoster");
    const single = errorOf(() => allocateBatch(started(alternation), { key: KEY }));
    expect(single.code).toBe("no-roster");
    expect(single.hint).toContain("with allocate");
    expect(errorOf(() => allocateBatch(frozen, { key: KEY, beacon: "" })).code).toBe("impossible-option");
  });

  it("gives ledgers that verify, for any arms, ratios, strata and weeks", async () => {
    const plan = fc.record({
      weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 }),
      referredAgain: fc.constantFrom("keep-arm", "draw-again"),
      weeks: fc.array(
        fc.array(
          fc.record({
            who: fc.nat(12),
            day: fc.nat(6),
          }),
          { maxLength: 12 },
        ),
        { minLength: 1, maxLength: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ weights, referredAgain, weeks }) => {
        const arms = weights.map((_, k) => `arm-${k}`);
        const allocation: AllocationPlan = {
          design: {
            kind: "complete",
            batch: "iso-week",
            weights: Object.fromEntries(arms.map((arm, k) => [arm, weights[k] ?? 1])),
          },
          strata: ["age", "group"],
          referredAgain,
        };
        const protocol = protocolOf(allocation, arms);
        let ledger = started(protocol);
        for (const [index, rows] of weeks.entries()) {
          const referrals = new Map<string, Referral>();
          for (const { who, day } of rows) {
            const age = who % 2 === 0 ? "u" : "o";
            const group = (who + day) % 3 === 0 ? "A" : "B"; // may change from one day to the next
            const referredOn = `2005-01-${String(10 + 7 * (index % 3) + day).padStart(2, "0")}`;
            referrals.set(`${who} ${referredOn}`, { citizen: `c-${who}`, referredOn, age, group });
          }
          const next = freezeRoster(ledger, [...referrals.values()], { date: "2005-02-01" });
          ledger = next.records.length === 0 ? ledger : allocateBatch(next.ledger, { key: KEY }).ledger;
        }
        const { head } = ledger;
        const { findings } = await verifyLedger(protocol, ledger.records, { key: KEY, head });
        expect(findings).toEqual([]);
        expect(openLedger(protocol, ledger.records).head).toEqual(head);
      }),
      { numRuns: 60 },
    );
  });
});
