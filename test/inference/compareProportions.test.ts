import { describe, expect, it } from "vitest";
import {
  compareProportions,
  type ComparisonMethod,
  type ComparisonOptions,
  type Count,
} from "../../src/inference/index.js";
import { errorOf } from "./support.js";

const supplier: Count = { events: 207, total: 600 };
const municipal: Count = { events: 86, total: 299 };

const DIFFERENCES: readonly ComparisonMethod[] = [
  "newcombe",
  "newcombe-cc",
  "miettinen-nurminen",
  "mee",
  "agresti-caffo",
  "wald",
];

describe("compareProportions", () => {
  it("gives the risk difference with Newcombe's interval by default, as its docstring says", () => {
    const effect = compareProportions(supplier, municipal);
    expect(effect).toMatchObject({ kind: "estimate", measure: "risk-difference", method: "newcombe" });
    expect(effect.estimate).toBeCloseTo(207 / 600 - 86 / 299, 15);
    expect(effect.interval.lower).toBeCloseTo(-0.0078, 4);
    expect(effect.interval.upper).toBeCloseTo(0.1194, 4);
    expect(effect.provenance).toMatchObject({
      operation: "compareProportions",
      options: {
        measure: { value: "risk-difference", source: "default" },
        method: { value: "newcombe", source: "default" },
        alternative: { value: "two-sided", source: "default" },
      },
      inputs: { comparator: supplier, reference: municipal },
    });
  });

  it("takes the first method of a ratio by default", () => {
    for (const measure of ["risk-ratio", "odds-ratio"] as const) {
      expect(compareProportions(supplier, municipal, { measure }).method).toBe("miettinen-nurminen");
    }
  });

  it("tests by Wald what Wald's interval says: (0.8 − 0.5)/√(0.16/10 + 0.25/10)", () => {
    const effect = compareProportions({ events: 8, total: 10 }, { events: 5, total: 10 }, { method: "wald" });
    expect(effect.standardError).toBeCloseTo(Math.sqrt(0.041), 15);
    expect(effect.test?.statistic).toBeCloseTo(0.3 / Math.sqrt(0.041), 14);
    expect(effect.test).toMatchObject({ alternative: "two-sided", nullValue: 0 });
  });

  it("agrees at the null with Pearson's test less 1/N: Miettinen-Nurminen of all three measures", () => {
    // χ² = 10/3 for 8/10 against 4/10, by 20(8·6 − 2·4)²/(10·10·12·8); times 19/20 it is 19/6.
    for (const measure of ["risk-difference", "risk-ratio", "odds-ratio"] as const) {
      const { test } = compareProportions(
        { events: 8, total: 10 },
        { events: 4, total: 10 },
        { measure, method: "miettinen-nurminen" },
      );
      expect(test?.statistic).toBeCloseTo(Math.sqrt(19 / 6), 13);
    }
  });

  it("opens a one-sided interval towards its alternative, with all of 1 − level on one side", () => {
    const wide = compareProportions(supplier, municipal, { level: 0.9 });
    const greater = compareProportions(supplier, municipal, { level: 0.95, alternative: "greater" });
    const less = compareProportions(supplier, municipal, { level: 0.95, alternative: "less" });
    expect(greater.interval).toMatchObject({ upper: 1, sides: 1 });
    expect(less.interval).toMatchObject({ lower: -1, sides: 1 });
    expect(greater.interval.lower).toBeCloseTo(wide.interval.lower, 13);
    expect(less.interval.upper).toBeCloseTo(wide.interval.upper, 13);
    expect((greater.test?.pValue ?? 0) + (less.test?.pValue ?? 0)).toBeCloseTo(1, 14);
    const ratio = compareProportions(supplier, municipal, { measure: "risk-ratio", alternative: "less" });
    expect(ratio.interval.lower).toBe(0);
  });

  it("tests a margin one-sided: comparator − reference ≤ −margin", () => {
    const effect = compareProportions(supplier, municipal, { margin: 0.05 });
    expect(effect.test).toMatchObject({ alternative: "greater", nullValue: -0.05 });
    expect(effect.interval.sides).toBe(1);
    expect(effect.provenance.options["alternative"]).toEqual({ value: "greater", source: "derived" });
    expect(effect.test?.pValue).toBeLessThan(0.001);
  });

  it.each(DIFFERENCES)("meets the margin with the interval whose level is 1 − p: %s", (method) => {
    const { test } = compareProportions(supplier, municipal, { method, margin: 0.02 });
    const level = 1 - (test?.pValue ?? NaN);
    const { interval } = compareProportions(supplier, municipal, { method, level, alternative: "greater" });
    expect(interval.lower).toBeCloseTo(-0.02, 12);
  });

  it("has an infinite ratio where only the reference is without events", () => {
    const options = { measure: "risk-ratio", method: "koopman" } as const;
    const effect = compareProportions({ events: 1, total: 1 }, { events: 0, total: 1 }, options);
    expect(effect).toMatchObject({ status: "estimated", estimate: Infinity, interval: { upper: Infinity } });
    expect(effect.interval.lower).toBeGreaterThan(0);
    expect(effect.toJSON()).toMatchObject({ estimate: "Infinity" });
    expect(effect.toText()).toContain("∞");
  });

  it.each([
    ["risk-ratio", "katz", { events: 0, total: 10 }, { events: 3, total: 10 }, 0],
    ["odds-ratio", "woolf", { events: 10, total: 10 }, { events: 3, total: 10 }, Infinity],
  ] as const)(
    "excludes nothing by %s %s with a zero cell, and says so",
    (measure, method, a, b, estimate) => {
      const effect = compareProportions(a, b, { measure, method });
      expect(effect).toMatchObject({
        status: "estimated",
        estimate,
        interval: { lower: 0, upper: Infinity },
        notices: [{ code: "zero-cell", severity: "caution" }],
      });
      expect(effect).not.toHaveProperty("test");
      expect(effect.toRows()).toMatchObject([{ statistic: null, pValue: null, alternative: null }]);
      expect(effect).not.toHaveProperty("standardError");
    },
  );

  it("shows no p-value where a zero cell leaves it none, and what to take instead", () => {
    const katz = { measure: "risk-ratio", method: "katz" } as const;
    const [none, many] = [
      { events: 0, total: 500 },
      { events: 200, total: 500 },
    ];
    const effect = compareProportions(none, many, katz);
    expect(effect.toText()).toContain("Risk ratio: 0.00 (95% confidence interval 0.00 to ∞)\n");
    expect(effect.toText()).toContain("Take Miettinen–Nurminen’s method or an exact test.");
    expect(effect.toText({ language: "da" })).not.toContain("p >");
    const score = compareProportions(none, many, { measure: "risk-ratio" });
    expect(score.test?.pValue).toBeLessThan(1e-20);
  });

  it("says that a difference without estimated variance has no width", () => {
    const effect = compareProportions({ events: 5, total: 5 }, { events: 0, total: 4 }, { method: "wald" });
    expect(effect.interval).toMatchObject({ lower: 1, upper: 1 });
    expect(effect.test).toMatchObject({ statistic: Infinity, pValue: 0 });
    expect(effect.notices).toEqual([{ code: "zero-variance", severity: "warning" }]);
  });

  it.each([
    ["risk-difference", { events: 0, total: 0 }, { events: 1, total: 2 }, "no-observations", -1, 1],
    ["odds-ratio", { events: 1, total: 2 }, { events: 0, total: 0 }, "no-observations", 0, Infinity],
    ["risk-ratio", { events: 0, total: 9 }, { events: 0, total: 7 }, "no-events", 0, Infinity],
    ["odds-ratio", { events: 9, total: 9 }, { events: 7, total: 7 }, "no-variation", 0, Infinity],
    ["odds-ratio", { events: 0, total: 9 }, { events: 0, total: 7 }, "no-variation", 0, Infinity],
  ] as const)("has no %s of %j and %j: %s", (measure, a, b, reason, lower, upper) => {
    const effect = compareProportions(a, b, { measure });
    expect(effect).toMatchObject({
      status: "not-estimable",
      reason,
      estimate: null,
      interval: { lower, upper },
      notices: [{ code: "not-estimable", reason }],
    });
    expect(effect).not.toHaveProperty("test");
    expect(effect.toRows()).toMatchObject([{ estimate: null, pValue: null, status: "not-estimable" }]);
  });

  it("has a risk ratio of 1 where everyone in both groups has the event", () => {
    const all = { measure: "risk-ratio" } as const;
    const effect = compareProportions({ events: 5, total: 5 }, { events: 7, total: 7 }, all);
    expect(effect).toMatchObject({ estimate: 1, test: { pValue: 1 } });
  });

  it("refuses what contradicts itself, naming the option", () => {
    const code = "impossible-option";
    expect(refused({ method: "katz" })).toMatchObject({
      code,
      path: "compareProportions.method",
      received: "katz",
    });
    expect(refused({ measure: "risk-ratio", margin: 0.1 })).toMatchObject({
      code,
      path: "compareProportions.margin",
    });
    expect(refused({ margin: 0.1, alternative: "less" })).toMatchObject({
      code,
      path: "compareProportions.alternative",
    });
    expect(refused({ margin: 5 })).toMatchObject({ code, path: "compareProportions.margin" });
    expect(refused({ margin: 0 })).toMatchObject({ code, path: "compareProportions.margin" });
    expect(refused({ measur: "risk-ratio" } as object)).toMatchObject({
      code: "unknown-option",
      hint: "Did you mean measure?",
    });
  });

  it("names the count that can't be", () => {
    expect(errorOf(() => compareProportions({ events: 3, total: 2 }, municipal))).toMatchObject({
      code: "impossible-count",
      path: "comparator.events",
    });
    expect(errorOf(() => compareProportions(supplier, { events: 0.5, total: 2 }))).toMatchObject({
      path: "reference.events",
    });
  });
});

function refused(options: ComparisonOptions): unknown {
  return errorOf(() => compareProportions(supplier, municipal, options));
}
