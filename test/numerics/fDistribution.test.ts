import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquaredCdf, fCdf, studentTCdf } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

describe("fCdf", () => {
  it("with one numerator degree is the square of a t", () => {
    for (const t of [0.01, 1, 3, 30]) {
      expect(fCdf(t * t, 1, 12, "upper")).toBeNear(2 * studentTCdf(t, 12, "upper"), 100 * EPSILON);
    }
  });

  it("of two numerator degrees is (1 + 2x/d)^(−d/2)", () => {
    for (const x of [1e-10, 0.5, 3, 1e6]) {
      expect(fCdf(x, 2, 7, "upper")).toBeNear((1 + (2 * x) / 7) ** -3.5, 100 * EPSILON);
    }
  });

  it("comes to chi-squared per degree as the denominator grows", () => {
    expect(fCdf(2.5, 4, 1e99, "upper")).toBeNear(chiSquaredCdf(10, 4, "upper"), 50 * EPSILON);
  });

  it("turns its tails over with its degrees: P(F ≤ x) = P(F′ > 1/x)", () => {
    const positive = fc.double({ min: -3, max: 3, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(positive, positive, positive, (x, d1, d2) => {
        const low = fCdf(x, d1, d2, "lower");
        expect(fCdf(1 / x, d2, d1, "upper")).toBeNear(
          low,
          60 * EPSILON * (1 + Math.abs(Math.log(low)) + d1 + d2),
        );
        expect(low + fCdf(x, d1, d2, "upper")).toBeNear(1, 4 * EPSILON);
      }),
    );
  });

  it("has its ends", () => {
    expect([fCdf(0, 3, 5, "upper"), fCdf(-1, 3, 5, "lower"), fCdf(Infinity, 3, 5, "upper")]).toEqual([
      1, 0, 0,
    ]);
  });

  it("follows a tail beyond the doubles' range: (d2/(d1 x))^(d2/2) with tiny d2", () => {
    // x = 1e300, d1 = 2, d2 = 1e-3: (1 + 2x/d2)^(−d2/2)
    const log = -0.0005 * (Math.log(2e3) + 300 * Math.LN10);
    expect(fCdf(1e300, 2, 1e-3, "upper")).toBeNear(Math.exp(log), 20 * EPSILON);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => fCdf(Number.NaN, 1, 1, "lower"))).toMatchObject(impossible("x"));
    expect(errorOf(() => fCdf(1, 0, 1, "lower"))).toMatchObject(impossible("df1"));
    expect(errorOf(() => fCdf(1, 1, Infinity, "lower"))).toMatchObject(impossible("df2"));
  });
});
