import { describe, expect, it } from "vitest";
import {
  LATER,
  TWENTY_WEEKS,
  endedOn,
  outcomeOf,
  selfSupport,
  withoutSupport,
  type Story,
} from "../support/lives/world.js";

//  A P R        | M A Y | J U N | J U L | A U G        | S E P
//      15 ———————————————————————————————————— 14
const free = (last: string, again: string): Story => ({
  course: { startedOn: "2005-01-10", endedOn: "2005-03-31" },
  spells: [
    ["cash-assistance", "2004-06-01", "2005-04-14"],
    ["cash-assistance", again],
    ["ordinary-work", "2005-04-15", last],
  ],
  asOf: LATER,
});

describe("4 months from date to date and 4 calendar months differ", () => {
  const byDate = { ...withoutSupport, amount: { months: 4 } };

  it("from 15 April to 14 August: four months by date, three calendar months", () => {
    const story = free("2005-08-14", "2005-08-15");
    expect(outcomeOf({ ...story, criterion: byDate })).toMatchObject({
      status: "success",
      reachedOn: "2005-08-14",
    });
    expect(outcomeOf(story)).toMatchObject({ status: "failure", reason: "amount-out-of-reach" });
  });

  it("from 15 April to 13 August: one day short by date too", () => {
    const story = free("2005-08-13", "2005-08-14");
    expect(outcomeOf({ ...story, criterion: byDate })).toMatchObject({
      status: "failure",
      certainOn: "2005-08-14",
    });
  });

  it("February to May 2005 are four calendar months of 120 days, and four months by date", () => {
    const story: Story = {
      course: { startedOn: "2005-01-10", endedOn: "2005-01-31" },
      spells: [
        ["cash-assistance", "2004-06-01", "2005-01-31"],
        ["cash-assistance", "2005-06-01"],
      ],
      asOf: LATER,
    };
    expect(outcomeOf(story)).toMatchObject({ reachedOn: "2005-05-31" });
    expect(outcomeOf({ ...story, criterion: byDate })).toMatchObject({ reachedOn: "2005-05-31" });
  });

  it("by date the run may have begun before the window, of which only the part inside counts", () => {
    const story = { ...endedOn("2005-03-31"), criterion: byDate };
    const spells: Story["spells"] = [
      ["ordinary-work", "2005-02-01", "2005-07-31"],
      ["cash-assistance", "2005-08-01"],
    ];
    expect(outcomeOf({ ...story, spells })).toMatchObject({ reachedOn: "2005-07-31" });
    const short: Story["spells"] = [
      ["ordinary-work", "2005-02-01", "2005-07-30"],
      ["cash-assistance", "2005-07-31"],
    ];
    expect(outcomeOf({ ...story, spells: short })).toMatchObject({ status: "failure" });
  });

  it("by date is lost when the last day has passed on which four months would still fit", () => {
    // Window 1 April to 30 September: 1 June + 4 months = 1 October, so 1 June is the last first day.
    const story = endedOn("2005-03-31", ["cash-assistance", "2005-04-01", "2005-06-01"]);
    expect(outcomeOf({ ...story, criterion: byDate })).toMatchObject({ certainOn: "2005-06-01" });
    const another = endedOn("2005-03-31", ["cash-assistance", "2005-04-01", "2005-05-31"]);
    expect(outcomeOf({ ...another, criterion: byDate })).toMatchObject({ reachedOn: "2005-09-30" });
  });
});

// 3 January + 20 weeks = 23 May, so a spell may begin from 3 January to 22 May.
const spell = (...spells: Story["spells"]): Story => ({
  criterion: selfSupport,
  terms: TWENTY_WEEKS,
  spells: [["cash-assistance", "2004-01-01", "2004-12-01"], ...spells],
  asOf: LATER,
});

const until = (state: string): Story =>
  spell(["ordinary-work", "2005-02-01", "2005-05-30"], [state, "2005-05-31"]);

describe("Hillerød: one spell of 4 months that begins within 12 + 8 weeks of the referral", () => {
  it.each([
    ["on the referral date", "2005-01-03", "2005-05-02", "success"],
    ["on the last day of the 20 weeks, running on after them", "2005-05-22", "2005-09-21", "success"],
    ["one day too late", "2005-05-23", "2006-05-22", "failure"],
    ["in time, one day too short", "2005-05-22", "2005-09-20", "failure"],
    ["the day before the referral: it doesn't begin within", "2005-01-02", "2006-01-02", "failure"],
    ["on 31 January: to 30 May", "2005-01-31", "2005-05-30", "success"],
    ["on 31 January: 29 May is one day short", "2005-01-31", "2005-05-29", "failure"],
  ])("a job that begins %s", (_name, from, to, status) => {
    for (const anchor of ["contract", "referral"] as const) {
      expect(outcomeOf(spell(["ordinary-work", from, to]), anchor)).toMatchObject({
        status,
        ...(status === "success" ? { reachedOn: to } : {}),
        windowFrom: "2005-01-03",
        windowTo: "2005-09-22", // 23 May + 4 months = 23 September, the first day after
      });
    }
  });

  it("31 October + 4 months is 28 February: the spell has lasted on the evening of the 27th", () => {
    const story = { ...spell(["ordinary-work", "2005-10-31", "2006-02-27"]), referredOn: "2005-09-01" };
    expect(outcomeOf(story)).toMatchObject({ status: "success", reachedOn: "2006-02-27" });
  });

  it("an interruption of a day breaks it; a change of job, education or fleksjob doesn't", () => {
    const broken = spell(
      ["ordinary-work", "2005-02-01", "2005-03-31"],
      ["ordinary-work", "2005-04-02", "2005-05-31"],
    );
    expect(outcomeOf(broken)).toMatchObject({ status: "failure" });
    const changed = spell(
      ["ordinary-work", "2005-02-01", "2005-03-31"],
      ["fleksjob", "2005-04-01", "2005-05-31"],
    );
    expect(outcomeOf(changed)).toMatchObject({ status: "success", reachedOn: "2005-05-31" });
  });

  it("a job from before the referral, a pause of a day, and the same job again begins within", () => {
    const story = spell(
      ["ordinary-work", "2004-12-02", "2005-01-31"],
      ["ordinary-work", "2005-02-02", "2005-06-01"],
    );
    expect(outcomeOf(story)).toMatchObject({ status: "success", reachedOn: "2005-06-01" });
  });

  it("wage subsidy never counts", () => {
    expect(outcomeOf(spell(["wage-subsidy", "2005-02-01"])).status).toBe("failure");
  });

  it("is lost on the evening of the last day on which a spell could begin", () => {
    expect(outcomeOf(spell())).toMatchObject({ status: "failure", certainOn: "2005-05-22" });
    // Begun in time, it is lost on the first day after it.
    const begun = spell(["ordinary-work", "2005-05-22", "2005-07-10"]);
    expect(outcomeOf(begun)).toMatchObject({ status: "failure", certainOn: "2005-07-11" });
  });

  it("is lost a day earlier for someone whose old job goes on: it can't end and a new one begin in time", () => {
    const story = spell(["ordinary-work", "2004-12-02"]);
    expect(outcomeOf({ ...story, asOf: "2005-05-20" })).toMatchObject({ status: "pending" });
    expect(outcomeOf({ ...story, asOf: "2005-05-21" })).toMatchObject({
      status: "failure",
      certainOn: "2005-05-21",
    });
  });

  it("doesn't ask for the course: never started and in a job within the 20 weeks is a success", () => {
    const story = {
      ...spell(["ordinary-work", "2005-02-01"]),
      course: { endReason: "never-started" } as const,
    };
    expect(outcomeOf(story)).toMatchObject({ status: "success", reachedOn: "2005-05-31" });
  });

  it("with the day before the referral unseen, a job on the referral date may have begun before", () => {
    const story = { ...spell(["ordinary-work", "2005-01-03"]), observedFrom: "2005-01-03" };
    expect(outcomeOf(story)).toMatchObject({ status: "unknown", reason: "before-coverage" });
    expect(outcomeOf({ ...story, observedFrom: "2005-01-02" })).toMatchObject({ status: "success" });
  });

  it("dead in the fourth month: a failure; moved: unknown", () => {
    expect(outcomeOf(until("dead"))).toMatchObject({ status: "failure", reason: "gone" });
    expect(outcomeOf(until("moved"))).toMatchObject({ status: "unknown", reason: "left-observation" });
  });
});
