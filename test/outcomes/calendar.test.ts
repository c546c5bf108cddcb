import { describe, expect, it } from "vitest";
import type { Criterion, Outcome } from "../../src/outcomes/index.js";
import { endedOn, LATER, outcomeOf, TWENTY_WEEKS, withoutSupport } from "../support/lives/world.js";

// Cases worked by hand on a calendar. Everyone is referred on Monday 3 January 2005, begins on 10 January and
// gets cash assistance up to the last day of the course; days without a record are free of support.

type Changes = Partial<Criterion>;

/** What matters of an outcome by the rule of Fredericia A with some changes. */
function judged(
  changes: Changes,
  lastDay: string,
  spells: readonly (readonly [string, string, string?])[] = [],
  asOf: string = LATER,
): Outcome {
  return outcomeOf({ ...endedOn(lastDay, ...spells), criterion: { ...withoutSupport, ...changes }, asOf });
}

const cash = (from: string, to?: string): readonly [string, string, string?] =>
  to === undefined ? ["cash-assistance", from] : ["cash-assistance", from, to];
const after = (length: { months: number } | { weeks: number } | { days: number }): Criterion["window"] => ({
  anchor: "course-end",
  length,
});

const FAILURE = { status: "failure", reason: "amount-out-of-reach" };
const success = (reachedOn: string): object => ({ status: "success", reachedOn, certainOn: reachedOn });

describe("one month from date to date", () => {
  const oneMonth: Changes = { amount: { months: 1 }, window: after({ months: 3 }) };

  it("from 31 January is over on 27 February: 31.1. |–––| 27.2., next month's 31st clipped to the 28th", () => {
    expect(judged(oneMonth, "2005-01-30", [cash("2005-02-28")])).toMatchObject(success("2005-02-27"));
  });

  it("isn't reached with support from 27 February on, one day short", () => {
    expect(judged(oneMonth, "2005-01-30", [cash("2005-02-27")])).toMatchObject(FAILURE);
  });

  it("from 31 January in a leap year is over on 28 February, the 29th being the same date", () => {
    const leapYear = outcomeOf({
      referredOn: "2003-12-01",
      course: { startedOn: "2003-12-08", endedOn: "2004-01-30", endReason: "period-ended" },
      spells: [cash("2003-06-01", "2004-01-30"), cash("2004-02-29")],
      criterion: { ...withoutSupport, ...oneMonth },
      asOf: LATER,
    });
    expect(leapYear).toMatchObject(success("2004-02-28"));
  });
});

describe("four calendar months in a row in six months after a course that ended", () => {
  it.each([
    // last day, window, last day of the fourth month
    ["2005-03-01", "2005-03-02", "2005-09-01", "2005-07-31"], // March lacks the 1st: April to July
    ["2005-03-31", "2005-04-01", "2005-09-30", "2005-07-31"], // April to July
    ["2005-02-28", "2005-03-01", "2005-08-31", "2005-06-30"], // March to June
    ["2005-02-27", "2005-02-28", "2005-08-27", "2005-06-30"], // of February one day: March to June
  ])("on %s: window %s to %s, reached on %s", (lastDay, windowFrom, windowTo, reachedOn) => {
    expect(judged({}, lastDay)).toMatchObject({ ...success(reachedOn), windowFrom, windowTo });
  });

  it("exactly at the limit: March broken on the 31st, April to July free", () => {
    expect(judged({}, "2005-03-30", [cash("2005-03-31", "2005-03-31"), cash("2005-08-01")])).toMatchObject(
      success("2005-07-31"),
    );
  });

  it("one day short: support again from 31 July; certain at once, as August alone is left", () => {
    expect(judged({}, "2005-03-31", [cash("2005-07-31")])).toMatchObject({
      ...FAILURE,
      certainOn: "2005-07-31",
    });
  });

  it("cut by the observation date: pending on 30 July, a success on the 31st, before the window ends", () => {
    expect(judged({}, "2005-03-31", [], "2005-07-30")).toMatchObject({
      status: "pending",
      reason: "window-open",
    });
    expect(judged({}, "2005-03-31", [], "2005-07-31")).toMatchObject({
      ...success("2005-07-31"),
      windowTo: "2005-09-30",
      windowComplete: false,
    });
  });

  it("differ from four months by date: 16 March to 15 July holds April, May and June", () => {
    expect(judged({ amount: { months: 4 } }, "2005-03-15", [cash("2005-07-16")])).toMatchObject(
      success("2005-07-15"),
    );
    expect(judged({}, "2005-03-15", [cash("2005-07-16")])).toMatchObject(FAILURE);
  });
});

const story = (from: string): Outcome =>
  outcomeOf({
    referredOn: "2004-10-04",
    course: { startedOn: "2004-10-11", endedOn: "2004-12-19", endReason: "period-ended" },
    spells: [cash("2003-06-01", "2004-12-19"), cash(from)],
    criterion: { ...withoutSupport, amount: { isoWeeks: 2 }, window: after({ weeks: 3 }) },
    asOf: LATER,
  });

describe("two ISO weeks in a row in three weeks from Monday 20 December 2004", () => {
  // w52 20.–26.12. | w53 27.12.–2.1. | w1 3.–9.1.

  it("are weeks 52 and 53, over on Sunday 2 January", () => {
    expect(story("2005-01-03")).toMatchObject(success("2005-01-02"));
  });

  it("aren't reached where week 53 is broken on its last day", () => {
    expect(story("2005-01-02")).toMatchObject({ ...FAILURE, certainOn: "2005-01-02" });
  });
});

const fourMonths = (spellEnds: "within" | "any-time"): Changes => ({
  amount: { months: 4 },
  window: { anchor: "course-end", length: { months: 4 }, spellEnds },
});

describe("a spell that runs out of the window 16 March to 15 July", () => {
  it("counts as far as the window: from 1 April three and a half months", () => {
    expect(judged(fourMonths("within"), "2005-03-15", [cash("2005-03-16", "2005-03-31")])).toMatchObject(
      FAILURE,
    );
  });

  it("may go on to 31 July, where the rule says so", () => {
    expect(judged(fourMonths("any-time"), "2005-03-15", [cash("2005-03-16", "2005-03-31")])).toMatchObject(
      success("2005-07-31"),
    );
  });

  it("has to begin inside even then: 16 July is too late", () => {
    expect(judged(fourMonths("any-time"), "2005-03-15", [cash("2005-03-16", "2005-07-15")])).toMatchObject(
      FAILURE,
    );
  });
});

const edges = (value: NonNullable<Criterion["edges"]>): Changes => ({
  edges: value,
  window: after({ months: 4 }),
});

describe("four calendar months in the window 16 March to 15 July", () => {
  // 16.–31.3. | April | May | June | 1.–15.7.

  it("whole: there are three", () => {
    expect(judged(edges("whole"), "2005-03-15")).toMatchObject(FAILURE);
  });

  it("first-part: 16 to 31 March is one, and with April to June there are four", () => {
    expect(judged(edges("first-part"), "2005-03-15")).toMatchObject(success("2005-06-30"));
    expect(judged(edges("first-part"), "2005-03-15", [cash("2005-03-16", "2005-03-16")])).toMatchObject(
      FAILURE,
    );
  });

  it("parts: where March is broken, 1 to 15 July is the fourth", () => {
    expect(judged(edges("parts"), "2005-03-15", [cash("2005-03-16", "2005-03-16")])).toMatchObject(
      success("2005-07-15"),
    );
  });

  it("next: the window is 1 April to 31 July", () => {
    expect(judged(edges("next"), "2005-03-15")).toMatchObject({
      ...success("2005-07-31"),
      windowFrom: "2005-04-01",
      windowTo: "2005-07-31",
    });
  });
});

describe("twenty days in a row where three days between are bridged", () => {
  const bridged: Changes = {
    amount: { days: 20 },
    gapTolerance: { days: 3 },
    window: after({ days: 25 }),
  };

  it("16.–25.3. free, 26.–28. support, 29.3.–4.4. free: 10 + 3 + 7", () => {
    const spells = [cash("2005-03-26", "2005-03-28"), cash("2005-04-05")];
    expect(judged(bridged, "2005-03-15", spells)).toMatchObject(success("2005-04-04"));
  });

  it("16.–25.3. free, 26.–29. support: four days are one too many, and twelve are left of the window", () => {
    expect(judged(bridged, "2005-03-15", [cash("2005-03-26", "2005-03-29")])).toMatchObject({
      ...FAILURE,
      certainOn: "2005-03-29",
    });
  });

  it("twelve days, reached inside the interruption, are reached on the day that closes it", () => {
    const spells = [cash("2005-03-26", "2005-03-28")];
    expect(judged({ ...bridged, amount: { days: 12 } }, "2005-03-15", spells)).toMatchObject(
      success("2005-03-29"),
    );
  });
});

describe("one day, three months after the course that ended on 15 March", () => {
  const onTheDay: Changes = {
    amount: { days: 1 },
    window: { anchor: "course-end", after: { months: 3 }, length: { days: 1 } },
  };

  it("is 16 June", () => {
    expect(
      judged(onTheDay, "2005-03-15", [cash("2005-03-16", "2005-06-15"), cash("2005-06-17")]),
    ).toMatchObject({
      ...success("2005-06-16"),
      windowFrom: "2005-06-16",
      windowTo: "2005-06-16",
    });
  });

  it("and no other", () => {
    expect(judged(onTheDay, "2005-03-15", [cash("2005-06-16", "2005-06-16")])).toMatchObject({
      ...FAILURE,
      certainOn: "2005-06-16",
    });
  });
});

describe("four months in a job that begins in the course 10.1.–15.3. or up to three months after it", () => {
  const begins: Changes = {
    states: { having: ["ordinary-employment"] },
    amount: { months: 4 },
    window: { anchor: "course", plus: { months: 3 }, spellBegins: "within", spellEnds: "any-time" },
  };

  it.each([
    ["2005-01-10", "2005-05-09"], // on the first day of the course
    ["2005-06-15", "2005-10-14"], // on the last day
  ])("on %s: reached on %s", (from, reachedOn) => {
    const { without: _without, ...anyone } = withoutSupport;
    const found = outcomeOf({
      ...endedOn("2005-03-15", ["ordinary-work", from]),
      criterion: { ...anyone, ...begins },
    });
    expect(found).toMatchObject(success(reachedOn));
  });

  it.each(["2005-01-09", "2005-06-16"])("not on %s", (from) => {
    const { without: _without, ...anyone } = withoutSupport;
    const found = outcomeOf({
      ...endedOn("2005-03-15", ["ordinary-work", from]),
      criterion: { ...anyone, ...begins },
    });
    expect(found).toMatchObject(FAILURE);
  });
});

describe("Hillerød: four months that begin within 12 + 8 weeks of Monday 3 January, by Sunday 22 May", () => {
  const job: Changes = {
    states: { having: ["ordinary-employment"] },
    amount: { months: 4 },
    window: { anchor: "referral", spellBegins: "within-longest-course" },
  };
  const begun = (from: string, to?: string): Outcome =>
    outcomeOf({
      ...endedOn("2005-03-15", to === undefined ? ["ordinary-work", from] : ["ordinary-work", from, to]),
      criterion: { ...withoutSupport, ...job },
      terms: TWENTY_WEEKS,
    });

  it("22 May to 21 September, and not one day less", () => {
    expect(begun("2005-05-22", "2005-09-21")).toMatchObject(success("2005-09-21"));
    expect(begun("2005-05-22", "2005-09-20")).toMatchObject(FAILURE);
  });

  it("23 May is too late", () => {
    expect(begun("2005-05-23")).toMatchObject({ ...FAILURE, certainOn: "2005-05-22" });
  });
});

const work = (from: string, to: string): readonly [string, string, string] => ["ordinary-work", from, to];

describe("sixty days of work in the three months from the first of it", () => {
  const fromFirst: Changes = {
    states: { having: ["ordinary-employment"] },
    amount: { days: 60 },
    continuity: "cumulative",
    window: { anchor: "spell-start", length: { months: 3 } },
  };
  // 20.3.–8.4. are 20 days; the window goes to 19 June; from 11 May to then there are 40.
  const window = { windowFrom: "2005-03-20", windowTo: "2005-06-19" };

  it("20 days from 20 March and 40 from 11 May: reached on the window's last day", () => {
    const spells = [work("2005-03-20", "2005-04-08"), work("2005-05-11", "2005-12-31")];
    expect(judged(fromFirst, "2005-03-15", spells)).toMatchObject({ ...success("2005-06-19"), ...window });
  });

  it("from 12 May it is one day too late", () => {
    const spells = [work("2005-03-20", "2005-04-08"), work("2005-05-12", "2005-12-31")];
    expect(judged(fromFirst, "2005-03-15", spells)).toMatchObject({
      ...FAILURE,
      certainOn: "2005-05-11",
      ...window,
    });
  });
});

describe("two months in work, of which wage subsidy is the lower degree, from 1 April to 30 September", () => {
  const { without: _without, ...anyone } = withoutSupport;
  const name = { da: "grad", en: "degree" };
  const byDegree: Criterion = {
    ...anyone,
    states: { having: ["ordinary-employment", "subsidized-employment"] },
    amount: { months: 2 },
    degrees: [
      { id: "ordinary", name, states: { having: ["ordinary-employment"] } },
      { id: "subsidized", name },
    ],
    payable: "when-window-closes",
  };
  const working = (asOf: string, ...spells: readonly (readonly [string, string, string?])[]): Outcome =>
    outcomeOf({ ...endedOn("2005-03-31", ...spells), criterion: byDegree, asOf });

  it("subsidized in April and May: the lower one, as long as it can rise", () => {
    const found = working("2005-05-31", ["wage-subsidy", "2005-04-01", "2005-05-31"]);
    expect(found).toMatchObject({ ...success("2005-05-31"), degree: "subsidized", payableOn: "2005-09-30" });
    expect(found.degreeCertainOn).toBeUndefined();
  });

  it("and in work in June and July: the higher one from 31 July", () => {
    const found = working(
      LATER,
      ["wage-subsidy", "2005-04-01", "2005-05-31"],
      ["ordinary-work", "2005-06-01"],
    );
    expect(found).toMatchObject({
      ...success("2005-05-31"),
      degree: "ordinary",
      degreeCertainOn: "2005-07-31",
    });
  });

  it("subsidized all along: no higher one from 1 August, when two months would have had to begin", () => {
    const found = working(LATER, ["wage-subsidy", "2005-04-01"]);
    expect(found).toMatchObject({
      ...success("2005-05-31"),
      degree: "subsidized",
      degreeCertainOn: "2005-08-01",
    });
  });
});

const dead = (treatment?: NonNullable<Criterion["leaving"]>["dead"]): Outcome =>
  judged(treatment === undefined ? {} : { leaving: { dead: treatment } }, "2005-03-31", [
    ["dead", "2005-05-10"],
  ]);

describe("who is dead from 10 May, in the second of four months", () => {
  it("fails that day by default, and where the rule says so", () => {
    for (const found of [dead(), dead("failure")]) {
      expect(found).toMatchObject({ status: "failure", reason: "gone", certainOn: "2005-05-10" });
    }
  });

  it("fails by a competing event", () => {
    expect(dead("competing-event")).toMatchObject({
      status: "failure",
      reason: "competing-event",
      certainOn: "2005-05-10",
    });
  });

  it("isn't assessable", () => {
    expect(dead("not-assessable")).toMatchObject({ status: "unknown", reason: "not-assessable" });
  });

  it("counts as anyone without support where it is ignored", () => {
    expect(dead("ignored")).toMatchObject(success("2005-07-31"));
  });
});

const absent = (neverStarted: NonNullable<Criterion["neverStarted"]>, asOf: string): Outcome =>
  outcomeOf({
    course: { endReason: "never-started" },
    spells: [cash("2003-06-01", "2005-01-31")],
    criterion: { ...withoutSupport, neverStarted },
    asOf,
  });
const window = { windowFrom: "2005-04-04", windowTo: "2005-10-03" };

describe("who never started a course of at most 13 weeks, from 3 January to 3 April", () => {
  it("is pending until the window of a full course closes", () => {
    for (const rule of ["failure", "not-assessable"] as const) {
      expect(absent(rule, "2005-10-02")).toMatchObject({ status: "pending", ...window });
    }
  });

  it("is then a failure, or not assessable", () => {
    expect(absent("failure", "2005-10-03")).toMatchObject({
      status: "failure",
      reason: "never-started",
      certainOn: "2005-10-03",
      ...window,
    });
    expect(absent("not-assessable", "2005-10-03")).toMatchObject({
      status: "unknown",
      reason: "never-started",
      ...window,
    });
  });
});

describe("two months in all, counted as days, from 15 February: as many as up to 14 April, 59", () => {
  const asDays: Changes = {
    amount: { months: 2 },
    continuity: "cumulative",
    monthsCounted: "days",
    window: after({ months: 3 }), // 15.2.–14.5., 89 days
  };

  it("30 days without support may be missing, not 31", () => {
    expect(judged(asDays, "2005-02-14", [cash("2005-03-01", "2005-03-30")])).toMatchObject(
      success("2005-05-14"),
    );
    expect(judged(asDays, "2005-02-14", [cash("2005-03-01", "2005-03-31")])).toMatchObject({
      ...FAILURE,
      certainOn: "2005-03-31",
    });
  });

  it("of whole calendar months there are two, March and April", () => {
    const { monthsCounted: _days, ...asMonths } = asDays;
    expect(judged(asMonths, "2005-02-14")).toMatchObject(success("2005-04-30"));
  });
});

describe("a course that was reported by its last day alone, 15 March", () => {
  it("has seven days from its start, the referral, reached on 9 January and certain when it was told of", () => {
    const found = outcomeOf({
      course: { endedOn: "2005-03-15", endReason: "period-ended" },
      spells: [cash("2005-02-01")],
      criterion: {
        ...withoutSupport,
        amount: { days: 7 },
        window: { anchor: "course-start", length: { months: 2 } },
      },
      asOf: LATER,
    });
    expect(found).toMatchObject({ status: "success", reachedOn: "2005-01-09", certainOn: "2005-03-15" });
  });
});

const inCourse = (
  change: Changes,
  asOf: string,
  ...spells: readonly (readonly [string, string])[]
): Outcome =>
  outcomeOf({
    course: { startedOn: "2005-01-10", endedOn: "2005-03-10", endReason: "period-ended" },
    spells: [["cash-assistance", "2003-06-01", "2004-12-31"], ...spells],
    criterion: { ...withoutSupport, amount: { isoWeeks: 1 }, window: { anchor: "course" }, ...change },
    asOf,
  });

describe("a week in a course from Monday 10 January to Thursday 10 March", () => {
  it("by most days is reached on Thursday, and certain on Saturday, as the course can't end before Sunday", () => {
    const mostDays: Changes = { dayRule: "most-days" };
    expect(inCourse(mostDays, "2005-01-14")).toMatchObject({ status: "pending", reason: "course-running" });
    expect(inCourse(mostDays, "2005-01-15")).toMatchObject({
      status: "success",
      reachedOn: "2005-01-13",
      certainOn: "2005-01-15",
    });
  });

  it("is certain at the end of the course where its last part counts, also for who is on pension by then", () => {
    const retired = ["state-pension", "2005-03-09"] as const;
    const parts: Changes = { edges: "parts" };
    expect(inCourse(parts, "2005-03-09", retired)).toMatchObject({
      status: "pending",
      reason: "course-running",
    });
    expect(inCourse(parts, "2005-03-10", retired)).toMatchObject({
      status: "success",
      reachedOn: "2005-01-16",
      certainOn: "2005-03-10",
    });
  });
});
