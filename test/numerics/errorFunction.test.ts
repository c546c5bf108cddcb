import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erf, erfc } from "../../src/numerics/index.js";
import { gaussian, normalCore, scaledErfc } from "../../src/numerics/errorFunction.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

const real = fc.double({ min: -30, max: 30, noNaN: true });

describe("erf and erfc", () => {
  it("agree with mpmath 1.2.1 at 40 digits on both sides of each change of method", () => {
    expect(erf(1e-300)).toBeNear(1.1283791670955126e-300, 2 * EPSILON);
    expect(erf(0.4999999)).toBeNear(0.5204997899347843, 2 * EPSILON);
    expect(erf(0.5)).toBeNear(0.5204998778130465, 2 * EPSILON);
    expect(erfc(0.5)).toBeNear(0.4795001221869535, 2 * EPSILON);
    expect(erfc(26)).toBeNear(5.663192408856143e-296, 1e-14);
  });

  it("reach their limits", () => {
    expect([erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity)]).toEqual([1, -1, 0, 2]);
    expect([erf(0), erfc(0), erfc(28)]).toEqual([0, 1, 0]);
  });

  it("add up to 1, and mirror each other", () => {
    fc.assert(
      fc.property(real, (z) => {
        expect(erf(z) + erfc(z)).toBeNear(1, 2 * EPSILON);
        expect(erf(-z)).toBe(-erf(z));
        expect(Math.abs(erfc(-z) + erfc(z) - 2)).toBeLessThan(2 * EPSILON);
      }),
    );
  });

  it("are monotonic over the changes of method", () => {
    for (const seam of [0.5, 2 * Math.PI, 28]) {
      for (let step = -50; step < 50; step++) {
        const z = seam + step * 1e-9;
        expect(erfc(z + 1e-9)).toBeLessThanOrEqual(erfc(z));
      }
    }
  });

  it("refuse NaN", () => {
    expect(errorOf(() => erf(Number.NaN))).toMatchObject(impossible("z"));
    expect(errorOf(() => erfc(Number.NaN))).toMatchObject(impossible("z"));
  });
});

describe("their parts", () => {
  it("scaledErfc behaves like 1/(z√π) far out (DLMF 7.12.1)", () => {
    expect(scaledErfc(1e9)).toBeNear(1 / (1e9 * Math.sqrt(Math.PI)), 1e-15);
    expect(scaledErfc(1e200)).toBeNear(1 / (1e200 * Math.sqrt(Math.PI)), 1e-15);
    expect(scaledErfc(0)).toBe(1);
  });

  it("gaussian keeps its digits where x² is rounded", () => {
    // mpmath 1.2.1, 40 digits: exp(-x^2/2) at the double nearest to 37.1
    expect(gaussian(37.1)).toBeNear(1.3072723687206494e-299, 4 * EPSILON);
    expect(gaussian(Infinity)).toBe(0);
  });

  it("normalCore is odd and Φ less a half", () => {
    expect(normalCore(-0.6)).toBe(-normalCore(0.6));
    expect(normalCore(0.5)).toBeNear(0.1914624612740131, 2 * EPSILON);
  });
});
