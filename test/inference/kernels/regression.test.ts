import { describe, expect, it } from "vitest";
import { leastSquaresFit, leverages } from "../../../src/inference/kernels/regression.js";

/**
 * Longley's data, with coefficients certified to fifteen digits by NIST's Statistical Reference Datasets
 * (https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml): six columns that hardly differ, on which
 * normal equations lose all digits but a few.
 */
const LONGLEY = [
  [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
  [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
];
const CERTIFIED = [
  -3482258.63459582, 15.0618722713733, -0.35819179292591e-1, -2.02022980381683, -1.03322686717359,
  -0.511041056535807e-1, 1829.15146461355,
];

const column = (j: number): number[] => LONGLEY.map((row) => row[j] ?? NaN);

describe("leastSquaresFit", () => {
  it("gives the certified coefficients of Longley's data to eleven digits", () => {
    const fit = leastSquaresFit([1, 2, 3, 4, 5, 6].map(column), column(0));
    fit.coefficients.forEach((coefficient, j) => {
      expect(Math.abs(coefficient / (CERTIFIED[j] ?? NaN) - 1)).toBeLessThan(1e-11);
    });
    expect(Math.sqrt(fit.dispersion)).toBeCloseTo(304.854073561965, 9);
    expect(fit.degreesOfFreedom).toBe(9);
  });

  it("leaves nothing of a line, not even rounding", () => {
    const fit = leastSquaresFit([[1, 2, 3, 7]], [0.1, 0.2, 0.3, 0.7]);
    expect([...fit.residuals]).toEqual([0, 0, 0, 0]);
    expect(fit.coefficients[1]).toBeCloseTo(0.1, 15);
  });

  it("takes weights for so many rows", () => {
    const weighted = leastSquaresFit([[1, 2, 4]], [1, 5, 2], [1, 2, 3]);
    const repeated = leastSquaresFit([[1, 2, 2, 4, 4, 4]], [1, 5, 5, 2, 2, 2]);
    weighted.coefficients.forEach((value, j) =>
      expect(value).toBeCloseTo(repeated.coefficients[j] ?? NaN, 13),
    );
    expect(weighted.degreesOfFreedom).toBe(1);
  });
});

describe("leverages", () => {
  it("are 1/n and the share of the spread, and sum to the number of terms", () => {
    const { design } = leastSquaresFit([[0, 0, 1, 3]], [1, 2, 3, 4]);
    // Mean 1, squares 1 + 1 + 0 + 4 = 6.
    const expected = [1 / 4 + 1 / 6, 1 / 4 + 1 / 6, 1 / 4, 1 / 4 + 4 / 6];
    leverages(design).forEach((h, i) => expect(h).toBeCloseTo(expected[i] ?? NaN, 14));
  });
});
