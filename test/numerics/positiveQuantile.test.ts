import { describe, expect, it } from "vitest";
import { positiveQuantile, type LogTail } from "../../src/numerics/positiveQuantile.js";
import { EPSILON } from "./support/index.js";

/** Weibull's distribution: ln P(X > x) = −xᵏ, and the quantile is (−ln p)^(1/k). */
function weibull(k: number): LogTail & { calls: () => number } {
  let calls = 0;
  return {
    tail: "upper",
    logTail: (x) => {
      calls += 1;
      return -(x ** k);
    },
    logSlope: (x) => Math.log(k) + k * Math.log(x) - x ** k,
    bend: (x) => k - k * x ** k,
    calls: () => calls,
  };
}

describe("positiveQuantile", () => {
  it("finds the quantile from far and wrong starts", () => {
    for (const k of [0.05, 1, 7]) {
      for (const p of [1e-300, 1e-5, 0.5]) {
        for (const start of [1e-200, 0.1, 3, 1e100, Number.NaN]) {
          const law = weibull(k);
          const expected = (-Math.log(p)) ** (1 / k);
          expect(positiveQuantile(law, p, start, Infinity)).toBeNear(
            expected,
            (20 * EPSILON) / Math.min(k, 1),
          );
          expect(law.calls()).toBeLessThan(100);
        }
      }
    }
  });

  it("gives 0 and the most where the quantile lies beyond", () => {
    // (−ln ½)^1000 = 7e-160 exists, (…)^10000 doesn't; nor does 690^10000
    expect(positiveQuantile(weibull(1e-4), 0.5, 1, Infinity)).toBe(0);
    expect(positiveQuantile(weibull(1e-4), 1e-300, 1, Infinity)).toBe(Infinity);
    expect(positiveQuantile(weibull(1), 1e-5, 0.1, 2)).toBe(2);
  });
});
