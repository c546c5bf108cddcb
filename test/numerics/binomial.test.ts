import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialCdf, binomialProbability, binomialQuantile } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

const trials = fc.integer({ min: 1, max: 400 });
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe("binomialProbability", () => {
  it("knows three tosses of a coin", () => {
    [1, 3, 3, 1].forEach((ways, x) => expect(binomialProbability(x, 3, 0.5)).toBeNear(ways / 8, 2 * EPSILON));
  });

  it("sums to 1", () => {
    fc.assert(
      fc.property(trials, share, (n, p) => {
        let sum = 0;
        for (let x = 0; x <= n; x++) sum += binomialProbability(x, n, p);
        expect(sum).toBeNear(1, 100 * EPSILON);
      }),
    );
  });

  it("is 0 outside the counts and certain where p is 0 or 1", () => {
    expect([binomialProbability(-1, 3, 0.5), binomialProbability(4, 3, 0.5)]).toEqual([0, 0]);
    expect([binomialProbability(0, 3, 0), binomialProbability(1, 3, 0)]).toEqual([1, 0]);
    expect([binomialProbability(3, 3, 1), binomialProbability(2, 3, 1)]).toEqual([1, 0]);
    expect(binomialProbability(0, 0, 0.5)).toBe(1);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => binomialProbability(0.5, 3, 0.5))).toMatchObject(impossible("x"));
    expect(errorOf(() => binomialProbability(0, 2.5, 0.5))).toMatchObject(impossible("n"));
    expect(errorOf(() => binomialProbability(0, 3, 1.5))).toMatchObject(impossible("p"));
  });
});

describe("binomialCdf", () => {
  it("is the sum of probabilities", () => {
    fc.assert(
      fc.property(trials, share, (n, p) => {
        let lower = 0;
        for (let x = 0; x < n; x++) {
          lower += binomialProbability(x, n, p);
          expect(Math.abs(binomialCdf(x, n, p, "lower") - lower)).toBeLessThan(200 * EPSILON);
          expect(binomialCdf(x, n, p, "lower") + binomialCdf(x, n, p, "upper")).toBeNear(1, 4 * EPSILON);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("is exact for no success: (1 − p)ⁿ", () => {
    expect(binomialCdf(0, 1e9, 1e-9, "lower")).toBeNear(Math.exp(1e9 * Math.log1p(-1e-9)), 20 * EPSILON);
    expect(binomialCdf(0, 5, 1e-200, "upper")).toBeNear(5e-200, 460 * EPSILON);
  });

  it("mirrors successes and failures", () => {
    expect(binomialCdf(3, 10, 0.25, "lower")).toBeNear(binomialCdf(6, 10, 0.75, "upper"), 4 * EPSILON);
  });

  it("takes any number for x, and certain p", () => {
    expect(binomialCdf(2.7, 5, 0.4, "lower")).toBe(binomialCdf(2, 5, 0.4, "lower"));
    expect([binomialCdf(-0.1, 5, 0.4, "lower"), binomialCdf(5, 5, 0.4, "upper")]).toEqual([0, 0]);
    expect([binomialCdf(-Infinity, 5, 0.4, "upper"), binomialCdf(Infinity, 5, 0.4, "lower")]).toEqual([1, 1]);
    expect([
      binomialCdf(0, 5, 0, "lower"),
      binomialCdf(4, 5, 1, "lower"),
      binomialCdf(5, 5, 1, "lower"),
    ]).toEqual([1, 0, 1]);
    expect(binomialCdf(0, 0, 0.3, "lower")).toBe(1);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => binomialCdf(Number.NaN, 3, 0.5, "lower"))).toMatchObject(impossible("x"));
    expect(errorOf(() => binomialCdf(1, -3, 0.5, "lower"))).toMatchObject(impossible("n"));
    expect(errorOf(() => binomialCdf(1, 3, -0.5, "lower"))).toMatchObject(impossible("p"));
  });
});

describe("binomialQuantile", () => {
  it("is the first count that reaches p, at exact ties too", () => {
    // P(X ≤ 0) = 1/8, P(X ≤ 1) = 1/2, P(X ≤ 2) = 7/8 for three tosses
    expect(
      [0.125, 0.126, 0.5, 0.51, 0.875, 0.88, 1].map((p) => binomialQuantile(p, 3, 0.5, "lower")),
    ).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect(
      [0.125, 0.124, 0.5, 0.49, 0.875, 0.88, 0].map((p) => binomialQuantile(p, 3, 0.5, "upper")),
    ).toEqual([2, 3, 1, 2, 0, 0, 3]);
  });

  it("inverts binomialCdf at every count whose probability counts", () => {
    fc.assert(
      fc.property(trials, share, fc.nat(), (n, p, seed) => {
        const x = seed % n;
        fc.pre(binomialProbability(x, n, p) > 1e-10);
        const side = binomialCdf(x, n, p, "lower") < 0.5 ? "lower" : "upper";
        expect(binomialQuantile(binomialCdf(x, n, p, side), n, p, side)).toBe(x);
      }),
    );
  });

  it("finds its way among a thousand million", () => {
    for (const p of [1e-300, 1e-8, 0.3, 0.5, 0.999]) {
      const x = binomialQuantile(p, 1e9, 0.37, "lower");
      expect(binomialCdf(x, 1e9, 0.37, "lower")).toBeGreaterThanOrEqual(p * (1 - 1e-13));
      expect(binomialCdf(x - 1, 1e9, 0.37, "lower")).toBeLessThan(p);
    }
  });

  it("has its ends, and certain counts", () => {
    expect([binomialQuantile(0, 9, 0.5, "lower"), binomialQuantile(1, 9, 0.5, "lower")]).toEqual([0, 9]);
    expect([binomialQuantile(0.4, 9, 0, "lower"), binomialQuantile(1, 9, 0, "lower")]).toEqual([0, 0]);
    expect([binomialQuantile(0.4, 9, 1, "lower"), binomialQuantile(0.4, 9, 1, "upper")]).toEqual([9, 9]);
    expect(binomialQuantile(0.7, 0, 0.5, "lower")).toBe(0);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => binomialQuantile(1.2, 3, 0.5, "lower"))).toMatchObject(impossible("p"));
    expect(errorOf(() => binomialQuantile(0.2, 3.5, 0.5, "lower"))).toMatchObject(impossible("n"));
    expect(errorOf(() => binomialQuantile(0.2, 3, 2, "lower"))).toMatchObject(impossible("probability"));
  });
});
