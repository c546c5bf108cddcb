import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dot,
  matrixProduct,
  matrixVector,
  sandwich,
  transposed,
  triangularInverse,
  type Matrix,
} from "../../src/numerics/index.js";

const A: Matrix = [
  [1, 2, 3],
  [4, 5, 6],
];

describe("small matrices", () => {
  it("multiply, by hand", () => {
    expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
    expect(dot([], [])).toBe(0);
    expect(matrixVector(A, [1, 0, -1])).toEqual([-2, -2]);
    expect(matrixProduct(A, transposed(A))).toEqual([
      [14, 32],
      [32, 77],
    ]);
    expect(transposed([])).toEqual([]);
  });

  it("make a covariance that is symmetric to the last digit", () => {
    const entry = fc.double({ min: -10, max: 10, noNaN: true });
    const square = fc.array(fc.array(entry, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(square, square, (a, b) => {
        const s = matrixProduct(a, transposed(a)).map((row, i, all) =>
          row.map((v, j) => (j < i ? (all[j]?.[i] ?? 0) : v)),
        );
        const covariance = sandwich(b, s);
        expect(covariance).toEqual(transposed(covariance));
        const plain = matrixProduct(matrixProduct(b, s), transposed(b));
        covariance.flat().forEach((value, k) => expect(value).toBeCloseTo(plain.flat()[k] ?? NaN, 8));
      }),
    );
  });
});

describe("triangularInverse", () => {
  it("is the inverse, and upper triangular", () => {
    const triangle = [
      [2, 1, -3],
      [0, 4, 5],
      [0, 0, 0.5],
    ];
    const inverse = triangularInverse(triangle);
    // By back substitution: −1/8 = −(1·1/4)/2 and so on; every number here is a sum of powers of two.
    expect(inverse).toEqual([
      [0.5, -0.125, 4.25],
      [0, 0.25, -2.5],
      [0, 0, 2],
    ]);
    expect(matrixProduct(triangle, inverse)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it("doesn't read below the diagonal", () => {
    expect(
      triangularInverse([
        [2, 1],
        [7, 4],
      ]),
    ).toEqual(
      triangularInverse([
        [2, 1],
        [0, 4],
      ]),
    );
    expect(triangularInverse([])).toEqual([]);
  });
});
