import { describe, expect, it } from "vitest";
import { judgedTogether, varianceBetween } from "../../../src/inference/kernels/betweenBlocks.js";

const blocks = (shares: readonly number[], differences: readonly number[]) =>
  shares.map((share, i) => ({ share, difference: differences[i] ?? 0 }));

describe("varianceBetween", () => {
  it("of pairs of equal weight is that of paired differences", () => {
    // Mean 3, squares 4 + 1 + 9 + 0 = 14: 14/(4·3).
    expect(varianceBetween(blocks([0.25, 0.25, 0.25, 0.25], [1, 2, 6, 3]))).toBeCloseTo(14 / 12, 14);
  });

  it("goes over continuously to two halves, and refuses more than a half", () => {
    expect(varianceBetween(blocks([0.5, 0.5], [1, 4]))).toBe(2.25);
    expect(varianceBetween(blocks([0.5 - 1e-8, 0.5 - 1e-8, 2e-8], [1, 4, 2.5]))).toBeCloseTo(2.25, 6);
    expect(varianceBetween(blocks([0.6, 0.2, 0.2], [1, 4, 2]))).toBeNaN();
    expect(varianceBetween([])).toBe(0);
  });

  it("is unbiased for blocks of unequal size whose differences have one mean", () => {
    // By the variances of the parts: E(τ − τ̄)² = V(1 − 2a) + Σ a²V, so that Σ b E(τ − τ̄)²/(1 + Σ b) = Σ a²V.
    const shares = [0.1, 0.2, 0.3, 0.4];
    const variances = [4, 1, 2, 3];
    const total = shares.reduce((sum, a, k) => sum + a * a * (variances[k] ?? 0), 0);
    const expectations = shares.map((a, k) => (variances[k] ?? 0) * (1 - 2 * a) + total);
    const factors = shares.map((a) => (a * a) / (1 - 2 * a));
    const sum = factors.reduce((all, b) => all + b, 0);
    expect(factors.reduce((all, b, k) => all + b * (expectations[k] ?? 0), 0) / (1 + sum)).toBeCloseTo(
      total,
      14,
    );
  });
});

describe("judgedTogether", () => {
  it("joins the smallest others until none has more than a third", () => {
    const all = blocks([0.05, 0.5, 0.1, 0.15, 0.2], []);
    const { together, apart } = judgedTogether(all, ({ share }) => share === 0.05);
    expect(together.map(({ share }) => share)).toEqual([0.05, 0.1, 0.15, 0.2, 0.5]);
    expect(apart).toEqual([]);
  });

  it("joins none where none must be, and none where they are enough", () => {
    const all = blocks([0.2, 0.2, 0.2, 0.4], []);
    expect(judgedTogether(all, () => false).together).toEqual([]);
    expect(judgedTogether(all, ({ share }) => share === 0.2).apart).toHaveLength(1);
  });
});
