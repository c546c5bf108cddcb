import { describe, expect, it } from "vitest";
import { hajekDifference, isBalanced } from "../../../src/inference/kernels/hajek.js";

const treatment = [1, 1, 1, 0, 0, 0];
const response = [3, 5, 4, 1, 2, 6];
const cells = { codes: [1, 1, 1, 0, 0, 0], count: 2 };

describe("hajekDifference", () => {
  it("with equal weights and one block is the difference of the means with Neyman's variance", () => {
    const { estimate, variance, degreesOfFreedom } = hajekDifference(
      treatment,
      response,
      [2, 2, 2, 5, 5, 5],
      cells,
    );
    // Means 4 and 3; s²/n: 1/3 and 7/3.
    expect(estimate).toBe(1);
    expect(variance).toBeCloseTo(8 / 3, 14);
    expect(degreesOfFreedom).toBe(4);
  });

  it("weighs", () => {
    const { means } = hajekDifference(treatment, response, [1, 2, 1, 3, 1, 2], cells);
    expect(means.comparator).toBe(17 / 4);
    expect(means.reference).toBe(17 / 6);
  });

  it("counts a single unit's distance from its group's mean in full", () => {
    // Groups of a block: {3}, {5, 4} in the comparator, {1, 2}, {6} in the reference.
    const blocks = { codes: [1, 3, 3, 0, 0, 2], count: 4 };
    const { variance, degreesOfFreedom } = hajekDifference(treatment, response, [1, 1, 1, 1, 1, 1], blocks);
    // 9·V: (3 − 4)² + 2·(1/4 + 1/4) + 2·(1/4 + 1/4) + (6 − 3)² = 1 + 1 + 1 + 9.
    expect(variance).toBeCloseTo(12 / 9, 14);
    expect(degreesOfFreedom).toBe(4);
  });

  it("takes those drawn together as one", () => {
    const units = { codes: [0, 0, 1, 2, 3, 3], count: 4 };
    const { variance } = hajekDifference(treatment, response, [1, 1, 1, 1, 1, 1], cells, units);
    // Sums of deviations: 0 and 0 in the comparator; −2 and 2 in the reference: 2·(4 + 4)/9.
    expect(variance).toBeCloseTo(16 / 9, 14);
  });
});

describe("isBalanced", () => {
  it("is whether the weights of both groups sum to the same within each block", () => {
    const blocks = { codes: [0, 1, 1, 0, 1, 1], count: 2 };
    expect(isBalanced(treatment, [2, 1, 1, 2, 1, 1], blocks)).toBe(true);
    expect(isBalanced(treatment, [2, 1, 1, 2, 1, 2], blocks)).toBe(false);
    expect(isBalanced(treatment, [1 / (1 / 3), 1, 1, 3, 1, 1], blocks)).toBe(true);
  });
});
