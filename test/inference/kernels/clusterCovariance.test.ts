import { describe, expect, it } from "vitest";
import { clusterCovariance } from "../../../src/inference/kernels/clusterCovariance.js";
import { leastSquaresFit } from "../../../src/inference/kernels/regression.js";
import { rowCovariance } from "../../../src/inference/kernels/robustCovariance.js";

const x = [1, 2, 3, 4, 7, 5, 9, 2];
const y = [1, 3, 2, 5, 4, 7, 7, 1];
const fit = leastSquaresFit([x], y);
const each = { codes: [0, 1, 2, 3, 4, 5, 6, 7], count: 8 };

describe("clusterCovariance", () => {
  it("of single rows is that of rows: CR2 is HC2, CR0 is HC0", () => {
    const pairs = [
      [clusterCovariance(fit, "cr2", each).matrix, rowCovariance(fit, "hc2").matrix],
      [clusterCovariance(fit, "cr0", each).matrix, rowCovariance(fit, "hc0").matrix],
    ] as const;
    for (const [clustered, plain] of pairs) {
      clustered.flat().forEach((value, k) => expect(value).toBeCloseTo(plain.flat()[k] ?? NaN, 13));
    }
  });

  it("has Welch's degrees of freedom, at their expectation, for two groups of single rows", () => {
    // Bell and McCaffrey: for groups of m and n rows, G is diagonal within groups; with m = n = 4 it is 6.
    const groups = leastSquaresFit([[1, 1, 1, 1, 0, 0, 0, 0]], y);
    expect(clusterCovariance(groups, "cr2", each).certainty([0, 1]).degreesOfFreedom).toBeCloseTo(6, 11);
  });

  it("of clusters of equal size counts the clusters: a mean of 4 pairs has the variance of 4 means", () => {
    const mean = leastSquaresFit([], y);
    const pairs = { codes: [0, 0, 1, 1, 2, 2, 3, 3], count: 4 };
    const means = leastSquaresFit([], [2, 3.5, 5.5, 4]);
    const { matrix, certainty } = clusterCovariance(mean, "cr2", pairs);
    expect(matrix[0]?.[0]).toBeCloseTo(rowCovariance(means, "model").matrix[0]?.[0] ?? NaN, 13);
    expect(certainty([1]).degreesOfFreedom).toBeCloseTo(3, 12);
  });

  it("doesn't hang on the order of rows or the numbering of clusters", () => {
    const codes = [0, 1, 0, 2, 1, 3, 3, 2];
    const there = clusterCovariance(fit, "cr2", { codes, count: 4 });
    const back = clusterCovariance(leastSquaresFit([x.toReversed()], y.toReversed()), "cr2", {
      codes: codes.toReversed().map((code) => 3 - code),
      count: 4,
    });
    there.matrix.flat().forEach((value, k) => expect(back.matrix.flat()[k]).toBeCloseTo(value, 12));
    expect(back.certainty([0, 1]).degreesOfFreedom).toBeCloseTo(there.certainty([0, 1]).degreesOfFreedom, 10);
  });

  it("is the same with weights that are all alike", () => {
    const codes = { codes: [0, 0, 1, 1, 2, 2, 3, 3], count: 4 };
    const weights = y.map(() => 2);
    const weighted = clusterCovariance(leastSquaresFit([x], y, weights), "cr2", codes, weights);
    const plain = clusterCovariance(fit, "cr2", codes);
    weighted.matrix
      .flat()
      .forEach((value, k) => expect(value).toBeCloseTo(plain.matrix.flat()[k] ?? NaN, 12));
    expect(weighted.certainty([0, 1]).degreesOfFreedom).toBeCloseTo(
      plain.certainty([0, 1]).degreesOfFreedom,
      10,
    );
  });

  it("is blind where a group is one cluster", () => {
    const treated = leastSquaresFit([[1, 1, 0, 0, 0, 0, 0, 0]], y);
    const { certainty, fittedExactly } = clusterCovariance(treated, "cr2", {
      codes: [0, 0, 1, 1, 2, 2, 3, 3],
      count: 4,
    });
    expect(fittedExactly).toBe(1);
    expect(certainty([0, 1]).isBlind).toBe(true);
    expect(certainty([1, 0]).isBlind).toBe(false);
  });
});
