import { describe, expect, it } from "vitest";
import { leastSquares, type RegressionData } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

const data: RegressionData = { predictors: { dose: [0, 1, 2, 3] }, response: [1, 3, 2, 5] };

describe("leastSquares", () => {
  it("gives its examples", () => {
    expect(leastSquares(data).coefficients[1]?.estimate).toBeCloseTo(1.1, 14);
    expect(leastSquares({ predictors: {}, response: [7] }).reason).toBe("no-degrees-of-freedom");
  });

  it("is, by hand, a line through four points", () => {
    const { coefficients, covariance, logLikelihood, observations } = leastSquares(data, {
      covariance: "model",
    });
    const [intercept, slope] = coefficients;
    // x̄ = 1.5, Sxx = 5, Sxy = 5.5; residuals −0.1, 0.8, −1.3, 0.6: squares 2.7, σ̂² = 1.35.
    expect(intercept?.estimate).toBeCloseTo(1.1, 14);
    expect(slope?.standardError).toBeCloseTo(Math.sqrt(1.35 / 5), 14);
    expect(intercept?.standardError).toBeCloseTo(Math.sqrt(1.35 * (1 / 4 + 2.25 / 5)), 14);
    expect(covariance[0]?.[1]).toBeCloseTo((-1.5 * 1.35) / 5, 14);
    expect(logLikelihood).toBeCloseTo(-2 * (Math.log((2 * Math.PI * 2.7) / 4) + 1), 13);
    expect(slope?.test).toMatchObject({ degreesOfFreedom: 2, nullValue: 0, alternative: "two-sided" });
    expect(observations).toBe(4);
  });

  it("has an intercept alone without predictors, and takes yes and no, and typed arrays, as numbers", () => {
    expect(leastSquares({ predictors: {}, response: [1, 2, 6] }).coefficients[0]?.estimate).toBeCloseTo(
      3,
      14,
    );
    const yes = leastSquares({
      predictors: { dose: [false, true, true, false] },
      response: [true, false, true, true],
    });
    const one = leastSquares({
      predictors: { dose: Float64Array.of(0, 1, 1, 0) },
      response: Uint8Array.of(1, 0, 1, 1),
    });
    expect(yes.coefficients).toEqual(one.coefficients);
  });

  it("makes a term of each name of a category but the first, in the order of numbers or of the alphabet", () => {
    expect(termsOf(["10", "9", "9", "10", "2", "2"])).toEqual(["(intercept)", "center: 9", "center: 10"]);
    expect(termsOf(["å", "a", "å", "a", "ø", "ø"])).toEqual(["(intercept)", "center: ø", "center: å"]);
  });

  it("names what it leaves out, the later of two that tell the same", () => {
    const { coefficients, covariance, notices } = leastSquares({
      predictors: {
        x: [0, 1, 2, 3, 4],
        constant: [2, 2, 2, 2, 2],
        twice: [1, 3, 5, 7, 9],
        y: [1, 0, 1, 1, 0],
      },
      response: [1, 3, 2, 5, 4],
    });
    expect(coefficients.map(({ term }) => term)).toEqual(["(intercept)", "x", "y"]);
    expect(covariance.map((row) => row.length)).toEqual([3, 3, 3]);
    expect(notices).toEqual([{ code: "aliased-terms", severity: "caution", terms: ["constant", "twice"] }]);
  });

  it("doesn't call the unknown variance of a lone row small", () => {
    const { coefficients, covariance, notices } = leastSquares({
      predictors: { one: [0, 0, 0, 1, 0], x: [1, 2, 3, 4, 7] },
      response: [1, 3, 2, 5, 4],
    });
    const [, one, x] = coefficients;
    expect(one).toMatchObject({
      standardError: Infinity,
      interval: { lower: -Infinity, upper: Infinity },
      test: { pValue: 1 },
    });
    expect(covariance[1]?.[1]).toBe(Infinity);
    expect(x?.standardError).toBeLessThan(1);
    expect(notices).toEqual([{ code: "fitted-exactly", severity: "caution", what: "rows", count: 1 }]);
  });

  it("warns of a perfect fit, and of few clusters", () => {
    expect(leastSquares({ predictors: { x: [1, 2, 3] }, response: [2, 4, 6] }).notices).toEqual([
      { code: "zero-variance", severity: "warning" },
    ]);
    const { notices, coefficients } = leastSquares({
      predictors: { x: [0, 0, 1, 1, 0, 0, 1, 1] },
      response: [1, 3, 2, 5, 4, 6, 5, 7],
      clusters: ["a", "a", "b", "b", "c", "c", "d", "d"],
    });
    // Two clusters of equal size in each group: the degrees of freedom of four means in two groups.
    expect(coefficients[1]?.test.degreesOfFreedom).toBeCloseTo(2, 12);
    expect(notices).toMatchObject([{ code: "few-clusters", severity: "caution" }]);
  });

  it.each([
    [{ predictors: {}, response: [] }, "no-rows"],
    [{ predictors: { x: [1, 2] }, response: [1, 2] }, "no-degrees-of-freedom"],
    [{ predictors: {}, response: [1, 2, 3], clusters: [1, 1, 1] }, "too-few-clusters"],
  ] as const)("says why it can't estimate: %j", (impossible, reason) => {
    const { status, reason: said, coefficients, converged } = leastSquares(impossible);
    expect([status, said, coefficients, converged]).toEqual(["not-estimable", reason, [], false]);
  });

  it("carries what was chosen, and by whom", () => {
    const { provenance, references } = leastSquares({ ...data, clusters: [1, 2, 3, 4] }, { level: 0.9 });
    expect(provenance.options).toEqual({
      covariance: { value: "cr2", source: "derived" },
      level: { value: 0.9, source: "given" },
    });
    expect(provenance.inputs).toEqual({ rows: 4, predictors: ["dose"], clusters: 4 });
    expect(references.join()).toContain("Pustejovsky");
    expect(leastSquares(data).provenance.options["covariance"]).toEqual({ value: "hc2", source: "default" });
  });

  it.each([
    [{ ...data, response: [1, 2, 3] }, "columns-differ", "leastSquares.predictors.dose"],
    [{ ...data, respons: [1] }, "unknown-column", "leastSquares.respons"],
    [{ predictors: data.predictors }, "missing-column", "leastSquares.response"],
    [{ ...data, predictors: [1, 2] }, "impossible-data", "leastSquares.predictors"],
    [{ response: [1, 2] }, "missing-column", "leastSquares.predictors"],
    [
      { ...data, predictors: { dose: [1, NaN, 2, 3] } },
      "impossible-number",
      "leastSquares.predictors.dose[1]",
    ],
    [{ ...data, response: [1, null, 2, 3] }, "impossible-number", "leastSquares.response[1]"],
    [{ ...data, weights: [1, 0, 1, 1] }, "impossible-weight", "leastSquares.weights[1]"],
    [{ ...data, clusters: [1, undefined, 2, 2] }, "impossible-label", "leastSquares.clusters[1]"],
    [undefined, "impossible-data", "leastSquares"],
  ])("refuses %j", (bad, code, path) => {
    const error = errorOf(() => leastSquares(bad as unknown as RegressionData));
    expect([error.code, error.path]).toEqual([code, path]);
  });

  it.each([
    [data, { covariance: "cr2" }, "cr2 needs the column clusters"],
    [{ ...data, clusters: [1, 1, 2, 2] }, { covariance: "hc3" }, "cr2 or hc0"],
    [data, { covariance: "hc1" }, "one of hc2, hc0, hc3, cr2, model"],
    [data, { level: 95 }, "a proportion"],
  ])("refuses options that contradict the data: %#", (given, options, expected) => {
    const error = errorOf(() => leastSquares(given, options as never));
    expect(error.code).toBe("impossible-option");
    expect(error.expected).toContain(expected);
  });
});

function termsOf(center: string[]): readonly string[] {
  const { coefficients } = leastSquares({ predictors: { center }, response: [1, 3, 2, 5, 4, 4] });
  return coefficients.map(({ term }) => term);
}
