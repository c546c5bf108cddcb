import { describe, expect, it } from "vitest";
import { drawBatch, drawsBatches, prepareBatch, type Prepared } from "../../src/allocation/batch-draw.js";
import {
  allocateBatch,
  freezeRoster,
  openLedger,
  type AllocationProtocol,
  type Ledger,
  type Quota,
  type Referral,
  type RosterRecord,
} from "../../src/allocation/index.js";
import { stateOf } from "../../src/allocation/ledger.js";
import { keyedHash } from "../../src/core/index.js";
import {
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
  return drawBatch(prepared, ledger.opening, roster, keyedHash(key), beacon);
}

const firstWeek = drawn(started(complete), referralsOn("2005-01-10", ["c-1", "c-2"]), "2005-01-14");
const days = [
  ...referralsOn("2005-01-17", ["c-3", "c-4", "c-5", "c-1"]),
  ...referralsOn("2005-01-18", ["c-3"]),
];
const batch = batchOf(freezeRoster(firstWeek, days, { date: "2005-01-19" }).ledger);

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
    const large = batchOf(freezeRoster(firstWeek, many, { date: "2005-01-19" }).ledger);
    const arms = (key: string, beacon?: string): string => [...armsOf(large, key, beacon).values()].join();
    expect(arms(KEY)).toBe(arms(KEY));
    expect(new Set([arms(KEY), arms(KEY, "dice: 1"), arms(KEY, "dice: 2"), arms(OTHER_KEY)]).size).toBe(4);
  });
});

const couples = (count: number): readonly Referral[] =>
  Array.from({ length: 2 * count }, (_, index) => ({
    citizen: `c-${String(index).padStart(2, "0")}`,
    referredOn: "2005-01-12",
    household: `h-${index % count}`,
    age: index < count ? "under-30" : "over-30",
  }));

const later = (citizen: string, household: string): Referral => ({
  citizen,
  household,
  referredOn: "2005-01-18",
  age: "under-30",
});

describe("a batch of households", () => {
  const protocol = protocolOf({ ...COMPLETE, unit: "household" });

  it("gives both members of a couple one arm by one draw, in the stratum of the first", () => {
    const { entries } = drawn(started(protocol), couples(4), "2005-01-14");
    const first = entries.slice(0, 4);
    expect(first.map(({ basis, block }) => `${basis} ${block}`)).toEqual(
      Array.from({ length: 4 }, () => "drawn 2005-W02/under-30"),
    );
    expect(first.filter(({ arm }) => arm === "own")).toHaveLength(2);
    for (const [index, member] of entries.slice(4).entries()) {
      expect(member).toMatchObject({
        basis: "household",
        drawnWith: first[index]?.sequence,
        arm: first[index]?.arm,
        stratum: { age: "over-30" },
        block: "2005-W02/under-30",
        designProbabilities: { own: 0.5, supplier: 0.5 },
      });
    }
  });

  it("lets a later member share the household's arm, and keeps the draw to the others", () => {
    const before = drawn(started(protocol), couples(2), "2005-01-14");
    const week = [later("d-1", "h-0"), later("d-2", "h-9"), later("d-3", "h-9")];
    const added = drawn(before, week, "2005-01-19").entries.slice(4);
    expect(added.map(({ basis, drawnWith }) => [basis, drawnWith])).toEqual([
      ["household", 2],
      ["drawn", undefined],
      ["household", 8],
    ]);
    expect(added[0]?.arm).toBe(before.entries[0]?.arm);
  });

  it("takes the arm of a member who came in with one, wherever that member stands in the roster", () => {
    const before = drawn(started(protocol), couples(2), "2005-01-14");
    const [own] = before.entriesOf("c-00");
    const week = ["a-1", "c-00", "z-1"].map((citizen) => ({
      citizen,
      household: "h-new",
      referredOn: "2005-01-18",
      age: "under-30",
    }));
    const added = drawn(before, week, "2005-01-19").entries.slice(4);
    expect(added.map(({ basis }) => basis)).toEqual(["household", "kept", "household"]);
    expect(added.map(({ arm }) => arm)).toEqual([own?.arm, own?.arm, own?.arm]);
    expect(added.map(({ drawnWith }) => drawnWith)).toEqual([own?.sequence, undefined, own?.sequence]);
  });

  it("refuses a citizen of two households in one week", () => {
    const two = ["h-1", "h-2"].map((household, day) => ({
      citizen: "c-1",
      household,
      referredOn: `2005-01-1${day}`,
      age: "under-30",
    }));
    const error = errorOf(() => freezeRoster(started(protocol), two, { date: "2005-01-14" }));
    expect(error).toMatchObject({
      code: "contradictory-referrals",
      received: "c-1 in the households h-1 and h-2",
    });
  });
});

const week = (citizens: number, more: readonly Referral[] = []): readonly Referral[] => [
  ...referralsOn(
    "2005-01-12",
    Array.from({ length: citizens }, (_, index) => `c-${String(index).padStart(2, "0")}`),
  ),
  ...more,
];

const limited = (...quotas: readonly Quota[]): AllocationProtocol => protocolOf({ ...COMPLETE, quotas });

describe("a batch within quotas", () => {
  it("lowers everyone's probability before the draw, and never gives more than there is room for", () => {
    const protocol = limited({ arm: "supplier", per: "iso-week", most: 3 });
    const { entries } = drawn(started(protocol), week(12), "2005-01-14");
    expect(entries.filter(({ arm }) => arm === "supplier")).toHaveLength(3);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        algorithm: "complete-limited/1",
        designProbabilities: { own: 0.75, supplier: 0.25 },
        drawProbabilities: { own: 0.75, supplier: 0.25 },
      });
      expect(entry).not.toHaveProperty("closed");
    }
  });

  it("says why an arm was impossible, and leaves alone a batch that the quotas don't touch", () => {
    const protocol = limited({ arm: "supplier", per: "calendar-month", most: 2 });
    const first = drawn(started(protocol), week(4), "2005-01-14");
    expect(first.entries[0]).toMatchObject({ designProbabilities: { own: 0.5, supplier: 0.5 } });
    const second = drawn(first, referralsOn("2005-01-18", ["d-1", "d-2"]), "2005-01-19").entries.slice(4);
    for (const entry of second) {
      expect(entry).toMatchObject({
        arm: "own",
        designProbabilities: { own: 1, supplier: 0 },
        closed: { supplier: { per: "calendar-month", most: 2 } },
      });
    }
  });

  it("gives those owed everyone, and says to whom the others were closed", () => {
    const protocol = limited({ arm: "supplier", per: "iso-week", least: 3 });
    const { entries } = drawn(started(protocol), week(2), "2005-01-14");
    for (const entry of entries) {
      expect(entry).toMatchObject({ arm: "supplier", closed: { own: { owedTo: ["supplier"] } } });
    }
  });

  it("counts those who keep an arm first, and a citizen's days of the week together", () => {
    const protocol = limited(
      { arm: "own", per: "iso-week", most: 2 },
      { arm: "supplier", per: "iso-week", most: 2 },
    );
    const before = drawn(started(protocol), week(2), "2005-01-14");
    const again = ["2005-01-18", "2005-01-19"].flatMap((day) => referralsOn(day, ["c-00"], ["under-30"]));
    const fresh = referralsOn("2005-01-18", ["d-1", "d-2"], ["under-30"]);
    const [kept, , ...others] = drawn(before, [...again, ...fresh], "2005-01-20").entries.slice(2);
    expect(kept?.basis).toBe("kept");
    expect(others.map(({ arm }) => arm)).toEqual(
      kept?.arm === "own" ? ["supplier", "supplier"] : ["own", "own"],
    );
    // a newcomer who comes on three days needs three places of one arm, and no arm has them
    const thrice = ["2005-01-18", "2005-01-19", "2005-01-20"].flatMap((day) =>
      referralsOn(day, ["d-1"], ["under-30"]),
    );
    expect(errorOf(() => freezeRoster(before, thrice, { date: "2005-01-21" }))).toMatchObject({
      code: "no-room",
      received: "3 citizens to be drawn",
    });
  });

  it("refuses a roster that the arms have no room for, before it is written", () => {
    const protocol = limited(
      { arm: "own", per: "iso-week", most: 2 },
      { arm: "supplier", per: "iso-week", most: 2 },
    );
    const error = errorOf(() => freezeRoster(started(protocol), week(5), { date: "2005-01-14" }));
    expect(error).toMatchObject({ code: "no-room", path: "referrals", received: "5 citizens to be drawn" });
    const full = drawn(started(protocol), week(4), "2005-01-14");
    const kept = errorOf(() =>
      freezeRoster(full, referralsOn("2005-01-13", ["c-00"]), { date: "2005-01-14" }),
    );
    expect(kept).toMatchObject({ code: "no-room" });
    expect(kept.hint).toContain("amend");
  });

  it("draws the rest of a cut-off batch by the room that there was when it was frozen", () => {
    const protocol = limited({ arm: "supplier", per: "iso-week", most: 3 });
    const whole = drawn(started(protocol), week(12), "2005-01-14");
    for (const size of [3, 8, 13]) {
      const cut = openLedger(protocol, whole.records.slice(0, size));
      expect(allocateBatch(cut, { key: KEY }).ledger.head).toEqual(whole.head);
    }
  });

  it("has nobody to draw where everyone keeps an arm", () => {
    const protocol = limited({ arm: "supplier", per: "calendar-year", most: 30 });
    const before = drawn(started(protocol), week(3), "2005-01-14");
    const added = drawn(before, referralsOn("2005-01-18", ["c-00", "c-02"]), "2005-01-19").entries.slice(3);
    expect(added.map(({ basis }) => basis)).toEqual(["kept", "kept"]);
  });
});
