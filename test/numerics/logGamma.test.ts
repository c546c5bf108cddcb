import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logGamma } from "../../src/numerics/index.js";
import { logGammaIncrease } from "../../src/numerics/logGamma.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

describe("logGamma", () => {
  // mpmath 1.2.1, 40 digits, at the doubles given
  it.each([
    [1e-300, 690.7755278982137],
    [1e-5, 11.512919692895826],
    [0.25, 1.2880225246980774],
    [0.5, 0.5723649429247001],
    [0.9999999, 5.772157468444193e-8],
    [1.0000001, -5.772155829918507e-8],
    [1.5, -0.12078223763524522],
    [1.9999999, -4.22784303098613e-8],
    [2.0000001, 4.227843666532498e-8],
    [2.5, 0.2846828704729192],
    [2.6, 0.35741186354897986],
    [9.99, 12.779315214350193],
    [10, 12.80182748008147],
    [170.3, 702.9773854513282],
    [1e15, 33538776394910668],
  ])("of %d is %d", (x, expected) => {
    expect(logGamma(x)).toBeNear(expected, 5 * EPSILON);
  });

  it("is exactly 0 at 1 and 2", () => {
    expect([Math.abs(logGamma(1)), Math.abs(logGamma(2))]).toEqual([0, 0]);
  });

  it("is ln (n − 1)! at whole numbers", () => {
    let factorial = 1;
    for (let n = 2; n <= 20; n++) {
      factorial *= n;
      expect(logGamma(n + 1)).toBeNear(Math.log(factorial), 4 * EPSILON);
    }
  });

  it("is infinite beyond the largest double, not before", () => {
    expect(logGamma(2.5e305)).toBeNear(2.5e305 * (Math.log(2.5e305) - 1), 1e-15);
    expect(logGamma(3e305)).toBe(Infinity);
  });

  it("refuses 0 and below", () => {
    for (const x of [0, -0.5, Infinity, Number.NaN])
      expect(errorOf(() => logGamma(x))).toMatchObject(impossible("x"));
  });
});

describe("logGammaIncrease", () => {
  // mpmath 1.2.1, 40 digits: loggamma(x + step) - loggamma(x)
  it.each([
    [1e-5, 1e-9, -9.99955775325232e-5],
    [0.5, 1e-12, -1.963510026018956e-12],
    [3.3, 0.25, 0.269443567562261],
    [12.5, 1e-14, 2.4851956512749126e-14],
    [1e8, 0.5, 9.210340370726183],
  ])("from %d by %d is %d", (x, step, expected) => {
    expect(logGammaIncrease(x, step)).toBeNear(expected, 10 * EPSILON);
  });

  it("by 1 is ln x, the recurrence of Γ", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (x) => {
        expect(Math.abs(logGammaIncrease(x, 1) - Math.log(x))).toBeLessThan(1e-14);
      }),
    );
  });
});
