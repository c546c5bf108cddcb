import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedDifference, welchTest } from "../../src/inference/index.js";
import { agrees, errorOf, plain } from "./support.js";

describe("welchTest", () => {
  it("compares means with their own variances, by hand", () => {
    // v = 2.5/5 and 10/5: SE² = 2.5, degrees 2.5²/(0.5²/4 + 2²/4) = 5.88.
    const { estimate, standardError, test, measure, samples } = welchTest([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]);
    expect([measure, estimate]).toEqual(["mean-difference", -3]);
    expect(standardError).toBeCloseTo(Math.sqrt(2.5), 14);
    expect(test?.statistic).toBeCloseTo(-3 / Math.sqrt(2.5), 14);
    expect(test?.degreesOfFreedom).toBeCloseTo(6.25 / 1.0625, 12);
    expect(samples?.reference).toEqual({
      size: 5,
      mean: 6,
      median: 6,
      standardDeviation: expect.closeTo(Math.sqrt(10), 14),
    });
  });

  it("is what adjustedDifference gives without covariates", () => {
    const [comparator, reference] = [
      [3.5, 1.25, 8, 2.5],
      [1, 0.5, 2.75, 2, 3],
    ];
    const ours = welchTest(comparator, reference);
    const theirs = adjustedDifference(
      {
        treatment: [...comparator.map(() => 1), ...reference.map(() => 0)],
        response: [...comparator, ...reference],
      },
      { method: "difference-in-means" },
    );
    expect(ours.interval.lower).toBeCloseTo(theirs.interval.lower, 11);
    expect(ours.test?.pValue).toBeCloseTo(theirs.test?.pValue ?? NaN, 12);
  });

  it("keeps a small difference of large values", () => {
    expect(welchTest([1e9 + 1, 1e9 + 2, 1e9 + 3], [1e9 + 2, 1e9 + 3, 1e9 + 5]).estimate).toBeCloseTo(
      -4 / 3,
      14,
    );
  });

  it.each([
    ["no-observations", [], [1, 2]],
    ["too-few-values", [1, 2], [1]],
    ["constant-values", [1, 1], [2, 2, 2]],
  ])("is not estimable: %s", (reason, comparator, reference) => {
    const result = welchTest(comparator, reference, { alternative: "less" });
    expect(result).toMatchObject({
      status: "not-estimable",
      reason,
      estimate: null,
      interval: { lower: -Infinity, upper: Infinity, sides: 1 },
    });
    expect(result.test).toBeUndefined();
  });

  it("takes one group that doesn't vary", () => {
    expect(welchTest([1, 1, 1], [2, 3, 4]).test?.degreesOfFreedom).toBeCloseTo(2, 12);
  });

  it.each([
    [
      "impossible-number",
      "comparator[0]",
      [
        [Infinity, 1],
        [1, 2],
      ],
    ],
    [
      "impossible-number",
      "reference[2]",
      [
        [1, 2],
        [1, 2, undefined],
      ],
    ],
    ["impossible-data", "reference", [[1, 2], 3]],
  ] as const)("refuses what is no data: %s at %s", (code, path, [comparator, reference]) => {
    expect(errorOf(() => welchTest(comparator as never, reference as never))).toMatchObject({ code, path });
  });

  it("refuses an option it doesn't have", () => {
    expect(errorOf(() => welchTest([1, 2], [1, 3], { alternatve: "less" } as never)).hint).toBe(
      "Did you mean alternative?",
    );
  });

  it("shows itself in both languages", () => {
    const result = welchTest([1, 2, 3, 4, 5], [2, 4, 6, 8, 10], { alternative: "less" });
    expect(plain(result.toText())).toMatch(
      /^Difference in means: −3\.00 \(one-sided 95% confidence interval −∞ to 0\.\d+\), p = 0\.054/,
    );
    expect(plain(result.toText({ language: "da" }))).toContain("Metode: Welchs t-test.");
    expect(result.toRows()).toHaveLength(1);
  });
});

const sample = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 2, maxLength: 10 });
const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });
const alternative = fc.constantFrom("two-sided" as const, "greater" as const, "less" as const);

describe("a difference in means", () => {
  it("turns with its groups, and moves and stretches with its values", () => {
    fc.assert(
      fc.property(sample, sample, level, (a, b, chosen) => {
        const there = welchTest(a, b, { level: chosen });
        const back = welchTest(b, a, { level: chosen });
        const stretched = welchTest(
          a.map((value) => 8 * value + 2),
          b.map((value) => 8 * value - 3),
          { level: chosen },
        );
        expect([back.reason, stretched.reason]).toEqual([there.reason, there.reason]);
        fc.pre(there.estimate !== null);
        const estimate = there.estimate ?? NaN;
        expect(back.estimate).toBeCloseTo(-estimate, 12);
        expect(back.interval.lower).toBeCloseTo(-there.interval.upper, 9);
        expect(stretched.estimate).toBeCloseTo(8 * estimate + 5, 10);
        expect(stretched.interval.upper).toBeCloseTo(8 * there.interval.upper + 5, 8);
      }),
    );
  });

  it("agrees with its test, and widens with its level", () => {
    fc.assert(
      fc.property(sample, sample, level, level, alternative, (a, b, one, other, chosen) => {
        const at = (wanted: number) => welchTest(a, b, { level: wanted, alternative: chosen });
        const [narrow, wide] = [at(Math.min(one, other)), at(Math.max(one, other))];
        expect(wide.interval.lower).toBeLessThanOrEqual(narrow.interval.lower);
        expect(wide.interval.upper).toBeGreaterThanOrEqual(narrow.interval.upper);
        expect([narrow, wide].every(agrees)).toBe(true);
        const { pValue = 1 } = narrow.test ?? {};
        expect(pValue >= 0 && pValue <= 1).toBe(true);
      }),
    );
  });
});
