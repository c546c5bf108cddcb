import { describe, expect, it } from "vitest";
import { incompleteGamma, logGammaPower, logIncompleteGamma } from "../../src/numerics/incompleteGamma.js";
import { logGamma } from "../../src/numerics/index.js";
import { EPSILON } from "./support/index.js";

/** Pairs just inside and outside each change of method must meet: of the side, the small shape, the expansion. */
const seams = [
  ["the side of the mean", 3.5, 4.5, 0, 1e-12],
  ["the small shape", 1, 1.5, 1e-12, 0],
  ["the side for small shapes", 0.3, 1.3, 0, 1e-12],
  ["the expansion's shape, below the mean", 2000, 1950, 1e-9, 0],
  ["the expansion's shape, above the mean", 2000, 2070, 1e-9, 0],
  // 0.03 a = a(x/a − 1 − ln(x/a)) at x/a = 1.26534 and 0.77463
  ["the expansion's reach above", 1e4, 12653.4, 0, 40],
  ["the expansion's reach below", 1e4, 7746.3, 0, 40],
] as const;

describe("incompleteGamma", () => {
  it.each(seams)("is smooth across %s", (_, a, x, da, dx) => {
    for (const tail of ["lower", "upper"] as const) {
      const [before, at, after] = [-1, 0, 1].map((side) =>
        logIncompleteGamma(x + side * dx, a + side * da, tail),
      ) as [number, number, number];
      // Second differences of a smooth logarithm are small against first ones.
      const bend = Math.abs(before - 2 * at + after);
      const slope = Math.abs(after - before);
      expect(bend).toBeLessThan(0.02 * slope + 1e-10 * Math.abs(at) + 1e-13);
    }
  });

  it("is the exponential of its logarithm", () => {
    for (const [x, a] of [
      [0.2, 0.4],
      [3, 2],
      [2100, 2050],
    ] as const) {
      for (const tail of ["lower", "upper"] as const) {
        expect(Math.exp(logIncompleteGamma(x, a, tail))).toBeNear(incompleteGamma(x, a, tail), 4 * EPSILON);
      }
    }
  });
});

describe("logGammaPower", () => {
  it("is ln xᵃ e⁻ˣ/Γ(a)", () => {
    for (const [x, a] of [
      [0.2, 0.4],
      [3, 2],
      [40, 55.5],
    ] as const) {
      expect(logGammaPower(x, a)).toBeNear(a * Math.log(x) - x - logGamma(a), 200 * EPSILON);
    }
  });
});
