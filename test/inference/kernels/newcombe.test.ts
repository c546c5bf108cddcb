import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombe, newcombeCorrected } from "../../../src/inference/kernels/newcombe.js";
import { counts } from "../support.js";

describe("newcombe's deviate", () => {
  it("is the z whose limit is the value, near and far", () => {
    fc.assert(
      fc.property(
        counts(1, 1e9),
        counts(1, 1e9),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (first, second, z) => {
          const table = { x1: first.events, n1: first.total, x2: second.events, n2: second.total };
          for (const method of [newcombe, newcombeCorrected]) {
            const { limit, deviate } = method(table);
            const value = limit(z);
            if (Math.abs(value) === 1) continue;
            const back = limit(deviate(value));
            expect(Math.abs(back - value)).toBeLessThanOrEqual(1e-13 * Math.abs(value) + 1e-15);
          }
        },
      ),
    );
  });

  it("is infinite at a value that no limit reaches", () => {
    // The limits of 1 of 2 less 1 of 2 stay within ±√(1/4 + 1/4).
    const { deviate } = newcombe({ x1: 1, n1: 2, x2: 1, n2: 2 });
    expect(deviate(-0.8)).toBe(Infinity);
    expect(deviate(0.8)).toBe(-Infinity);
    expect(deviate(-0.7)).toBeGreaterThan(5);
  });

  it("is 0 within the continuity correction", () => {
    // Of 5 of 10 each the corrected limits begin √(0.05² + 0.05²) = 0.0707 away.
    const { deviate } = newcombeCorrected({ x1: 5, n1: 10, x2: 5, n2: 10 });
    expect(Math.abs(deviate(0.07))).toBe(0);
    expect(deviate(0.071)).toBeLessThan(0);
  });
});
