// Haenszel, Loveland & Sirken (1962), Journal of the National Cancer Institute 28, 947–1001, reprinted as Table 2.10 of
// Breslow & Day (1987), Statistical Methods in Cancer Research 2: factors by which a ratio of observed to expected is
// multiplied for its exact 95 % limits. Numbers: scipy 1.17.1 gives the same digits, chi2.ppf(0.025, 2 O)/(2 O) and
// chi2.ppf(0.975, 2 O + 2)/(2 O).
import { describe, expect, it } from "vitest";
import { standardizedRatio } from "../../src/inference/index.js";

describe("Haenszel, Loveland & Sirken (1962)", () => {
  it.each([
    [1, 0.0253, 5.57, 4],
    [2, 0.121, 3.61, 3],
    [3, 0.206, 2.92, 3],
    [10, 0.48, 1.84, 3],
  ])("has the factors of %d observed: %d and %d", (observed, lower, upper, digits) => {
    const counts = { observed, expected: observed };
    const { interval } = standardizedRatio(counts, { method: "exact" });
    expect(interval.lower).toBeCloseTo(lower, digits);
    expect(interval.upper).toBeCloseTo(upper, 2);
    // Byar's are near from some few on.
    if (observed < 3) return;
    const byar = standardizedRatio(counts).interval;
    expect(Math.abs(byar.lower - lower)).toBeLessThan(0.01);
    expect(Math.abs(byar.upper - upper)).toBeLessThan(0.01);
  });
});
