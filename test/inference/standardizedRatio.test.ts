import { describe, expect, it } from "vitest";
import { standardizedRatio } from "../../src/inference/index.js";

describe("standardizedRatio", () => {
  it("is observed over expected with Byar's limits, worked by hand", () => {
    // O = 8, z = 1.959964: 8 (1 − 1/72 − z/(3√8))³ = 3.4447; with 9: 9 (1 − 1/81 + z/9)³ = 15.7631.
    const { estimate, interval, test } = standardizedRatio({ observed: 8, expected: 4 });
    expect(estimate).toBe(2);
    expect(interval.lower).toBeCloseTo(
      (8 * (1 - 1 / 72 - 1.959963984540054 / (3 * Math.sqrt(8))) ** 3) / 4,
      12,
    );
    expect(interval.upper).toBeCloseTo((9 * (1 - 1 / 81 + 1.959963984540054 / 9) ** 3) / 4, 12);
    expect(test).toMatchObject({ alternative: "two-sided", nullValue: 1 });
  });

  it("is exact by hand where nothing was observed: the upper limit is ln 40 over the expected", () => {
    const { interval, test } = standardizedRatio({ observed: 0, expected: 2 }, { method: "exact" });
    expect(interval.lower).toBe(0);
    expect(interval.upper).toBeCloseTo(Math.log(40) / 2, 12);
    expect(test?.pValue).toBeCloseTo(2 * Math.exp(-2), 14);
    // With mid-p half of e^{-2} lies in the tail, twice that is all of it.
    expect(standardizedRatio({ observed: 0, expected: 2 }, { method: "mid-p" }).test?.pValue).toBeCloseTo(
      Math.exp(-2),
      14,
    );
  });

  it("has a lower limit of 0 where Byar's would be negative, and says why", () => {
    const { interval, notices } = standardizedRatio({ observed: 1, expected: 2 }, { level: 0.998 });
    expect(interval.lower).toBe(0);
    expect(notices.map(({ code }) => code)).toEqual(["byar-below-zero"]);
    expect(standardizedRatio({ observed: 1, expected: 2 }).notices).toEqual([]);
  });

  it("has one-sided limits and tests", () => {
    const more = standardizedRatio({ observed: 45, expected: 31.4 }, { alternative: "greater" });
    expect(more.interval).toMatchObject({ upper: Infinity, sides: 1 });
    expect(more.interval.lower).toBeCloseTo(
      standardizedRatio({ observed: 45, expected: 31.4 }, { level: 0.9 }).interval.lower,
      12,
    );
    const less = standardizedRatio({ observed: 45, expected: 31.4 }, { alternative: "less" });
    expect(less.interval.lower).toBe(0);
    expect(less.test?.pValue).toBeGreaterThan(0.97);
  });

  it("gives the whole parameter space where nothing is expected", () => {
    const none = standardizedRatio({ observed: 3, expected: 0 });
    expect(none).toMatchObject({ status: "not-estimable", reason: "nothing-expected", estimate: null });
    expect(none.interval).toMatchObject({ lower: 0, upper: Infinity });
    expect(none.toText()).toContain("no event is expected");
  });

  it("says what was observed and expected in both languages", () => {
    const ratio = standardizedRatio({ observed: 45, expected: 31.4 });
    expect(ratio.toText()).toContain(
      "Observed over expected: 1.43 (95% confidence interval 1.05 to 1.92), p = 0.026",
    );
    expect(ratio.toText()).toContain("Observed 45, expected 31.4.");
    expect(ratio.toText({ language: "da" })).toContain("Observeret 45, forventet 31,4.");
    expect(ratio.toRows()).toHaveLength(1);
  });

  it.each([
    [{ observed: 1.5, expected: 2 }, "impossible-count"],
    [{ observed: -1, expected: 2 }, "impossible-count"],
    [{ observed: 1, expected: -2 }, "impossible-number"],
    [{ observed: 1, expected: Number.NaN }, "impossible-number"],
    [null, "impossible-data"],
  ])("refuses %j", (counts, code) => {
    expect(() => standardizedRatio(counts as { observed: number; expected: number })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
