import { describe, expect, it } from "vitest";
import { chiSquaredCdf, chiSquaredQuantile, normalCdf, normalQuantile } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

describe("chi-squared", () => {
  it("of one degree is the square of a normal", () => {
    for (const z of [1e-8, 0.5, 1.959963984540054, 6, 30]) {
      expect(chiSquaredCdf(z * z, 1, "upper")).toBeNear(2 * normalCdf(z, "upper"), 4 * EPSILON * (1 + z * z));
    }
    for (const p of [1e-200, 0.05, 0.5]) {
      expect(chiSquaredQuantile(p, 1, "upper")).toBeNear(normalQuantile(p / 2, "upper") ** 2, 8 * EPSILON);
    }
  });

  it("of two degrees is exponential with mean 2", () => {
    expect(chiSquaredCdf(7, 2, "upper")).toBeNear(Math.exp(-3.5), 4 * EPSILON);
    expect(chiSquaredQuantile(0.05, 2, "upper")).toBeNear(-2 * Math.log(0.05), 4 * EPSILON);
  });

  it("holds at 2000 degrees, where a library was wrong by 16 %", () => {
    // mpmath 1.2.1, 50 digits: gammainc(1000, 1000, regularized)
    expect(chiSquaredCdf(2000, 2000, "lower")).toBeNear(0.5042052441802155, 8 * EPSILON);
  });

  it("has its ends", () => {
    expect([chiSquaredCdf(0, 3, "upper"), chiSquaredCdf(Infinity, 3, "upper")]).toEqual([1, 0]);
    expect([chiSquaredQuantile(0, 3, "upper"), chiSquaredQuantile(1, 3, "upper")]).toEqual([Infinity, 0]);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => chiSquaredCdf(1, 0, "upper"))).toMatchObject(impossible("df"));
    expect(errorOf(() => chiSquaredQuantile(0.5, Number.NaN, "upper"))).toMatchObject(impossible("df"));
    expect(errorOf(() => chiSquaredQuantile(-1, 2, "upper"))).toMatchObject(impossible("p"));
  });
});
