import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  formatDay,
  formatMonth,
  formatWeek,
  isoWeekOf,
  monthOf,
  monthStart,
  parseDay,
  readDay,
  weekdayOf,
} from "../../src/core/index.js";
import { errorOf } from "../support/errors.js";

const anyDay = fc.integer({ min: -200_000, max: 400_000 });
const day = (iso: string): number => parseDay(iso, "day");

describe("civil days", () => {
  it("agree with the platform's own calendar, in UTC", () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const platform = new Date(number * 86_400_000);
        expect(civilOf(number)).toEqual({
          year: platform.getUTCFullYear(),
          month: platform.getUTCMonth() + 1,
          dayOfMonth: platform.getUTCDate(),
        });
        expect(weekdayOf(number)).toBe(platform.getUTCDay() === 0 ? 7 : platform.getUTCDay());
      }),
    );
  });

  it("are one number per civil date and back", () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const { year, month, dayOfMonth } = civilOf(number);
        expect(dayOf(year, month, dayOfMonth)).toBe(number);
      }),
    );
  });

  it("count 1970-01-01 as day 0", () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(formatDay(0)).toBe("1970-01-01");
  });
});

describe("readDay", () => {
  it.each([
    ["2005-12-31", "2005-12-31"],
    ["31-12-2005", "2005-12-31"],
    ["31.12.2005", "2005-12-31"],
    ["1/2/2005", "2005-02-01"],
    ["29-02-2004", "2004-02-29"],
  ])("reads %s as %s", (text, iso) => {
    expect(formatDay(readDay(text) ?? Number.NaN)).toBe(iso);
  });

  it.each(["2005-02-29", "31-04-2005", "2005-13-01", "0-1-2005", "2005-1-1", "05-12-31", "", "i går"])(
    "finds no day in %j",
    (text) => {
      expect(readDay(text)).toBeUndefined();
    },
  );
});

describe("parseDay", () => {
  it("takes ISO dates only and says where another stood", () => {
    const error = errorOf(() => parseDay("31-12-2005", "asOf"));
    expect(error.code).toBe("impossible-date");
    expect(String(error)).toContain("asOf");
  });
});

describe("months", () => {
  it.each([
    ["2005-08-31", 6, "2006-02-28"], // no 31 February
    ["2003-08-31", 6, "2004-02-29"], // leap year
    ["2005-01-15", 4, "2005-05-15"],
    ["2005-11-30", 3, "2006-02-28"],
    ["2005-03-31", -1, "2005-02-28"],
    ["2005-01-31", 0, "2005-01-31"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  it("hold each day between their own first and the next one's", () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const month = monthOf(number);
        expect(monthStart(month)).toBeLessThanOrEqual(number);
        expect(monthStart(month + 1)).toBeGreaterThan(number);
        const { year, month: ofYear } = civilOf(number);
        expect(monthStart(month + 1) - monthStart(month)).toBe(daysInMonth(year, ofYear));
      }),
    );
  });

  it("are written as year and month", () => {
    expect(formatMonth(monthOf(day("2005-03-09")))).toBe("2005-03");
  });
});

describe("ISO weeks", () => {
  // https://en.wikipedia.org/wiki/ISO_week_date, table of examples; 2004, 2009, 2015, 2020, 2026 have week 53.
  it.each([
    ["2005-01-01", "2004-W53"],
    ["2005-01-03", "2005-W01"],
    ["2005-12-31", "2005-W52"],
    ["2007-12-31", "2008-W01"],
    ["2009-12-31", "2009-W53"],
    ["2010-01-03", "2009-W53"],
    ["2026-12-31", "2026-W53"],
  ])("%s lies in %s", (iso, week) => {
    expect(formatWeek(day(iso))).toBe(week);
  });

  it("have 53 weeks exactly when the year begins or ends on a Thursday", () => {
    for (let year = 1900; year < 2100; year++) {
      const thursdays = [dayOf(year, 1, 1), dayOf(year, 12, 31)].some((each) => weekdayOf(each) === 4);
      expect(isoWeekOf(dayOf(year, 12, 28)).week).toBe(thursdays ? 53 : 52);
    }
  });
});
