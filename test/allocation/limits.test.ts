import { describe, expect, it } from "vitest";
import { closedReasons, limitsAfter, limitsOn, noRoom, type ArmLimits } from "../../src/allocation/limits.js";
import { allocate, amend, type Quota, type Referral } from "../../src/allocation/index.js";
import { stateOf } from "../../src/allocation/ledger.js";
import { hillerod } from "../../src/tenders/index.js";
import { complete, COMPLETE, drawn, errorOf, KEY, protocolOf, referralsOn, started } from "./samples.js";

const month: Quota = { arm: "own", per: "calendar-month", most: 3, least: 1 };
const limits: ArmLimits = {
  own: { room: 2, owed: 1, tightest: { quota: month, counted: 1 } },
  supplier: { room: 5, owed: 4 },
};

describe("limitsOn", () => {
  it("limits nothing without quotas", () => {
    expect(limitsOn(stateOf(started(complete), "ledger"), "2005-01-12")).toEqual({});
  });

  it("counts a week in the month of its Thursday, and before the last roster where the view ends there", () => {
    // Monday 31 January 2005 is in the week of Thursday 3 February
    const protocol = protocolOf({ ...COMPLETE, quotas: [{ arm: "own", per: "calendar-month", most: 9 }] });
    const ledger = drawn(started(protocol), referralsOn("2005-01-31", ["c-1", "c-2"], ["u"]), "2005-02-04");
    const view = stateOf(ledger, "ledger");
    expect(limitsOn(view, "2005-02-10")["own"]?.room).toBe(8);
    expect(limitsOn(view, "2005-01-28")["own"]?.room).toBe(9);
    expect(limitsOn({ ...view, size: 1 }, "2005-02-10")["own"]?.room).toBe(9);
  });
});

describe("limitsAfter", () => {
  it("takes off those whose arms are settled, from room and from what is owed", () => {
    expect(limitsAfter(limits, ["own", "supplier", "own"], "referrals")).toMatchObject({
      own: { room: 0, owed: 0 },
      supplier: { room: 4, owed: 3 },
    });
  });

  it("refuses more than there is room for, and says what to do", () => {
    const error = errorOf(() => limitsAfter(limits, ["own", "own", "own"], "referrals"));
    expect(error).toMatchObject({
      code: "no-room",
      path: "referrals",
      received: "3 citizens whose arm is own already",
      expected: "no more than own 2 (3 in the calendar month)",
    });
    expect(error.hint).toContain("exemption");
  });
});

describe("closedReasons", () => {
  it("names the quota that leaves too little, or those who are owed everyone", () => {
    expect(closedReasons(["own"], 3, limits)).toEqual({ own: { per: "calendar-month", most: 3 } });
    expect(closedReasons(["own"], 1, limits)).toEqual({ own: { owedTo: ["supplier"] } });
    const participants: Quota = { arm: "own", participants: 60 };
    const weeks: Quota = { arm: "own", weeksPerYear: 40 };
    for (const [quota, reason] of [
      [participants, { participants: 60 }],
      [weeks, { weeksPerYear: 40 }],
    ] as const) {
      const full: ArmLimits = { own: { room: 0, owed: 0, tightest: { quota, counted: 0 } } };
      expect(closedReasons(["own"], 1, full)).toEqual({ own: reason });
    }
  });
});

describe("noRoom", () => {
  it("says how much room there is, by which quotas", () => {
    const full: ArmLimits = {
      own: { room: 1, owed: 0, tightest: { quota: { arm: "own", participants: 60 }, counted: 59 } },
      supplier: { room: 0, owed: 0, tightest: { quota: { arm: "supplier", weeksPerYear: 40 }, counted: 40 } },
      third: { room: Infinity, owed: 0 },
    };
    expect(
      errorOf(() => {
        throw noRoom(full, "referrals", 7);
      }),
    ).toMatchObject({
      code: "no-room",
      received: "7 citizens to be drawn",
      expected:
        "no more than the arms have room for: own 1 (60 participants at a time); supplier 0 (40 weeks a year)",
    });
  });

  it("says how many there is room for, if that is known", () => {
    const full: ArmLimits = {
      own: { room: 1, owed: 0, tightest: { quota: { arm: "own", participants: 60 }, counted: 59 } },
      supplier: { room: 2, owed: 0, tightest: { quota: { arm: "supplier", weeksPerYear: 40 }, counted: 38 } },
    };
    expect(noRoom(full, "referrals", 7)).toMatchObject({
      hint: expect.stringContaining("Refer at most 3 of them now and the others") as string,
    });
  });
});

const referral = (citizen: string, referredOn: string): Referral => ({
  citizen,
  referredOn,
  targetGroup: "A",
});

describe("the 401st referral of a year at Hillerød", () => {
  let ledger = started(hillerod);
  for (let n = 0; n < 400; n++) {
    const day = n < 100 ? "2005-01-04" : "2005-02-01"; // 50 and 50 from the start
    ledger = allocate(ledger, referral(`c-${n}`, day), { key: KEY }).ledger;
  }
  const late = referral("c-400", "2005-12-30");

  it("is refused with both limits and what to do", () => {
    const error = errorOf(() => allocate(ledger, late, { key: KEY }));
    expect(error).toMatchObject({
      code: "no-room",
      received: "a citizen to be drawn",
      expected:
        "no more than the arms have room for: municipal 0 (200 in the agreement year); supplier 0 (200 in the agreement year)",
    });
    expect(error.hint).toContain("when there is room again, or agree on an arm");
  });

  it("goes where is agreed, without a draw", () => {
    const { citizen, referredOn } = late;
    const agreed = { amends: "exemption", arm: "supplier", reason: "both full", signedBy: ["Holm"] } as const;
    const amended = amend(ledger, { ...agreed, citizen, referredOn }, { date: referredOn }).ledger;
    expect(errorOf(() => allocate(amended, late, { key: KEY })).code).toBe("exempted");
  });

  it("is drawn in the next year of the agreement, from the opening's day on", () => {
    const before = referral("c-400", "2006-01-02");
    expect(errorOf(() => allocate(ledger, before, { key: KEY })).code).toBe("no-room");
    const { entry } = allocate(ledger, referral("c-400", "2006-01-03"), { key: KEY });
    expect(entry.closed).toBeUndefined();
  });
});
