import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dot, matrixVector, symmetricEigen } from "../../src/numerics/index.js";

describe("symmetricEigen", () => {
  it("finds the values of a matrix by hand", () => {
    // λ² − 4λ + 3 = 0.
    const { values } = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    const [low, high] = values.toSorted((a, b) => a - b);
    expect(low).toBeCloseTo(1, 15);
    expect(high).toBeCloseTo(3, 15);
  });

  it("knows the discrete Laplacian: 2 − 2 cos(kπ/(n + 1))", () => {
    const n = 12;
    const matrix = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (__, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    );
    const values = symmetricEigen(matrix).values.toSorted((a, b) => a - b);
    values.forEach((value, k) =>
      expect(Math.abs(value - (2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1))))).toBeLessThan(1e-14),
    );
  });

  it("gives orthonormal vectors with A v = λ v", () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 15, maxLength: 15 }), (entries) => {
        const at = (i: number, j: number): number => entries[(i * (9 - i)) / 2 + j] ?? 0;
        const matrix = Array.from({ length: 5 }, (_, i) =>
          Array.from({ length: 5 }, (__, j) => at(Math.min(i, j), Math.max(i, j))),
        );
        const { values, vectors } = symmetricEigen(matrix);
        vectors.forEach((v, k) => {
          matrixVector(matrix, v).forEach((value, i) =>
            expect(Math.abs(value - (values[k] ?? NaN) * (v[i] ?? NaN))).toBeLessThan(1e-14),
          );
          vectors.forEach((w, l) => expect(Math.abs(dot(v, w) - (k === l ? 1 : 0))).toBeLessThan(1e-14));
        });
      }),
    );
  });

  it("ends for matrices of rank one and of zeros", () => {
    const one = [1, 2, 3].map((a) => [1, 2, 3].map((b) => a * b));
    const values = symmetricEigen(one).values.toSorted((a, b) => a - b);
    [0, 0, 14].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 14));
    expect(
      symmetricEigen([
        [0, 0],
        [0, 0],
      ]).values,
    ).toEqual([0, 0]);
  });
});
