import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalDensity, normalLogCdf, normalQuantile } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

const real = fc.double({ min: -37, max: 37, noNaN: true });
const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe("normalCdf", () => {
  it("knows the quantile that every table has", () => {
    expect(normalCdf(1.959963984540054, "lower")).toBe(0.975);
    expect(normalCdf(1.959963984540054, "upper")).toBeNear(0.025, 2 * EPSILON);
  });

  it("keeps its tails where the other is 1", () => {
    expect(normalCdf(9, "lower")).toBe(1);
    expect(normalCdf(9, "upper")).toBeNear(1.1285884059538405e-19, 4 * EPSILON);
    expect(normalCdf(-37, "lower")).toBeNear(5.725571222524577e-300, 4 * EPSILON);
  });

  it("is exact at its median and ends", () => {
    expect(normalCdf(0, "lower")).toBe(0.5);
    expect([normalCdf(Infinity, "lower"), normalCdf(-Infinity, "lower")]).toEqual([1, 0]);
    expect([normalCdf(Infinity, "upper"), normalCdf(-Infinity, "upper")]).toEqual([0, 1]);
  });

  it("has tails that add up to 1 and mirror each other", () => {
    fc.assert(
      fc.property(real, (x) => {
        expect(normalCdf(x, "lower") + normalCdf(x, "upper")).toBeNear(1, 2 * EPSILON);
        expect(normalCdf(-x, "lower")).toBe(normalCdf(x, "upper"));
      }),
    );
  });

  it("rises", () => {
    fc.assert(
      fc.property(real, fc.double({ min: 1e-9, max: 1, noNaN: true }), (x, step) => {
        expect(normalCdf(x + step, "lower")).toBeGreaterThanOrEqual(normalCdf(x, "lower"));
      }),
    );
  });

  it("refuses NaN", () => {
    expect(errorOf(() => normalCdf(Number.NaN, "lower"))).toMatchObject(impossible("x"));
    expect(errorOf(() => normalLogCdf(Number.NaN, "lower"))).toMatchObject(impossible("x"));
    expect(errorOf(() => normalDensity(Number.NaN))).toMatchObject(impossible("x"));
  });
});

describe("normalLogCdf", () => {
  it("is the logarithm of normalCdf where that exists", () => {
    fc.assert(
      fc.property(real, (x) => {
        expect(Math.exp(normalLogCdf(x, "upper"))).toBeNear(normalCdf(x, "upper"), 4e-13);
      }),
    );
  });

  it("goes on where normalCdf is 0 or 1", () => {
    expect(normalLogCdf(-1e4, "lower")).toBeNear(-50000010.12927891, EPSILON);
    expect(normalLogCdf(9, "lower")).toBeNear(-1.1285884059538405e-19, 4 * EPSILON);
    expect([normalLogCdf(Infinity, "lower"), normalLogCdf(Infinity, "upper")]).toEqual([-0, -Infinity]);
  });
});

describe("normalDensity", () => {
  it("has its known values", () => {
    expect(normalDensity(0)).toBe(1 / Math.sqrt(2 * Math.PI));
    expect([normalDensity(Infinity), normalDensity(-Infinity)]).toEqual([0, 0]);
  });
});

describe("normalQuantile", () => {
  it("agrees with mpmath 1.2.1 at 40 digits, the smallest double included", () => {
    expect(normalQuantile(0.975, "lower")).toBeNear(1.9599639845400538, EPSILON);
    expect(normalQuantile(0.75, "lower")).toBeNear(0.6744897501960817, EPSILON);
    expect(normalQuantile(0.7499999, "lower")).toBeNear(0.6744894355096072, EPSILON);
    expect(normalQuantile(1e-300, "upper")).toBeNear(37.0470962993612, EPSILON);
    expect(normalQuantile(5e-324, "upper")).toBeNear(38.46740561714434, EPSILON);
  });

  it("is accurate relative to itself at the median", () => {
    expect(normalQuantile(0.500000000000001, "lower")).toBeNear(2.50462478220459e-15, 2 * EPSILON);
    expect(normalQuantile(0.5, "lower")).toBe(0);
    expect(normalQuantile(0.5, "upper")).toBe(0);
  });

  it("ends at infinity", () => {
    expect([normalQuantile(0, "lower"), normalQuantile(1, "lower")]).toEqual([-Infinity, Infinity]);
    expect([normalQuantile(0, "upper"), normalQuantile(1, "upper")]).toEqual([Infinity, -Infinity]);
  });

  it("inverts normalCdf in either tail", () => {
    fc.assert(
      fc.property(real, (x) => {
        const tail = x > 0 ? "upper" : "lower";
        // Where x is near the median, p has lost the digits of x: the error is absolute there.
        expect(Math.abs(normalQuantile(normalCdf(x, tail), tail) - x)).toBeLessThan(
          4e-15 * Math.max(1, Math.abs(x)),
        );
      }),
    );
  });

  it("is odd in the tails", () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(normalQuantile(p, "lower") + normalQuantile(p, "upper") || 0).toBe(0);
      }),
    );
  });

  it("refuses what is no probability", () => {
    for (const p of [-0.1, 1.1, Number.NaN])
      expect(errorOf(() => normalQuantile(p, "lower"))).toMatchObject(impossible("p"));
  });
});
