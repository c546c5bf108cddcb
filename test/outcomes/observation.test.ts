import { describe, expect, it } from "vitest";
import {
  LATER,
  endedOn,
  outcomeOf,
  outcomesFor,
  withoutSupport,
  type Story,
} from "../support/lives/world.js";

describe("gone: days after death, emigration or pension never count; after a move they aren't seen", () => {
  // Without them the four months would be reached on 31 July.
  it.each(["dead", "emigrated", "state-pension", "disability-pension"])(
    "%s on 31 July: a failure, not free of support",
    (state) => {
      const story = endedOn("2005-03-31", [state, "2005-07-31"]);
      expect(outcomeOf(story)).toMatchObject({
        status: "failure",
        reason: "gone",
        certainOn: "2005-07-31",
        destination: "gone",
      });
    },
  );

  it.each(["dead", "emigrated", "state-pension"])(
    "%s on 1 August: the success of 31 July stands",
    (state) => {
      const story = endedOn("2005-03-31", [state, "2005-08-01"]);
      expect(outcomeOf(story)).toMatchObject({
        status: "success",
        reachedOn: "2005-07-31",
        destination: "own-means",
      });
    },
  );

  it("one day of emigration ends all counting, even if the register closes the spell", () => {
    const story = endedOn("2005-03-31", ["emigrated", "2005-04-10", "2005-04-10"]);
    expect(outcomeOf(story)).toMatchObject({ status: "failure", reason: "gone", certainOn: "2005-04-10" });
  });

  it.each([
    ["2003-12-31", "success"],
    ["2005-01-02", "success"],
    ["2005-01-03", "failure"], // still abroad on the day of the referral
  ])("emigration from before the referral of 3 January, to %s: a %s", (to, status) => {
    const story = endedOn("2005-03-31", ["emigrated", "2001-01-01", to]);
    expect(outcomeOf(story).status).toBe(status);
  });

  it("dead before a course ended whose window couldn't hold the amount: on the day of death", () => {
    const criterion = { ...withoutSupport, amount: { calendarMonths: 6 } };
    const story = { ...endedOn("2005-04-01", ["dead", "2005-03-20"]), criterion };
    expect(outcomeOf(story)).toMatchObject({ reason: "gone", certainOn: "2005-03-20" });
  });

  it("moved on 31 July: unknown; on 1 August: the success stands", () => {
    expect(outcomeOf(endedOn("2005-03-31", ["moved", "2005-07-31"]))).toMatchObject({
      status: "unknown",
      reason: "left-observation",
      windowComplete: true,
      destination: "gone",
    });
    expect(outcomeOf(endedOn("2005-03-31", ["moved", "2005-08-01"]))).toMatchObject({ status: "success" });
  });

  it("moved after the amount was out of reach: the failure stands", () => {
    const story = endedOn(
      "2005-03-31",
      ["cash-assistance", "2005-06-10", "2005-06-10"],
      ["moved", "2005-06-11"],
    );
    expect(outcomeOf(story)).toMatchObject({ status: "failure", certainOn: "2005-06-10" });
  });

  it("moved and with the window still open: unknown, since no later day will tell", () => {
    const story = { ...endedOn("2005-03-31", ["moved", "2005-05-01"]), asOf: "2005-05-31" };
    expect(outcomeOf(story)).toMatchObject({ status: "unknown", reason: "left-observation" });
  });

  it("moved, then dead before the threshold: a failure", () => {
    const story = endedOn("2005-03-31", ["moved", "2005-05-01"], ["dead", "2005-06-01"]);
    expect(outcomeOf(story)).toMatchObject({ status: "failure", reason: "gone", certainOn: "2005-06-01" });
  });

  it("dead during a course without an end: a failure on that day", () => {
    const story: Story = {
      course: { startedOn: "2005-01-10" },
      spells: [
        ["cash-assistance", "2004-06-01", "2005-02-03"],
        ["dead", "2005-02-04"],
      ],
      asOf: "2005-03-01",
    };
    expect(outcomeOf(story)).toMatchObject({ status: "failure", reason: "gone", certainOn: "2005-02-04" });
  });

  it("data after asOf don't exist: dead on the next day is not known", () => {
    const story = { ...endedOn("2005-03-31", ["dead", "2005-05-02"]), asOf: "2005-05-01" };
    expect(outcomeOf(story)).toMatchObject({ status: "pending" });
    expect(outcomeOf({ ...story, asOf: "2005-05-02" })).toMatchObject({ status: "failure" });
  });
});

describe("observation", () => {
  it("a gap inside the observed period is no support", () => {
    expect(outcomeOf(endedOn("2005-03-31"))).toMatchObject({ status: "success", destination: "own-means" });
  });

  it("a citizen without any history is unknown, never free of support", () => {
    const story: Story = {
      course: { startedOn: "2005-01-10", endedOn: "2005-03-31" },
      spells: [],
      asOf: LATER,
    };
    for (const anchor of ["contract", "referral"] as const) {
      const outcome = outcomeOf(story, anchor);
      expect(outcome).toMatchObject({ status: "unknown", reason: "no-history", windowComplete: true });
      expect(outcome).not.toHaveProperty("destination");
    }
  });

  it("records that begin after asOf are no history yet", () => {
    const story: Story = {
      course: { startedOn: "2005-01-10", endedOn: "2005-03-31" },
      spells: [["ordinary-work", "2005-08-02"]],
      asOf: "2005-08-01",
    };
    expect(outcomeOf(story)).toMatchObject({ status: "unknown", reason: "no-history" });
    expect(outcomesFor(story).participants[0]).toMatchObject({ hasHistory: false });
  });

  it("days before the register's coverage are not seen: April is open, May to August are four", () => {
    const story = { ...endedOn("2005-03-31"), observedFrom: "2005-04-02" };
    expect(outcomeOf(story)).toMatchObject({ status: "success", reachedOn: "2005-08-31" });
    const again = { ...endedOn("2005-03-31", ["cash-assistance", "2005-08-01"]), observedFrom: "2005-04-02" };
    expect(outcomeOf(again)).toMatchObject({ status: "unknown", reason: "before-coverage" });
  });
});

// A course to 31 March; four whole months without support are over on 31 July; the first record is of 1 November.
const late = (asOf: string) =>
  outcomeOf({
    course: { startedOn: "2005-01-10", endedOn: "2005-03-31" },
    spells: [["cash-assistance", "2005-11-01"]],
    asOf,
  });

describe("someone whose first record comes late", () => {
  it("is unknown until then, and nothing was certain before", () => {
    expect(late("2005-10-31")).toMatchObject({ status: "unknown", reason: "no-history" });
    expect(late("2005-11-01")).toMatchObject({
      status: "success",
      reachedOn: "2005-07-31",
      certainOn: "2005-11-01",
    });
  });
});
