import { describe, expect, it } from "vitest";
import { binomialNormalFit } from "../../../src/inference/kernels/binomialNormal.js";
import { logisticNormal } from "../../../src/inference/kernels/logisticNormal.js";
import { predictiveLimits } from "../../../src/inference/kernels/predictiveRate.js";

const SETS = [
  [
    [3, 20],
    [5, 25],
    [0, 15],
    [9, 30],
  ],
  [
    [0, 50],
    [1, 40],
    [5, 80],
    [0, 20],
  ],
  [
    [0, 10],
    [10, 10],
    [4, 9],
    [0, 30],
    [20, 20],
  ],
].map((rows) => rows.map(([events = 0, total = 0]) => ({ events, total })));

describe("the largest likelihood of counts with normal logits", () => {
  it.each(SETS.map((counts, i) => [i, counts] as const))(
    "is where both derivatives are 0, and no lower than on a grid: set %i",
    (_, counts) => {
      const fit = binomialNormalFit(counts);
      if (fit === undefined) throw new Error("there is a maximum");
      const at = logisticNormal(counts, fit.mean, fit.tau);
      expect(at.byMean).toBeCloseTo(0, 10);
      expect(at.bySpread).toBeCloseTo(0, 10);
      for (let mean = -6; mean <= 3; mean += 0.5) {
        for (let tau = 0; tau <= 9; tau += 0.75) {
          expect(logisticNormal(counts, mean, tau).logLikelihood).toBeLessThanOrEqual(
            fit.logLikelihood + 1e-12,
          );
        }
      }
    },
  );

  it("predicts the wider, the fewer there are, and nested by level", () => {
    const [counts = []] = SETS;
    const widths = [counts, [...counts, ...counts], [...counts, ...counts, ...counts, ...counts]].map(
      (each) => {
        const fit = binomialNormalFit(each);
        if (fit === undefined) throw new Error("there is a maximum");
        const [wide, narrow] = [0.99, 0.9].map((level) => predictiveLimits(each, fit, level));
        expect(wide?.lower).toBeLessThan(narrow?.lower ?? NaN);
        expect(wide?.upper).toBeGreaterThan(narrow?.upper ?? NaN);
        // Not even next to certainty is there no number.
        const widest = predictiveLimits(each, fit, 1 - 2 ** -53);
        expect(Number.isFinite(widest.lower) && Number.isFinite(widest.upper)).toBe(true);
        return (narrow?.upper ?? NaN) - (narrow?.lower ?? NaN);
      },
    );
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });
});
