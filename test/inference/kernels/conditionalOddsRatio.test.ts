import { describe, expect, it } from "vitest";
import {
  conditionalExact,
  conditionalMidP,
  conditionalOddsRatio,
} from "../../../src/inference/kernels/conditionalOddsRatio.js";
import { fisher } from "../../../src/inference/kernels/fisher.js";
import { normalPValue } from "../../../src/inference/decision.js";

describe("conditional odds ratio", () => {
  const tea = { x1: 3, n1: 4, x2: 1, n2: 4 };

  it("has the estimate under which the observed table is its own expectation: 6.408 for the tea tasting", () => {
    const psi = conditionalOddsRatio(tea);
    // Weights C(4,x)C(4,4 − x)ψˣ for x = 0 … 4 are 1, 16ψ, 36ψ², 16ψ³, ψ⁴.
    const weights = [1, 16 * psi, 36 * psi ** 2, 16 * psi ** 3, psi ** 4];
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const mean = weights.reduce((total, weight, x) => total + x * weight, 0) / sum;
    expect(mean).toBeCloseTo(3, 12);
  });

  it("tests one-sided as Fisher does, and two-sided by twice the smaller", () => {
    const { greater, less } = fisher(tea);
    const { deviate } = conditionalExact(tea);
    expect(normalPValue(deviate(1, "greater"), "greater")).toBeCloseTo(greater, 13);
    expect(normalPValue(deviate(1, "less"), "less")).toBeCloseTo(less, 13);
    expect(normalPValue(deviate(1), "two-sided")).toBeCloseTo(2 * greater, 13);
  });

  it("can't have a two-sided p-value above 1 where both tails hold the observed table", () => {
    const even = { x1: 2, n1: 4, x2: 2, n2: 4 };
    expect(normalPValue(conditionalExact(even).deviate(1), "two-sided")).toBe(1);
  });

  it("has limits at which the tail is what it should be", () => {
    for (const method of [conditionalExact(tea), conditionalMidP(tea)]) {
      for (const z of [0.5, 1.96, 3]) {
        expect(method.deviate(method.limit(z), "greater")).toBeCloseTo(z, 10);
        expect(method.deviate(method.limit(-z), "less")).toBeCloseTo(-z, 10);
      }
    }
  });

  it("ends at 0 and Infinity", () => {
    const apart = { x1: 4, n1: 4, x2: 0, n2: 4 };
    expect(conditionalOddsRatio(apart)).toBe(Infinity);
    expect(conditionalExact(apart).limit(-1.96)).toBe(Infinity);
    // (1 + 16 + 36 + 16 + 1 weights) ψ⁴ alone has the tail Φ(−z): nearly ψ = 16·Φ(−z)/Φ(z) for large ψ.
    expect(conditionalExact(apart).limit(1.96)).toBeGreaterThan(0);
  });

  it("has p-values down to the smallest doubles, and 0 below", () => {
    // Given the margins 0 of n against n of n is one of C(2n, n) draws: C(1000, 500) is 2.70·10²⁹⁹.
    expect(Math.log10(pValueApart(500))).toBeCloseTo(Math.log10(2 / 2.7028824094543655e299), 8);
    expect(pValueApart(5_000)).toBe(0);
    expect(normalPValue(conditionalExact({ x1: 4e6, n1: 1e7, x2: 4.1e6, n2: 1e7 }).deviate(1), "less")).toBe(
      0,
    );
  });
});

function pValueApart(n: number): number {
  return normalPValue(conditionalExact({ x1: 0, n1: n, x2: n, n2: n }).deviate(1), "two-sided");
}
