import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logBeta, logChoose } from "../../src/numerics/index.js";
import { logScaledBeta } from "../../src/numerics/logBeta.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

const shape = fc.double({ min: -9, max: 9, noNaN: true }).map((power) => 10 ** power);

describe("logBeta", () => {
  it("knows B(2, 3) = 1/12, B(½, ½) = π, B(1, b) = 1/b", () => {
    expect(logBeta(2, 3)).toBeNear(-Math.log(12), 4 * EPSILON);
    expect(logBeta(0.5, 0.5)).toBeNear(Math.log(Math.PI), 4 * EPSILON);
    expect(logBeta(1, 7e8)).toBeNear(-Math.log(7e8), 4 * EPSILON);
    expect(Math.abs(logBeta(1, 1))).toBeLessThan(4 * EPSILON);
  });

  // mpmath 1.2.1, 40 digits
  it.each([
    [1e-50, 1e-50, 115.82240183026224],
    [1e-10, 1e10, 23.025850927580148],
    [0.3, 2.7, 0.8374713679132348],
    [1e9, 1e9, -1386294370.2160113],
    [1e100, 0.5, -114.55688970677758],
  ])("of %d and %d is %d", (a, b, expected) => {
    expect(logBeta(a, b)).toBeNear(expected, 6 * EPSILON);
  });

  it("is symmetric", () => {
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a));
      }),
    );
  });

  it("obeys B(a, b) = B(a + 1, b) + B(a, b + 1)", () => {
    const ordinary = fc.double({ min: 0.1, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(ordinary, ordinary, (a, b) => {
        const parts =
          Math.exp(logBeta(a + 1, b) - logBeta(a, b)) + Math.exp(logBeta(a, b + 1) - logBeta(a, b));
        expect(parts).toBeNear(1, 1e-11);
      }),
    );
  });

  it("refuses impossible shapes by name", () => {
    expect(errorOf(() => logBeta(0, 1))).toMatchObject(impossible("a"));
    expect(errorOf(() => logBeta(1, Infinity))).toMatchObject(impossible("b"));
  });
});

describe("logScaledBeta", () => {
  it("is accurate relative to itself for the smallest a: a (ψ(1) − ψ(b)) in the limit", () => {
    // psi(3) + Euler's constant = 3/2
    expect(logScaledBeta(1e-60, 3)).toBeNear(-1.5e-60, 1e-15);
  });
});

describe("logChoose", () => {
  it("counts", () => {
    expect(logChoose(52, 5)).toBeNear(Math.log(2598960), 4 * EPSILON);
    expect([logChoose(7, 0), logChoose(7, 7), logChoose(0, 0), logChoose(5, 6)]).toEqual([
      0,
      0,
      0,
      -Infinity,
    ]);
    expect(logChoose(9, 1)).toBeNear(Math.log(9), 4 * EPSILON);
  });

  it("refuses what isn't a count", () => {
    expect(errorOf(() => logChoose(2.5, 1))).toMatchObject(impossible("n"));
    expect(errorOf(() => logChoose(2, -1))).toMatchObject(impossible("k"));
  });
});
