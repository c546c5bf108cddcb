import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { risingInverse, risingLog, risingRamp } from "../../../src/inference/kernels/risingSums.js";
import { compensatedSum } from "../../../src/numerics/index.js";

const added = (m: number, term: (r: number) => number): number =>
  compensatedSum(Array.from({ length: m }, (_, r) => term(r)));

/** Relative to the sum of the terms' sizes; the sums of a first term of 0 are what rounding leaves of it. */
function near(found: number, expected: number, size: number, rest: number): boolean {
  return Math.abs(found - expected) <= 1e-13 * size + 1e-15 * rest;
}

describe("sums of a + rθ", () => {
  it("are what adding one by one gives, for steps from next to nothing to far above a", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 0, noNaN: true }),
        fc.double({ min: -9, max: 4, noNaN: true }),
        fc.integer({ min: 0, max: 3000 }),
        (logA, logTheta, m) => {
          const [a, theta] = [10 ** logA, 10 ** logTheta];
          const inverse = added(m, (r) => 1 / (a + r * theta));
          const ramp = added(m, (r) => r / (a + r * theta));
          const log = added(m, (r) => Math.log(a + r * theta));
          const logSize = added(m, (r) => Math.abs(Math.log(a + r * theta))) + m * Math.abs(Math.log(a));
          expect(near(risingInverse(a, theta, m), inverse, inverse, 0)).toBe(true);
          expect(near(risingRamp(a, theta, m), ramp, ramp * 10, 1 / a)).toBe(true);
          expect(near(risingLog(a, theta, m), log, logSize, 1)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("of no term are 0", () => {
    expect([risingInverse(0.5, 1, 0), risingRamp(0.5, 1, 0), risingLog(0.5, 1, 0)]).toEqual([0, 0, 0]);
  });
});
