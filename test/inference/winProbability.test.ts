import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { winProbability } from "../../src/inference/index.js";
import { agrees, errorOf, plain } from "./support.js";

describe("winProbability", () => {
  it("counts the pairs that are won, ties half, by hand", () => {
    // Against 2, 3, 3, 4, 4: 3 wins 1 and ties 2, each 4 wins 3 and ties 2, each 5 wins 5: 17 won, 6 tied.
    const { estimate, measure } = winProbability([3, 4, 4, 5, 5], [2, 3, 3, 4, 4]);
    expect([measure, estimate]).toEqual(["win-probability", 20 / 25]);
  });

  it("adds half a value below and half above to each group, by hand", () => {
    // Of {1, 1} and {1, 1}: below 1 is a share 0.5/3 of the other group, so that a 1 is placed at 1/2, and what was
    // added at 1/12 and 11/12; the variance of each group is 2 · 0.5 (5/12)²/2, over 3.
    const { estimate, standardError, interval, test } = winProbability([1, 1], [1, 1]);
    expect([estimate, test?.pValue]).toEqual([0.5, 1]);
    expect(standardError).toBeCloseTo(Math.sqrt((2 * (5 / 12) ** 2) / 2 / 3), 14);
    expect([interval.lower, interval.upper]).toEqual([0, 1]);
  });

  it("gives groups that are separated an interval of some width, up to the estimate", () => {
    for (const size of [5, 10, 100]) {
      const [low, high] = [
        Array.from({ length: size }, (_, i) => i),
        Array.from({ length: size }, (_, i) => size + i),
      ];
      const { estimate, interval, test } = winProbability(high, low);
      expect([estimate, interval.upper]).toEqual([1, 1]);
      expect(interval.lower).toBeLessThan(1 - 1 / (8 * size));
      expect(interval.lower).toBeGreaterThan(0.5);
      expect(test?.pValue).toBeLessThan(0.05);
    }
  });

  it("counts a typed array too, and only the order of values", () => {
    const plainly = winProbability([1, 2, 2, 5], [1, 3, 3]);
    const stretched = winProbability(Float64Array.of(1, 2.5, 2.5, 1e9), new Int8Array([1, 3, 3]));
    expect(stretched.interval).toEqual(plainly.interval);
  });

  it.each([
    ["no-observations", [1, 2], []],
    ["too-few-values", [1], [1, 2]],
  ])("is not estimable: %s", (reason, comparator, reference) => {
    expect(winProbability(comparator, reference)).toMatchObject({
      status: "not-estimable",
      reason,
      estimate: null,
      interval: { lower: 0, upper: 1 },
    });
  });

  it("refuses what is no rating", () => {
    expect(errorOf(() => winProbability([4, "5"] as never, [3, 4]))).toMatchObject({
      code: "impossible-number",
      path: "comparator[1]",
      received: "5",
    });
  });

  it("shows itself in both languages", () => {
    const result = winProbability([3, 4, 4, 5, 5], [2, 3, 3, 4, 4]);
    expect(plain(result.toText())).toMatch(
      /^Probability that the comparator has the higher value \(ties half\): 80\.0% \(95% confidence interval \d+\.\d% to \d+\.\d%\), p = /,
    );
    expect(plain(result.toText({ language: "da" }))).toContain(
      "Brunner–Munzel med én værdi lagt til hver gruppe",
    );
  });
});

const rating = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 25 });
const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });
const alternative = fc.constantFrom("two-sided" as const, "greater" as const, "less" as const);

/** In the same order, at other distances. */
function bent(values: readonly number[]): number[] {
  return values.map((value) => -1 / value ** 3);
}

describe("a win probability", () => {
  it("is the rest of 1 with the groups swapped, its interval too", () => {
    fc.assert(
      fc.property(rating, rating, level, (a, b, chosen) => {
        const there = winProbability(a, b, { level: chosen });
        const back = winProbability(b, a, { level: chosen });
        expect(back.estimate).toBeCloseTo(1 - (there.estimate ?? NaN), 14);
        expect(back.interval.lower).toBeCloseTo(1 - there.interval.upper, 12);
        expect(back.interval.upper).toBeCloseTo(1 - there.interval.lower, 12);
        expect(back.test?.pValue).toBeCloseTo(there.test?.pValue ?? NaN, 11);
      }),
    );
  });

  it("is the same of any values in the same order", () => {
    fc.assert(
      fc.property(rating, rating, (a, b) => {
        expect(winProbability(bent(a), bent(b)).interval).toEqual(winProbability(a, b).interval);
      }),
    );
  });

  it("lies within its interval, which agrees with its test and widens with its level", () => {
    fc.assert(
      fc.property(rating, rating, level, level, alternative, (a, b, one, other, chosen) => {
        const at = (wanted: number) => winProbability(a, b, { level: wanted, alternative: chosen });
        const [narrow, wide] = [at(Math.min(one, other)), at(Math.max(one, other))];
        const { estimate, interval, test } = narrow;
        const { lower, upper } = interval;
        expect(0 <= lower && upper <= 1).toBe(true);
        expect(wide.interval.lower).toBeLessThanOrEqual(lower);
        expect(wide.interval.upper).toBeGreaterThanOrEqual(upper);
        const isAround = lower <= (estimate ?? NaN) && (estimate ?? NaN) <= upper;
        expect(isAround || (chosen !== "two-sided" && interval.level < 0.5)).toBe(true);
        expect(test?.pValue).toBeLessThanOrEqual(1);
        expect([narrow, wide].every(agrees)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
