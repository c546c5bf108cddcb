import { describe, expect, it } from "vitest";
import { exactMultinomial, outcomesOf } from "../../../src/inference/kernels/multinomial.js";

describe("exactMultinomial", () => {
  it("is the binomial test of two cells", () => {
    // 8 of 10 at ½: 0, 1, 2, 8, 9 and 10 are no more probable.
    expect(exactMultinomial([8, 2], [0.5, 0.5])).toBeCloseTo((2 * (1 + 10 + 45)) / 1024, 14);
    expect(exactMultinomial([3, 9], [0.25, 0.75])).toBeCloseTo(1, 14);
  });

  it("goes through all outcomes of three cells", () => {
    // Of 2: (2, 0, 0) 1/4, (0, 2, 0) and (0, 0, 2) 1/16, (1, 1, 0) and (1, 0, 1) 1/4, (0, 1, 1) 1/8.
    const shares = [0.5, 0.25, 0.25];
    expect(exactMultinomial([0, 2, 0], shares)).toBeCloseTo(1 / 8, 14);
    expect(exactMultinomial([0, 1, 1], shares)).toBeCloseTo(1 / 4, 14);
    expect(exactMultinomial([1, 1, 0], shares)).toBeCloseTo(1, 14);
  });

  it("counts ties although their probabilities are rounded", () => {
    const thirds = [1 / 3, 1 / 3, 1 / 3];
    const shuffles = [
      [7, 2, 0],
      [0, 7, 2],
      [2, 0, 7],
    ].map((counts) => exactMultinomial(counts, thirds));
    // (7, 2, 0) in its 6 orders, (8, 1, 0) in 6 and (9, 0, 0) in 3: 6 · 36 + 6 · 9 + 3 of 3⁹.
    for (const pValue of shuffles) expect(pValue).toBeCloseTo((216 + 54 + 3) / 3 ** 9, 13);
  });
});

describe("outcomesOf", () => {
  it("counts the ways to share out", () => {
    expect(outcomesOf(2, 3)).toBe(6);
    expect(outcomesOf(1000, 2)).toBe(1001);
    expect(outcomesOf(0, 5)).toBe(1);
  });
});
