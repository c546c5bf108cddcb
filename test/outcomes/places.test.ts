import { describe, expect, it } from "vitest";
import { formatDay, parseDay, type Day } from "../../src/core/index.js";
import type { Criterion, CriterionWindow } from "../../src/outcomes/index.js";
import { NEVER } from "../../src/outcomes/days.js";
import type { Place } from "../../src/outcomes/place.js";
import { placeFinder } from "../../src/outcomes/places.js";
import { withoutSupport } from "../support/lives/world.js";

const on = (date: string): Day => parseDay(date, "date");
const text = (day: Day): string => (day === NEVER ? "NEVER" : formatDay(day));

// Referred on Monday 3 January 2005; begun on 10 January, ended on 15 March; at most 13 weeks, so up to 4 April.
const DATES = {
  referredOn: on("2005-01-03"),
  startedOn: on("2005-01-10"),
  endedOn: on("2005-03-15"),
  limit: on("2005-04-04"),
};

const FOUR_MONTHS: Partial<Criterion> = { amount: { months: 4 }, continuity: "consecutive" };

function places(window: CriterionWindow, change: Partial<Criterion> = FOUR_MONTHS): readonly [Place, Place] {
  const { contract, comparison } = placeFinder()({ ...withoutSupport, ...change, window }, on("2005-06-30"));
  return [contract(DATES), comparison(DATES.referredOn, DATES.limit)];
}

/** First day and first day after, by the contract and from the referral. */
const windows = (window: CriterionWindow, change?: Partial<Criterion>): readonly (readonly string[])[] =>
  places(window, change).map((place) => [text(place.window.start), text(place.window.end)]);

/** The months of 16 March to 15 May: first day, first day after, days needed. */
const cells = (edges: Criterion["edges"], dayRule?: Criterion["dayRule"]): readonly string[] =>
  places(
    { anchor: "course-end", length: { months: 2 } },
    {
      amount: { calendarMonths: 1 },
      ...(edges === undefined ? {} : { edges }),
      ...(dayRule === undefined ? {} : { dayRule }),
    },
  )[0].cells.map(({ start, end, needed }) => `${text(start).slice(5)} ${text(end).slice(5)} ${needed}`);

describe("placeFinder", () => {
  const sixMonths = { length: { months: 6 } };
  const after = { after: { weeks: 2 } };

  it.each<[string, CriterionWindow, readonly string[], readonly string[]]>([
    // by the contract; from the referral
    [
      "the referral",
      { anchor: "referral", ...sixMonths },
      ["2005-01-03", "2005-07-03"],
      ["2005-01-03", "2005-07-03"],
    ],
    [
      "two weeks after it",
      { anchor: "referral", ...after, ...sixMonths },
      ["2005-01-17", "2005-07-17"],
      ["2005-01-17", "2005-07-17"],
    ],
    [
      "the first day of the course, for the comparison the referral",
      { anchor: "course-start", ...sixMonths },
      ["2005-01-10", "2005-07-10"],
      ["2005-01-03", "2005-07-03"],
    ],
    [
      "the day after the course, for the comparison the referral to six months after the longest",
      { anchor: "course-end", ...sixMonths },
      ["2005-03-16", "2005-09-16"],
      ["2005-01-03", "2005-10-04"],
    ],
    [
      "two weeks after the course, for the comparison after the longest",
      { anchor: "course-end", ...after, ...sixMonths },
      ["2005-03-30", "2005-09-30"],
      ["2005-04-18", "2005-10-18"],
    ],
    [
      "without an end: the comparison has none either, and begins on the day after the longest course",
      { anchor: "course-end", length: "open" },
      ["2005-03-16", "NEVER"],
      ["2005-04-04", "NEVER"],
    ],
    [
      "without an end, later: two weeks after it",
      { anchor: "course-end", ...after, length: "open" },
      ["2005-03-30", "NEVER"],
      ["2005-04-18", "NEVER"],
    ],
    [
      "the referral without an end",
      { anchor: "referral", length: "open" },
      ["2005-01-03", "NEVER"],
      ["2005-01-03", "NEVER"],
    ],
    ["the course", { anchor: "course" }, ["2005-01-10", "2005-03-16"], ["2005-01-03", "2005-04-04"]],
    [
      "the course and two weeks",
      { anchor: "course", plus: { weeks: 2 } },
      ["2005-01-10", "2005-03-30"],
      ["2005-01-03", "2005-04-18"],
    ],
    [
      "a spell within the longest course, to its amount after it",
      { anchor: "referral", spellBegins: "within-longest-course" },
      ["2005-01-03", "2005-08-04"],
      ["2005-01-03", "2005-08-04"],
    ],
    [
      "the first spell within the longest course, at the latest",
      { anchor: "spell-start", ...sixMonths },
      ["2005-01-03", "2005-10-04"],
      ["2005-01-03", "2005-10-04"],
    ],
    [
      "a spell that runs on, to its amount after the window",
      { anchor: "referral", ...sixMonths, spellEnds: "any-time" },
      ["2005-01-03", "2005-11-03"],
      ["2005-01-03", "2005-11-03"],
    ],
  ])("looks from %s", (_name, window, contract, comparison) => {
    expect(windows(window)).toEqual([contract, comparison]);
  });

  it("opens with the next month and is no shorter, and is followed up as long from the referral", () => {
    const months: Partial<Criterion> = { amount: { calendarMonths: 4 }, edges: "next" };
    const window: CriterionWindow = { anchor: "course-end", ...sixMonths };
    expect(windows(window, months)).toEqual([
      ["2005-04-01", "2005-10-01"],
      ["2005-01-03", "2005-11-01"], // the longest course ends on 3 April: May to October
    ]);
    const { contract } = placeFinder()({ ...withoutSupport, ...months, window }, on("2005-06-30"));
    expect(text(contract({ ...DATES, endedOn: on("2005-03-31") }).window.start)).toBe("2005-04-01");
    // Wednesday 16 March: the next week begins on Monday the 21st.
    expect(windows(window, { amount: { isoWeeks: 4 }, edges: "next" })[0]).toEqual([
      "2005-03-21",
      "2005-09-21",
    ]);
  });

  it("opens the window of a spell on the spell's first day", () => {
    const [place] = places({ anchor: "spell-start", ...sixMonths }, { amount: { calendarMonths: 4 } });
    const opened = place.opens?.(on("2005-02-10"));
    expect(opened?.window).toEqual({ start: on("2005-02-10"), end: on("2005-08-10") });
    expect(opened?.cells.map(({ start }) => text(start))).toEqual([
      "2005-03-01",
      "2005-04-01",
      "2005-05-01",
      "2005-06-01",
      "2005-07-01",
    ]);
  });

  it("lets a run begin as late as it can still be long enough", () => {
    const lastStart = (window: CriterionWindow, change?: Partial<Criterion>): string =>
      text(places(window, change)[0].lastStart);
    // 16 May + 4 months = 16 September, the first day after the window.
    expect(lastStart({ anchor: "course-end", ...sixMonths })).toBe("2005-05-16");
    // In the longest course any day, since it may run on; and any day of a window that it may leave.
    expect(lastStart({ anchor: "referral", spellBegins: "within-longest-course" })).toBe("2005-04-03");
    expect(lastStart({ anchor: "course-end", ...sixMonths, spellEnds: "any-time" })).toBe("2005-09-15");
    expect(lastStart({ anchor: "course-end", length: { days: 30 } }, { amount: { days: 30 } })).toBe(
      "2005-03-16",
    );
    // 28 to 31 October all have their four months on 28 February, the first day after the window: the last of them.
    const toFebruary: CriterionWindow = { anchor: "course-end", after: { weeks: 20 }, length: { days: 209 } };
    const [place] = places(toFebruary);
    expect(text(place.window.end)).toBe("2006-02-28");
    expect(text(place.lastStart)).toBe("2005-10-31");
    // None where the window is shorter than the amount: the day before it opens.
    expect(lastStart({ anchor: "course-end", length: { days: 29 } }, { amount: { days: 30 } })).toBe(
      "2005-03-15",
    );
  });

  it("takes whole months or weeks of a window, and parts where they are asked for", () => {
    expect(cells(undefined)).toEqual(["04-01 05-01 30"]);
    expect(cells("whole")).toEqual(["04-01 05-01 30"]);
    expect(cells("first-part")).toEqual(["03-16 04-01 16", "04-01 05-01 30"]);
    expect(cells("parts")).toEqual(["03-16 04-01 16", "04-01 05-01 30", "05-01 05-16 15"]);
    // More than half of 16, 30 and 15 days.
    expect(cells("parts", "most-days")).toEqual(["03-16 04-01 9", "04-01 05-01 16", "05-01 05-16 8"]);
  });

  it("asks for as many days as the window's first months have", () => {
    const days: Partial<Criterion> = {
      amount: { months: 2 },
      continuity: "cumulative",
      monthsCounted: "days",
    };
    // From 16 March two months reach to 15 May: 16 + 30 + 15 days; from 3 January to 2 March: 29 + 28 + 2.
    const [contract, comparison] = places({ anchor: "course-end", ...sixMonths }, days);
    expect(contract.neededDays).toBe(61);
    expect(comparison.neededDays).toBe(59);
  });

  it("looks at an open window to the end of the month that is under way", () => {
    const [place] = places({ anchor: "course-end", length: "open" }, { amount: { calendarMonths: 4 } });
    // As of 30 June: April to June, and July, of which nothing was seen.
    expect(place.cells.map(({ start }) => text(start)).slice(0, 3)).toEqual([
      "2005-04-01",
      "2005-05-01",
      "2005-06-01",
    ]);
    expect(place.seenEnd).toBeGreaterThanOrEqual(on("2005-07-01"));
  });

  it("is the same value for the same dates, also of criteria that ask for other states", () => {
    const placesOf = placeFinder();
    const { contract, comparison } = placesOf(withoutSupport, on("2005-06-30"));
    expect(contract(DATES)).toBe(contract({ ...DATES, referredOn: on("2005-01-04") }));
    expect(comparison(DATES.referredOn, DATES.limit)).toBe(comparison(DATES.referredOn, DATES.limit));
    expect(contract({ ...DATES, endedOn: on("2005-03-16") })).not.toBe(contract(DATES));
    const work = { ...withoutSupport, id: "work", states: { states: ["ordinary-work"] } };
    expect(placesOf(work, on("2005-06-30")).contract(DATES)).toBe(contract(DATES));
    const other: Criterion = { ...withoutSupport, dayRule: "most-days" };
    expect(placesOf(other, on("2005-06-30")).contract(DATES)).not.toBe(contract(DATES));
    expect(placesOf(withoutSupport, on("2005-07-01")).contract(DATES)).not.toBe(contract(DATES));
  });
});
