import { describe, expect, it } from "vitest";
import { lintCourse, lintCriterion } from "../../src/outcomes/index.js";
import { durable, selfSupport, withoutSupport } from "../support/lives/world.js";

const codesOf = (criterion: typeof withoutSupport): readonly string[] =>
  lintCriterion(criterion).map(({ code }) => code);

describe("lintCriterion", () => {
  it("names what Fredericia's rules leave open, with the reading taken", () => {
    expect(lintCriterion(withoutSupport)).toEqual([
      {
        code: "course-ends-mid-month",
        severity: "info",
        criterion: "without-support",
        reading: "whole-months-inside",
      },
      { code: "day-rule-unstated", severity: "info", criterion: "without-support", reading: "any-day" },
      { code: "never-started-unstated", severity: "info", criterion: "without-support", reading: "failure" },
      {
        code: "wage-subsidy-unstated",
        severity: "info",
        criterion: "without-support",
        reading: "municipal-support",
      },
    ]);
    expect(codesOf(durable)).toEqual([
      "course-ends-mid-month",
      "day-rule-unstated",
      "never-started-unstated",
    ]);
  });

  it("names when Hillerød's spell must begin", () => {
    expect(codesOf(selfSupport)).toEqual(["spell-start-unstated"]);
  });

  it("is silent where the criterion says it", () => {
    expect(codesOf({ ...withoutSupport, dayRule: "any-day" })).not.toContain("day-rule-unstated");
    const without = { having: ["municipal-support"], except: ["wage-subsidy"] } as const;
    expect(codesOf({ ...withoutSupport, without })).not.toContain("wage-subsidy-unstated");
    expect(codesOf({ ...withoutSupport, amount: { months: 4 } })).toEqual([
      "never-started-unstated",
      "wage-subsidy-unstated",
    ]);
    // Where only named states count, a month in wage subsidy can't be taken for one without support.
    expect(codesOf({ ...selfSupport, without: { having: ["municipal-support"] } })).toEqual([
      "spell-start-unstated",
    ]);
  });
});

describe("lintCourse", () => {
  it("names each extension without a length, with its group", () => {
    const lengths = [
      { group: { ageGroup: "under-30" }, length: { weeks: 13 }, extension: "unstated" },
      { length: { weeks: 6 }, extension: { weeks: 7 } },
    ] as const;
    expect(lintCourse({ lengths })).toEqual([
      { code: "extension-unstated", severity: "caution", group: ["ageGroup: under-30"] },
    ]);
    expect(lintCourse({ lengths: lengths.slice(1) })).toEqual([]);
  });
});
