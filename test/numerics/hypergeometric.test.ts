import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialCdf,
  choose,
  hypergeometricCdf,
  hypergeometricProbability,
} from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

const urn = fc
  .record({
    marked: fc.integer({ min: 0, max: 200 }),
    others: fc.integer({ min: 0, max: 200 }),
    part: fc.nat(),
  })
  .map(({ marked, others, part }) => ({ marked, others, draws: part % (marked + others + 1) }));

describe("hypergeometricProbability", () => {
  it("knows the lady tasting tea: C(4, x)²/70", () => {
    [1, 16, 36, 16, 1].forEach((ways, x) =>
      expect(hypergeometricProbability(x, 4, 4, 4)).toBeNear(ways / 70, 8 * EPSILON),
    );
  });

  it("is a ratio of counts", () => {
    const small = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(small, small, fc.nat(), fc.nat(), (marked, others, part, at) => {
        const draws = part % (marked + others + 1);
        const low = Math.max(0, draws - others);
        const x = low + (at % (Math.min(draws, marked) - low + 1));
        const expected = (choose(marked, x) * choose(others, draws - x)) / choose(marked + others, draws);
        expect(hypergeometricProbability(x, marked, others, draws)).toBeNear(expected, 40 * EPSILON);
      }),
    );
  });

  it("is 0 for impossible counts, 1 for the only possible one", () => {
    expect([hypergeometricProbability(-1, 4, 4, 4), hypergeometricProbability(5, 4, 4, 6)]).toEqual([0, 0]);
    expect(hypergeometricProbability(1, 4, 2, 4)).toBe(0);
    expect([hypergeometricProbability(0, 0, 5, 5), hypergeometricProbability(3, 3, 0, 3)]).toEqual([1, 1]);
    expect([hypergeometricProbability(0, 3, 4, 0), hypergeometricProbability(0, 0, 0, 0)]).toEqual([1, 1]);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => hypergeometricProbability(0.5, 4, 4, 4))).toMatchObject(impossible("x"));
    expect(errorOf(() => hypergeometricProbability(1, -4, 4, 4))).toMatchObject(impossible("marked"));
    expect(errorOf(() => hypergeometricProbability(1, 4, 0.4, 4))).toMatchObject(impossible("others"));
    expect(errorOf(() => hypergeometricProbability(1, 4, 4, 9))).toMatchObject(impossible("draws"));
  });
});

describe("hypergeometricCdf", () => {
  it("is the sum of probabilities, from either side", () => {
    fc.assert(
      fc.property(urn, ({ marked, others, draws }) => {
        let lower = 0;
        for (let x = Math.max(0, draws - others); x <= Math.min(draws, marked); x++) {
          lower += hypergeometricProbability(x, marked, others, draws);
          const got = hypergeometricCdf(x, marked, others, draws, "lower");
          expect(Math.abs(got - lower)).toBeLessThan(300 * EPSILON);
          expect(got + hypergeometricCdf(x, marked, others, draws, "upper")).toBeNear(1, 4 * EPSILON);
        }
        expect(lower).toBeNear(1, 300 * EPSILON);
      }),
    );
  });

  it("is symmetric in what is drawn and what is marked", () => {
    fc.assert(
      fc.property(urn, fc.integer({ min: 0, max: 200 }), ({ marked, others, draws }, x) => {
        const turned = hypergeometricCdf(x, draws, marked + others - draws, marked, "upper");
        expect(Math.abs(hypergeometricCdf(x, marked, others, draws, "upper") - turned)).toBeLessThan(
          100 * EPSILON,
        );
      }),
    );
  });

  it("comes to the binomial where the urn is endless", () => {
    expect(hypergeometricCdf(12, 3e14, 7e14, 60, "lower")).toBeNear(binomialCdf(12, 60, 0.3, "lower"), 1e-12);
  });

  it("takes any number for x", () => {
    expect(hypergeometricCdf(2.5, 4, 4, 4, "upper")).toBe(hypergeometricCdf(2, 4, 4, 4, "upper"));
    expect([hypergeometricCdf(-Infinity, 4, 4, 4, "lower"), hypergeometricCdf(4, 4, 4, 4, "upper")]).toEqual([
      0, 0,
    ]);
    expect([hypergeometricCdf(0, 0, 0, 0, "lower"), hypergeometricCdf(-1, 0, 0, 0, "upper")]).toEqual([1, 1]);
  });

  it("refuses impossible parameters by name", () => {
    expect(errorOf(() => hypergeometricCdf(Number.NaN, 4, 4, 4, "lower"))).toMatchObject(impossible("x"));
    expect(errorOf(() => hypergeometricCdf(1, 4, 4, 9, "lower"))).toMatchObject(impossible("draws"));
  });
});
