import { describe, expect, it } from "vitest";
import { leaveOneOut, randomEffects, type Study } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

const STUDIES: readonly Study[] = [
  { label: "A", estimate: -0.4, variance: 0.03 },
  { label: "B", estimate: 0.3, variance: 0.06 },
  { label: "C", estimate: 0.25, variance: 0.01 },
  { label: "D", estimate: 0.9, variance: 0.04 },
];

describe("leaveOneOut", () => {
  it.each([
    {},
    { method: "paule-mandel", adjustment: "none", level: 0.9 },
    { method: "dersimonian-laird", prediction: "k-1" },
  ] as const)("gives what the others give by themselves: %j", (options) => {
    const rows = leaveOneOut(STUDIES, options);
    expect(rows.map(({ label }) => label)).toEqual(["A", "B", "C", "D"]);
    const whole = randomEffects(STUDIES, options);
    for (const [i, row] of rows.entries()) {
      const others = randomEffects(
        STUDIES.filter((_, each) => each !== i),
        options,
      );
      expect(row).toMatchObject({
        estimate: others.estimate,
        standardError: others.standardError,
        interval: others.interval,
        tauSquared: others.tauSquared,
        iSquared: others.iSquared,
        prediction: others.prediction,
        shift: (whole.estimate ?? NaN) - (others.estimate ?? NaN),
      });
    }
  });

  it("measures residual and influence in standard errors, by hand of equal variances", () => {
    // 0, 0, 0 and 4, variance 1: without the last τ² = 0, mean 0, plain error 1/√3; with it τ² = 4 − 1 = 3, mean 1.
    const studies = [0, 0, 0, 4].map((estimate) => ({ estimate, variance: 1 }));
    const row = leaveOneOut(studies, { adjustment: "none" }).at(-1);
    expect(row).toMatchObject({ label: "4", estimate: 0, tauSquared: 0, shift: 1 });
    expect(row?.residual).toBeCloseTo(4 / Math.sqrt(1 + 1 / 3), 13);
    // Its share is a quarter of the weight: 1/√(1/4).
    expect(row?.influence).toBeCloseTo(2, 13);
  });

  it("leaves at least two", () => {
    expect(leaveOneOut(STUDIES.slice(0, 2))).toEqual([]);
    expect(leaveOneOut([])).toEqual([]);
    expect(leaveOneOut(STUDIES.slice(0, 3))[0]?.prediction.upper).toBe(Infinity);
    expect(Object.isFrozen(leaveOneOut(STUDIES)[0]?.interval)).toBe(true);
  });

  it("refuses what randomEffects refuses", () => {
    expect(errorOf(() => leaveOneOut([{ estimate: 1, variance: 0 }])).code).toBe("impossible-variance");
    expect(errorOf(() => leaveOneOut(STUDIES, { level: 95 }))).toMatchObject({
      code: "impossible-option",
      path: "leaveOneOut.level",
    });
  });
});
