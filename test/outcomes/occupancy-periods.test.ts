import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/core/index.js";
import { censusOf, type Census } from "../../src/outcomes/occupancy-days.js";
import { monthsOf, yearsOf } from "../../src/outcomes/occupancy-periods.js";

const on = (date: string): number => parseDay(date, "date");

/** As many citizens as are named, from a first to a last day, in a ledger opened on a date. */
function census(
  opened: string,
  asOf: string,
  ...stays: readonly (readonly [number, string, string])[]
): Census {
  return censusOf(
    stays.flatMap(([citizens, from, to], stay) =>
      Array.from({ length: citizens }, (_, index) => ({
        citizen: `${stay}-${index}`,
        start: on(from),
        end: on(to) + 1,
      })),
    ),
    { start: on(opened), end: on(asOf) + 1 },
  );
}

describe("monthsOf", () => {
  it("is the mean over the days of a month, from the opening and up to the last day known", () => {
    // Opened on 17 January: 15 days of January, 3 on each of the last 5. February whole: 3, and 2 from the 15th.
    const held = census(
      "2005-01-17",
      "2005-03-10",
      [3, "2005-01-27", "2005-02-28"],
      [2, "2005-02-15", "2005-03-05"],
    );
    expect(monthsOf(held, undefined)).toEqual([
      { month: "2005-01", days: 15, participants: 3, average: 15 / 15, complete: true },
      { month: "2005-02", days: 28, participants: 5, average: (3 * 28 + 2 * 14) / 28, complete: true },
      { month: "2005-03", days: 10, participants: 2, average: 10 / 10, complete: false },
    ]);
  });

  it("stands below, within or above what is guaranteed, both bounds being within", () => {
    const held = census(
      "2005-01-01",
      "2005-04-30",
      [10, "2005-01-01", "2005-01-31"],
      [9, "2005-02-01", "2005-02-28"],
      [60, "2005-03-01", "2005-03-31"],
      [61, "2005-04-01", "2005-04-30"],
    );
    const standings = monthsOf(held, { arm: "supplier", least: 10, most: 60 }).map(
      ({ standing }) => standing,
    );
    expect(standings).toEqual(["within", "below", "within", "above"]);
    expect(monthsOf(held, { arm: "supplier", least: 10 }).at(-1)?.standing).toBe("within");
  });
});

const years = (held: Census, weeksPerYear?: number): ReturnType<typeof yearsOf> =>
  yearsOf(held, held.start, "agreement-year", {
    arm: "supplier",
    least: 10,
    ...(weeksPerYear === undefined ? {} : { weeksPerYear }),
  });

describe("yearsOf", () => {
  const opened = "2005-01-03"; // a Monday
  it("computes over the guaranteed weeks, so that weeks without a course don't count against it", () => {
    // 13 participants in 40 weeks, nobody in the other 12: 13 over 40 weeks, 10 over all 52.
    const held = census(opened, "2006-01-02", [13, opened, "2005-10-09"]);
    expect(years(held, 40)).toEqual([
      {
        from: "2005-01-03",
        to: "2006-01-02",
        weeks: 52,
        weeksWithParticipants: 40,
        over: 40,
        average: 13,
        complete: true,
        standing: "within",
      },
    ]);
    expect(years(held)[0]).toMatchObject({ over: 52, average: 10, standing: "within" });
  });

  it("computes over all weeks with participants where those are more, and over no fewer than guaranteed", () => {
    const long = census(opened, "2006-01-02", [13, opened, "2005-12-18"]);
    expect(years(long, 40)[0]).toMatchObject({ weeksWithParticipants: 50, over: 50, average: 13 });
    const short = census(opened, "2006-01-02", [13, opened, "2005-05-22"]);
    expect(years(short, 40)[0]).toMatchObject({ over: 40, average: 6.5, standing: "below" });
  });

  it("is provisional until the year has passed, over the weeks that have", () => {
    const held = census(opened, "2005-02-13", [12, opened, "2005-01-30"]);
    expect(years(held, 40)).toEqual([
      {
        from: "2005-01-03",
        to: "2006-01-02",
        weeks: 6,
        weeksWithParticipants: 4,
        over: 6,
        average: 8,
        complete: false,
        standing: "below",
      },
    ]);
    // The seventh week's Thursday is the 17th: until then it isn't a week of the count.
    expect(years(census(opened, "2005-02-16", [1, opened, opened]))[0]?.weeks).toBe(6);
    expect(years(census(opened, "2005-02-17", [1, opened, opened]))[0]?.weeks).toBe(7);
  });

  it("has the weeks of whole years, one after the other, each week in one", () => {
    // Opened on a Friday: the first year begins in a week whose Thursday is the day before.
    const held = census("2005-01-07", "2009-01-06", [10, "2005-01-07", "2009-01-06"]);
    const found = years(held, 40);
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      ["2005-01-07", "2006-01-06"],
      ["2006-01-07", "2007-01-06"],
      ["2007-01-07", "2008-01-06"],
      ["2008-01-07", "2009-01-06"],
    ]);
    // Thursdays 2005-01-06 … 2009-01-01
    expect(found.reduce((sum, { weeks }) => sum + weeks, 0)).toBe(209);
    expect(found.every(({ average }) => average === 10)).toBe(true);
  });

  it("takes years of the calendar by their ISO weeks", () => {
    const held = census("2004-07-01", "2005-12-31", [10, "2004-07-01", "2005-12-31"]);
    const found = yearsOf(held, on("2004-07-01"), "calendar-year", undefined);
    expect(found.map(({ from, to, weeks, average }) => [from, to, weeks, average])).toEqual([
      ["2004-01-01", "2004-12-31", 27, 10], // 2004-W27 … 2004-W53
      ["2005-01-01", "2005-12-31", 52, 10],
    ]);
  });

  it("counts days before the opening in the first year", () => {
    const held = census("2004-12-20", "2005-01-16", [5, "2004-12-20", "2005-01-16"]);
    expect(yearsOf(held, on("2005-01-03"), "agreement-year", undefined)).toMatchObject([
      { from: "2004-12-20", to: "2006-01-02", weeks: 4, average: 5 },
    ]);
  });

  it("has no year before its first Thursday", () => {
    expect(years(census(opened, "2005-01-05", [1, opened, "2005-01-05"]), 40)).toEqual([]);
  });
});
