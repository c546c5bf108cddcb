import { describe, expect, it } from "vitest";
import { restrictedMean } from "../../src/inference/index.js";
import { errorOf, plain } from "./support.js";

// a fails at 2 and 4, b at 3, and one of b is followed to 5 without an event.
const four = { time: [2, 4, 3, 5], event: [1, 1, 1, 0], group: ["a", "a", "b", "b"] };

describe("restrictedMean", () => {
  it("subtracts areas under the curves, by hand", () => {
    const difference = restrictedMean(four, { until: 4, reference: "a" });
    // a: 2 + 2 · 1/2; b: 3 + 1 · 1/2. Variances (∫ from 2)² · 1/(2·1) = 1/2 and (1/2)² · 1/2 = 1/8.
    expect(difference.means).toEqual({
      b: { mean: 3.5, standardError: expect.closeTo(Math.sqrt(1 / 8), 15) },
      a: { mean: 3, standardError: expect.closeTo(Math.sqrt(1 / 2), 15) },
    });
    expect(difference).toMatchObject({ estimate: 0.5, measure: "restricted-mean-difference", until: 4 });
    expect(difference.standardError).toBeCloseTo(Math.sqrt(5 / 8), 15);
    expect(difference.counts).toEqual({ b: { events: 1, total: 2 }, a: { events: 2, total: 2 } });
    expect(difference.test?.statistic).toBeCloseTo(0.5 / Math.sqrt(5 / 8), 14);
  });

  it("turns its sign with the reference", () => {
    const there = restrictedMean(four, { until: 4, reference: "a" });
    const back = restrictedMean(four, { until: 4, reference: "b" });
    expect(back.estimate).toBe(-(there.estimate ?? NaN));
    expect(back.interval.lower).toBe(-there.interval.upper);
    expect(back.test?.pValue).toBe(there.test?.pValue);
  });

  it("keeps its limits within what a difference can be", () => {
    const { interval } = restrictedMean(four, { until: 1, reference: "a", level: 0.999 });
    expect([interval.lower, interval.upper]).toEqual([0, 0]);
    const wide = restrictedMean(four, { until: 4, reference: "a", level: 1 - 1e-12 }).interval;
    expect([wide.lower, wide.upper]).toEqual([-4, 4]);
  });

  it("says so where nothing varies", () => {
    const { notices, test } = restrictedMean(four, { until: 1, reference: "a" });
    expect(notices.map(({ code }) => code)).toEqual(["zero-variance", "few-events"]);
    expect(test?.pValue).toBe(1);
  });

  it("goes no further than people were followed, unless all have had the event", () => {
    expect(errorOf(() => restrictedMean(four, { until: 5.01, reference: "a" }))).toMatchObject({
      code: "impossible-option",
      path: "restrictedMean.until",
      expected: "at most 5, the last follow-up of b",
    });
    // a is known to the end: no one of them is left after 4.
    expect(restrictedMean(four, { until: 5, reference: "a" }).means["a"]?.mean).toBe(3);
    // A last event beside a last censoring leaves something unknown.
    const tied = { time: [2, 4, 4, 9], event: [1, 1, 0, 0], group: ["a", "a", "a", "b"] };
    expect(errorOf(() => restrictedMean(tied, { until: 5, reference: "b" })).expected).toContain("at most 4");
  });

  it("asks for its horizon and its reference, and for two groups", () => {
    const refusal = (options: object, data: object = four): unknown =>
      errorOf(() => restrictedMean(data as typeof four, options as never));
    expect(refusal({ reference: "a" })).toMatchObject({
      code: "missing-option",
      path: "restrictedMean.until",
    });
    expect(refusal({ until: 4 })).toMatchObject({ code: "missing-option", path: "restrictedMean.reference" });
    expect(refusal({ until: 0, reference: "a" })).toMatchObject({ code: "impossible-option" });
    expect(refusal({ until: 4, reference: "c" })).toMatchObject({
      code: "impossible-option",
      expected: "one of the groups, a, b",
    });
    expect(refusal({ until: 4, reference: "a" }, { ...four, group: ["a", "b", "c", "c"] })).toMatchObject({
      code: "impossible-groups",
    });
    expect(refusal({ until: 4, reference: "a" }, { ...four, group: ["a", "a", "a", "a"] })).toMatchObject({
      code: "impossible-groups",
    });
  });

  it("takes a number for the name of a group", () => {
    const coded = { ...four, group: [0, 0, 1, 1] };
    expect(restrictedMean(coded, { until: 4, reference: 0 }).estimate).toBe(0.5);
  });

  it("shows itself with both means, in both languages", () => {
    const difference = restrictedMean(four, { until: 4, reference: "a" });
    expect(plain(difference.toText())).toContain(
      "Difference in restricted mean time: 0.50 (95% confidence interval −1.05 to 2.05), p = 0.527\n\nMean time up to 4.00: b 3.50, a 3.00.",
    );
    expect(plain(difference.toText({ language: "da" }))).toContain("Middeltid indtil 4,00: b 3,50, a 3,00.");
    expect(difference.toRows()).toMatchObject([{ measure: "restricted-mean-difference", estimate: 0.5 }]);
  });
});
