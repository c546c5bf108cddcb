import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexed, isExactPercent, partOf, percentOf, sumOfPercents } from "../../src/settlement/rates.js";

describe("percentOf", () => {
  it.each([
    // 5,000.01 kr. at 2.5 %: 125.00025 → 125.00
    [500_001, 2.5, 12_500],
    // half an øre is rounded up in size: 0.5 → 1, −0.5 → −1
    [1, 50, 1],
    [-1, 50, -1],
    [3, 50, 2],
    [-3, 50, -2],
    // just below half: 0.4995 → 0
    [999, 0.05, 0],
    // 1.005 % of 100 kr. is 1.005 kr., whose binary neighbor lies below: 100.5 øre → 101
    [10_000, 1.005, 101],
    // 10 billion kr. at 25 % has no rounding at all
    [1_000_000_000_001, 25, 250_000_000_000],
    [0, 25, 0],
  ])("of %d øre, %d percent is %d", (amount, percent, part) => {
    expect(percentOf(amount, percent)).toBe(part);
  });

  it("takes back what was paid", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (amount, steps) => {
          expect(percentOf(-amount, steps / 10_000) + percentOf(amount, steps / 10_000)).toBe(0);
        },
      ),
    );
  });
});

describe("indexed", () => {
  const steps = [
    { from: "2006-01-01", percent: 2.1 },
    { from: "2007-01-01", percent: -1 },
  ];

  it.each([
    ["2005-12-31", 123_456],
    // 123,456 · 1.021 = 126,048.576
    ["2006-01-01", 126_049],
    ["2006-12-31", 126_049],
    // 123,456 · 0.99 = 122,221.44: of the plan's amount, not of the year before
    ["2007-01-01", 122_221],
  ])("on %s the rate is %d", (date, amount) => {
    expect(indexed(123_456, date, steps)).toBe(amount);
  });

  it("leaves the rate where nothing is agreed", () => {
    expect(indexed(123_456, "2020-01-01")).toBe(123_456);
  });
});

describe("partOf", () => {
  const thirds = [{ percent: 33.3333 }, { percent: 33.3333 }, { percent: 33.3334 }];

  it("splits 100 øre into 33, 34 and 33: the running sums are 33.33, 66.67 and 100", () => {
    expect(thirds.map((_, position) => partOf(100, thirds, position))).toEqual([33, 34, 33]);
  });

  it("sums to the amount, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e10 }),
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 9 }),
        (amount, shares) => {
          const rest = 1_000_000 - shares.reduce((sum, share) => sum + share, 0);
          const instalments = [...shares, rest].map((share) => ({ percent: share / 10_000 }));
          const parts = instalments.map((_, position) => partOf(amount, instalments, position));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe("percents", () => {
  it("are summed without the error of binary fractions", () => {
    expect(sumOfPercents([33.3, 33.3, 33.4])).toBe(100);
    expect(sumOfPercents([0.1, 0.2])).toBe(0.3);
  });

  it.each([
    [25, true],
    [33.3333, true],
    [33.333_33, false],
    [Number.NaN, false],
    [Infinity, false],
  ])("%d can be computed with exactly: %s", (percent, exact) => {
    expect(isExactPercent(percent)).toBe(exact);
  });
});
