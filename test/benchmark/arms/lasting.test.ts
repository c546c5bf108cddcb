import { describe, expect, it } from "vitest";
import { apartFrom, lastingShifts, type Shift } from "../../../src/benchmark/arms/lasting.js";
import type { Belief } from "../../../src/benchmark/ranks.js";
import { normalCdf } from "../../../src/numerics/index.js";

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

const meanOf = (belief: Belief | undefined): number => mean((belief ?? []).map(({ estimate }) => estimate));

const below = (belief: Belief | undefined, x: number): number =>
  mean(
    (belief ?? []).map(({ estimate, standardError }) => normalCdf((x - estimate) / standardError, "lower")),
  );

/** The coaching effects in eight schools (Rubin 1981, J. Educ. Stat. 6, 377-401, table 1): estimates and standard errors. */
const SCHOOLS: readonly Shift[] = [
  [28, 15],
  [8, 10],
  [-3, 16],
  [7, 11],
  [-1, 9],
  [1, 11],
  [18, 10],
  [12, 18],
].map(([estimate = NaN, error = NaN]) => ({ estimate, variance: error ** 2 }));

/** P(lasting shift ≤ x) and its mean by summing over μ and τ, both flat, on a plain grid: the definition. */
function bySumming(shifts: readonly Shift[], unit: number, x: number): { below: number; mean: number } {
  const sums = { all: 0, below: 0, mean: 0 };
  for (let spread = 0.05; spread < 80; spread += 0.1) {
    for (let middle = -60; middle <= 76; middle += 0.5) {
      const logs = shifts.map(({ estimate, variance }) => {
        const all = variance + spread ** 2;
        return -0.5 * (Math.log(all) + (estimate - middle) ** 2 / all);
      });
      const weight = Math.exp(logs.reduce((sum, each) => sum + each, 20));
      const { estimate, variance } = shifts[unit] ?? { estimate: NaN, variance: NaN };
      const kept = spread ** 2 / (spread ** 2 + variance);
      const drawn = middle + kept * (estimate - middle);
      sums.all += weight;
      sums.mean += weight * drawn;
      sums.below += weight * normalCdf((x - drawn) / Math.sqrt(kept * variance), "lower");
    }
  }
  return { below: sums.below / sums.all, mean: sums.mean / sums.all };
}

describe("lastingShifts", () => {
  const beliefs = lastingShifts(SCHOOLS);

  it.each([0, 2, 6])("agrees with summing over mean and spread, for the school in place %i", (unit) => {
    for (const x of [-12, 8, 31]) {
      const summed = bySumming(SCHOOLS, unit, x);
      expect(Math.abs(below(beliefs[unit], x) - summed.below)).toBeLessThan(0.01);
      expect(Math.abs(meanOf(beliefs[unit]) - summed.mean)).toBeLessThan(0.15);
    }
  });

  it("stays with estimates that lie far apart beside their errors", () => {
    const far = [-3, 0, 4, 9].map((estimate) => ({ estimate, variance: 1e-4 }));
    for (const [index, belief] of lastingShifts(far).entries()) {
      expect(Math.abs(meanOf(belief) - (far[index]?.estimate ?? NaN))).toBeLessThan(1e-3);
    }
  });

  it("takes no spread for known where all are alike", () => {
    const alike = Array.from({ length: 3 }, () => ({ estimate: 0.2, variance: 0.04 }));
    const [first] = lastingShifts(alike);
    const errors = (first ?? []).map(({ standardError }) => standardError);
    expect(meanOf(first)).toBeCloseTo(0.2, 12);
    // From that of the mean of all, √(0.04/3), towards that of one alone, 0.2.
    expect(Math.min(...errors)).toBeGreaterThan(Math.sqrt(0.04 / 3));
    expect(Math.min(...errors)).toBeLessThan(0.13);
    expect(Math.max(...errors)).toBeGreaterThan(0.19);
    expect(Math.max(...errors)).toBeLessThan(0.2);
  });
});

describe("apartFrom", () => {
  it("is the same by every spread", () => {
    const known = { estimate: 1, standardError: 0.5 };
    const [belief] = lastingShifts(SCHOOLS);
    expect(apartFrom(known)).toEqual((belief ?? []).map(() => known));
  });
});
