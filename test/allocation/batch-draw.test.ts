import { describe, expect, it } from "vitest";
import { drawBatch, drawnByStratum, type Batch } from "../../src/allocation/batch-draw.js";
import { freezeRoster, type Ledger } from "../../src/allocation/index.js";
import { stateOf } from "../../src/allocation/ledger.js";
import { complete, COMPLETE, drawn, KEY, OTHER_KEY, protocolOf, referralsOn, started } from "./samples.js";

function batchOf(ledger: Ledger): Batch {
  const state = stateOf(ledger, "ledger");
  const roster = ledger.undrawn;
  if (roster === undefined || state.procedure.draws !== "batch") throw new Error("there is no roster");
  return { view: { ...state, size: roster.sequence }, procedure: state.procedure, roster };
}

const before = drawn(started(complete), referralsOn("2005-01-10", ["c-1", "c-2"]), "2005-01-14");
const days = [
  ...referralsOn("2005-01-17", ["c-3", "c-4", "c-5", "c-1"]),
  ...referralsOn("2005-01-18", ["c-3"]),
];
const batch = batchOf(freezeRoster(before, days, { date: "2005-01-19" }).ledger);

describe("drawnByStratum", () => {
  it("leaves out who keeps an arm, from before or from earlier in the week", () => {
    // the roster: c-1, c-3 on the 17th, c-3 on the 18th, c-4, c-5
    expect([...drawnByStratum(batch)]).toEqual([
      ['{"age":"under-30"}', [1, 4]],
      ['{"age":"over-30"}', [3]],
    ]);
  });

  it("leaves out nobody where everybody is drawn again", () => {
    const protocol = protocolOf({ ...COMPLETE, referredAgain: "draw-again", strata: [] });
    const ledger = drawn(started(protocol), referralsOn("2005-01-10", ["c-1"]), "2005-01-14");
    const again = batchOf(freezeRoster(ledger, days, { date: "2005-01-19" }).ledger);
    expect([...drawnByStratum(again)]).toEqual([["{}", [0, 1, 2, 3, 4]]]);
  });
});

describe("drawBatch", () => {
  it("gives an arm to each position that is drawn, and to no other", () => {
    const arms = drawBatch(batch, KEY, undefined);
    expect([...arms.keys()].toSorted()).toEqual([1, 3, 4]);
    expect(new Set([arms.get(1)?.arm, arms.get(4)?.arm])).toEqual(new Set(["own", "supplier"])); // two citizens, 1:1
  });

  it("depends on key and beacon", () => {
    const many = referralsOn(
      "2005-01-17",
      Array.from({ length: 60 }, (_, index) => `d-${index}`),
    );
    const large = batchOf(freezeRoster(before, many, { date: "2005-01-19" }).ledger);
    const arms = (key: string, beacon?: string): string =>
      [...drawBatch(large, key, beacon).values()].map(({ arm }) => arm).join();
    expect(arms(KEY)).toBe(arms(KEY));
    expect(new Set([arms(KEY), arms(KEY, "dice: 1"), arms(KEY, "dice: 2"), arms(OTHER_KEY)]).size).toBe(4);
  });
});
