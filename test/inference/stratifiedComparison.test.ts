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
      notices: [{ code: "zero-cell" }],
    });
    expect(effect).not.toHaveProperty("test");
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

  it("is the method without strata where there is one stratum: Newcombe and Miettinen-Nurminen", () => {
    for (const only of [stratum(12, 40, 25, 43), stratum(0, 12, 3, 9), stratum(0, 7, 0, 5)]) {
      const { comparator, reference } = only;
      for (const options of [
        { method: "newcombe" },
        { method: "miettinen-nurminen" },
        { method: "miettinen-nurminen", measure: "risk-ratio" },
      ] as const) {
        const ours = stratifiedComparison([only], options);
        const theirs = compareProportions(comparator, reference, options);
        expect(ours.status).toBe(theirs.status);
        expect(ours.interval.lower).toBeCloseTo(theirs.interval.lower, 12);
        expect(1 / ours.interval.upper).toBeCloseTo(1 / theirs.interval.upper, 11);
        expect(ours.test?.pValue ?? 1).toBeCloseTo(theirs.test?.pValue ?? 1, 12);
      }
    }
  });

  it("has the Mantel-Haenszel estimate by every method but inverse variance", () => {
    const strata = [stratum(4, 10, 2, 12), stratum(8, 20, 9, 25)];
    const { estimate } = stratifiedComparison(strata);
    for (const method of ["newcombe", "miettinen-nurminen"] as const) {
      expect(stratifiedComparison(strata, { method }).estimate).toBe(estimate);
    }
    expect(
      stratifiedComparison(strata, { method: "miettinen-nurminen", measure: "risk-ratio" }).estimate,
    ).toBe(stratifiedComparison(strata, { measure: "risk-ratio" }).estimate);
  });

  it("weights by inverse variances by hand", () => {
    // d = 0.5 with variance 0.3/10 … of 8/10 against 3/10: (0.16 + 0.21)/10; of 6/20 against 4/20: (0.21 + 0.16)/20.
    const strata = [stratum(8, 10, 3, 10), stratum(6, 20, 4, 20)];
    const [w1, w2] = [1 / 0.037, 1 / 0.0185];
    const effect = stratifiedComparison(strata, { method: "inverse-variance" });
    expect(effect.estimate).toBeCloseTo((0.5 * w1 + 0.1 * w2) / (w1 + w2), 13);
    expect(effect.standardError).toBeCloseTo(1 / Math.sqrt(w1 + w2), 13);
    expect(effect.interval.method).toBe("inverse-variance");
    expect(effect.provenance.options).not.toHaveProperty("variance");
    const [v1, v2] = [1 / 8 + 1 / 2 + 1 / 3 + 1 / 7, 1 / 6 + 1 / 14 + 1 / 4 + 1 / 16];
    const logOdds = (Math.log(28 / 3) / v1 + Math.log(12 / 7) / v2) / (1 / v1 + 1 / v2);
    const odds = stratifiedComparison(strata, { measure: "odds-ratio", method: "inverse-variance" });
    expect(odds.estimate).toBeCloseTo(Math.exp(logOdds), 12);
    expect(odds.standardError).toBeCloseTo(1 / Math.sqrt(1 / v1 + 1 / v2), 13);
  });

  it("adds halves to strata with a zero cell, as metafor 3.8.1 does, and says so", () => {
    // R 4.2.2, metafor 3.8.1: rma(measure="RD", ai=c(0,0,5), n1i=10, ci=c(0,3,6), n2i=12, method="FE")
    const strata = [stratum(0, 10, 0, 12), stratum(0, 10, 3, 12), stratum(5, 10, 6, 12)];
    const effect = stratifiedComparison(strata, { method: "inverse-variance" });
    expect(effect.estimate).toBeCloseTo(-0.0483, 4);
    expect(effect.standardError).toBeCloseTo(0.0672, 4);
    expect(effect.test?.pValue).toBeCloseTo(0.4722, 4);
    expect(effect.notices).toEqual([{ code: "halves-added", severity: "caution", strata: 2 }]);
  });

  it("opens a one-sided interval towards its alternative", () => {
    const strata = [stratum(40, 100, 38, 100), stratum(12, 30, 9, 31)];
    for (const method of ["mantel-haenszel", "newcombe", "miettinen-nurminen", "inverse-variance"] as const) {
      const wide = stratifiedComparison(strata, { method, level: 0.9 });
      const greater = stratifiedComparison(strata, { method, alternative: "greater" });
      const less = stratifiedComparison(strata, { method, alternative: "less" });
      expect(greater.interval).toMatchObject({ upper: 1, sides: 1 });
      expect(less.interval).toMatchObject({ lower: -1, sides: 1 });
      expect(greater.interval.lower).toBeCloseTo(wide.interval.lower, 12);
      expect(less.interval.upper).toBeCloseTo(wide.interval.upper, 12);
      expect((greater.test?.pValue ?? 0) + (less.test?.pValue ?? 0)).toBeCloseTo(1, 12);
    }
  });

  it("keeps score and Newcombe limits within the parameter space in tiny strata", () => {
    const pairs = [stratum(1, 1, 0, 1), stratum(0, 1, 1, 1), stratum(1, 1, 1, 1), stratum(0, 1, 0, 1)];
    for (const method of ["newcombe", "miettinen-nurminen"] as const) {
      const { lower, upper } = stratifiedComparison(pairs, { method }).interval;
      expect(lower).toBeGreaterThanOrEqual(-1);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeCloseTo(-upper, 12);
    }
  });

  it("has the limit of all strata together where no one has the event in any of several like strata", () => {
    const none = Array.from({ length: 5 }, () => stratum(0, 20, 0, 20));
    const together = compareProportions({ events: 0, total: 100 }, { events: 0, total: 100 });
    const effect = stratifiedComparison(none, { method: "newcombe" });
    expect(effect.interval.upper).toBeCloseTo(together.interval.upper, 12);
  });

  it("refuses a method that the measure doesn't have", () => {
    const strata = [stratum(4, 10, 2, 12)];
    for (const [measure, method] of [
      ["risk-ratio", "newcombe"],
      ["odds-ratio", "newcombe"],
      ["odds-ratio", "miettinen-nurminen"],
    ] as const) {
      const error = errorOf(() => stratifiedComparison(strata, { measure, method }));
      expect(error).toMatchObject({ code: "impossible-option", path: "stratifiedComparison.method" });
      expect(error.expected).toContain("mantel-haenszel, ");
    }
    expect(
      errorOf(() => stratifiedComparison(strata, { method: "newcombe", variance: "sato" })),
    ).toMatchObject({ path: "stratifiedComparison.variance" });
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
