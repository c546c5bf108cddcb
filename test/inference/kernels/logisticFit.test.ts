import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expit, logisticFit, type LogisticFit } from "../../../src/inference/kernels/logisticFit.js";

function fitted(fit: LogisticFit): Extract<LogisticFit, { failure?: undefined }> {
  if (fit.failure !== undefined) throw new Error("no fit");
  return fit;
}

describe("logisticFit", () => {
  it("of two groups is the logarithm of their odds ratio, with Woolf's variance", () => {
    // 3 of 10 against 6 of 8.
    const group = [...Array.from({ length: 10 }, () => 0), ...Array.from({ length: 8 }, () => 1)];
    const response = group.map((value, i) => (value === 0 ? Number(i < 3) : Number(i < 16)));
    const { regression, fitted: probabilities } = fitted(logisticFit([group], response));
    expect(regression.coefficients[0]).toBeCloseTo(Math.log(3 / 7), 13);
    expect(regression.coefficients[1]).toBeCloseTo(Math.log(6 / 2 / (3 / 7)), 13);
    expect(regression.logLikelihood).toBeCloseTo(
      3 * Math.log(0.3) + 7 * Math.log(0.7) + 6 * Math.log(0.75) + 2 * Math.log(0.25),
      13,
    );
    expect(probabilities[0]).toBeCloseTo(0.3, 14);
    const [, slope = []] = regression.design.back;
    expect(slope.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(
      1 / 3 + 1 / 7 + 1 / 6 + 1 / 2,
      12,
    );
  });

  it("satisfies the likelihood's equations, whatever the scale of the columns", () => {
    const row = fc.record({ x: fc.double({ min: -3, max: 3, noNaN: true }), y: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 8, maxLength: 30 }),
        fc.constantFrom(1e-6, 1, 1e6),
        (rows, scale) => {
          const x = rows.map((each) => each.x * scale + 5 * scale);
          const y = rows.map((each) => Number(each.y));
          const fit = logisticFit([x], y);
          fc.pre(fit.failure === undefined);
          const { fitted: p } = fitted(fit);
          const rest = y.map((value, i) => value - (p[i] ?? NaN));
          expect(Math.abs(rest.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-9);
          expect(Math.abs(rest.reduce((sum, value, i) => sum + value * (x[i] ?? NaN), 0))).toBeLessThan(
            1e-8 * scale,
          );
        },
      ),
    );
  });

  it("finds a maximum that lies far out, and doesn't take it for separation", () => {
    // One pair crosses the border by a thousandth: the slope is large, but finite.
    const x = [-2, -1, -0.5, 0.001, 0, 0.5, 1, 2];
    const { regression } = fitted(logisticFit([x], [0, 0, 0, 0, 1, 1, 1, 1]));
    expect(regression.coefficients[1]).toBeGreaterThan(10);
    expect(regression.coefficients[1]).toBeLessThan(1e4);
  });

  it("counts a row as often as its weight says", () => {
    const once = fitted(logisticFit([[1, 2, 3, 4]], [0, 1, 0, 1], [2, 1, 3, 1]));
    const repeated = fitted(logisticFit([[1, 1, 2, 3, 3, 3, 4]], [0, 0, 1, 0, 0, 0, 1]));
    once.regression.coefficients.forEach((value, j) =>
      expect(value).toBeCloseTo(repeated.regression.coefficients[j] ?? NaN, 11),
    );
    expect(once.regression.logLikelihood).toBeCloseTo(repeated.regression.logLikelihood, 12);
  });

  it.each([
    ["complete", [1, 2, 3, 4], [0, 0, 1, 1]],
    ["quasi-complete", [1, 2, 2, 3], [0, 0, 1, 1]],
  ])("refuses %s separation", (extent, x, y) => {
    expect(logisticFit([x], y).failure).toEqual({ extent, terms: [1] });
  });
});

describe("expit", () => {
  it("is the logit's inverse, without overflow", () => {
    expect(expit(Math.log(3))).toBeCloseTo(0.75, 15);
    expect(expit(-800)).toBe(0);
    expect(expit(800)).toBe(1);
  });
});
