import * as fc from "fast-check";
import { expect, it } from "vitest";
import { discreteQuantile } from "../../src/numerics/discreteQuantile.js";

/** A uniform distribution on 0 … n, whose answers are plain arithmetic: P(X ≤ x) = (x + 1)/(n + 1). */
const uniform = (n: number, tail: "lower" | "upper") => (x: number) =>
  tail === "lower" ? Math.min((x + 1) / (n + 1), 1) : Math.max((n - x) / (n + 1), 0);

it("finds the same count from any start, in few steps", () => {
  const count = fc.integer({ min: 0, max: 1e6 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: -1e7, max: 1e7 }), (n, part, start) => {
      const target = part % (n + 1);
      let calls = 0;
      const cdf = (x: number): number => {
        calls += 1;
        return uniform(n, "lower")(x);
      };
      expect(discreteQuantile(cdf, (target + 1) / (n + 1), "lower", start, n)).toBe(target);
      expect(discreteQuantile(uniform(n, "upper"), (n - target) / (n + 1), "upper", start, n)).toBe(target);
      expect(calls).toBeLessThan(50);
    }),
  );
});

it("takes equality but for rounding as reached, and a visible difference not", () => {
  const cdf = uniform(9, "lower");
  expect(discreteQuantile(cdf, 0.3 + 1e-16, "lower", 5, 9)).toBe(2);
  expect(discreteQuantile(cdf, 0.3 + 1e-13, "lower", 5, 9)).toBe(3);
});

it("stays between 0 and the most", () => {
  expect(discreteQuantile(() => 1, 0.5, "lower", 3, 9)).toBe(0);
  expect(discreteQuantile(() => 0, 0.5, "lower", 3, 9)).toBe(9);
});
