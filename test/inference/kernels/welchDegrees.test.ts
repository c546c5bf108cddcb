import { expect, it } from "vitest";
import { welchDegrees } from "../../../src/inference/kernels/welchDegrees.js";

it("Welch's degrees of freedom, by hand", () => {
  // Variances 1 and 9 of three and four: v = 1/3 and 9/4·… (1, 4, 7, 4: squares 9 + 0 + 9 + 0 = 18, s² = 6, v = 3/2).
  const degrees = (1 / 3 + 3 / 2) ** 2 / ((1 / 3) ** 2 / 2 + (3 / 2) ** 2 / 3);
  expect(welchDegrees([1, 1, 1, 0, 0, 0, 0], [1, 2, 3, 1, 4, 7, 4])).toBeCloseTo(degrees, 13);
});

it("n − 2 where nothing varies, and the group's own where the other doesn't", () => {
  expect(welchDegrees([1, 1, 0, 0, 0], [1, 1, 0, 0, 0])).toBe(3);
  expect(welchDegrees([1, 1, 0, 0, 0], [1, 1, 0, 1, 0])).toBeCloseTo(2, 14);
});
