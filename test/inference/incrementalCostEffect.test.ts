import { describe, expect, it } from "vitest";
import { incrementalCostEffect, welchTest } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

describe("incrementalCostEffect", () => {
  it("takes differences in means with the covariance that a bonus makes, by hand", () => {
    const found = incrementalCostEffect(
      { cost: [100, 150, 150], effect: [0, 1, 1] },
      { cost: [90, 110], effect: [0, 1] },
    );
    expect(found.cost).toBeCloseTo(100 / 3, 12);
    expect(found.effect).toBeCloseTo(1 / 6, 14);
    // Sums of squares and products about the means: 5000/3, 100/3, 2/3; and 200, 10, 1/2.
    expect(found.covariance[0][0]).toBeCloseTo(5000 / 3 / 2 / 3 + 200 / 2, 10);
    expect(found.covariance[0][1]).toBeCloseTo(100 / 3 / 2 / 3 + 10 / 2, 12);
    expect(found.covariance[1][1]).toBeCloseTo(2 / 3 / 2 / 3 + 0.5 / 2, 14);
    expect(found.covariance[1][0]).toBe(found.covariance[0][1]);
    expect(Object.isFrozen(found.covariance[0])).toBe(true);
  });

  it("agrees with Welch's standard error", () => {
    const [one, other] = [
      [3, 1, 4, 1, 5, 9, 2, 6],
      [2, 7, 1, 8, 2],
    ];
    const { cost, covariance } = incrementalCostEffect(
      { cost: one, effect: one },
      { cost: other, effect: other },
    );
    const { estimate, standardError } = welchTest(one, other);
    expect(cost).toBeCloseTo(estimate ?? NaN, 13);
    expect(Math.sqrt(covariance[0][1])).toBeCloseTo(standardError ?? NaN, 13);
  });

  it("compares within blocks, weighted by their citizens", () => {
    // Block a: 4 of 10 citizens, cost 10 apart; block b: 6 of 10, cost 20 apart. Between them cost differs by 1000.
    const comparator = {
      cost: [111, 109, 1120, 1121, 1119],
      effect: [1, 1, 1, 0, 1],
      block: ["a", "a", "b", "b", "b"],
    };
    const reference = {
      cost: [99, 101, 1100, 1101, 1099],
      effect: [1, 0, 0, 0, 1],
      block: ["a", "a", "b", "b", "b"],
    };
    const found = incrementalCostEffect(comparator, reference);
    expect(found.cost).toBeCloseTo(0.4 * 10 + 0.6 * 20, 10);
    expect(found.effect).toBeCloseTo(0.4 * 0.5 + 0.6 / 3, 14);
    expect(found.covariance[0][0]).toBeCloseTo(0.16 * (2 / 2 + 2 / 2) + 0.36 * (1 / 3 + 1 / 3), 9);
  });

  it("refuses what doesn't vary, or isn't there", () => {
    const two = { cost: [1, 2], effect: [0, 1] };
    const failed = (other: object): string => errorOf(() => incrementalCostEffect(two, other as never)).code;
    expect(failed({ cost: [1], effect: [0] })).toBe("too-few-values");
    expect(failed({ cost: [], effect: [] })).toBe("too-few-values");
    expect(failed({ cost: [1, 2], effect: [0] })).toBe("columns-differ");
    expect(failed({ cost: [1, 2] })).toBe("missing-column");
    expect(failed({ ...two, block: ["a", "a"] })).toBe("missing-column");
    expect(failed({ ...two, blocks: ["a", "a"] })).toBe("unknown-column");
    expect(failed({ cost: [1, NaN], effect: [0, 1] })).toBe("impossible-number");
    expect(failed({ cost: [1, 1e101], effect: [0, 1] })).toBe("impossible-number");
    expect(errorOf(() => incrementalCostEffect(two, undefined as never)).path).toBe(
      "incrementalCostEffect.reference",
    );
  });
});
