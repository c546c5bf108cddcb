import { describe, expect, it } from "vitest";
import { pairedBlocks, type GroupRows } from "../../../src/inference/kernels/pairedBlocks.js";
import { pairedDifference } from "../../../src/inference/kernels/pairedDifference.js";

function group(cost: readonly number[], effect: readonly number[], block: readonly number[]): GroupRows {
  return {
    cost: Float64Array.from(cost),
    effect: Float64Array.from(effect),
    block: Int32Array.from(block),
  };
}

describe("pairedDifference", () => {
  it("of pairs is the paired difference, with its covariance and degrees of freedom", () => {
    const blocks = [0, 1, 2, 3];
    const found = pairedDifference(
      pairedBlocks(
        group([101, 202, 306, 403], [1, 1, 0, 1], blocks),
        group([100, 200, 300, 400], [0, 1, 0, 0], blocks),
      ),
    );
    // Differences in cost 1, 2, 6, 3: mean 3, squares 4 + 1 + 9 + 0; in effect 1, 0, 0, 1: mean 1/2, squares 4/4.
    expect(found.cost).toBeCloseTo(3, 12);
    expect(found.effect).toBeCloseTo(0.5, 14);
    expect(found.covariance[0][0]).toBeCloseTo(14 / 12, 12);
    // Products −2 · ½, −1 · −½, 3 · −½, 0 · ½.
    expect(found.covariance[0][1]).toBeCloseTo(-2 / 12, 12);
    expect(found.covariance[1][1]).toBeCloseTo(1 / 12, 14);
    expect(found.degreesOfFreedom).toBeCloseTo(3, 12);
  });

  it("adds what blocks tell of themselves to what the others tell together", () => {
    const one = group([10, 14, 5, 6, 9], [0, 1, 0, 1, 1], [0, 0, 1, 2, 3]);
    const other = group([8, 8, 3, 2, 3], [0, 0, 0, 0, 0], [0, 0, 1, 2, 3]);
    const { cost, covariance, degreesOfFreedom } = pairedDifference(pairedBlocks(one, other));
    // Block 0 is 4 of 10 citizens: 4 apart, variance 0.16 · 8/2. The pairs are 6 of 10: 2, 4 and 6 apart, mean 4,
    // variance 0.36 · (4 + 0 + 4)/(3 · 2).
    expect(cost).toBeCloseTo(0.4 * 4 + 0.6 * 4, 12);
    expect(covariance[0][0]).toBeCloseTo(0.64 + 0.48, 12);
    // Welch's second form: 1.12²/(0.64²/(1 + 2) + 0.48²/(2 + 2)) − 2; of the effects it is more.
    expect(degreesOfFreedom).toBeCloseTo(1.12 ** 2 / (0.64 ** 2 / 3 + 0.48 ** 2 / 4) - 2, 10);
  });

  it("has the degrees of freedom of the only group that varies", () => {
    const one = group([1, 2, 4], [0, 1, 1], [0, 0, 0]);
    const other = group([1, 1], [0, 0], [0, 0]);
    expect(pairedDifference(pairedBlocks(one, other)).degreesOfFreedom).toBeCloseTo(2, 12);
  });

  it("knows a fixed price as fixed, whatever the weeks cost", () => {
    const weeks = [0, 1, 2, 3, 4, 5, 6];
    const effect = weeks.map((week) => week % 2);
    const found = pairedDifference(
      pairedBlocks(
        group(
          weeks.map((week) => 700_000.1 + week / 3),
          effect,
          weeks,
        ),
        group(
          weeks.map((week) => 900_000.7 + week / 3),
          effect,
          weeks,
        ),
      ),
    );
    expect(found.covariance[0]).toEqual([0, 0]);
    expect(found.degreesOfFreedom).toBe(6);
  });
});
