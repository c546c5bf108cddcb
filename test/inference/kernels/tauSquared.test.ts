import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileLimits, TAU_SQUARED } from "../../../src/inference/kernels/tauSquared.js";
import { weigh, type Studies } from "../../../src/inference/kernels/weighing.js";
import { chiSquaredCdf } from "../../../src/numerics/index.js";

const columns = (rows: readonly (readonly [estimate: number, variance: number])[]): Studies => ({
  estimates: Float64Array.from(rows, ([estimate]) => estimate),
  variances: Float64Array.from(rows, ([, variance]) => variance),
});

const anyStudies = fc
  .array(
    fc.tuple(
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.double({ min: -9, max: 3, noNaN: true }).map((power) => 10 ** power),
    ),
    { minLength: 2, maxLength: 10 },
  )
  .map(columns);

describe("the variance of true values", () => {
  it("is 1/w-weighted as by hand", () => {
    // Weights 1 and 1/3: mean 3/4·0 + 1/4·4 = 1; Q = 1 + 9/3 = 4; Σw² terms 1 + 9/9 = 2; 4/3 − (10/9)/(4/3) = 1/2.
    const found = weigh(
      columns([
        [0, 1],
        [4, 3],
      ]),
      0,
    );
    for (const [name, value] of Object.entries({ total: 4 / 3, mean: 1, q: 4, squares: 2, spare: 0.5 })) {
      expect(found[name as keyof typeof found]).toBeCloseTo(value, 14);
    }
    // DerSimonian and Laird: (4 − 1)/(1/2). Of two, Q(τ²) = 16/(4 + 2τ²) is 1 at τ² = 6 too.
    const two = columns([
      [0, 1],
      [4, 3],
    ]);
    expect(TAU_SQUARED["dersimonian-laird"](two)).toBeCloseTo(6, 13);
    expect(TAU_SQUARED["paule-mandel"](two)).toBeCloseTo(6, 13);
    expect(TAU_SQUARED.reml(two)).toBeCloseTo(6, 13);
  });

  it("solves its equations to 1e-12, or is 0 where they say so", () => {
    fc.assert(
      fc.property(anyStudies, (studies) => {
        const k = studies.estimates.length;
        const moments = TAU_SQUARED["paule-mandel"](studies);
        const excess = weigh(studies, moments).q / (k - 1) - 1;
        expect(moments === 0 ? excess <= 0 : Math.abs(excess) < 1e-11).toBe(true);
        const restricted = TAU_SQUARED.reml(studies);
        const { squares, spare } = weigh(studies, restricted);
        // Where variances differ by twelve powers of ten the score has lost some digits at its root.
        expect(restricted === 0 || Math.abs(squares / spare - 1) < 1e-9).toBe(true);
        expect(TAU_SQUARED["dersimonian-laird"](studies)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  it("lies between limits at which Q is a quantile", () => {
    fc.assert(
      fc.property(anyStudies, fc.constantFrom(0.8, 0.95, 0.999), (studies, level) => {
        const k = studies.estimates.length;
        const { lower, upper } = profileLimits(studies, level);
        const tail = (1 - level) / 2;
        const moments = TAU_SQUARED["paule-mandel"](studies);
        expect(lower).toBeLessThanOrEqual(upper);
        // Q = k − 1 lies between the quantiles for all k.
        expect(moments).toBeLessThanOrEqual(upper);
        expect(lower).toBeLessThanOrEqual(moments);
        const isQuantile = (tauSquared: number, side: "lower" | "upper"): boolean =>
          Math.abs(chiSquaredCdf(weigh(studies, tauSquared).q, k - 1, side) - tail) < 1e-9;
        expect(upper === 0 || isQuantile(upper, "lower")).toBe(true);
        expect(lower === 0 || isQuantile(lower, "upper")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
