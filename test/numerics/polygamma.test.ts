import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digamma, trigamma } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

// mpmath 1.2.1, 40 digits: psi(0, x), psi(1, x)
const values = [
  [1e-5, -100000.57719921568, 10000000001.644909],
  [0.25, -4.227453533376265, 17.19732915450711],
  [0.5, -1.9635100260214235, 4.934802200544679],
  [1, -0.5772156649015329, 1.6449340668482264],
  [2.6, 0.7510474527734763, 0.4678068931245799],
  [9.99, 2.250700372831201, 0.10527695014824177],
  [10, 2.251752589066721, 0.10516633568168575],
  [170.3, 5.134622719020004, 0.005889264486054351],
  [1e15, 34.538776394910684, 1.0000000000000005e-15],
] as const;

it.each(values)("digamma and trigamma of %d are %d and %d", (x, first, second) => {
  expect(digamma(x)).toBeNear(first, 8 * EPSILON);
  expect(trigamma(x)).toBeNear(second, 4 * EPSILON);
});

describe("their recurrences", () => {
  const argument = fc.double({ min: 0.01, max: 1000, noNaN: true });

  it("hold", () => {
    fc.assert(
      fc.property(argument, (x) => {
        expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(1e-15 * (10 + 1 / x));
        expect(trigamma(x)).toBeNear(trigamma(x + 1) + 1 / (x * x), 1e-15);
      }),
    );
  });
});

it("run to infinity at 0, and refuse 0 itself", () => {
  expect(digamma(1e-309)).toBe(-Infinity);
  expect(trigamma(1e-200)).toBe(Infinity);
  for (const x of [0, -1, Infinity, Number.NaN]) {
    expect(errorOf(() => digamma(x))).toMatchObject(impossible("x"));
    expect(errorOf(() => trigamma(x))).toMatchObject(impossible("x"));
  }
});
