import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bernsteinMaximum, binomialProbability } from "../../src/numerics/index.js";

/** Σ cₛ C(n, s) πˢ (1 − π)ⁿ⁻ˢ, term by term. */
function valueAt(coefficients: readonly number[], p: number): number {
  const n = coefficients.length - 1;
  return coefficients.reduce((sum, c, s) => sum + c * binomialProbability(s, n, p), 0);
}

const coefficients = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("bernsteinMaximum", () => {
  it("finds maxima known by hand", () => {
    // 2π(1 − π) is 1/2 at 1/2; 3π²(1 − π) is 4/9 at 2/3.
    expect(bernsteinMaximum([0, 1, 0])).toBe(0.5);
    expect(bernsteinMaximum([0, 0, 1, 0])).toBeCloseTo(4 / 9, 12);
    // 20π³(1 − π)³ is 20/64 at 1/2; the same over 50 more failures, C(56, 3)π³(1 − π)⁵³ at 3/56.
    expect(bernsteinMaximum([0, 0, 0, 1, 0, 0, 0])).toBe(20 / 64);
    const far = Array.from({ length: 57 }, (_, s) => (s === 3 ? 1 : 0));
    expect(bernsteinMaximum(far)).toBeCloseTo(27720 * (3 / 56) ** 3 * (53 / 56) ** 53, 12);
  });

  it("counts the ends in, and constants", () => {
    expect(bernsteinMaximum([0.25, 0, 0.125])).toBe(0.25);
    expect(bernsteinMaximum([0, 0, 0.125])).toBe(0.125);
    expect(bernsteinMaximum([0.3, 0.3, 0.3, 0.3])).toBe(0.3);
    expect(bernsteinMaximum([0])).toBe(0);
  });

  it("is reached somewhere, and exceeded nowhere", () => {
    fc.assert(
      fc.property(coefficients, fc.double({ min: 0, max: 1, noNaN: true }), (c, p) => {
        const maximum = bernsteinMaximum(c);
        expect(valueAt(c, p)).toBeLessThanOrEqual(maximum * (1 + 2e-12) + 1e-300);
        expect(maximum).toBeLessThanOrEqual(Math.max(...c));
        const onGrid = Array.from({ length: 2001 }, (_, i) => valueAt(c, i / 2000));
        // Between grid points a second derivative of at most 2n² leaves room for n²/(4·2000²).
        const room = c.length ** 2 / (4 * 2000 ** 2);
        expect(maximum).toBeLessThanOrEqual(Math.max(...onGrid) + room);
      }),
      { numRuns: 60 },
    );
  });

  it("finds the narrow peak that a grid would miss, among 2,000 coefficients", () => {
    const peak = Array.from({ length: 2001 }, (_, s) => (s === 1 || s === 1400 ? 1 : 0));
    // 2000π(1 − π)¹⁹⁹⁹ at π = 1/2000
    expect(bernsteinMaximum(peak)).toBeCloseTo((1999 / 2000) ** 1999, 12);
  });

  it("takes the smallest doubles", () => {
    expect(bernsteinMaximum([0, 1e-320, 0])).toBeLessThan(1e-300);
    expect(bernsteinMaximum([0, 1e-290, 0])).toBeCloseTo(5e-291, 300);
  });
});
