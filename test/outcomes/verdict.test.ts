import { describe, expect, it } from "vitest";
import { deriveOutcomes, type Anchor, type Course } from "../../src/outcomes/index.js";
import {
  LATER,
  endedOn,
  entryOf,
  historiesOf,
  ledgerOf,
  outcomeOf,
  outcomesFor,
  protocolOf,
  withoutSupport,
  type Story,
} from "../support/lives/world.js";

describe("what became of the course, under the contract", () => {
  const support: Story["spells"] = [["cash-assistance", "2004-06-01", "2005-01-31"]];
  // The longest course from 3 January is 13 weeks, to 3 April; a full window runs from 4 April to 3 October.
  const FULL = { windowFrom: "2005-04-04", windowTo: "2005-10-03" };

  it.each([
    ["no course row", undefined, "not-reported"],
    ["never started", { endReason: "never-started" }, "never-started"],
    ["a row without any date", {}, "not-reported"],
  ] as const)(
    "%s: pending until the window of a full course closes, then a failure, whatever the history",
    (_name, course, participation) => {
      const story: Story = { course, spells: support, asOf: "2005-10-02" };
      expect(outcomeOf(story)).toMatchObject({ status: "pending", reason: "window-open", ...FULL });
      expect(outcomeOf({ ...story, asOf: "2005-10-03" })).toMatchObject({
        status: "failure",
        reason: "never-started",
        certainOn: "2005-10-03",
        windowComplete: true,
        ...FULL,
      });
      expect(outcomesFor({ ...story, asOf: "2005-10-03" }).participants[0]).toMatchObject({ participation });
    },
  );

  it("never started, yet without support: a failure by the contract, a success from the referral", () => {
    const story: Story = { course: { endReason: "never-started" }, spells: support, asOf: LATER };
    expect(outcomeOf(story, "contract").status).toBe("failure");
    expect(outcomeOf(story, "referral")).toMatchObject({ status: "success", reachedOn: "2005-05-31" });
  });

  it.each(["returned", "expired", "withdrawn"] as const)(
    "%s: stays, measured from the day it ended",
    (endReason) => {
      const story: Story = {
        course: { startedOn: "2005-01-10", endedOn: "2005-01-31", endReason },
        spells: support,
        asOf: LATER,
      };
      expect(outcomeOf(story)).toMatchObject({
        status: "success",
        windowFrom: "2005-02-01",
        reachedOn: "2005-05-31",
      });
      expect(outcomesFor(story).participants[0]).toMatchObject({ participation: endReason });
    },
  );

  it("returned without a date: measured in the window of a full course", () => {
    const story: Story = { course: { endReason: "returned" }, spells: support, asOf: LATER };
    // 4 April to 3 October holds May to September
    expect(outcomeOf(story)).toMatchObject({ status: "success", reachedOn: "2005-08-31", ...FULL });
  });

  it("running: pending; its end missing when the window of a full course has closed: unknown", () => {
    const story: Story = { course: { startedOn: "2005-01-10" }, spells: support, asOf: "2005-10-02" };
    expect(outcomeOf(story)).toMatchObject({
      status: "pending",
      reason: "course-running",
      windowComplete: false,
    });
    expect(outcomeOf(story)).not.toHaveProperty("windowFrom");
    expect(outcomeOf({ ...story, asOf: "2005-10-03" })).toMatchObject({
      status: "unknown",
      reason: "course-end-missing",
    });
  });

  it("ended after asOf is running on asOf", () => {
    const story = { ...endedOn("2005-03-31"), asOf: "2005-03-30" };
    expect(outcomeOf(story)).toMatchObject({ status: "pending", reason: "course-running" });
    const [participant] = outcomesFor(story).participants;
    expect(participant).toMatchObject({ participation: "running" });
    expect(participant?.course).not.toHaveProperty("endedOn");
    expect(participant?.course).not.toHaveProperty("endReason");
    expect(outcomeOf({ ...story, asOf: "2005-03-31" })).toMatchObject({ reason: "window-open" });
  });

  it("started after asOf is not told of yet", () => {
    const story = { ...endedOn("2005-03-31"), asOf: "2005-01-09" };
    expect(outcomesFor(story).participants[0]).toMatchObject({ participation: "not-reported" });
  });

  it("goes by the citizen's own group, and by the longest group where none fits", () => {
    const terms = {
      lengths: [
        { group: { age: "over-30" }, length: { weeks: 6 } },
        { group: { age: "under-30" }, length: { weeks: 13 } },
      ],
    };
    const windowOf = (stratum: Record<string, string>, anchor: Anchor): string | undefined =>
      deriveOutcomes({
        protocol: protocolOf([withoutSupport], terms),
        ledger: ledgerOf([entryOf({ citizen: "p1", referredOn: "2005-01-03", stratum })]),
        courses: [],
        histories: historiesOf([]),
        asOf: LATER,
      }).by("without-support", anchor)[0]?.windowTo;
    expect(windowOf({ age: "over-30" }, "contract")).toBe("2005-08-13"); // 14 February + 6 months
    expect(windowOf({ age: "under-30" }, "contract")).toBe("2005-10-03");
    expect(windowOf({ age: "exactly-30" }, "contract")).toBe("2005-10-03");
    expect(windowOf({ age: "over-30" }, "referral")).toBe("2005-10-03");
  });
});

describe("from the referral: equally long for everyone, whatever became of the course", () => {
  const courses: readonly (Partial<Course> | undefined)[] = [
    undefined,
    { endReason: "never-started" },
    { startedOn: "2005-01-10" },
    { startedOn: "2005-01-10", endedOn: "2005-01-20", endReason: "work" },
    { startedOn: "2005-01-10", endedOn: "2005-06-20", endReason: "period-ended" },
  ];

  it.each(courses)("with the course %o: 13 weeks and 6 months from 3 January", (course) => {
    const spells: Story["spells"] = [["cash-assistance", "2004-06-01", "2005-05-31"]];
    expect(outcomeOf({ course, spells, asOf: LATER }, "referral")).toMatchObject({
      status: "success",
      windowFrom: "2005-01-03",
      windowTo: "2005-10-03", // 3 January + 13 weeks = 4 April; + 6 months = 4 October, the first day after
      reachedOn: "2005-09-30",
    });
  });

  it("the month of the referral counts only if it lies inside from its 1st", () => {
    const spells: Story["spells"] = [["cash-assistance", "2004-06-01", "2004-12-31"]];
    expect(outcomeOf({ referredOn: "2005-01-03", spells, asOf: LATER }, "referral").reachedOn).toBe(
      "2005-05-31",
    );
    expect(outcomeOf({ referredOn: "2005-01-01", spells, asOf: LATER }, "referral").reachedOn).toBe(
      "2005-04-30",
    );
  });

  it("adds course, extension and follow-up one after the other: 31 August + 6 + 7 weeks + 6 months", () => {
    const terms = { lengths: [{ length: { weeks: 6 }, extension: { weeks: 7 } }] };
    // 31 August + 91 days = 30 November; + 6 months = 30 May, the first day after
    const outcome = outcomeOf({ referredOn: "2005-08-31", terms, spells: [], asOf: LATER }, "referral");
    expect(outcome).toMatchObject({ windowFrom: "2005-08-31", windowTo: "2006-05-29" });
  });
});
