import { describe, expect, it } from "vitest";
import { drawBatch, drawsBatches, prepareBatch, type Prepared } from "../../src/allocation/batch-draw.js";
import { freezeRoster, type Ledger, type RosterRecord } from "../../src/allocation/index.js";
import { stateOf } from "../../src/allocation/ledger.js";
import { complete, COMPLETE, drawn, KEY, OTHER_KEY, protocolOf, referralsOn, started } from "./samples.js";

interface Batch {
  readonly ledger: Ledger;
  readonly roster: RosterRecord;
  readonly prepared: Prepared;
}

function batchOf(ledger: Ledger): Batch {
  const state = stateOf(ledger, "ledger");
  const roster = ledger.undrawn;
  if (roster === undefined || !drawsBatches(state)) throw new Error("there is no roster");
  return { ledger, roster, prepared: prepareBatch({ ...state, size: roster.sequence }, roster.referrals) };
}

/** Positions of the first referral of each unit, by stratum. */
const groupsOf = ({ prepared }: Batch): unknown =>
  prepared.groups.map(({ stratum, places }) => [stratum, places.map(([first]) => first)]);

function armsOf(
  { ledger, roster, prepared }: Batch,
  key: string,
  beacon?: string,
): ReadonlyMap<number, string> {
  return drawBatch(prepared, ledger.opening, roster, key, beacon);
}

const before = drawn(started(complete), referralsOn("2005-01-10", ["c-1", "c-2"]), "2005-01-14");
const days = [
  ...referralsOn("2005-01-17", ["c-3", "c-4", "c-5", "c-1"]),
  ...referralsOn("2005-01-18", ["c-3"]),
];
const batch = batchOf(freezeRoster(before, days, { date: "2005-01-19" }).ledger);

describe("prepareBatch", () => {
  it("leaves out who keeps an arm, and takes a citizen's days of the week together", () => {
    // the roster: c-1, c-3 on the 17th, c-3 on the 18th, c-4, c-5
    expect(groupsOf(batch)).toEqual([
      ['{"age":"under-30"}', [1, 4]],
      ['{"age":"over-30"}', [3]],
    ]);
    expect([...batch.prepared.settled.keys()]).toEqual([0]);
  });

  it("leaves out nobody where everybody is drawn again", () => {
    const protocol = protocolOf({ ...COMPLETE, referredAgain: "draw-again", strata: [] });
    const ledger = drawn(started(protocol), referralsOn("2005-01-10", ["c-1"]), "2005-01-14");
    const again = batchOf(freezeRoster(ledger, days, { date: "2005-01-19" }).ledger);
    expect(groupsOf(again)).toEqual([["{}", [0, 1, 2, 3, 4]]]);
  });
});

describe("drawBatch", () => {
  it("gives an arm to each unit that is drawn, and to nobody else", () => {
    const arms = armsOf(batch, KEY);
    expect([...arms.keys()].toSorted()).toEqual([1, 3, 4]);
    expect(new Set([arms.get(1), arms.get(4)])).toEqual(new Set(["own", "supplier"])); // two citizens, 1:1
  });

  it("depends on key and beacon", () => {
    const many = referralsOn(
      "2005-01-17",
      Array.from({ length: 60 }, (_, index) => `d-${index}`),
    );
    const large = batchOf(freezeRoster(before, many, { date: "2005-01-19" }).ledger);
    const arms = (key: string, beacon?: string): string => [...armsOf(large, key, beacon).values()].join();
    expect(arms(KEY)).toBe(arms(KEY));
    expect(new Set([arms(KEY), arms(KEY, "dice: 1"), arms(KEY, "dice: 2"), arms(OTHER_KEY)]).size).toBe(4);
  });
});
