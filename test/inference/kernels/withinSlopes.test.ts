import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../src/inference/kernels/cells.js";
import { leastSquaresFit, leverages } from "../../../src/inference/kernels/regression.js";
import { withinSlopes } from "../../../src/inference/kernels/withinSlopes.js";

describe("withinSlopes", () => {
  const x = [1, 2, 4, 7, 5, 3];
  const response = [2, 1, 5, 6, 4, 4];
  const codes = [0, 0, 0, 1, 1, 1];
  const rows = { treatment: [1, 1, 1, 1, 1, 1], response, columns: [x] };
  const cells = [0, 1].map((code) => {
    const members = codes.flatMap((each, i) => (each === code ? [i] : []));
    const mean = (values: readonly number[]): number =>
      members.reduce((sum, i) => sum + (values[i] ?? 0), 0) / members.length;
    return { rows: members, weight: 3, response: mean(response), columns: [mean(x)] };
  });

  it("are those of least squares with an indicator for each cell", () => {
    const within = withinSlopes(rows, cells);
    const fit = leastSquaresFit([codes, x], response);
    expect(within.slopes[0]).toBeCloseTo(fit.coefficients[2] ?? NaN, 13);
    within.residuals
      .flatMap((cell) => [...cell])
      .forEach((value, i) => expect(value).toBeCloseTo(fit.residuals[i] ?? NaN, 13));
    const h = leverages(fit.design);
    within.leverages
      .flatMap((cell) => [...cell])
      .forEach((value, i) => expect(value).toBeCloseTo(h[i] ?? NaN, 13));
  });

  it("are made of the responses by their loads", () => {
    const { slopes, loads } = withinSlopes(rows, cells);
    const made = loads([1])
      .flatMap((cell) => [...cell])
      .reduce((sum, load, i) => sum + load * (response[i] ?? 0), 0);
    expect(made).toBeCloseTo(slopes[0] ?? NaN, 13);
  });

  it("leave out a column that doesn't vary within the cells", () => {
    const flat = { ...rows, columns: [x, codes.map((code) => 0.1 + code)] };
    const [block] = blocksOf(
      { ...flat, treatment: [1, 1, 1, 0, 0, 0] },
      { codes: [0, 0, 0, 0, 0, 0], count: 1 },
    );
    const { aliased, slopes } = withinSlopes(
      flat,
      block === undefined ? [] : [block.comparator, block.reference],
    );
    expect(aliased).toEqual([1]);
    expect(slopes[1]).toBe(0);
  });
});
