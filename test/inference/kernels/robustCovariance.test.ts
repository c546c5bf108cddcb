import { describe, expect, it } from "vitest";
import { leastSquaresFit } from "../../../src/inference/kernels/regression.js";
import { rowCovariance } from "../../../src/inference/kernels/robustCovariance.js";

/** A mean of 1, 2, 6: residuals −2, −1, 3, leverages 1/3. */
const mean = leastSquaresFit([], [1, 2, 6]);

describe("rowCovariance", () => {
  it.each([
    ["hc0", 14 / 9],
    ["hc2", 14 / 9 / (2 / 3)],
    ["hc3", 14 / 9 / (4 / 9)],
    ["model", 14 / 2 / 3],
  ] as const)("of a mean by %s is what it is by hand", (kind, expected) => {
    expect(rowCovariance(mean, kind).matrix[0]?.[0]).toBeCloseTo(expected, 13);
    expect(rowCovariance(mean, kind).certainty([1])).toEqual({ degreesOfFreedom: 2, isBlind: false });
  });

  it("knows which coefficients lean on a row that is fitted exactly", () => {
    // The indicator has one row; the slope is estimated from the others.
    const fit = leastSquaresFit(
      [
        [0, 0, 0, 1, 0],
        [1, 2, 3, 4, 7],
      ],
      [1, 3, 2, 5, 4],
    );
    const { fittedExactly, certainty } = rowCovariance(fit, "hc2");
    expect(fittedExactly).toBe(1);
    expect(certainty([0, 1, 0]).isBlind).toBe(true);
    expect(certainty([0, 0, 1]).isBlind).toBe(false);
    expect(rowCovariance(fit, "model").certainty([0, 1, 0]).isBlind).toBe(false);
  });
});
