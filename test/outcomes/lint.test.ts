import { describe, expect, it } from "vitest";
import type { StateVocabulary } from "../../src/histories/index.js";
import { lintCourse, lintCriterion, readings, type Criterion } from "../../src/outcomes/index.js";
import { durable, selfSupport, withoutSupport } from "../support/lives/world.js";

const LEAVING = ["death-and-emigration-unstated", "pension-unstated", "move-unstated"];
const UNAGREED = ["measurer-unstated", "payable-unstated"];

const codesOf = (criterion: typeof withoutSupport): readonly string[] =>
  lintCriterion(criterion).map(({ code }) => code);

const asks = (without: Required<Criterion>["without"]): boolean =>
  codesOf({ ...withoutSupport, without }).includes("state-support-unstated");

const asksBeside = (criterion: Criterion): boolean => codesOf(criterion).includes("support-beside-unstated");

describe("lintCriterion", () => {
  it("names what Fredericia's rules leave open, with the reading taken", () => {
    expect(lintCriterion(withoutSupport).slice(0, 5)).toEqual([
      {
        code: "course-ends-mid-month",
        severity: "info",
        criterion: "without-support",
        reading: "whole-months-inside",
      },
      { code: "day-rule-unstated", severity: "info", criterion: "without-support", reading: "any-day" },
      { code: "never-started-unstated", severity: "info", criterion: "without-support", reading: "failure" },
      {
        code: "state-support-unstated",
        severity: "info",
        criterion: "without-support",
        reading: "not-municipal-support",
      },
      {
        code: "wage-subsidy-unstated",
        severity: "info",
        criterion: "without-support",
        reading: "municipal-support",
      },
    ]);
    expect(codesOf(withoutSupport).slice(5)).toEqual([...LEAVING, ...UNAGREED]);
    expect(codesOf(durable)).toEqual([
      "cumulative-months-unstated",
      "course-ends-mid-month",
      "day-rule-unstated",
      "never-started-unstated",
      "support-beside-unstated",
      ...LEAVING,
      ...UNAGREED,
    ]);
  });

  it("names when Hillerød's spell must begin", () => {
    expect(codesOf(selfSupport)).toEqual([
      "spell-start-unstated",
      "support-beside-unstated",
      "joining-unstated",
      ...LEAVING,
      ...UNAGREED,
    ]);
  });

  it("is silent where the criterion says it", () => {
    expect(codesOf({ ...withoutSupport, dayRule: "any-day" })).not.toContain("day-rule-unstated");
    const without = { having: ["municipal-support"], except: ["wage-subsidy"] } as const;
    expect(codesOf({ ...withoutSupport, without })).not.toContain("wage-subsidy-unstated");
    expect(codesOf({ ...withoutSupport, amount: { months: 4 } })).toEqual([
      "never-started-unstated",
      "state-support-unstated",
      "wage-subsidy-unstated",
      ...LEAVING,
      ...UNAGREED,
    ]);
    // Where only named states count, a month in wage subsidy can't be taken for one without support.
    const named = { ...selfSupport, without: { having: ["municipal-support"] } } as const;
    expect(codesOf(named)).not.toContain("wage-subsidy-unstated");
  });

  it("asks which support is meant unless state support or an exception from it is named", () => {
    expect(asks({ having: ["municipal-support"], except: ["wage-subsidy"] })).toBe(true);
    expect(asks({ having: ["municipal-support"], except: [] })).toBe(false);
    expect(asks({ having: ["municipal-support"], except: ["wage-subsidy", "unemployment-benefit"] })).toBe(
      false,
    );
    expect(asks({ having: ["municipal-support", "state-support"] })).toBe(false);
  });

  it("asks of work whether it counts with a benefit beside it, unless that is said or support counts itself", () => {
    expect(asksBeside({ ...selfSupport, without: { having: ["municipal-support"] } })).toBe(true);
    expect(asksBeside({ ...selfSupport, without: { having: ["municipal-support", "state-support"] } })).toBe(
      false,
    );
    expect(asksBeside({ ...selfSupport, without: { having: ["municipal-support"], except: [] } })).toBe(
      false,
    );
    expect(asksBeside({ ...selfSupport, states: { states: ["ordinary-work", "wage-subsidy"] } })).toBe(false);
    expect(asksBeside({ ...selfSupport, states: { states: ["ordinary-education"] } })).toBe(false);
  });

  it("says that a window without an end has no follow-up", () => {
    const open = { ...withoutSupport, window: { anchor: "course-start", length: "open" } } as const;
    expect(lintCriterion(open)).toContainEqual({
      code: "follow-up-unstated",
      severity: "caution",
      criterion: "without-support",
    });
    expect(codesOf(withoutSupport)).not.toContain("follow-up-unstated");
    expect(codesOf(selfSupport)).not.toContain("follow-up-unstated");
  });

  it("knows wage subsidy and state support by their properties, whatever the protocol calls them", () => {
    const states = {
      ledig: ["municipal-support"],
      loentilskud: ["municipal-support", "subsidized-employment"],
    };
    const named = lintCriterion(withoutSupport, states as StateVocabulary).map(({ code }) => code);
    expect(named).toContain("wage-subsidy-unstated");
    expect(named).not.toContain("state-support-unstated"); // no state is
    const { loentilskud: _, ...none } = states;
    const without = lintCriterion(withoutSupport, none as StateVocabulary).map(({ code }) => code);
    expect(without).not.toContain("wage-subsidy-unstated");
  });

  it("asks for the way of leaving that isn't stated", () => {
    expect(codesOf({ ...withoutSupport, leaving: { dead: "failure" } })).toContain(LEAVING[0]);
    expect(codesOf({ ...withoutSupport, leaving: { emigrated: "ignored", dead: "failure" } })).not.toContain(
      LEAVING[0],
    );
  });

  it("has nothing to say where everything is said", () => {
    const said: Criterion = {
      ...withoutSupport,
      without: { having: ["municipal-support"], except: [] },
      dayRule: "any-day",
      edges: "whole",
      neverStarted: "failure",
      leaving: { dead: "failure", emigrated: "failure", pension: "ignored", moved: "not-assessable" },
      measuredBy: "municipality",
      payable: "when-window-closes",
    };
    expect(lintCriterion(said)).toEqual([]);
    expect(readings(said)).toEqual([]);
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
