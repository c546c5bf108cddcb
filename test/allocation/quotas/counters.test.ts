import { describe, expect, it } from "vitest";
import {
  countersShape,
  startCounters,
  withAllocation,
  withOccupancy,
  type QuotaCounters,
} from "../../../src/allocation/quotas/counters.js";
import type { Quota } from "../../../src/allocation/types.js";
import { deepFreeze, parseDay } from "../../../src/core/index.js";

const quotas: readonly Quota[] = [
  { arm: "own", per: "calendar-month", most: 60 },
  { arm: "supplier", weeksPerYear: 40 },
  { arm: "supplier", participants: 30 },
];

function counted(
  quota: readonly Quota[],
  ...allocations: readonly (readonly [string, string])[]
): QuotaCounters {
  return allocations.reduce<QuotaCounters>(
    (counters, [arm, date]) => withAllocation(deepFreeze(counters), arm, parseDay(date, "date")),
    startCounters(quota, "2005-01-03"),
  );
}

describe("counters", () => {
  it("count in the periods that the quotas ask for, and in no others", () => {
    const counters = counted(
      quotas,
      ["own", "2005-01-27"],
      ["supplier", "2005-02-03"],
      ["own", "2005-02-03"],
    );
    expect(counters).toEqual({
      openedOn: "2005-01-03",
      firstWeek: "2005-W04",
      allocations: { own: 2, supplier: 1 },
      periods: {
        "iso-week": { "2005-W04": { own: 1 }, "2005-W05": { supplier: 1, own: 1 } },
        "calendar-month": { "2005-01": { own: 1 }, "2005-02": { supplier: 1, own: 1 } },
      },
      reported: {},
      since: { own: 2, supplier: 1 },
    });
    expect(counted([], ["own", "2005-01-06"]).periods).toEqual({});
    expect(counted([{ arm: "own", per: "first-week", most: 50 }], ["own", "2005-01-06"]).periods).toEqual({
      "iso-week": { "2005-W01": { own: 1 } },
    });
  });

  it("take a late allocation in an earlier week where it belongs", () => {
    const counters = counted(quotas, ["own", "2005-02-03"], ["own", "2005-01-27"]);
    expect(counters.firstWeek).toBe("2005-W05");
    expect(counters.periods["calendar-month"]).toEqual({ "2005-01": { own: 1 }, "2005-02": { own: 1 } });
  });

  it("begin anew with each arm that is reported, and leave the others as they are", () => {
    const before = counted(quotas, ["own", "2005-01-27"], ["supplier", "2005-02-03"]);
    const after = withOccupancy(deepFreeze(before), { supplier: 7 });
    expect(after).toMatchObject({ reported: { supplier: 7 }, since: { own: 1 } });
    expect(after.since).not.toHaveProperty("supplier");
    const later = withOccupancy(withAllocation(after, "supplier", 12_800), { own: 0 });
    expect(later).toMatchObject({ reported: { supplier: 7, own: 0 }, since: { supplier: 1 } });
  });

  it("are their own JSON, and don't grow with the citizens", () => {
    const year = Array.from({ length: 52 }, (_, week) => week * 7 + 12_789);
    let counters = startCounters(quotas, "2005-01-03");
    const lengths: number[] = [];
    for (const citizens of [1, 10, 10]) {
      for (let citizen = 0; citizen < citizens; citizen++) {
        for (const day of year) counters = withAllocation(counters, "own", day);
      }
      lengths.push(JSON.stringify(counters).length);
    }
    expect(JSON.parse(JSON.stringify(counters))).toEqual(counters);
    expect((lengths[2] ?? 0) - (lengths[0] ?? 0)).toBeLessThan(52 + 24 + 10); // a digit more in each count
  });

  it("count arms by names that objects have by nature", () => {
    const counters = counted(
      [{ arm: "constructor", per: "iso-week", most: 1 }],
      ["constructor", "2005-01-06"],
    );
    expect(counters.periods["iso-week"]?.["2005-W01"]).toEqual({ constructor: 1 });
  });
});

describe("countersShape", () => {
  const whole = counted(quotas, ["own", "2005-01-27"]);

  it("accepts what counting gives", () => {
    expect(countersShape(whole, "counts")).toEqual([]);
    expect(countersShape(startCounters([], "2005-01-03"), "counts")).toEqual([]);
  });

  it.each([
    ["no counters", undefined, "counts"],
    ["half an allocation", { ...whole, allocations: { own: 0.5 } }, "counts.allocations.own"],
    ["an unknown kind of period", { ...whole, periods: { quarter: {} } }, "counts.periods.quarter"],
    ["no opening", { ...whole, openedOn: undefined }, "counts.openedOn"],
  ])("refuses %s", (_, value, field) => {
    expect(countersShape(value, "counts")[0]?.field).toBe(field);
  });
});
