import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hodgesLehmann } from "../../src/inference/index.js";
import { normalCdf } from "../../src/numerics/index.js";
import { agrees, errorOf, plain } from "./support.js";

/** 10,000 values from 1 to a number of steps, each about as often. */
function ratings(start: number, steps: number): number[] {
  return Array.from({ length: 10_000 }, (_, i) => 1 + ((i * 7919 + start) % steps));
}

describe("hodgesLehmann", () => {
  it("takes the median of all differences and the exact test's ranks, by hand", () => {
    // Differences 3, 4, 5, 6, 7, 8, 9, 10, 12: of 20 ways to choose three of six one each has U = 0 and U = 9.
    const result = hodgesLehmann([5, 8, 12], [0, 1.5, 2], { level: 0.9 });
    expect(result).toMatchObject({
      measure: "location-shift",
      method: "hodges-lehmann-exact",
      estimate: 6.5,
      interval: { lower: 3, upper: 12, sides: 2 },
      test: { statistic: 9, nullValue: 0 },
    });
    expect(result.test?.pValue).toBeCloseTo(0.1, 14);
  });

  it("excludes nothing where the values are too few for the level, and says so", () => {
    const result = hodgesLehmann([5, 8, 12], [0, 1.5, 2]);
    expect(result).toMatchObject({ estimate: 6.5, interval: { lower: -Infinity, upper: Infinity } });
    expect(result.notices.map(({ code }) => code)).toEqual(["level-out-of-reach"]);
    expect(hodgesLehmann([5, 8, 12], [0, 1.5, 2], { alternative: "greater" }).interval).toMatchObject({
      lower: 3,
      upper: Infinity,
      sides: 1,
    });
  });

  it("takes the normal approximation with ties, by hand", () => {
    const result = hodgesLehmann([2, 2, 3, 3], [1, 1, 2, 3]);
    expect(result.method).toBe("hodges-lehmann-normal");
    // 2 beats both 1 and ties one: 2.5 each; 3 beats three and ties one: 3.5 each.
    expect(result.test?.statistic).toBe(12);
    // Ties: two of 1, three of 2, three of 3: Σ (t³ − t) = 6 + 24 + 24 = 54, of N(N − 1) = 56.
    const deviation = Math.sqrt((16 / 12) * (9 - 54 / 56));
    expect(result.test?.pValue).toBeCloseTo(2 * normalCdf(3.5 / deviation, "upper"), 14);
    // Between the steps only the values of a group are equal: Σ = 12 and 6 of 56, z σ + ½ = 7.1 below 8, the first.
    const between = Math.sqrt((16 / 12) * (9 - 18 / 56));
    expect(Math.ceil(8 - 1.959963984540054 * between - 0.5)).toBe(1);
    expect(result.interval).toMatchObject({ lower: -1, upper: 2 });
    expect(result.notices.map(({ code }) => code)).toEqual(["coarse-ranks", "whole-steps"]);
  });

  it("says what whole steps mean", () => {
    const text = plain(
      hodgesLehmann([1, 2, 3, 3, 5, 5, 5, 4, 4, 4], [2, 3, 3, 4, 4, 5, 5, 1, 1, 1]).toText(),
    );
    expect(text).toContain("There are only 5 distinct values");
  });

  it("takes 10,000 and 10,000 ratings, and as many distinct values, without their pairs", () => {
    expect(hodgesLehmann(ratings(0, 5), ratings(1, 5))).toMatchObject({
      estimate: 0,
      interval: { lower: 0, upper: 0 },
    });
    // Two uniform groups of the numbers to 10,007, one moved by 300.
    const moved = ratings(0, 10_007).map((value) => value + 300);
    expect(hodgesLehmann(moved, ratings(1, 10_007)).estimate).toBeCloseTo(300, -1);
  });

  it.each([
    ["no-observations", [], [1, 2]],
    ["too-few-values", [1, 2], [1]],
    ["constant-values", [1, 1], [2, 2, 2]],
  ])("is not estimable: %s", (reason, comparator, reference) => {
    const result = hodgesLehmann(comparator, reference);
    expect(result).toMatchObject({ status: "not-estimable", reason, interval: { lower: -Infinity } });
    expect(result.test).toBeUndefined();
  });

  it("refuses what is no value", () => {
    expect(errorOf(() => hodgesLehmann([1, 2], [1, NaN]))).toMatchObject({
      code: "impossible-number",
      path: "reference[1]",
      hint: "Leave out whoever has no value, and say how many they are.",
    });
  });

  it("shows itself in both languages", () => {
    const result = hodgesLehmann([5, 8, 12], [0, 1.5, 2], { level: 0.9 });
    expect(plain(result.toText())).toMatch(
      /^Shift \(median of all differences\): 6\.50 \(90% confidence interval 3\.00 to 12\.00\), p = 0\.10/,
    );
    expect(plain(result.toText({ language: "da" }))).toContain("den eksakte Wilcoxon–Mann–Whitney-test");
  });
});

const values = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: -300, max: 300 }).map((each) => each / 8),
  ),
  { minLength: 2, maxLength: 14 },
);
const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });
const alternative = fc.constantFrom("two-sided" as const, "greater" as const, "less" as const);

/** One-sided levels below a half put the limit beyond the estimate, and nobody asks for them. */
const usual = fc.double({ min: 0.5, max: 0.999, noNaN: true });

describe("a shift", () => {
  it("is the median of all differences", () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const { estimate } = hodgesLehmann(a, b);
        const all = a.flatMap((x) => b.map((y) => x - y)).toSorted((x, y) => x - y);
        const [low = NaN, high = NaN] = [all[(all.length - 1) >> 1], all[all.length >> 1]];
        expect(estimate ?? (low + high) / 2).toBe((low + high) / 2);
      }),
    );
  });

  it("turns with its groups, and moves and stretches with its values", () => {
    fc.assert(
      fc.property(values, values, level, (a, b, chosen) => {
        const there = hodgesLehmann(a, b, { level: chosen });
        fc.pre(there.estimate !== null);
        const back = hodgesLehmann(b, a, { level: chosen });
        expect(back.estimate).toBeCloseTo(-(there.estimate ?? NaN), 14);
        expect(back.interval.lower + there.interval.upper || 0).toBe(0);
        expect(back.test?.pValue).toBeCloseTo(there.test?.pValue ?? NaN, 12);
        const moved = hodgesLehmann(
          a.map((value) => 4 * value + 7),
          b.map((value) => 4 * value),
          { level: chosen },
        );
        expect(moved.estimate).toBe(4 * (there.estimate ?? NaN) + 7);
        // A move makes values of the two groups equal, or no longer so, and with that the test another.
        const lower = moved.method === there.method ? 4 * there.interval.lower + 7 : moved.interval.lower;
        expect(moved.interval.lower).toBe(lower);
      }),
    );
  });

  it("has limits that widen with the level, and a test that agrees with them", () => {
    fc.assert(
      fc.property(values, values, usual, usual, alternative, (a, b, one, other, chosen) => {
        const at = (wanted: number) => hodgesLehmann(a, b, { level: wanted, alternative: chosen });
        const [narrow, wide] = [at(Math.min(one, other)), at(Math.max(one, other))];
        const { interval, test, estimate } = narrow;
        expect(wide.interval.lower).toBeLessThanOrEqual(interval.lower);
        expect(wide.interval.upper).toBeGreaterThanOrEqual(interval.upper);
        const { pValue = 1 } = test ?? {};
        expect(pValue >= 0 && pValue <= 1).toBe(true);
        const isAround = interval.lower <= (estimate ?? 0) && (estimate ?? 0) <= interval.upper;
        expect(isAround || chosen !== "two-sided").toBe(true);
        // A limit at 0 leaves the step at 0 out or not; both can be.
        expect(agrees(narrow)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
