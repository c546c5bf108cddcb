import { describe, expect, it } from "vitest";
import { imbensManskiDeviate, imbensManskiInterval } from "../../../src/inference/kernels/imbensManski.js";
import type { Bounds } from "../../../src/inference/kernels/partlyKnown.js";

const bounds = (width: number, lower: number, upper: number): Bounds => ({
  region: { lower: 0, upper: width },
  errors: { lower, upper },
});

describe("imbensManskiDeviate", () => {
  // R 4.2.2: uniroot(function(c) pnorm(c + d) - pnorm(-c) - level, c(0, 5), tol = 1e-14)
  it.each([
    [0.05, 0.1, 0.95, 1.7697128473565],
    [0.1, 0.1, 0.95, 1.6814774423282],
    [0.2, 0.1, 0.95, 1.6461455482153],
    [0.1, 0.1, 0.9, 1.3387511890594],
    [0.1, 0.1, 0.6, 0.4497689596217],
  ])("of a region of width %d with error %d at %d", (width, error, level, deviate) => {
    expect(imbensManskiDeviate(bounds(width, error, error), level)).toBeCloseTo(deviate, 11);
    // The larger error counts, wherever it is.
    expect(imbensManskiDeviate(bounds(width, error / 2, error), level)).toBeCloseTo(deviate, 11);
    expect(imbensManskiDeviate(bounds(width, error, 0), level)).toBeCloseTo(deviate, 11);
  });

  it("is two-sided for a point, one-sided for a region that is far wider than its error", () => {
    expect(imbensManskiDeviate(bounds(0, 0.1, 0.1), 0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(imbensManskiDeviate(bounds(0, 0, 0), 0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(imbensManskiDeviate(bounds(1, 0.01, 0.01), 0.95)).toBeCloseTo(1.6448536269514722, 14);
    expect(imbensManskiDeviate(bounds(0.5, 0, 0), 0.95)).toBeCloseTo(1.6448536269514722, 14);
    expect(imbensManskiDeviate(bounds(1e-300, 0.1, 0.1), 0.95)).toBeCloseTo(1.959963984540054, 14);
  });

  it("never reaches into the region", () => {
    expect(imbensManskiDeviate(bounds(1, 0.01, 0.01), 0.3)).toBe(0);
    expect(imbensManskiDeviate(bounds(0.001, 0.01, 0.01), 0.3)).toBeGreaterThan(0);
  });
});

describe("imbensManskiInterval", () => {
  it("adds each end's own errors, and is cut at −1 and 1", () => {
    const { lower, upper } = imbensManskiInterval(bounds(1, 0.01, 0.002), 0.95);
    expect(lower).toBeCloseTo(-0.01 * 1.6448536269514722, 15);
    expect(upper).toBe(1);
  });
});
