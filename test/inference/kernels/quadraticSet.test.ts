import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quadraticSet } from "../../../src/inference/kernels/quadraticSet.js";

describe("quadraticSet", () => {
  it.each([
    ["an interval", [1, 2, 3], [{ lower: 1, upper: 3 }]],
    ["nothing", [1, 0, 1], []],
    ["a point", [1, 1, 1], [{ lower: 1, upper: 1 }]],
    [
      "two rays",
      [-1, -2, -3],
      [
        { lower: -Infinity, upper: 1 },
        { lower: 3, upper: Infinity },
      ],
    ],
    ["the whole line", [-1, 0, -1], [{ lower: -Infinity, upper: Infinity }]],
    ["a ray to the right", [0, 1, 4], [{ lower: 2, upper: Infinity }]],
    ["a ray to the left", [0, -1, 4], [{ lower: -Infinity, upper: -2 }]],
    ["all, of a constant", [0, 0, -1], [{ lower: -Infinity, upper: Infinity }]],
    ["none, of a constant", [0, 0, 1], []],
  ] as const)("is %s", (_, [a, b, c], pieces) => {
    expect(quadraticSet(a, b, c)).toEqual(pieces);
  });

  it("keeps the digits of a root near 0", () => {
    // Roots 2e8 and 5e-9: the naive formula loses the second.
    const [piece] = quadraticSet(1, 1e8, 1);
    expect(piece?.lower).toBeCloseTo(5e-9, 22);
  });

  it("takes a discriminant that is known better", () => {
    // (t − 1)² ≤ 1e-20: b² − ac as doubles is 0.
    const [piece] = quadraticSet(1, 1, 1 - 1e-20, 1e-20);
    expect(piece?.upper).toBe(1 + 1e-10);
  });

  it("holds what satisfies the inequality, and nothing else", () => {
    // Products of numbers near the smallest double are 0, and the inequality another.
    const number = fc
      .double({ min: -10, max: 10, noNaN: true })
      .map((each) => (Math.abs(each) < 1e-100 ? 0 : each));
    fc.assert(
      fc.property(number, number, number, number, (a, b, c, t) => {
        const value = a * t * t - 2 * b * t + c;
        fc.pre(Math.abs(value) > 1e-6);
        const holds = quadraticSet(a, b, c).some(({ lower, upper }) => lower <= t && t <= upper);
        expect(holds).toBe(value < 0);
      }),
      { numRuns: 1000 },
    );
  });
});
