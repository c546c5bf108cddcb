import { describe, expect, it } from "vitest";
import { momentsOf } from "../../../src/inference/kernels/moments.js";
import {
  bonett,
  hedgesOlkin,
  sharesOf,
  unitSquared,
} from "../../../src/inference/kernels/standardizedDifference.js";

const [first, second] = [momentsOf([1, 2, 3, 4, 5]), momentsOf([2, 4, 6])];

describe("the unit of a standardized difference", () => {
  it.each([
    ["average", (2.5 + 4) / 2],
    ["pooled", (4 * 2.5 + 2 * 4) / 6],
    ["reference", 4],
  ] as const)("is by %s", (denominator, expected) => {
    expect(unitSquared(sharesOf(denominator, first, second), first, second)).toBeCloseTo(expected, 14);
  });
});

describe("the variance of a standardized difference", () => {
  it("of the reference's unit is Bonett's d²/(2f₂) + s₁²/(s₂²f₁) + 1/f₂", () => {
    const { estimate, variance } = bonett(sharesOf("reference", first, second), first, second);
    expect(estimate).toBe(-0.5);
    expect(variance).toBeCloseTo(0.25 / 4 + 2.5 / 16 + 1 / 2, 14);
  });

  it("of the pooled unit is Hedges and Olkin's, of the corrected d", () => {
    const { estimate, variance } = hedgesOlkin(sharesOf("pooled", first, second), first, second, 0.8);
    expect(estimate).toBeCloseTo(-0.8 / Math.sqrt(3), 14);
    expect(variance).toBeCloseTo(1 / 5 + 1 / 3 + 0.64 / 3 / 16, 14);
  });
});
