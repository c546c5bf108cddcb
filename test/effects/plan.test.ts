import { describe, expect, it } from "vitest";
import { resolveAnalysis } from "../../src/effects/plan.js";
import { criterion, madeOutcomes, TWO_ARMS } from "../support/outcomes.js";

const outcomes = madeOutcomes({
  groups: [],
  criteria: [criterion("job"), criterion("study"), criterion("other")],
});
const analysis = { primary: "job", referenceArm: "municipal", secondary: ["study"] };

describe("resolveAnalysis", () => {
  it("fills in the defaults and says who chose each value", () => {
    const plan = resolveAnalysis(outcomes, analysis, {});
    expect(plan).toMatchObject({
      primary: true,
      planned: true,
      comparators: ["supplier"],
      level: 0.95,
      comparisonLevel: 0.95,
      margin: null,
      minimumMature: 100,
    });
    expect(plan.record).toEqual({
      primary: { value: "job", source: "given" },
      referenceArm: { value: "municipal", source: "given" },
      secondary: { value: ["study"], source: "given" },
      level: { value: 0.95, source: "default" },
      minimumMature: { value: 100, source: "default" },
      criterion: { value: "job", source: "derived" },
      comparisonLevel: { value: 0.95, source: "derived" },
    });
  });

  it("knows whether another criterion was planned", () => {
    expect(resolveAnalysis(outcomes, analysis, { criterion: "study" })).toMatchObject({
      primary: false,
      planned: true,
    });
    expect(resolveAnalysis(outcomes, analysis, { criterion: "other" })).toMatchObject({
      primary: false,
      planned: false,
    });
    expect(resolveAnalysis(outcomes, analysis, { criterion: "job" })).toMatchObject({
      primary: true,
      planned: true,
    });
  });

  it("shares the level among the comparisons of more than two arms", () => {
    const arms = [...TWO_ARMS, { id: "third", name: "Den tredje" }, { id: "fourth", name: "Den fjerde" }];
    const plan = resolveAnalysis(madeOutcomes({ groups: [], arms }), analysis, {});
    expect(plan.comparators).toEqual(["supplier", "third", "fourth"]);
    expect(plan.comparisonLevel).toBeCloseTo(1 - 0.05 / 3, 15);
    expect(plan.level).toBe(0.95);
  });

  it.each([
    ["an unknown key", { ...analysis, referencearm: "municipal" }, /Did you mean referenceArm\?/],
    ["a level in per cent", { ...analysis, level: 95 }, /analysis\.level: impossible option; received 95/],
    ["a margin of 0", { ...analysis, margin: 0 }, /analysis\.margin: impossible option/],
    ["a negative margin", { ...analysis, margin: -0.05 }, /analysis\.margin: impossible option/],
    ["half a citizen", { ...analysis, minimumMature: 0.5 }, /analysis\.minimumMature: impossible option/],
    [
      "an unknown reference arm",
      { ...analysis, referenceArm: "municipel" },
      /unknown arm.*Did you mean municipal\?/,
    ],
    ["an unknown criterion", { ...analysis, primary: "jobb" }, /unknown criterion.*Did you mean job\?/],
  ])("refuses %s", (_what, plan, message) => {
    expect(() => resolveAnalysis(outcomes, plan, {})).toThrow(message);
  });

  it("refuses a competition of one", () => {
    const alone = madeOutcomes({ groups: [], arms: TWO_ARMS.slice(0, 1) });
    expect(() => resolveAnalysis(alone, analysis, {})).toThrow(/nothing to compare/);
  });
});
