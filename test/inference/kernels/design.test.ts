import { describe, expect, it } from "vitest";
import { designOf, weightedMean } from "../../../src/inference/kernels/design.js";
import { dot, matrixVector } from "../../../src/numerics/index.js";

describe("designOf", () => {
  it("leads back from coordinates to the coefficients of the columns as given", () => {
    const x = [1, 2, 4, 7];
    const weights = [1, 2, 1, 3];
    const design = designOf([x], 4, weights);
    // The response 3 + 2x lies in the span: its coordinates give exactly these coefficients.
    const scaled = x.map((value, i) => Math.sqrt(weights[i] ?? 1) * (3 + 2 * value));
    const [intercept, slope] = matrixVector(
      design.back,
      design.basis.map((direction) => dot(direction, scaled)),
    );
    expect(intercept).toBeCloseTo(3, 13);
    expect(slope).toBeCloseTo(2, 14);
    expect(design.kept).toEqual([0, 1]);
    expect(design.aliased).toEqual([]);
  });

  it("names constants and combinations, wherever a column has its zero", () => {
    const x = [1, 2, 4, 7];
    const far = x.map((value) => 1e9 + value);
    const combined = x.map((value) => 5 - 3 * value);
    expect(designOf([[7, 7, 7, 7], x, far, combined, [0, 1, 0, 1]], 4).aliased).toEqual([1, 3, 4]);
  });

  it("keeps the square of a day number beside the day number", () => {
    const day = Array.from({ length: 50 }, (_, i) => 732_000 + i);
    const square = day.map((value) => value * value);
    expect(designOf([day, square], 50).aliased).toEqual([]);
  });

  it("has an intercept alone where there is no column", () => {
    expect(designOf([], 4).back).toEqual([[0.5]]);
  });
});

describe("weightedMean", () => {
  it("is exact where the numbers are large and near each other", () => {
    expect(weightedMean([1e15, 1e15 + 1, 1e15 + 2])).toBe(1e15 + 1);
    expect(weightedMean([1, 4], [2, 1])).toBe(2);
    expect(weightedMean([])).toBeNaN();
  });
});
