import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky, matrixProduct, quadraticForm, transposed } from "../../src/numerics/index.js";

const entry = fc.integer({ min: -9, max: 9 });
/** Matrices of whole numbers, five columns by three. */
const wide = fc.array(fc.array(entry, { minLength: 5, maxLength: 5 }), { minLength: 3, maxLength: 3 });

describe("cholesky", () => {
  it("gives back the matrix as RᵀR, of full rank or not", () => {
    fc.assert(
      fc.property(wide, (rows) => {
        // Of rank 3 at most, 5 by 5.
        const matrix = matrixProduct(transposed(rows), rows);
        const { triangle, redundant } = cholesky(matrix);
        expect(redundant.length).toBeGreaterThanOrEqual(2);
        const size = Math.max(1, ...matrix.flat().map(Math.abs));
        matrixProduct(transposed(triangle), triangle).forEach((row, i) =>
          row.forEach((value, j) =>
            expect(Math.abs(value - (matrix[i]?.[j] ?? 0))).toBeLessThan(1e-9 * size),
          ),
        );
      }),
    );
  });

  it("names the rows that earlier ones tell, wherever they stand", () => {
    expect(ofColumns([1, 0, 2], [0, 1, 1])).toEqual([]);
    expect(ofColumns([1, 0, 2], [2, 0, 4], [0, 1, 1], [1, 1, 3])).toEqual([1, 3]);
    expect(ofColumns([0, 0, 0], [1, 2, 3])).toEqual([0]);
    expect(cholesky([]).redundant).toEqual([]);
  });

  it("takes scales as they are: a small variance beside a large one is none the less one", () => {
    expect(
      cholesky([
        [1e20, 0],
        [0, 1e-20],
      ]).redundant,
    ).toEqual([]);
  });
});

describe("quadraticForm", () => {
  it("is the sum of squares of independent deviates", () => {
    const covariance = [
      [4, 2, 0],
      [2, 5, 1],
      [0, 1, 3],
    ];
    // By hand: 4·14 − 2·6 = 44 is the determinant, and the inverse's first row is (14, −6, 2)/44.
    expect(quadraticForm([1, 0, 0], covariance)).toEqual({ value: expect.closeTo(14 / 44, 14), rank: 3 });
  });

  it("doesn't mind which row of a singular matrix is left out", () => {
    // Counts of three groups: each the negative of the others' sum.
    const covariance = [
      [2, -1, -1],
      [-1, 2, -1],
      [-1, -1, 2],
    ];
    for (const vector of [
      [1, 2, -3],
      [-3, 1, 2],
      [2, -3, 1],
    ]) {
      expect(quadraticForm(vector, covariance)).toEqual({ value: expect.closeTo(14 / 3, 12), rank: 2 });
    }
    expect(
      quadraticForm(
        [0, 0],
        [
          [0, 0],
          [0, 0],
        ],
      ),
    ).toEqual({ value: 0, rank: 0 });
  });
});

function ofColumns(...columns: readonly (readonly number[])[]): readonly number[] {
  return cholesky(matrixProduct(columns, transposed(columns))).redundant;
}
