import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dueThrough,
  periodOf,
  quotaDay,
  type NamedPeriod,
  type RunningPeriod,
} from "../../../src/allocation/quotas/periods.js";
import { formatDay, formatWeek, parseDay, weekdayOf } from "../../../src/core/index.js";

const on = (date: string): number => parseDay(date, "date");

const shown = ({ name, start, end }: NamedPeriod): readonly string[] => [
  name,
  formatDay(start),
  formatDay(end),
];

const kinds = ["iso-week", "calendar-month", "calendar-year", "agreement-year"] as const;
const days = fc.integer({ min: on("1999-01-01"), max: on("2031-12-31") });

describe("quotaDay", () => {
  it("is the Thursday of the week where weeks are drawn together, and the day itself elsewhere", () => {
    expect(formatDay(quotaDay("batch", on("2005-01-03")))).toBe("2005-01-06"); // Monday
    expect(formatDay(quotaDay("batch", on("2005-01-09")))).toBe("2005-01-06"); // Sunday
    expect(formatDay(quotaDay("single", on("2005-01-09")))).toBe("2005-01-09");
  });
});

describe("periodOf", () => {
  const opened = on("2005-01-03");

  it.each<[RunningPeriod, string, readonly string[]]>([
    ["iso-week", "2005-01-02", ["2004-W53", "2004-12-27", "2005-01-03"]],
    ["iso-week", "2005-01-03", ["2005-W01", "2005-01-03", "2005-01-10"]],
    ["calendar-month", "2005-12-31", ["2005-12", "2005-12-01", "2006-01-01"]],
    ["calendar-year", "2005-12-31", ["2005", "2005-01-01", "2006-01-01"]],
    ["agreement-year", "2006-01-02", ["2005-01-03", "2005-01-03", "2006-01-03"]],
    ["agreement-year", "2006-01-03", ["2006-01-03", "2006-01-03", "2007-01-03"]],
  ])("%s of %s", (per, date, expected) => {
    expect(shown(periodOf(per, on(date), opened))).toEqual(expected);
  });

  it("counts what was referred before the opening in the first year of the agreement", () => {
    // Friday 2005-01-07 is opened; its week's Thursday, the day before, belongs to the first year too.
    const friday = on("2005-01-07");
    expect(shown(periodOf("agreement-year", on("2005-01-06"), friday))).toEqual([
      "2005-01-07",
      "2005-01-06",
      "2006-01-07",
    ]);
    expect(periodOf("agreement-year", on("2003-05-05"), friday).number).toBe(0);
  });

  it("has years of an agreement from 29 February to the last day of February", () => {
    const leap = on("2004-02-29");
    expect(shown(periodOf("agreement-year", on("2005-02-27"), leap))[0]).toBe("2004-02-29");
    expect(shown(periodOf("agreement-year", on("2005-02-28"), leap))).toEqual([
      "2005-02-28",
      "2005-02-28",
      "2006-02-28",
    ]);
    expect(shown(periodOf("agreement-year", on("2008-02-29"), leap))[0]).toBe("2008-02-29");
  });

  it("holds its day, and the next period begins where it ends", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), days, fc.nat(9000), (per, openedOn, later) => {
        const period = periodOf(per, openedOn + later, openedOn);
        expect(period.start).toBeLessThanOrEqual(openedOn + later);
        expect(period.end).toBeGreaterThan(openedOn + later);
        const next = periodOf(per, period.end, openedOn);
        expect(next).toMatchObject({ number: period.number + 1, start: period.end });
        expect(next.name).not.toBe(period.name);
      }),
    );
  });
});

describe("dueThrough", () => {
  it("asks for an even part of each period that has begun", () => {
    // Opened on Monday 2005-01-03: January 2005 has the Thursdays 6, 13, 20, 27; February 3, 10, 17, 24.
    const opened = on("2005-01-03");
    const due = (date: string): number => dueThrough("calendar-month", 10, opened, on(date));
    expect(["2005-01-03", "2005-01-10", "2005-01-20", "2005-01-30"].map(due)).toEqual([2, 5, 7, 10]);
    expect(["2005-01-31", "2005-02-28", "2005-03-07"].map(due)).toEqual([12, 22, 24]); // March has 5 Thursdays
    expect(due("2005-12-25")).toBe(120 - 2); // the last Thursday of December is the 29th: 4 of 5 weeks, ⌊8⌋
  });

  it("asks of the first period for the weeks from the opening on only, and of earlier days for nothing", () => {
    // Opened on Friday 2005-01-21: its week is that of Thursday the 20th, so 2 of the month's 4 are left.
    const opened = on("2005-01-21");
    const due = (date: string): number => dueThrough("calendar-month", 10, opened, on(date));
    expect(["2005-01-16", "2005-01-17", "2005-01-27", "2005-02-01"].map(due)).toEqual([0, 2, 5, 7]);
  });

  it("asks for the whole of a week's minimum in every week", () => {
    const opened = on("2005-01-05");
    expect([0, 1, 51].map((weeks) => dueThrough("iso-week", 4, opened, opened + 7 * weeks))).toEqual([
      4, 8, 208,
    ]);
  });

  it("asks for a year's minimum over its 52 or 53 weeks", () => {
    const opened = on("2004-01-01"); // a Thursday; 2004 has 53 of them
    const due = (date: string): number => dueThrough("calendar-year", 200, opened, on(date));
    expect(due("2004-01-01")).toBe(3); // ⌊200/53⌋
    expect(due("2004-12-31")).toBe(200);
    expect(due("2005-01-06")).toBe(203); // ⌊200/52⌋ more
  });

  it("asks for a full year's minimum by the end of a year of the agreement, from whatever weekday", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 6 }),
        (opened, least, years) => {
          const thursday = lastThursdayBefore(yearsAfter(opened, years));
          expect(dueThrough("agreement-year", least, opened, thursday)).toBe(least * years);
        },
      ),
    );
  });

  it("never falls, and rises by about as much in a week as in any other", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        days,
        fc.nat(3000),
        fc.integer({ min: 1, max: 300 }),
        (per, opened, later, least) => {
          const day = opened + later;
          const weekly = dueThrough(per, least, opened, day + 7) - dueThrough(per, least, opened, day);
          const weeks = { "iso-week": 1, "calendar-month": 4, "calendar-year": 52, "agreement-year": 52 }[
            per
          ];
          expect(weekly).toBeGreaterThanOrEqual(0);
          expect(weekly).toBeLessThanOrEqual(Math.ceil(least / weeks) + 1);
          expect(dueThrough(per, least, opened, day)).toBe(
            dueThrough(per, least, opened, quotaDay("batch", day)),
          );
        },
      ),
    );
  });
});

function yearsAfter(opened: number, years: number): number {
  let end = opened;
  for (let year = 0; year < years; year++) ({ end } = periodOf("agreement-year", end, opened));
  return end;
}

function lastThursdayBefore(day: number): number {
  let thursday = day - 1;
  while (weekdayOf(thursday) !== 4) thursday--;
  expect(formatWeek(thursday)).toBe(formatWeek(thursday + 3));
  return thursday;
}
