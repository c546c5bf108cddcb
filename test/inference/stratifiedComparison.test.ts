import { describe, expect, it } from "vitest";
import { compareProportions, stratifiedComparison, type Stratum } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

const stratum = (x1: number, n1: number, x2: number, n2: number): Stratum => ({
  comparator: { events: x1, total: n1 },
  reference: { events: x2, total: n2 },
});

describe("stratifiedComparison", () => {
  it("weights the strata of its docstring by n₁n₂/N", () => {
    const effect = stratifiedComparison([stratum(4, 10, 2, 12), stratum(8, 20, 9, 25)]);
    const [w1, w2] = [120 / 22, 500 / 45];
    expect(effect.estimate).toBeCloseTo((w1 * (0.4 - 2 / 12) + w2 * (0.4 - 0.36)) / (w1 + w2), 14);
    expect(effect.estimate).toBeCloseTo(0.1037, 4);
    expect(effect).toMatchObject({
      method: "mantel-haenszel",
      interval: { method: "sato", sides: 2 },
      counts: { comparator: { events: 12, total: 30 }, reference: { events: 11, total: 37 } },
      notices: [],
    });
    expect(effect.provenance.options["variance"]).toEqual({ value: "sato", source: "default" });
  });

  it("has Sato's variance by hand for two blocks of two", () => {
    // (1,1;0,1) and (0,1;1,1): d = ½ − ½ = 0; P = ∓1/4, Q = 1/4 + 1/4, Σw = 1, so the variance is ½.
    const effect = stratifiedComparison([stratum(1, 1, 0, 1), stratum(0, 1, 1, 1)]);
    expect(effect.estimate).toBe(0);
    expect(effect.standardError).toBeCloseTo(Math.SQRT1_2, 15);
    expect(effect.interval.upper).toBeCloseTo(1.959963984540054 * Math.SQRT1_2, 14);
  });

  it("doesn't cut the limits of a difference", () => {
    const { interval } = stratifiedComparison([stratum(1, 1, 0, 1), stratum(0, 1, 1, 1)]);
    expect(interval.upper).toBeGreaterThan(1);
    expect(interval.lower).toBeLessThan(-1);
  });

  it("is Wald's, Katz's or Woolf's method where there is one stratum", () => {
    const only = stratum(12, 40, 25, 43);
    const { comparator, reference } = only;
    const pairs = [
      [
        stratifiedComparison([only], { variance: "greenland-robins" }),
        compareProportions(comparator, reference, { method: "wald" }),
      ],
      [
        stratifiedComparison([only], { measure: "risk-ratio" }),
        compareProportions(comparator, reference, { measure: "risk-ratio", method: "katz" }),
      ],
      [
        stratifiedComparison([only], { measure: "odds-ratio" }),
        compareProportions(comparator, reference, { measure: "odds-ratio", method: "woolf" }),
      ],
    ] as const;
    for (const [ours, theirs] of pairs) {
      expect(ours.estimate).toBeCloseTo(theirs.estimate ?? NaN, 13);
      expect(ours.interval.lower).toBeCloseTo(theirs.interval.lower, 13);
      expect(ours.interval.upper).toBeCloseTo(theirs.interval.upper, 13);
      expect(ours.test?.pValue).toBeCloseTo(theirs.test?.pValue ?? NaN, 13);
    }
  });

  it("tests by its own interval's standard error", () => {
    const { estimate, standardError, test } = stratifiedComparison([
      stratum(4, 10, 2, 12),
      stratum(8, 20, 9, 25),
    ]);
    expect(test?.statistic).toBeCloseTo((estimate ?? NaN) / (standardError ?? NaN), 14);
    expect(test).toMatchObject({ alternative: "two-sided", nullValue: 0 });
  });

  it("tests a margin one-sided", () => {
    const effect = stratifiedComparison([stratum(40, 100, 38, 100)], { margin: 0.1 });
    expect(effect.test).toMatchObject({ alternative: "greater", nullValue: -0.1 });
    expect(effect.interval).toMatchObject({ upper: 1, sides: 1 });
  });

  it("gives no weight to a stratum with an empty group, and counts it", () => {
    const full = [stratum(4, 10, 2, 12), stratum(8, 20, 9, 25)];
    const more = stratifiedComparison([
      ...full,
      stratum(3, 5, 0, 0),
      stratum(0, 0, 2, 2),
      stratum(0, 0, 0, 0),
    ]);
    const without = stratifiedComparison(full);
    expect(more.estimate).toBe(without.estimate);
    expect(more.interval).toEqual(without.interval);
    expect(more.counts).toEqual(without.counts);
    expect(more.notices).toEqual([
      { code: "strata-without-weight", severity: "info", strata: 3, observations: 7 },
    ]);
    expect(more.provenance.inputs["strata"]).toBe(5);
  });

  it.each([[[]], [[stratum(3, 5, 0, 0), stratum(0, 0, 2, 2)]]])("can tell nothing from %j", (strata) => {
    const effect = stratifiedComparison(strata);
    expect(effect).toMatchObject({
      status: "not-estimable",
      reason: "no-weight",
      estimate: null,
      interval: { lower: -1, upper: 1 },
    });
    expect(effect).not.toHaveProperty("test");
  });

  it("has no ratio without events, and no odds ratio without variation in any stratum", () => {
    const none = [stratum(0, 5, 0, 4), stratum(0, 3, 0, 3)];
    expect(stratifiedComparison(none, { measure: "risk-ratio" }).reason).toBe("no-events");
    const all = [stratum(5, 5, 4, 4), stratum(0, 3, 0, 3)];
    const effect = stratifiedComparison(all, { measure: "odds-ratio" });
    expect(effect).toMatchObject({ reason: "no-variation", interval: { lower: 0, upper: Infinity } });
  });

  it("excludes nothing where a ratio's sum is 0, and says so", () => {
    const effect = stratifiedComparison([stratum(0, 5, 2, 4), stratum(0, 3, 1, 3)], {
      measure: "odds-ratio",
    });
    expect(effect).toMatchObject({
      estimate: 0,
      interval: { lower: 0, upper: Infinity },
      test: { pValue: 1 },
      notices: [{ code: "zero-cell" }],
    });
  });

  it.each([
    [[stratum(1, 1, 0, 1), stratum(1, 1, 0, 1), stratum(3, 3, 0, 4)], 1],
    [[stratum(0, 3, 0, 4), stratum(0, 2, 0, 2)], 0],
    [[stratum(3, 3, 4, 4), stratum(2, 2, 2, 2)], 0],
  ] as const)("says that %j leave no variance to estimate", (strata, estimate) => {
    const effect = stratifiedComparison(strata);
    expect(effect.estimate).toBe(estimate);
    expect(effect.standardError).toBe(0);
    expect(effect.notices).toEqual([{ code: "zero-variance", severity: "warning" }]);
  });

  it("refuses a variance for a ratio, a method it doesn't have, and strata that aren't", () => {
    const strata = [stratum(4, 10, 2, 12)];
    expect(
      errorOf(() => stratifiedComparison(strata, { measure: "risk-ratio", variance: "sato" })),
    ).toMatchObject({ code: "impossible-option", path: "stratifiedComparison.variance" });
    expect(errorOf(() => stratifiedComparison(strata, { method: "peto" as never }))).toMatchObject({
      path: "stratifiedComparison.method",
    });
    expect(errorOf(() => stratifiedComparison(null as never))).toMatchObject({ code: "impossible-strata" });
    expect(errorOf(() => stratifiedComparison([null as never]))).toMatchObject({
      code: "impossible-strata",
      path: "strata[0]",
    });
    expect(errorOf(() => stratifiedComparison([...strata, stratum(1, 2, 3, 2)]))).toMatchObject({
      code: "impossible-count",
      path: "strata[1].reference.events",
    });
  });
});
