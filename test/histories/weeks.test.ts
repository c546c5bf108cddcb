import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, formatDay, monthOf, monthStart, weekdayOf } from "../../src/core/index.js";
import {
  daysOfWeek,
  nameOfWeek,
  readWeek,
  weekHolding,
  weekOf,
  type MonthOfWeek,
} from "../../src/histories/weeks.js";

/** The days of a week as `first–last`, both inclusive. */
function shown(week: string, rule: MonthOfWeek = "overlap"): string {
  const { start, end } = daysOfWeek(readWeek(week) ?? Number.NaN, rule);
  return `${formatDay(start)}–${formatDay(end - 1)}`;
}

describe("weeks of the calendar", () => {
  it("has a week 53 where 1 January is a Thursday, or 31 December is, and nowhere else", () => {
    const years = Array.from({ length: 40 }, (_, index) => 1991 + index);
    const long = years.filter((year) => weekOf(year, 53) !== undefined);
    expect(long).toEqual([1992, 1998, 2004, 2009, 2015, 2020, 2026]);
    expect(weekOf(2005, 0)).toBeUndefined();
    expect(weekOf(2004, 54)).toBeUndefined();
  });

  it.each([
    ["2004-W53", "2004-12-27–2005-01-02"],
    ["2005-W01", "2005-01-03–2005-01-09"],
    ["2009-W53", "2009-12-28–2010-01-03"],
    ["2015-W53", "2015-12-28–2016-01-03"],
    ["2020-W53", "2020-12-28–2021-01-03"],
    ["2008-W01", "2007-12-31–2008-01-06"], // begins in the year before
    ["2000-W01", "2000-01-03–2000-01-09"],
    ["1999-W52", "1999-12-27–2000-01-02"],
  ])("puts %s on %s", (week, days) => {
    expect(shown(week)).toBe(days);
    expect(nameOfWeek(readWeek(week) ?? 0)).toBe(week);
  });

  it("reads weeks with and without a hyphen, and nothing that is no week", () => {
    expect(readWeek("2004w53")).toBe(readWeek("2004-W53"));
    for (const text of ["2005-W53", "2005-W00", "2005-53", "0453", "2005-W1", ""])
      expect(readWeek(text)).toBeUndefined();
  });

  //              January 2008                       February 2008
  //        Mo Tu We Th Fr Sa Su                Mo Tu We Th Fr Sa Su
  //  W01   31  1  2 (3) 4  5  6          W05   28 29 30(31) 1  2  3
  //  W05   28 29 30(31) 1  2  3          W06    4  5  6 (7) 8  9 10
  //  The Thursday of W05 is in January, so W05 ends on the 31st and W06 begins on 1 February.
  it.each([
    ["2008-W01", "2008-01-01–2008-01-06"],
    ["2008-W04", "2008-01-21–2008-01-27"],
    ["2008-W05", "2008-01-28–2008-01-31"],
    ["2008-W06", "2008-02-01–2008-02-10"],
    ["2008-W09", "2008-02-25–2008-02-29"], // a leap year's February
    ["2008-W10", "2008-03-01–2008-03-09"],
    ["2004-W53", "2004-12-27–2004-12-31"],
    ["2005-W01", "2005-01-01–2005-01-09"],
  ])("fits %s to the month of its Thursday: %s", (week, days) => {
    expect(shown(week, "thursday")).toBe(days);
  });

  const rules: readonly MonthOfWeek[] = ["overlap", "thursday"];
  const days = fc.integer({ min: dayOf(1890, 1, 1), max: dayOf(2110, 1, 1) });

  it("gives every day to exactly one week, by either rule", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...rules), (day, rule) => {
        const week = weekHolding(day, rule);
        const holds = [week - 1, week, week + 1].filter((each) => {
          const { start, end } = daysOfWeek(each, rule);
          return start <= day && day < end;
        });
        expect(holds).toEqual([week]);
        expect(daysOfWeek(week, rule).end).toBe(daysOfWeek(week + 1, rule).start);
      }),
    );
  });

  it("makes months of whole weeks by Thursdays, none shorter than four days or longer than ten", () => {
    fc.assert(
      fc.property(days, (day) => {
        const week = weekHolding(day, "thursday");
        const { start, end } = daysOfWeek(week, "thursday");
        expect([monthOf(start), monthOf(end - 1)]).toEqual([monthOf(week * 7), monthOf(week * 7)]);
        expect(end - start).toBeGreaterThanOrEqual(4);
        expect(end - start).toBeLessThanOrEqual(10);
        const first = monthStart(monthOf(day));
        expect(daysOfWeek(weekHolding(first, "thursday"), "thursday").start).toBe(first);
        expect(weekdayOf(week * 7)).toBe(4);
      }),
    );
  });
});
