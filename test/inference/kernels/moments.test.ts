import { describe, expect, it } from "vitest";
import { meanDifference, momentsOf } from "../../../src/inference/kernels/moments.js";

describe("momentsOf", () => {
  it("divides by n − 1", () => {
    expect(momentsOf([2, 4, 4, 4, 5, 5, 7, 9])).toMatchObject({
      size: 8,
      mean: 5,
      variance: 32 / 7,
      degrees: 7,
    });
  });

  it("has 0 of too few values", () => {
    expect(momentsOf([])).toMatchObject({ size: 0, mean: 0, variance: 0, degrees: 0 });
    expect(momentsOf([7])).toMatchObject({ size: 1, mean: 7, variance: 0, degrees: 0 });
  });

  it("loses no digits to a large common part", () => {
    const { variance } = momentsOf([1e9 + 1, 1e9 + 2, 1e9 + 4]);
    expect(variance).toBeCloseTo(7 / 3, 14);
    expect(momentsOf([0.1, 0.1, 0.1]).variance).toBe(0);
  });
});

describe("meanDifference", () => {
  it("keeps what the means as doubles lack", () => {
    const [first, second] = [
      [1e15, 1e15 + 1, 1e15 + 1],
      [1e15, 1e15, 1e15 + 1],
    ];
    expect(meanDifference(momentsOf(first), momentsOf(second))).toBeCloseTo(1 / 3, 15);
  });
});
