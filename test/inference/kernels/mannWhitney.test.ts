import { describe, expect, it } from "vitest";
import { mannWhitneyCdf, mannWhitneyDeviation } from "../../../src/inference/kernels/mannWhitney.js";
import { choose } from "../../../src/numerics/index.js";

/** In how many orders of m and n values u pairs are won, one order after another. */
function orders(m: number, n: number): number[] {
  const counts = Array.from({ length: m * n + 1 }, () => 0);
  const visit = (left: number, right: number, won: number): void => {
    if (left === 0) {
      counts[won] = (counts[won] ?? 0) + 1;
      return;
    }
    visit(left - 1, right, won + n - right);
    if (right > 0) visit(left, right - 1, won);
  };
  visit(m, n, 0);
  return counts;
}

describe("mannWhitneyCdf", () => {
  it.each([
    [2, 2],
    [3, 5],
    [6, 4],
    [1, 7],
  ])("counts the orders of %i and %i values", (m, n) => {
    let sum = 0;
    const expected = orders(m, n).map((count) => (sum += count) / choose(m + n, m));
    const found = mannWhitneyCdf(m, n);
    expect(found).toHaveLength(m * n + 1);
    found.forEach((probability, u) => expect(probability).toBeCloseTo(expected[u] ?? NaN, 14));
  });

  it("is 1 over the number of orders at 0, and hangs on neither which group is which", () => {
    const found = mannWhitneyCdf(30, 12);
    expect((found[0] ?? NaN) * choose(42, 12)).toBeCloseTo(1, 12);
    expect(found.at(-1)).toBeCloseTo(1, 13);
    mannWhitneyCdf(12, 30).forEach((probability, u) => expect(probability).toBeCloseTo(found[u] ?? NaN, 14));
  });
});

describe("mannWhitneyDeviation", () => {
  it("is that of U over all orders", () => {
    const counts = orders(4, 6);
    const variance = counts.reduce((sum, count, u) => sum + count * (u - 12) ** 2, 0) / choose(10, 4);
    expect(mannWhitneyDeviation(4, 6, [])).toBeCloseTo(Math.sqrt(variance), 13);
  });

  it("is less with ties, and 0 where all values are equal", () => {
    // Σ (t³ − t) = 24 of N(N − 1) = 20.
    expect(mannWhitneyDeviation(2, 3, [Float64Array.of(3, 1, 1)])).toBeCloseTo(Math.sqrt(0.5 * 4.8), 14);
    expect(mannWhitneyDeviation(2, 3, [Float64Array.of(5)])).toBe(0);
  });
});
