import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaCdf, gammaLogCdf, gammaQuantile } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

const shape = fc.double({ min: -2, max: 9, noNaN: true }).map((power) => 10 ** power);
const distance = fc.double({ min: -8, max: 8, noNaN: true });
const tail = fc.constantFrom("lower" as const, "upper" as const);

describe("gammaCdf", () => {
  it("of shape 1 is exponential", () => {
    for (const x of [1e-300, 1e-10, 0.3, 1.9, 2.1, 50, 700]) {
      expect(gammaCdf(x, 1, 1, "lower")).toBeNear(-Math.expm1(-x), EPSILON * (4 + Math.abs(Math.log(x))));
      expect(gammaCdf(x, 1, 1, "upper")).toBeNear(Math.exp(-x), 4 * EPSILON * (1 + x));
    }
  });

  it("of shape 3 is a finite sum: e^-x (1 + x + x²/2)", () => {
    for (const x of [0.5, 3, 3.99, 4.01, 20]) {
      expect(gammaCdf(x, 3, 1, "upper")).toBeNear(
        Math.exp(-x) * (1 + x + (x * x) / 2),
        4 * EPSILON * (1 + x),
      );
    }
  });

  it("does not lose the small tail of a small shape in 1 less the other", () => {
    // Q(a, x) → a E₁(x) for a → 0; E₁(1) = 0.21938393439552027 (DLMF 6.2.1, Abramowitz & Stegun table 5.1)
    expect(gammaCdf(1, 1e-30, 1, "upper")).toBeNear(2.193839343955203e-31, 20 * EPSILON);
  });

  it("takes the scale as unit of x", () => {
    expect(gammaCdf(6, 2.5, 2, "upper")).toBe(gammaCdf(3, 2.5, 1, "upper"));
  });

  it("has all its probability above 0 and below infinity", () => {
    for (const x of [-Infinity, -1, 0]) {
      expect([gammaCdf(x, 2, 1, "lower"), gammaCdf(x, 2, 1, "upper")]).toEqual([0, 1]);
      expect([gammaLogCdf(x, 2, 1, "lower"), gammaLogCdf(x, 2, 1, "upper")]).toEqual([-Infinity, 0]);
    }
    expect([gammaCdf(Infinity, 2, 1, "lower"), gammaCdf(Infinity, 2, 1, "upper")]).toEqual([1, 0]);
    expect([gammaLogCdf(Infinity, 2, 1, "lower"), gammaLogCdf(Infinity, 2, 1, "upper")]).toEqual([
      0,
      -Infinity,
    ]);
  });

  it("has tails that add up to 1, and rises, over all sizes of shape", () => {
    fc.assert(
      fc.property(shape, distance, (a, z) => {
        const x = Math.max(a + z * Math.sqrt(a), a * 1e-3);
        expect(gammaCdf(x, a, 1, "lower") + gammaCdf(x, a, 1, "upper")).toBeNear(1, 4 * EPSILON);
        // Monotonic to the accuracy of a tail, about 30 units in its last place.
        expect(gammaCdf(x * (1 + 1e-9), a, 1, "lower")).toBeGreaterThanOrEqual(
          gammaCdf(x, a, 1, "lower") * (1 - 30 * EPSILON),
        );
      }),
    );
  });

  it("obeys Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ/Γ(a + 1) across the change to the uniform expansion", () => {
    // a = 1999.5: Q(2000.5) is expanded, Q(1999.5) isn't. ln Γ(2000.5) by Stirling: mpmath 1.2.1, 40 digits.
    for (const x of [1900, 1999, 2000, 2100]) {
      const step = Math.exp(1999.5 * Math.log(x) - x - 13202.723836784036);
      expect(gammaCdf(x, 2000.5, 1, "upper")).toBeNear(gammaCdf(x, 1999.5, 1, "upper") + step, 1e-11);
    }
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => gammaCdf(Number.NaN, 1, 1, "lower"))).toMatchObject(impossible("x"));
    expect(errorOf(() => gammaCdf(1, 0, 1, "lower"))).toMatchObject(impossible("shape"));
    expect(errorOf(() => gammaCdf(1, 1, -1, "lower"))).toMatchObject(impossible("scale"));
    expect(errorOf(() => gammaLogCdf(1, Infinity, 1, "lower"))).toMatchObject(impossible("shape"));
  });
});

describe("gammaLogCdf", () => {
  it("is the logarithm, and goes on below the smallest double", () => {
    expect(gammaLogCdf(2, 3.5, 1, "lower")).toBeNear(Math.log(gammaCdf(2, 3.5, 1, "lower")), 4 * EPSILON);
    expect(gammaLogCdf(5000, 1, 1, "upper")).toBeNear(-5000, EPSILON);
    expect(gammaLogCdf(800, 1, 1, "lower")).toBeNear(-Math.exp(-800) || -0, EPSILON);
  });
});

describe("gammaQuantile", () => {
  it("of shape 1 is −ln p", () => {
    for (const p of [5e-324, 1e-300, 1e-10, 0.3, 0.5, 0.9]) {
      expect(gammaQuantile(p, 1, 1, "upper")).toBeNear(-Math.log(p), 8 * EPSILON);
      expect(gammaQuantile(p, 1, 1, "lower")).toBeNear(-Math.log1p(-p), EPSILON * (8 - Math.log(p)));
    }
  });

  it("inverts gammaCdf over all sizes of shape and p", () => {
    const power = fc.double({ min: -250, max: -0.01, noNaN: true });
    fc.assert(
      fc.property(shape, power, tail, (a, exponent, side) => {
        const p = 10 ** exponent;
        const x = gammaQuantile(p, a, 1, side);
        fc.pre(x > 1e-300);
        // A double's spacing in x moves ln p by up to about x·density/p = 30·√a units; the tail adds |ln p| units.
        expect(gammaCdf(x, a, 1, side)).toBeNear(
          p,
          EPSILON * (40 * Math.sqrt(a) + 4 * Math.abs(Math.log(p)) + 40),
        );
      }),
    );
  });

  it("has its ends, and 0 below the smallest double", () => {
    expect([gammaQuantile(0, 2, 1, "lower"), gammaQuantile(1, 2, 1, "lower")]).toEqual([0, Infinity]);
    expect([gammaQuantile(0, 2, 1, "upper"), gammaQuantile(1, 2, 1, "upper")]).toEqual([Infinity, 0]);
    expect(gammaQuantile(1e-10, 0.01, 1, "lower")).toBe(0); // about 1e-1000
    expect(gammaQuantile(0.4, 1e-5, 1, "upper")).toBe(0);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => gammaQuantile(2, 1, 1, "lower"))).toMatchObject(impossible("p"));
    expect(errorOf(() => gammaQuantile(0.5, -1, 1, "lower"))).toMatchObject(impossible("shape"));
    expect(errorOf(() => gammaQuantile(0.5, 1, 0, "lower"))).toMatchObject(impossible("scale"));
  });
});
