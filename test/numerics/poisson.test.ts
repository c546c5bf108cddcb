import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poissonCdf, poissonProbability, poissonQuantile } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

const mean = fc.double({ min: -4, max: 2.5, noNaN: true }).map((power) => 10 ** power);

describe("poissonProbability", () => {
  it("knows the first terms: e^-m mˣ/x!", () => {
    for (const m of [1e-9, 0.3, 5]) {
      [1, m, m ** 2 / 2, m ** 3 / 6].forEach((term, x) =>
        expect(poissonProbability(x, m)).toBeNear(Math.exp(-m) * term, 60 * EPSILON),
      );
    }
  });

  it("is 0 below 0, and certain for mean 0", () => {
    expect([poissonProbability(-1, 3), poissonProbability(0, 0), poissonProbability(2, 0)]).toEqual([
      0, 1, 0,
    ]);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => poissonProbability(1.5, 1))).toMatchObject(impossible("x"));
    expect(errorOf(() => poissonProbability(1, -1))).toMatchObject(impossible("mean"));
  });
});

describe("poissonCdf", () => {
  it("is the sum of probabilities", () => {
    fc.assert(
      fc.property(mean, (m) => {
        let lower = 0;
        for (let x = 0; x < 2 * m + 20; x++) {
          lower += poissonProbability(x, m);
          expect(Math.abs(poissonCdf(x, m, "lower") - lower)).toBeLessThan(200 * EPSILON);
          expect(poissonCdf(x, m, "lower") + poissonCdf(x, m, "upper")).toBeNear(1, 4 * EPSILON);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("keeps small upper tails", () => {
    expect(poissonCdf(0, 1e-200, "upper")).toBeNear(1e-200, 460 * EPSILON);
    // two or more: m²/2 (1 − 2m/3 + …)
    expect(poissonCdf(1, 1e-10, "upper")).toBeNear(5e-21 * (1 - 2e-10 / 3), 60 * EPSILON);
  });

  it("takes any number for x, and mean 0", () => {
    expect(poissonCdf(2.7, 4, "lower")).toBe(poissonCdf(2, 4, "lower"));
    expect([
      poissonCdf(-1, 4, "upper"),
      poissonCdf(Infinity, 4, "lower"),
      poissonCdf(1e300, 4, "upper"),
    ]).toEqual([1, 1, 0]);
    expect([poissonCdf(0, 0, "lower"), poissonCdf(0, 0, "upper"), poissonCdf(-1, 0, "lower")]).toEqual([
      1, 0, 0,
    ]);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => poissonCdf(Number.NaN, 1, "lower"))).toMatchObject(impossible("x"));
    expect(errorOf(() => poissonCdf(1, Infinity, "lower"))).toMatchObject(impossible("mean"));
  });
});

describe("poissonQuantile", () => {
  it("inverts poissonCdf at every count whose probability counts", () => {
    fc.assert(
      fc.property(mean, fc.integer({ min: -4, max: 4 }), (m, z) => {
        const x = Math.max(0, Math.round(m + z * Math.sqrt(m)));
        fc.pre(poissonProbability(x, m) > 1e-10);
        const side = poissonCdf(x, m, "lower") < 0.5 ? "lower" : "upper";
        expect(poissonQuantile(poissonCdf(x, m, side), m, side)).toBe(x);
      }),
    );
  });

  it("finds its way among a thousand million", () => {
    for (const p of [1e-300, 1e-8, 0.3, 0.5]) {
      const x = poissonQuantile(p, 1e9, "upper");
      expect(poissonCdf(x, 1e9, "upper")).toBeLessThanOrEqual(p * (1 + 1e-13));
      expect(poissonCdf(x - 1, 1e9, "upper")).toBeGreaterThan(p);
    }
  });

  it("has its ends", () => {
    expect([poissonQuantile(0, 3, "lower"), poissonQuantile(1, 3, "lower")]).toEqual([0, Infinity]);
    expect([poissonQuantile(0, 3, "upper"), poissonQuantile(1, 3, "upper")]).toEqual([Infinity, 0]);
    expect([poissonQuantile(0.3, 0, "lower"), poissonQuantile(1, 0, "lower")]).toEqual([0, 0]);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => poissonQuantile(-1, 3, "lower"))).toMatchObject(impossible("p"));
    expect(errorOf(() => poissonQuantile(0.5, Number.NaN, "lower"))).toMatchObject(impossible("mean"));
  });
});
