import { describe, expect, it } from "vitest";
import { leeBounds } from "../../../src/inference/kernels/leeBounds.js";
import type { Limits } from "../../../src/inference/kernels/limits.js";

describe("leeBounds", () => {
  it("ends at all or none where the trimmed could be all the failures or all the successes", () => {
    // A quarter of the first group's 80 known is trimmed, 20: more than its 10 successes, fewer than its 70 failures.
    const { region, errors, share } = leeBounds({ x1: 10, u1: 20, n1: 100, x2: 30, u2: 40, n2: 100 });
    expect(share).toBeCloseTo(0.25, 15);
    expect(region.lower).toBeCloseTo(0 - 0.5, 15);
    expect(region.upper).toBeCloseTo(10 / 60 - 0.5, 15);
    // None at all is certain, and leaves the second group's error.
    expect(errors.lower).toBeCloseTo(Math.sqrt(0.25 / 60), 15);
    expect(errors.upper).toBeGreaterThan(errors.lower);
  });

  it("has Wald's error where all is known", () => {
    const { errors } = leeBounds({ x1: 207, u1: 0, n1: 600, x2: 86, u2: 0, n2: 299 });
    expect(errors.lower).toBeCloseTo(0.032586797, 9);
    expect(errors.upper).toBeCloseTo(errors.lower, 15);
  });

  it("has the larger of both groups' errors where neither is trimmed", () => {
    const table = { x1: 300_000, n1: 1_000_000, x2: 200_000, u2: 200_000, n2: 1_000_000 };
    const [before, equal, after] = ([199_999, 200_000, 200_001] as const).map(
      (u1) => leeBounds({ ...table, u1 }).errors,
    ) as [Limits, Limits, Limits];
    expect(equal.lower).toBeCloseTo(Math.max(before.lower, after.lower), 8);
    expect(equal.upper).toBeCloseTo(Math.max(before.upper, after.upper), 8);
    expect(before.upper).not.toBeCloseTo(after.upper, 5);
  });

  it("keeps its digits in a billion", () => {
    const { region, trimmed } = leeBounds({
      x1: 3,
      u1: 499_999_999,
      n1: 1_000_000_000,
      x2: 2,
      u2: 500_000_000,
      n2: 1_000_000_000,
    });
    expect(trimmed).toBe(1);
    expect(region.upper).toBeCloseTo(3 / 5e8 - 2 / 5e8, 16);
  });
});
