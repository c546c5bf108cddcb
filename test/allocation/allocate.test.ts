import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, formatLedger, type Mode, type Referral } from "../../src/allocation/index.js";
import {
  ALTERNATION,
  alternation,
  alternationLedger,
  complete,
  errorOf,
  KEY,
  OTHER_KEY,
  protocolOf,
  started,
} from "./samples.js";

const referral: Referral = { citizen: "c-017", referredOn: "2005-01-12", group: "A" };
const empty = started(alternation);

/** The arms of the first citizens of many strata. */
function startsOf(mode: Mode): readonly string[] {
  return Array.from({ length: 40 }, (_, index) => {
    const ledger = started(alternation, KEY, mode);
    return allocate(ledger, { ...referral, group: `stratum ${index}` }, { key: KEY }).entry.arm;
  });
}

describe("allocate", () => {
  it("writes one entry, dated by the referral", () => {
    const { entry, repeated, records, ledger } = allocate(empty, referral, { key: KEY });
    expect(entry).toMatchObject({
      type: "allocation",
      sequence: 1,
      date: "2005-01-12",
      mode: "live",
      previous: empty.opening.digest,
      protocol: alternation.digest,
      algorithm: "alternation/1",
      citizen: "c-017",
      referredOn: "2005-01-12",
      batch: "2005-01-12",
      block: "A",
      stratum: { group: "A" },
      basis: "drawn",
      designProbabilities: { own: 0.5, supplier: 0.5 },
      drawProbabilities: { own: 0.5, supplier: 0.5 },
    });
    expect(entry.first).toBeUndefined();
    expect(repeated).toBe(false);
    expect(records).toEqual([entry]);
    expect(ledger.entries).toEqual([entry]);
    expect(empty.entries).toEqual([]);
  });

  it("alternates within each stratum", () => {
    const arms = new Map<string, string[]>();
    for (const { stratum, arm, basis } of alternationLedger().entries) {
      if (basis !== "drawn") continue;
      const list = arms.get(stratum["group"] ?? "") ?? [];
      arms.set(stratum["group"] ?? "", [...list, arm]);
    }
    for (const list of arms.values()) {
      for (const [index, arm] of list.entries()) expect(arm === list[0]).toBe(index % 2 === 0);
    }
    expect([...arms.keys()]).toEqual(["A", "B"]);
  });

  it("leaves nothing to chance after the first, which the draw probabilities say", () => {
    const { ledger, entry } = allocate(empty, referral, { key: KEY });
    const next = allocate(ledger, { ...referral, citizen: "c-018" }, { key: KEY }).entry;
    expect(next.drawProbabilities).toEqual({ own: 0, supplier: 0, [next.arm]: 1 });
    expect(next.arm).not.toBe(entry.arm);
    expect(next.designProbabilities).toEqual({ own: 0.5, supplier: 0.5 });
  });

  it("gives the first entry again for the same citizen on the same date", () => {
    const { ledger, entry } = allocate(empty, referral, { key: KEY });
    const again = allocate(ledger, { ...referral, income: 7 }, { key: KEY });
    expect(again).toEqual({ entry, repeated: true, records: [], ledger });
    expect(again.entry).toBe(entry);
  });

  it("refuses to hear something else of the same citizen on the same date", () => {
    const { ledger } = allocate(empty, referral, { key: KEY });
    const error = errorOf(() => allocate(ledger, { ...referral, group: "B" }, { key: KEY }));
    expect(error).toMatchObject({
      code: "contradictory-referrals",
      received: 'c-017 on 2005-01-12 as {"group":"A"} and {"group":"B"}',
    });
    expect(error.hint).toContain("amend");
  });

  it("keeps the arm of someone referred anew, which is no chance and takes no one's turn", () => {
    const { ledger, entry } = allocate(empty, referral, { key: KEY });
    const again = allocate(ledger, { ...referral, referredOn: "2005-03-01", group: "B" }, { key: KEY });
    expect(again.repeated).toBe(false);
    expect(again.entry).toMatchObject({ basis: "kept", first: 1, arm: entry.arm, block: "B" });
    expect(again.entry.designProbabilities).toEqual({ own: 0, supplier: 0, [entry.arm]: 1 });
    expect(again.entry.drawProbabilities).toEqual(again.entry.designProbabilities);
    const fresh = allocate(again.ledger, { ...referral, citizen: "c-018", group: "B" }, { key: KEY }).entry;
    expect(fresh.drawProbabilities).toEqual({ own: 0.5, supplier: 0.5 }); // still the first drawn of B
  });

  it("draws someone referred anew like anyone, where the protocol says so", () => {
    const protocol = protocolOf({ ...ALTERNATION, referredAgain: "draw-again" });
    const { ledger, entry } = allocate(started(protocol), referral, { key: KEY });
    const again = allocate(ledger, { ...referral, referredOn: "2005-03-01" }, { key: KEY }).entry;
    expect(again).toMatchObject({ basis: "drawn", first: 1 });
    expect(again.arm).not.toBe(entry.arm);
  });

  it("names the first entry at every further referral", () => {
    let { ledger } = allocate(empty, referral, { key: KEY });
    for (const referredOn of ["2005-02-01", "2005-03-01"]) {
      ({ ledger } = allocate(ledger, { ...referral, referredOn }, { key: KEY }));
    }
    expect(ledger.entriesOf("c-017").map(({ first }) => first)).toEqual([undefined, 1, 1]);
  });

  it("has one block without strata", () => {
    const protocol = protocolOf({ ...ALTERNATION, strata: [] });
    expect(allocate(started(protocol), referral, { key: KEY }).entry.block).toBe("all");
  });

  it("goes round k arms in the protocol's order, from a start that differs by stratum and key", () => {
    const arms = ["own", "a", "b", "c"];
    const protocol = protocolOf(ALTERNATION, arms);
    fc.assert(
      fc.property(fc.string({ minLength: 20, maxLength: 30, unit: "grapheme-ascii" }), (text) => {
        const key = `123456${text}`;
        let ledger = started(protocol, key);
        const drawn = Array.from({ length: 9 }, (_, index) => {
          const next = allocate(ledger, { ...referral, citizen: `c-${index}` }, { key });
          ({ ledger } = next);
          return arms.indexOf(next.entry.arm);
        });
        for (const [index, at] of drawn.entries()) expect(at).toBe(((drawn[0] ?? 0) + index) % 4);
      }),
      { numRuns: 25 },
    );
    const starts = Array.from({ length: 40 }, (_, index) => {
      const group = `stratum ${index}`;
      return allocate(started(protocol), { ...referral, group }, { key: KEY }).entry.arm;
    });
    expect(new Set(starts)).toEqual(new Set(arms));
  });

  it("draws another list in test mode, so that a rehearsal gives nothing away", () => {
    expect(startsOf("test")).not.toEqual(startsOf("live"));
  });

  it("gives the same ledger from the same input", () => {
    expect(formatLedger(alternationLedger().records)).toBe(formatLedger(alternationLedger().records));
  });

  it("refuses a design that draws batches", () => {
    const error = errorOf(() => allocate(started(complete), referral, { key: KEY }));
    expect(error.code).toBe("batch-required");
    expect(error.hint).toContain("freezeRoster");
  });

  it("refuses another key, also for a referral that is repeated", () => {
    const { ledger } = allocate(empty, referral, { key: KEY });
    expect(errorOf(() => allocate(empty, referral, { key: OTHER_KEY })).code).toBe("wrong-key");
    expect(errorOf(() => allocate(ledger, referral, { key: OTHER_KEY })).code).toBe("wrong-key");
  });

  it.each([
    ["citizen", { citizen: "010203-1234" }, "cpr-shaped"],
    ["citizen", { citizen: "" }, "malformed"],
    ["citizen", { citizen: " c-017" }, "malformed"],
    ["referredOn", { referredOn: "12-01-2005" }, "malformed"],
    ["referredOn", { referredOn: "2005-02-29" }, "malformed"],
    ["group", { group: undefined }, "malformed"],
    ["group", { group: "" }, "malformed"],
    ["group", { group: 1 }, "malformed"],
  ])("refuses a referral with an impossible %s", (field, part, code) => {
    const error = errorOf(() => allocate(empty, { ...referral, ...part }, { key: KEY }));
    expect(error).toMatchObject({ code, path: `referral.${field}` });
    expect(error.message).not.toContain("010203");
  });

  it("refuses what is no ledger", () => {
    const copy = { ...empty };
    expect(errorOf(() => allocate(copy, referral, { key: KEY })).code).toBe("not-a-ledger");
  });
});
