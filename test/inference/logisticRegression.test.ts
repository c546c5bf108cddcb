import { describe, expect, it } from "vitest";
import { logisticRegression, type RegressionData } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

const ages = { predictors: { age: [22, 25, 31, 38, 44, 52] }, response: [0, 1, 0, 1, 0, 1] };

describe("logisticRegression", () => {
  it("gives its examples", () => {
    expect(logisticRegression(ages).coefficients[1]?.estimate).toBeCloseTo(0.057, 4);
    expect(logisticRegression({ predictors: { age: [22, 25, 44, 52] }, response: [0, 0, 1, 1] }).reason).toBe(
      "separation",
    );
  });

  it("goes by the normal distribution", () => {
    const [, age] = logisticRegression(ages, { covariance: "model" }).coefficients;
    expect(age?.test.degreesOfFreedom).toBeUndefined();
    const half = 1.959963984540054 * (age?.standardError ?? NaN);
    expect(age?.interval.upper).toBeCloseTo((age?.estimate ?? NaN) + half, 14);
  });

  it("says of complete separation what does it, and gives no number", () => {
    const { status, converged, coefficients, covariance, logLikelihood, notices } = logisticRegression({
      predictors: { noise: [1, 3, 2, 1, 3, 2], age: [22, 25, 31, 38, 44, 52] },
      response: [0, 0, 0, 1, 1, 1],
    });
    expect([status, converged, coefficients, covariance, logLikelihood]).toEqual([
      "not-estimable",
      false,
      [],
      [],
      undefined,
    ]);
    expect(notices).toEqual([
      { code: "not-estimable", severity: "caution", reason: "separation" },
      { code: "separation", severity: "warning", extent: "complete", terms: ["age"] },
    ]);
  });

  it("says of quasi-complete separation which category does it", () => {
    const { notices } = logisticRegression({
      predictors: { center: ["a", "a", "a", "a", "b", "b", "c", "c"], x: [1, 2, 3, 4, 1, 3, 2, 4] },
      response: [0, 1, 0, 1, 1, 1, 0, 1],
    });
    expect(notices).toContainEqual({
      code: "separation",
      severity: "warning",
      extent: "quasi-complete",
      terms: ["center: b"],
    });
  });

  it("has nothing to fit where all have the outcome, or there is nobody", () => {
    expect(logisticRegression({ predictors: {}, response: [1, 1, 1] }).notices).toContainEqual({
      code: "separation",
      severity: "warning",
      extent: "complete",
      terms: ["(intercept)"],
    });
    expect(logisticRegression({ predictors: {}, response: [] }).reason).toBe("no-rows");
  });

  it("sums by cluster, with Satterthwaite's degrees of freedom", () => {
    const clustered = logisticRegression({ ...ages, clusters: ["p", "p", "q", "r", "s", "s"] });
    const degrees = clustered.coefficients.map(({ test }) => test.degreesOfFreedom ?? Infinity);
    expect(Math.max(...degrees)).toBeLessThan(4);
    expect(clustered.coefficients[0]?.interval.method).toBe("cr2");
    const plainly = logisticRegression(
      { ...ages, clusters: ["p", "p", "q", "r", "s", "s"] },
      { covariance: "hc0" },
    );
    expect(plainly.coefficients[0]?.test.degreesOfFreedom).toBe(3);
  });

  it.each([
    [{ ...ages, response: [0, 1, 2, 1, 0, 1] }, "impossible-group", "logisticRegression.response[2]"],
    [{ ...ages, response: [0, 1, 0.5, 1, 0, 1] }, "impossible-group", "logisticRegression.response[2]"],
    [{ ...ages, weights: [1, 1, -1, 1, 1, 1] }, "impossible-weight", "logisticRegression.weights[2]"],
  ])("refuses %j", (bad, code, path) => {
    const error = errorOf(() => logisticRegression(bad as RegressionData));
    expect([error.code, error.path]).toEqual([code, path]);
  });
});
