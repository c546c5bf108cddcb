import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dot, matrixVector, orthonormalBasis, triangularInverse } from "../../src/numerics/index.js";

/** How many of two columns count, the second of which has this share that is new. */
const almost = (share: number): number =>
  orthonormalBasis([
    [1, 0],
    [1, share],
  ]).kept.length;

describe("orthonormalBasis", () => {
  it("factors by hand", () => {
    const { basis, kept, triangle } = orthonormalBasis([
      [3, 4],
      [1, 2],
    ]);
    expect(kept).toEqual([0, 1]);
    // (3, 4)/5; of (1, 2), 11/5 lies along it, and 2/5 along (−4, 3)/5.
    expect([...(basis[0] ?? [])]).toEqual([0.6, 0.8]);
    [-0.8, 0.6].forEach((value, i) => expect(basis[1]?.[i]).toBeCloseTo(value, 14));
    [5, 2.2, 0, 0.4].forEach((value, k) => expect(triangle.flat()[k]).toBeCloseTo(value, 14));
  });

  it("leaves out what earlier columns tell, and nothing else", () => {
    const x = [1, 2, 3, 4, 5];
    const y = [2, 1, 0, 0, 7];
    const sum = x.map((value, i) => value - 3 * (y[i] ?? 0));
    const { kept } = orthonormalBasis([x, [0, 0, 0, 0, 0], y, sum, [0, 0, 0, 0, 1e-30]]);
    expect(kept).toEqual([0, 2, 4]);
  });

  it("decides by what is new of a column, not by its size", () => {
    expect(almost(1e-6)).toBe(2);
    expect(almost(1e-8)).toBe(1);
    expect(
      orthonormalBasis([
        [1e300, 0],
        [1e300, 1e295],
      ]).kept,
    ).toEqual([0, 1]);
    expect(
      orthonormalBasis([
        [1e-300, 0],
        [1e-300, 1e-305],
      ]).kept,
    ).toEqual([0, 1]);
  });

  it("stays orthonormal where the columns hardly differ, and gives the columns back", () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    const column = fc.array(entry, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(column, fc.array(column, { minLength: 1, maxLength: 4 }), (first, others) => {
        const columns = [first, ...others.map((other) => other.map((v, i) => (first[i] ?? 0) + 1e-5 * v))];
        const { basis, kept, triangle } = orthonormalBasis(columns);
        basis.forEach((a, i) =>
          basis.forEach((b, j) => expect(Math.abs(dot(a, b) - (i === j ? 1 : 0))).toBeLessThan(1e-14)),
        );
        kept.forEach((index, j) =>
          columns[index]?.forEach((value, row) => {
            const again = basis.reduce((sum, b, i) => sum + (triangle[i]?.[j] ?? 0) * (b[row] ?? 0), 0);
            expect(Math.abs(again - value)).toBeLessThan(1e-15 * 8);
          }),
        );
      }),
    );
  });

  it("solves Hilbert's equations as well as doubles can: five by five to ten digits", () => {
    const hilbert = Array.from({ length: 5 }, (_, j) =>
      Array.from({ length: 5 }, (__, i) => 1 / (i + j + 1)),
    );
    const rightSide = hilbert.map((column) => column.reduce((sum, value) => sum + value, 0));
    const { basis, triangle } = orthonormalBasis(hilbert);
    const solution = matrixVector(
      triangularInverse(triangle),
      basis.map((direction) => dot(direction, rightSide)),
    );
    for (const value of solution) expect(value).toBeCloseTo(1, 10);
  });
});
