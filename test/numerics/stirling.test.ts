import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stirlingError } from "../../src/numerics/index.js";
import { stirlingErrorChange } from "../../src/numerics/stirling.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

describe("stirlingError", () => {
  // mpmath 1.2.1, 40 digits: loggamma(z) - ((z - 1/2) log z - z + log(2 pi)/2)
  it.each([
    [0.001, 2.5422704679670947],
    [0.3, 0.2360649007482156],
    [1, 0.08106146679532726],
    [2.5, 0.033162873519936284],
    [9.9999, 0.00833064668458729],
    [10, 0.00833056343336287],
    [1e5, 8.333333333305556e-7],
  ])("at %d is %d, to the last digit of a logarithm", (z, expected) => {
    expect(Math.abs(stirlingError(z) - expected)).toBeLessThan(1e-15 * Math.max(1, expected));
  });

  it("keeps its relative digits from 10 on", () => {
    expect(stirlingError(10)).toBeNear(0.008330563433362871, 2 * EPSILON);
    expect(stirlingError(1e5)).toBeNear(8.333333333305556e-7, 2 * EPSILON);
  });

  it("falls", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (z) => {
        expect(stirlingError(z * 1.01)).toBeLessThan(stirlingError(z));
      }),
    );
  });

  it("refuses 0 and below", () => {
    for (const z of [0, -1, Infinity, Number.NaN])
      expect(errorOf(() => stirlingError(z))).toMatchObject(impossible("z"));
  });
});

describe("stirlingErrorChange", () => {
  it("is the difference, where that is accurate enough to compare", () => {
    expect(Math.abs(stirlingErrorChange(10, 1) - (stirlingError(11) - stirlingError(10)))).toBeLessThan(
      1e-17,
    );
  });

  it("is proportional to the smallest steps", () => {
    expect(stirlingErrorChange(12, 1e-40) / 1e-40).toBeNear(stirlingErrorChange(12, 1e-12) / 1e-12, 1e-12);
    expect(stirlingErrorChange(12, 0)).toBeCloseTo(0, 300);
  });
});
