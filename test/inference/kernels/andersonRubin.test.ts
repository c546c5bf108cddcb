import { describe, expect, it } from "vitest";
import { andersonRubin } from "../../../src/inference/kernels/andersonRubin.js";
import { reducedForms } from "../../../src/inference/kernels/instrument.js";
import { leastSquaresFit } from "../../../src/inference/kernels/regression.js";
import { rowCovariance } from "../../../src/inference/kernels/robustCovariance.js";
import { studentTQuantile } from "../../../src/numerics/index.js";

const assigned = Float64Array.of(1, 1, 1, 1, 1, 0, 0, 0, 0, 0);
const received = Float64Array.of(1, 1, 1, 0.5, 1, 0, 0, 0.2, 0, 0);
const response = Float64Array.of(6, 5, 7, 5, 6, 3, 2, 4, 2, 3);
const found = andersonRubin(reducedForms({ assigned, received, response, covariates: [] }), (fit) =>
  rowCovariance(fit, "hc2"),
);

describe("andersonRubin", () => {
  it("has at its ends the effects whose rest the test of the instrument just doesn't reject", () => {
    const [piece] = found.set(0.95);
    for (const effect of [piece?.lower ?? NaN, piece?.upper ?? NaN]) {
      const rest = response.map((value, i) => value - effect * (received[i] ?? 0));
      const fit = leastSquaresFit([assigned], rest);
      const statistic =
        (fit.coefficients[1] ?? NaN) / Math.sqrt(rowCovariance(fit, "hc2").matrix[1]?.[1] ?? NaN);
      expect(Math.abs(statistic)).toBeCloseTo(studentTQuantile(0.025, 8, "upper"), 10);
    }
  });

  it("widens with its level", () => {
    const [narrow, wide] = [0.8, 0.99].map((level) => found.set(level)[0]);
    expect(wide?.lower).toBeLessThan(narrow?.lower ?? NaN);
    expect(wide?.upper).toBeGreaterThan(narrow?.upper ?? NaN);
  });
});
