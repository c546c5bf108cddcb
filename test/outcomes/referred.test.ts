import { describe, expect, it } from "vitest";
import { parseDay, type Day } from "../../src/core/index.js";
import { longestCourses, permittedCourses } from "../../src/outcomes/course-terms.js";
import { NEVER } from "../../src/outcomes/days.js";
import type { EndReason } from "../../src/outcomes/index.js";
import { referredOf, type Referred } from "../../src/outcomes/referred.js";
import { THIRTEEN_WEEKS } from "../support/lives/world.js";

const on = (date: string): Day => parseDay(date, "date");
const longest = longestCourses(permittedCourses(THIRTEEN_WEEKS));

/** Referred on 3 January 2005, begun on the 10th, ended on 31 March, unless it is told otherwise. */
function known(
  asOf: string,
  endReason: EndReason | undefined,
  { startedOn = on("2005-01-10"), endedOn = on("2005-03-31") } = {},
): Referred {
  return referredOf(
    { referredOn: on("2005-01-03"), startedOn, endedOn },
    endReason,
    { stratum: {} },
    on(asOf),
    longest,
  );
}

describe("referredOf", () => {
  it.each([
    ["2005-01-09", "not-reported", undefined, undefined],
    ["2005-01-10", "running", on("2005-01-10"), undefined],
    ["2005-03-30", "running", on("2005-01-10"), undefined],
    ["2005-03-31", "completed", on("2005-01-10"), on("2005-03-31")],
  ] as const)("knows on %s that the course is %s", (asOf, participation, startedOn, endedOn) => {
    expect(known(asOf, "work")).toMatchObject({ participation, startedOn, endedOn });
  });

  it("takes an end without a date for known from the referral on", () => {
    const none = { startedOn: NEVER, endedOn: NEVER };
    expect(known("2005-01-03", "never-started", none)).toMatchObject({
      participation: "never-started",
      toldOn: on("2005-01-03"),
    });
    expect(known("2005-02-01", "returned", { endedOn: NEVER })).toMatchObject({
      participation: "returned",
      toldOn: on("2005-01-03"),
    });
    expect(known("2005-12-31", undefined, none)).toMatchObject({ participation: "not-reported" });
  });

  it("was told of a course when it began, or else when it ended", () => {
    expect(known("2005-12-31", "expired")).toMatchObject({
      participation: "expired",
      toldOn: on("2005-01-10"),
    });
    expect(known("2005-12-31", "work", { startedOn: NEVER }).toldOn).toBe(on("2005-03-31"));
  });

  it("ends the longest course thirteen weeks after the referral", () => {
    expect(known("2005-12-31", "work")).toMatchObject({
      limit: on("2005-04-04"),
      longest: on("2005-04-04"),
    });
  });
});
