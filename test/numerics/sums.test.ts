import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compensatedSum, logSumExp } from "../../src/numerics/index.js";
import { EPSILON } from "./support/index.js";

describe("compensatedSum", () => {
  it("keeps what a plain sum loses", () => {
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2); // Neumaier's example
    expect(compensatedSum(Array.from({ length: 1e6 }, () => 0.1))).toBe(100000);
    expect(compensatedSum(new Set([0.5, 0.25]))).toBe(0.75);
  });

  it("has its limits", () => {
    expect(compensatedSum([])).toBe(0);
    expect(compensatedSum([1e308, 1e308])).toBe(Infinity);
    expect(compensatedSum([Infinity, 1])).toBe(Infinity);
    expect(compensatedSum([Infinity, -Infinity])).toBeNaN();
  });

  it("does not depend on the order beyond the last digit", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e15, max: 1e15 }), { maxLength: 20 }), (values) => {
        const exact = Number(values.reduce((sum, value) => sum + BigInt(value), 0n));
        expect(compensatedSum(values) || 0).toBe(exact);
        expect(compensatedSum(values.toReversed()) || 0).toBe(exact);
      }),
    );
  });
});

describe("logSumExp", () => {
  it("adds in logarithms without overflow", () => {
    expect(logSumExp([1000, 1000])).toBeNear(1000 + Math.LN2, EPSILON);
    expect(logSumExp([Math.log(2), Math.log(3)])).toBeNear(Math.log(5), 2 * EPSILON);
    expect(logSumExp([-1000, -1001])).toBeNear(-1000 + Math.log1p(Math.exp(-1)), EPSILON);
  });

  it("has its limits", () => {
    expect([logSumExp([]), logSumExp([-Infinity, -Infinity]), logSumExp([0, Infinity])]).toEqual([
      -Infinity,
      -Infinity,
      Infinity,
    ]);
    expect(logSumExp([-Infinity, 3])).toBe(3);
    expect(logSumExp([1, Number.NaN])).toBeNaN();
  });
});
