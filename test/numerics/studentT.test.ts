import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile, studentTCdf, studentTQuantile } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

const degrees = fc.double({ min: -2, max: 10, noNaN: true }).map((power) => 10 ** power);
const tail = fc.constantFrom("lower" as const, "upper" as const);

describe("studentTCdf", () => {
  it("of one degree is Cauchy's: ½ − arctan(t)/π", () => {
    for (const t of [1e-12, 0.5, 1, 1.9, 40, 1e8, 1e200]) {
      expect(studentTCdf(t, 1, "upper")).toBeNear(
        Math.atan(1 / t) / Math.PI,
        EPSILON * (8 + 2 * Math.abs(Math.log(t))),
      );
    }
  });

  it("of two degrees is ½ (1 − t/√(2 + t²))", () => {
    // as 1/(s (s + t)) with s = √(2 + t²), which does not cancel
    for (const t of [0.3, 1.4, 3, 1000]) {
      const s = Math.sqrt(2 + t * t);
      expect(studentTCdf(t, 2, "upper")).toBeNear(1 / (s * (s + t)), 8 * EPSILON);
    }
  });

  it("comes down to the normal from above as the degrees grow, and is it at infinity", () => {
    for (const t of [0.5, 2, 8]) {
      expect(studentTCdf(t, 1e6, "upper")).toBeGreaterThan(normalCdf(t, "upper"));
      // first correction: φ(t) t (t² + 1)/(4 df) (Abramowitz & Stegun 26.7.8), here at most 1.1e-11 of the tail
      expect(studentTCdf(t, 1e14, "upper")).toBeNear(normalCdf(t, "upper"), 1.2e-11);
      expect(studentTCdf(t, Infinity, "upper")).toBe(normalCdf(t, "upper"));
    }
  });

  it("is exact at its median and ends", () => {
    for (const df of [0.01, 3, 1e10]) {
      expect([studentTCdf(0, df, "lower"), studentTCdf(0, df, "upper")]).toEqual([0.5, 0.5]);
      expect([studentTCdf(Infinity, df, "upper"), studentTCdf(-Infinity, df, "upper")]).toEqual([0, 1]);
    }
  });

  it("has tails that add up to 1, and mirror each other", () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), degrees, (t, df) => {
        expect(studentTCdf(t, df, "lower") + studentTCdf(t, df, "upper")).toBeNear(1, 2 * EPSILON);
        expect(studentTCdf(-t, df, "lower")).toBe(studentTCdf(t, df, "upper"));
      }),
    );
  });

  it("falls, to the accuracy of a tail", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), degrees, (t, df) => {
        const here = studentTCdf(t, df, "upper");
        const slack = 40 * EPSILON * (1 - Math.log(here));
        expect(studentTCdf(t + 1e-9, df, "upper")).toBeLessThanOrEqual(here * (1 + slack));
      }),
    );
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => studentTCdf(Number.NaN, 3, "lower"))).toMatchObject(impossible("t"));
    for (const df of [0, -1, Number.NaN])
      expect(errorOf(() => studentTCdf(1, df, "lower"))).toMatchObject(impossible("df"));
  });
});

describe("studentTQuantile", () => {
  it("knows the table, and the quantiles of one and two degrees", () => {
    expect(studentTQuantile(0.975, 10, "lower")).toBeNear(2.228138851986275, 4 * EPSILON); // mpmath 1.2.1, 40 digits
    for (const p of [1e-300, 1e-20, 0.01, 0.2, 0.4]) {
      expect(studentTQuantile(p, 1, "upper")).toBeNear(
        1 / Math.tan(Math.PI * p),
        EPSILON * (20 - 2 * Math.log(p)),
      );
      expect(studentTQuantile(p, 2, "upper")).toBeNear(
        (1 - 2 * p) / Math.sqrt(2 * p * (1 - p)),
        EPSILON * (20 - 2 * Math.log(p)),
      );
    }
  });

  it("is accurate relative to itself at the median", () => {
    // p − ½ = 2⁻⁵⁰ is exact, and the density of one degree at 0 is 1/π
    expect(studentTQuantile(0.5 + 2 ** -50, 1, "lower")).toBeNear(Math.PI * 2 ** -50, 8 * EPSILON);
    expect(studentTQuantile(0.5, 7, "lower")).toBe(0);
    expect(studentTQuantile(0.5, 7, "upper")).toBe(0);
  });

  it("is the normal's at infinitely many degrees", () => {
    expect(studentTQuantile(0.975, Infinity, "lower")).toBe(normalQuantile(0.975, "lower"));
    expect(studentTQuantile(1e-40, 1e99, "upper")).toBeNear(normalQuantile(1e-40, "upper"), 8 * EPSILON);
  });

  it("inverts studentTCdf over all degrees and p", () => {
    const power = fc.double({ min: -250, max: -0.01, noNaN: true });
    fc.assert(
      fc.property(degrees, power, tail, (df, exponent, side) => {
        const p = 10 ** exponent;
        const t = studentTQuantile(p, df, side);
        fc.pre(Number.isFinite(t));
        expect(studentTCdf(t, df, side)).toBeNear(p, EPSILON * (8 * Math.abs(Math.log(p)) + 80));
      }),
    );
  });

  it("has its ends, and infinity above the largest double", () => {
    expect([studentTQuantile(0, 3, "lower"), studentTQuantile(1, 3, "lower")]).toEqual([-Infinity, Infinity]);
    expect(studentTQuantile(1e-10, 0.01, "upper")).toBe(Infinity); // about 1e970
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => studentTQuantile(1.5, 3, "lower"))).toMatchObject(impossible("p"));
    expect(errorOf(() => studentTQuantile(0.5, 0, "lower"))).toMatchObject(impossible("df"));
  });
});
