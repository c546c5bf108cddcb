import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../src/core/index.js";
import { statedCourseEnd, type CourseTerms } from "../../src/outcomes/index.js";

// Fredericia §2.3.3: over 30 up to 6 weeks and 7 more without payment; under 30 up to 13 weeks.
const terms: CourseTerms = {
  lengths: [
    { group: { ageGroup: "over-30" }, length: { weeks: 6 }, extension: { weeks: 7 } },
    { group: { ageGroup: "under-30" }, length: { weeks: 13 } },
  ],
};

const from = parseDay("2005-01-10", "from");

describe("statedCourseEnd", () => {
  it.each([
    ["the own group's length without its extension", { ageGroup: "over-30" }, "2005-02-21"],
    ["of another group", { ageGroup: "under-30" }, "2005-04-11"],
    ["the longest of all where no group fits", { ageGroup: "exactly-30" }, "2005-04-11"],
  ])("is %s", (_what, stratum, end) => {
    expect(formatDay(statedCourseEnd(terms)(stratum, from))).toBe(end);
  });
});
