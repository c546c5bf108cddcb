import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  startCounters,
  withAllocation,
  withOccupancy,
  type QuotaCounters,
} from "../../../src/allocation/quotas/counters.js";
import { limitsOf } from "../../../src/allocation/quotas/limits.js";
import { dueThrough } from "../../../src/allocation/quotas/periods.js";
import type { Quota } from "../../../src/allocation/types.js";
import { parseDay } from "../../../src/core/index.js";

const on = (date: string): number => parseDay(date, "date");

/** Counters of a ledger opened on 2005-01-03 with so many allocations of the supplier on each date. */
function supplied(quotas: readonly Quota[], taken: Readonly<Record<string, number>>): QuotaCounters {
  let counters = startCounters(quotas, "2005-01-03");
  for (const [date, times] of Object.entries(taken)) {
    for (let time = 0; time < times; time++) counters = withAllocation(counters, "supplier", on(date));
  }
  return counters;
}

function room(quota: Quota, taken: Readonly<Record<string, number>>, date: string): number | undefined {
  return limitsOf([quota], supplied([quota], taken), on(date))["supplier"]?.room;
}

function owed(quota: Quota, taken: Readonly<Record<string, number>>, date: string): number | undefined {
  return limitsOf([quota], supplied([quota], taken), on(date))["supplier"]?.owed;
}

describe("limitsOf", () => {
  it("says nothing of arms without quotas", () => {
    expect(limitsOf([], supplied([], { "2005-01-06": 3 }), on("2005-01-06"))).toEqual({});
  });

  it("leaves what the period has left, and begins anew with the next", () => {
    const month: Quota = { arm: "supplier", per: "calendar-month", most: 10 };
    expect(room(month, {}, "2005-01-06")).toBe(10);
    expect(room(month, { "2005-01-06": 4, "2005-01-27": 5 }, "2005-01-27")).toBe(1);
    expect(room(month, { "2005-01-06": 4, "2005-01-27": 5 }, "2005-02-03")).toBe(10);
    const week: Quota = { arm: "supplier", per: "iso-week", most: 3 };
    expect(room(week, { "2005-01-06": 2 }, "2005-01-09")).toBe(1);
    expect(room(week, { "2005-01-06": 2 }, "2005-01-10")).toBe(3);
    const year: Quota = { arm: "supplier", per: "agreement-year", most: 200 };
    expect(room(year, { "2005-01-06": 150, "2005-12-29": 49 }, "2005-12-29")).toBe(1);
    expect(room(year, { "2005-01-06": 150, "2005-12-29": 49 }, "2006-01-05")).toBe(200);
  });

  it("has no less than no room where more were kept than the quota allows", () => {
    expect(room({ arm: "supplier", per: "iso-week", most: 3 }, { "2005-01-06": 5 }, "2005-01-06")).toBe(0);
  });

  it("limits the first week that has an allocation, and no other", () => {
    const start: Quota = { arm: "supplier", per: "first-week", most: 50 };
    expect(room(start, {}, "2005-02-03")).toBe(50);
    expect(room(start, { "2005-02-03": 45 }, "2005-02-03")).toBe(5);
    expect(room(start, { "2005-02-03": 45 }, "2005-02-10")).toBe(Infinity);
    expect(room(start, { "2005-02-03": 45 }, "2005-01-27")).toBe(Infinity); // late, but not the first
  });

  it("closes an arm that had its weeks of the year, but not in a week that it has begun", () => {
    const weeks: Quota = { arm: "supplier", weeksPerYear: 2 };
    const taken = { "2005-01-06": 9, "2005-01-13": 1 };
    expect(room(weeks, { "2005-01-06": 9 }, "2005-01-13")).toBe(Infinity);
    expect(room(weeks, taken, "2005-01-13")).toBe(Infinity);
    expect(room(weeks, taken, "2005-01-20")).toBe(0);
    expect(room(weeks, taken, "2006-01-05")).toBe(Infinity);
    expect(room(weeks, taken, "2006-01-01")).toBe(0); // a Sunday, in 2005-W52
  });

  it("leaves what the last report and the allocations since don't fill", () => {
    const quota: Quota = { arm: "supplier", participants: 10 };
    const before = supplied([quota], { "2005-01-06": 4 });
    const at = (counters: QuotaCounters): number | undefined =>
      limitsOf([quota], counters, on("2005-01-13"))["supplier"]?.room;
    expect(at(before)).toBe(6); // nothing reported yet: all allocations are held to be participants
    const reported = withOccupancy(before, { supplier: 3, own: 8 });
    expect(at(reported)).toBe(7);
    expect(at(withAllocation(reported, "supplier", on("2005-01-13")))).toBe(6);
    expect(at(withOccupancy(reported, { supplier: 12 }))).toBe(0);
  });

  it("names the quota that leaves the least, with what it has counted", () => {
    const quotas: readonly Quota[] = [
      { arm: "supplier", per: "calendar-year", most: 100 },
      { arm: "supplier", per: "calendar-month", most: 60 },
      { arm: "own", weeksPerYear: 40 },
    ];
    const counters = supplied(quotas, { "2005-01-06": 10, "2005-02-03": 55 });
    expect(limitsOf(quotas, counters, on("2005-02-10"))).toEqual({
      supplier: { room: 5, owed: 0, tightest: { quota: quotas[1], counted: 55 } },
      own: { room: Infinity, owed: 0 },
    });
  });

  it("owes what a minimum asks for and the arm hasn't had, over all periods since the opening", () => {
    // 4 Thursdays in January: 2, 5, 7, 10 through them; 12 through the first of February.
    const month: Quota = { arm: "supplier", per: "calendar-month", least: 10 };
    expect(owed(month, {}, "2005-01-06")).toBe(2);
    expect(owed(month, { "2005-01-06": 2 }, "2005-01-13")).toBe(3);
    expect(owed(month, { "2005-01-06": 2 }, "2005-02-03")).toBe(10); // caught up in the next month
    expect(owed(month, { "2005-01-06": 20 }, "2005-02-03")).toBe(0);
    expect(owed({ arm: "supplier", per: "first-week", least: 50 }, { "2005-01-06": 30 }, "2005-01-13")).toBe(
      20,
    );
  });

  it("owes no more than the room, and names the minimum", () => {
    const quotas: readonly Quota[] = [
      { arm: "supplier", per: "calendar-month", least: 10 },
      { arm: "supplier", per: "iso-week", most: 4 },
    ];
    const counters = supplied(quotas, {});
    expect(limitsOf(quotas, counters, on("2005-01-27"))["supplier"]).toEqual({
      room: 4,
      owed: 4,
      tightest: { quota: quotas[1], counted: 0 },
      owedBy: { quota: quotas[0], counted: 0 },
    });
  });

  it("owes nobody anything who takes each week what is owed, and what was missed until it is taken", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("iso-week", "calendar-month", "calendar-year", "agreement-year"),
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 60 }),
        (per, least, intakes) => {
          const quotas: readonly Quota[] = [{ arm: "supplier", per, least }];
          let counters = startCounters(quotas, "2005-01-03");
          let taken = 0;
          for (const [week, most] of intakes.entries()) {
            const day = on("2005-01-06") + 7 * week;
            const due = dueThrough(per, least, on("2005-01-03"), day);
            const limit = limitsOf(quotas, counters, day)["supplier"];
            expect(limit?.owed).toBe(Math.max(0, due - taken));
            for (let n = Math.min(most, limit?.owed ?? 0); n > 0; n--, taken++) {
              counters = withAllocation(counters, "supplier", day);
            }
          }
        },
      ),
    );
  });
});
