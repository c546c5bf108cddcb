import { describe, expect, it } from "vitest";
import {
  incompleteBeta,
  logBetaLeading,
  logBetaPower,
  logIncompleteBeta,
} from "../../src/numerics/incompleteBeta.js";
import { logBeta } from "../../src/numerics/index.js";
import { EPSILON } from "./support/index.js";

const at = (x: number, a: number, b: number) => [x, 1 - x, a, b, a - (a + b) * x] as const;

/** Points at which the method changes: of the side, the small shape, the expansion and its reach. */
const seams = [
  ["the side of the mean", 0.4, 3, 5, 1e-9],
  ["the side for small shapes", 0.42, 0.3, 0.8, 1e-9],
  // 0.03 · 3000 = deviance of x from 3000/8000 for x = 0.304638 and 0.449086
  ["the expansion's reach below", 0.304638, 3000, 5000, 0.002],
  ["the expansion's reach above", 0.449086, 3000, 5000, 0.002],
] as const;

describe("incompleteBeta", () => {
  it.each(seams)("is smooth across %s", (_, x, a, b, dx) => {
    for (const tail of ["lower", "upper"] as const) {
      const [before, middle, after] = [-1, 0, 1].map((side) =>
        logIncompleteBeta(...at(x + side * dx, a, b), tail),
      ) as [number, number, number];
      const bend = Math.abs(before - 2 * middle + after);
      expect(bend).toBeLessThan(0.02 * Math.abs(after - before) + 1e-10 * Math.abs(middle) + 1e-13);
    }
  });

  it("is the exponential of its logarithm", () => {
    for (const point of [at(0.2, 0.4, 7), at(0.3, 2, 3), at(0.51, 2100, 2050)]) {
      for (const tail of ["lower", "upper"] as const) {
        expect(Math.exp(logIncompleteBeta(...point, tail))).toBeNear(
          incompleteBeta(...point, tail),
          4 * EPSILON,
        );
      }
    }
  });
});

describe("logBetaPower", () => {
  it("is ln xᵃ yᵇ/B(a, b)", () => {
    for (const [x, a, b] of [
      [0.2, 0.4, 7],
      [0.3, 2, 3],
      [0.7, 40.5, 0.5],
    ] as const) {
      expect(logBetaPower(...at(x, a, b))).toBeNear(
        a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b),
        200 * EPSILON,
      );
    }
  });
});

describe("logBetaLeading", () => {
  it("is ln Iₓ for x → 0, from ln x alone", () => {
    expect(logBetaLeading(Math.log(1e-200), 2, 3)).toBeNear(
      logIncompleteBeta(...at(1e-200, 2, 3), "lower"),
      4 * EPSILON,
    );
    expect(logBetaLeading(-1e5, 2, 3)).toBeNear(-2e5 + Math.log(6), EPSILON);
  });
});
