import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaLogCdf, betaQuantile, otherTail } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

const shape = fc.double({ min: -3, max: 9, noNaN: true }).map((power) => 10 ** power);
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const tail = fc.constantFrom("lower" as const, "upper" as const);

describe("betaCdf", () => {
  it("knows simple shapes: x for (1, 1), xᵃ for (a, 1)", () => {
    for (const x of [1e-300, 1e-9, 0.2, 0.5, 0.77, 1 - 1e-9]) {
      expect(betaCdf(x, 1, 1, "lower")).toBeNear(x, EPSILON * (4 - Math.log(x)));
      expect(betaCdf(x, 1, 1, "upper")).toBeNear(1 - x, EPSILON * (4 - Math.log1p(-x)));
      expect(betaCdf(x, 0.3, 1, "lower")).toBeNear(x ** 0.3, 100 * EPSILON);
    }
  });

  it("knows the arcsine law, for (½, ½)", () => {
    for (const x of [1e-300, 1e-9, 0.2, 0.5, 0.77]) {
      const expected = (2 / Math.PI) * Math.asin(Math.sqrt(x));
      expect(betaCdf(x, 0.5, 0.5, "lower")).toBeNear(expected, 400 * EPSILON);
    }
    expect(betaCdf(1 - 2 ** -30, 0.5, 0.5, "upper")).toBe(betaCdf(2 ** -30, 0.5, 0.5, "lower"));
  });

  it("knows polynomials: I_x(2, 3) = x² (6 − 8x + 3x²)", () => {
    for (const x of [0.1, 0.25, 0.4, 0.5, 0.9]) {
      expect(betaCdf(x, 2, 3, "lower")).toBeNear(x * x * (6 - 8 * x + 3 * x * x), 8 * EPSILON);
    }
  });

  it("does not lose the small tail of a small shape in 1 less the other", () => {
    // 1 − I_x(a, b) → a ∫ₓ¹ (1 − t)^(b−1)/t dt for a → 0; with b = 2: a (−ln x − 1 + x)
    expect(betaCdf(0.1, 1e-40, 2, "upper")).toBeNear(1e-40 * (Math.log(10) - 0.9), 20 * EPSILON);
    expect(betaCdf(0.9, 2, 1e-40, "lower")).toBeNear(1e-40 * (Math.log(10) - 0.9), 20 * EPSILON);
  });

  it("is exactly a half at the middle of equal shapes, or one unit beside", () => {
    for (const a of [1e-6, 0.5, 3, 1999, 2001, 1e6, 1e9])
      expect(betaCdf(0.5, a, a, "lower")).toBeNear(0.5, 4 * EPSILON);
  });

  it("has all its probability between 0 and 1", () => {
    for (const x of [-Infinity, -0.1, 0]) {
      expect([betaCdf(x, 2, 3, "lower"), betaCdf(x, 2, 3, "upper")]).toEqual([0, 1]);
      expect([betaLogCdf(x, 2, 3, "lower"), betaLogCdf(x, 2, 3, "upper")]).toEqual([-Infinity, 0]);
    }
    for (const x of [1, 1.1, Infinity]) {
      expect([betaCdf(x, 2, 3, "lower"), betaCdf(x, 2, 3, "upper")]).toEqual([1, 0]);
      expect([betaLogCdf(x, 2, 3, "lower"), betaLogCdf(x, 2, 3, "upper")]).toEqual([0, -Infinity]);
    }
  });

  it("has tails that add up to 1, and mirrors itself", () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        expect(betaCdf(x, a, b, "lower") + betaCdf(x, a, b, "upper")).toBeNear(1, 4 * EPSILON);
        // From 1/2 on 1 − x is exact, and the mirror image is the same computation.
        const high = Math.max(x, 1 - x);
        expect(betaCdf(high, a, b, "lower")).toBe(betaCdf(1 - high, b, a, "upper"));
      }),
    );
  });

  it("rises, to the accuracy of a tail", () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        const low = betaCdf(x, a, b, "lower");
        const slack = 50 * EPSILON * (1 + Math.abs(Math.log(low || 1)));
        expect(betaCdf(Math.min(x * 1.000001, 1), a, b, "lower")).toBeGreaterThanOrEqual(low * (1 - slack));
      }),
    );
  });

  it("obeys I(a, b) = I(a + 1, b) + xᵃ (1 − x)ᵇ/(a B(a, b)) across the change to the uniform expansion", () => {
    // b = 3000 and a = 1999.5, so that a + 1 is expanded and a isn't; ln B(1999.5, 3000) by mpmath 1.2.1, 40 digits.
    for (const x of [0.38, 0.3999, 0.4, 0.42]) {
      const step = Math.exp(
        1999.5 * Math.log(x) + 3000 * Math.log1p(-x) - Math.log(1999.5) + 3367.226124260996,
      );
      const sum = betaCdf(x, 2000.5, 3000, "lower") + step;
      expect(betaCdf(x, 1999.5, 3000, "lower")).toBeNear(sum, 1e-11);
    }
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => betaCdf(Number.NaN, 1, 1, "lower"))).toMatchObject(impossible("x"));
    expect(errorOf(() => betaCdf(0.5, 0, 1, "lower"))).toMatchObject(impossible("a"));
    expect(errorOf(() => betaLogCdf(0.5, 1, -2, "lower"))).toMatchObject(impossible("b"));
  });
});

describe("betaLogCdf", () => {
  it("is the logarithm, and goes on below the smallest double", () => {
    expect(betaLogCdf(0.3, 2, 5, "upper")).toBeNear(Math.log(betaCdf(0.3, 2, 5, "upper")), 8 * EPSILON);
    expect(betaLogCdf(1e-300, 100, 1, "lower")).toBeNear(100 * Math.log(1e-300), 4 * EPSILON);
    // 1 − I = 1e-36 (6 − …)·…: (1 − x)³ (1 + 3x) for (2, 3)
    expect(betaLogCdf(1 - 2 ** -40, 2, 3, "lower")).toBeNear(-4 * 2 ** -120, 1e-11);
  });
});

describe("betaQuantile", () => {
  it("knows simple shapes", () => {
    for (const p of [1e-300, 1e-9, 0.2, 0.5, 0.77]) {
      expect(betaQuantile(p, 1, 1, "lower")).toBeNear(p, EPSILON * (8 - Math.log(p)));
      expect(betaQuantile(p, 4, 1, "lower")).toBeNear(p ** 0.25, 200 * EPSILON);
      expect(betaQuantile(p, 1, 4, "upper")).toBeNear(1 - p ** 0.25, 2000 * EPSILON);
    }
    expect(betaQuantile(0.5, 7, 7, "lower")).toBe(0.5);
  });

  it("inverts betaCdf over all shapes and p, on the side where x has its digits", () => {
    const power = fc.double({ min: -250, max: -0.01, noNaN: true });
    fc.assert(
      fc.property(shape, shape, power, tail, (a, b, exponent, side) => {
        const p = 10 ** exponent;
        const x = betaQuantile(p, a, b, side);
        const mirrored = betaQuantile(p, b, a, otherTail(side));
        expect(Math.abs(x - (1 - mirrored))).toBeLessThanOrEqual(4 * EPSILON);
        const [point, first, second, where] =
          x <= 0.5 ? ([x, a, b, side] as const) : ([mirrored, b, a, otherTail(side)] as const);
        fc.pre(point > 1e-300);
        const scale = Math.sqrt(Math.max(first, 1));
        expect(betaCdf(point, first, second, where)).toBeNear(
          p,
          EPSILON * (40 * scale + 4 * Math.abs(Math.log(p)) + 60) * (1 + Math.abs(Math.log(p)) / 50),
        );
      }),
    );
  });

  it("has its ends, and 0 below the smallest double", () => {
    expect([betaQuantile(0, 2, 3, "lower"), betaQuantile(1, 2, 3, "lower")]).toEqual([0, 1]);
    expect([betaQuantile(0, 2, 3, "upper"), betaQuantile(1, 2, 3, "upper")]).toEqual([1, 0]);
    expect(betaQuantile(1e-10, 0.01, 1, "lower")).toBe(0); // 1e-1000
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => betaQuantile(-1, 1, 1, "lower"))).toMatchObject(impossible("p"));
    expect(errorOf(() => betaQuantile(0.5, 0, 1, "lower"))).toMatchObject(impossible("a"));
    expect(errorOf(() => betaQuantile(0.5, 1, Number.NaN, "lower"))).toMatchObject(impossible("b"));
  });
});
