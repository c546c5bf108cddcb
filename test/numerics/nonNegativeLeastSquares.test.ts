import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dot, nonNegativeLeastSquares } from "../../src/numerics/index.js";

describe("nonNegativeLeastSquares", () => {
  it("finds the nearest point of a cone by hand", () => {
    // The cone between the axis (1, 0) and the diagonal: (0, 2) is nearest to (1, 1) of it.
    const { weights, rest } = nonNegativeLeastSquares(
      [
        [1, 0],
        [1, 1],
      ],
      [0, 2],
    );
    expect(weights[0]).toBe(0);
    expect(weights[1]).toBeCloseTo(1, 14);
    expect(rest[0]).toBeCloseTo(-1, 14);
    expect(rest[1]).toBeCloseTo(1, 14);
  });

  it("reaches a target inside the cone, lets go of a vector on the way, and stays at 0 outside", () => {
    const reached = nonNegativeLeastSquares(
      [
        [1, 1],
        [1, 0.9],
        [1, 1.1],
      ],
      [1, 1],
    );
    expect(Math.hypot(...reached.rest)).toBeLessThan(1e-14);
    expect(
      nonNegativeLeastSquares(
        [
          [1, 0],
          [0.5, 0.1],
        ],
        [-1, -1],
      ).rest,
    ).toEqual([-1, -1]);
    expect(nonNegativeLeastSquares([[0, 0]], [1, 0]).rest).toEqual([1, 0]);
  });

  it("meets the conditions of the minimum: no vector leads nearer, and those used are square to the rest", () => {
    const entry = fc.integer({ min: -5, max: 5 });
    const vector = fc.array(entry, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 20 }), vector, (vectors, target) => {
        const { weights, rest } = nonNegativeLeastSquares(vectors, target);
        vectors.forEach((each, i) => {
          const along = dot(each, rest);
          expect(along).toBeLessThan(1e-7);
          expect(weights[i]).toBeGreaterThanOrEqual(0);
          expect((weights[i] ?? 0) === 0 || Math.abs(along) < 1e-9).toBe(true);
        });
        const sum = target.map((_, j) =>
          vectors.reduce((s, each, i) => s + (weights[i] ?? 0) * (each[j] ?? 0), 0),
        );
        target.forEach((value, j) => expect(value - (sum[j] ?? 0)).toBeCloseTo(rest[j] ?? NaN, 9));
      }),
      { numRuns: 500 },
    );
  });
});
