import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviance } from "../../src/numerics/index.js";
import { devianceOf } from "../../src/numerics/deviance.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

describe("deviance", () => {
  // mpmath 1.2.1, 40 digits: (m + e) log((m + e)/m) - e; 4 and -8/2 of 8 lie on the two sides of the series' end
  it.each([
    [2, 8, 0.23143551314209757],
    [1e-9, 5, 9.999999999333334e-20],
    [1e5, 1e9, 4.999833341666167],
    [-7.999, 8, 7.990012803179335],
    [1e12, 1e-3, 33538776394910.72],
    [4, 8, 0.8655812972979726],
    [-3, 8, 0.6499818537713222],
    [7.9, 4, 5.073904064071358],
    [8.1, 4, 5.293624206941938],
  ])("of excess %d over mean %d is %d", (excess, mean, expected) => {
    expect(deviance(excess, mean)).toBeNear(expected, 8 * EPSILON);
  });

  it("is the mean for a count of 0, and 0 for the mean itself", () => {
    expect(deviance(-8, 8)).toBe(8);
    expect(deviance(0, 8)).toBe(0);
  });

  it("is never negative, and grows with the distance", () => {
    const mean = fc.double({ min: 1e-3, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(mean, fc.double({ min: -1, max: 10, noNaN: true }), (m, share) => {
        expect(deviance(share * m, m)).toBeGreaterThanOrEqual(0);
        expect(deviance(share * m, m)).toBeGreaterThanOrEqual(deviance((share * m) / 1.01, m));
      }),
    );
  });

  it("does without a ratio that overflows", () => {
    // c (ln c - ln m) - c with c = 1, m = 1e-320: 320 ln 10 - 1, less what a subnormal mean lacks in digits
    expect(deviance(1, 1e-320)).toBeNear(735.826825, 1e-6);
  });

  it("refuses a mean of 0 and a negative count", () => {
    expect(errorOf(() => deviance(1, 0))).toMatchObject(impossible("mean"));
    expect(errorOf(() => deviance(-2, 1))).toMatchObject(impossible("excess"));
    expect(errorOf(() => deviance(Number.NaN, 1))).toMatchObject(impossible("excess"));
  });

  it("takes rounding below a count of 0 as 0 in the kernel", () => {
    expect(devianceOf(-8.000000000000002, 8)).toBe(8);
  });
});
