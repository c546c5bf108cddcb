import { describe, expect, it } from "vitest";
import {
  adjustedDifference,
  leastSquares,
  logisticRegression,
  type AdjustmentMethod,
  type ComparisonData,
} from "../../src/inference/index.js";
import { errorOf, plain } from "./support.js";

const METHODS: readonly AdjustmentMethod[] = ["lin", "g-computation", "difference-in-means", "hajek"];

/** Twelve rows with an outcome, an age, blocks of four, households of two and weights. */
const year = {
  treatment: [1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0],
  response: [1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1],
  age: [31, 25, 44, 28, 52, 33, 47, 36, 41, 29, 38, 50],
  week: ["1", "1", "1", "1", "2", "2", "2", "2", "3", "3", "3", "3"],
  household: ["a", "a", "b", "b", "c", "d", "e", "e", "f", "f", "g", "h"],
  weights: [2, 2, 2, 2, 1.5, 1.5, 3, 3, 2, 2, 2, 2],
};
const { treatment, response } = year;
const covariates = { age: year.age };

describe("adjustedDifference", () => {
  it("gives its examples", () => {
    const data = {
      treatment: [1, 0, 1, 0, 1, 0],
      response: [7, 4, 8, 6, 9, 5],
      covariates: { age: [1, 1, 2, 2, 3, 3] },
    };
    expect(adjustedDifference(data).estimate).toBeCloseTo(3, 14);
    expect(adjustedDifference({ treatment: [1, 1], response: [1, 0] }).reason).toBe("no-observations");
  });

  it("by lin is the coefficient beside centered covariates and their products", () => {
    const mean = year.age.reduce((sum, age) => sum + age, 0) / 12;
    const centered = year.age.map((age) => age - mean);
    const fit = leastSquares({
      predictors: { treatment, centered, product: centered.map((age, i) => age * (treatment[i] ?? 0)) },
      response,
    });
    const { estimate, standardError, means, test } = adjustedDifference({ treatment, response, covariates });
    expect(estimate).toBeCloseTo(fit.coefficients[1]?.estimate ?? NaN, 14);
    expect(standardError).toBeCloseTo(fit.coefficients[1]?.standardError ?? NaN, 14);
    expect(means?.reference).toBeCloseTo(fit.coefficients[0]?.estimate ?? NaN, 14);
    expect(test?.degreesOfFreedom).toBe(8);
  });

  it("by g-computation is what the logistic regression says, averaged", () => {
    const { coefficients } = logisticRegression({ predictors: { treatment, ...covariates }, response });
    const [a = 0, b = 0, c = 0] = coefficients.map(({ estimate }) => estimate);
    const risk = (group: number): number =>
      year.age.reduce((sum, age) => sum + 1 / (1 + Math.exp(-(a + b * group + c * age))), 0) / 12;
    const { estimate, means, test } = adjustedDifference(
      { treatment, response, covariates },
      { method: "g-computation" },
    );
    expect(estimate).toBeCloseTo(risk(1) - risk(0), 12);
    expect(means?.comparator).toBeCloseTo(risk(1), 12);
    expect(test?.degreesOfFreedom).toBeUndefined();
  });

  it("by difference-in-means is Welch's test", () => {
    // 4 of 6 against 3 of 6: variances 4/15 and 3/10.
    const { estimate, standardError, test, counts } = adjustedDifference(
      { treatment, response },
      { method: "difference-in-means" },
    );
    expect(estimate).toBeCloseTo(1 / 6, 14);
    const [v1, v0] = [4 / 15 / 6, 3 / 10 / 6];
    expect(standardError).toBeCloseTo(Math.sqrt(v1 + v0), 14);
    expect(test?.degreesOfFreedom).toBeCloseTo((v1 + v0) ** 2 / (v1 ** 2 / 5 + v0 ** 2 / 5), 12);
    expect(counts).toEqual({ comparator: { events: 4, total: 6 }, reference: { events: 3, total: 6 } });
  });

  it("by hajek weighs each row, within blocks too", () => {
    const weighted = adjustedDifference({ treatment, response, weights: year.weights }, { method: "hajek" });
    // Comparator: (2 + 1.5 + 1.5 + 2)/11; reference: (2 + 3 + 2)/14.
    expect(weighted.estimate).toBeCloseTo(7 / 11 - 7 / 14, 14);
    const blocks = year.week;
    const unequal = adjustedDifference(
      { treatment, response, weights: year.weights, blocks },
      { method: "hajek" },
    );
    // In week 2 the weights sum to 3 and 6: chance decided the numbers.
    expect(unequal.standardError).toBe(weighted.standardError);
    expect(unequal.notices).toEqual([{ code: "blocks-unused", severity: "info" }]);
    const weights = year.weights.map((weight, i) => (i === 4 || i === 5 ? 3 : weight));
    const equal = adjustedDifference({ treatment, response, weights, blocks }, { method: "hajek" });
    expect(equal.estimate).toBeCloseTo((2 + 3 + 3 + 2) / 14 - 7 / 14, 14);
    expect(equal.test?.degreesOfFreedom).toBe(12 - 6);
    expect(equal.notices).toEqual([]);
  });

  it("tells what it found in words", () => {
    const shown = adjustedDifference({ treatment, response, covariates, blocks: year.week });
    expect(plain(shown.toText())).toMatch(
      /^Risk difference: \S+ percentage points \(95% confidence interval \S+ to \S+\), p = 0\.\d{3}\n\nAdjusted means: comparator \S+%, reference \S+%\.\n\nMethod: Lin’s regression adjustment\./,
    );
    expect(plain(shown.toText({ language: "da" }))).toContain("Justerede gennemsnit: sammenlignet ");
  });

  it("clips a risk difference to −1 and 1, but no difference of numbers", () => {
    const few = { treatment: [1, 1, 0, 0], response: [1, 0, 0, 1] };
    expect(adjustedDifference(few).interval).toMatchObject({ lower: -1, upper: 1 });
    const wide = adjustedDifference({ treatment: [1, 1, 0, 0], response: [1, 0, 0, 2] });
    expect(wide.measure).toBe("mean-difference");
    expect(wide.interval.lower).toBeLessThan(-1);
  });

  it("says what a method leaves unused, what it can't adjust for, and what has no weight", () => {
    expect(codesOf({ treatment, response, covariates }, "difference-in-means")).toEqual([
      "covariates-unused",
    ]);
    expect(
      codesOf(
        { treatment, response, covariates: { ...covariates, twice: year.age.map((age) => 2 * age) } },
        "lin",
      ),
    ).toEqual(["aliased-terms"]);
    const blocks = ["1", "1", "1", "1", "2", "2", "2", "2", "3", "3", "4", "4"];
    expect(codesOf({ treatment, response, blocks }, "lin")).toEqual(["strata-without-weight"]);
    expect(codesOf({ treatment, response, blocks: year.age }, "lin")).toEqual([
      "not-estimable",
      "strata-without-weight",
    ]);
    const pairs = ["1", "2", "1", "2", "3", "4", "3", "4", "5", "6", "5", "6"];
    expect(codesOf({ treatment, response, blocks: pairs }, "lin")).toEqual(["small-blocks"]);
  });

  it("takes blocks as categories in g-computation, and says which of them separates", () => {
    const none = { ...year, response: [1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0] };
    const { reason, notices, interval } = adjustedDifference(
      { treatment, response: none.response, blocks: year.week },
      { method: "g-computation" },
    );
    expect(reason).toBe("separation");
    expect(notices).toContainEqual({
      code: "separation",
      severity: "warning",
      extent: "quasi-complete",
      terms: ["block: 3"],
    });
    expect(interval).toMatchObject({ lower: -1, upper: 1 });
  });

  it.each([
    ["no-rows", { treatment: [], response: [] }, "lin"],
    ["no-observations", { treatment: [0, 0], response: [1, 2] }, "difference-in-means"],
    ["lone-units", { treatment: [1, 0, 0], response: [1, 2, 3] }, "difference-in-means"],
    ["lone-units", { treatment: [1, 0, 0], response: [1, 2, 3], blocks: [1, 1, 1] }, "lin"],
    ["no-degrees-of-freedom", { treatment: [1, 0], response: [1, 2] }, "lin"],
    [
      "too-few-clusters",
      { treatment: [1, 1, 0, 0, 0], response: [1, 2, 3, 1, 2], clusters: [1, 1, 2, 3, 4] },
      "lin",
    ],
    ["separation", { treatment: [1, 1, 0, 0], response: [1, 1, 0, 0] }, "g-computation"],
    ["no-weight", { treatment: [1, 0], response: [1, 2], blocks: ["a", "b"] }, "lin"],
  ] as const)("says why it can't estimate: %s", (reason, data, method) => {
    const { status, reason: said, estimate, interval, test } = adjustedDifference(data, { method });
    expect([status, said, estimate, test]).toEqual(["not-estimable", reason, null, undefined]);
    expect(interval.lower).toBe(-interval.upper);
  });

  it.each(METHODS)("takes households together: %s", (method) => {
    const data = { ...year, covariates, clusters: year.household };
    const { treatment: t, response: y, weights } = data;
    const found = adjustedDifference(
      { treatment: t, response: y, clusters: data.clusters, weights },
      { method },
    );
    expect(found.status).toBe("estimated");
    expect(found.provenance.options["covariance"]).toEqual({ value: "cr2", source: "derived" });
    expect(found.test?.degreesOfFreedom ?? Infinity).toBeLessThan(8);
  });

  it("takes households within blocks, each by itself", () => {
    const found = adjustedDifference({ treatment, response, blocks: year.week, clusters: year.household });
    expect(found.status).toBe("estimated");
    const error = errorOf(() =>
      adjustedDifference({
        treatment,
        response,
        blocks: year.week,
        clusters: [...year.household.slice(0, 11), "a"],
      }),
    );
    expect([error.code, error.path, error.received]).toEqual([
      "impossible-clusters",
      "adjustedDifference.clusters[11]",
      "a",
    ]);
  });

  it.each([
    [{ treatment, response }, { method: "hajek" }, "missing-column", "adjustedDifference.weights"],
    [{ treatment: [1, 2], response: [1, 2] }, {}, "impossible-group", "adjustedDifference.treatment[1]"],
    [
      { treatment, response: year.age },
      { method: "g-computation" },
      "impossible-group",
      "adjustedDifference.response[0]",
    ],
    [{ treatment, response, covariates: [1] }, {}, "impossible-data", "adjustedDifference.covariates"],
    [
      { treatment, response, covariates: { age: [1] } },
      {},
      "columns-differ",
      "adjustedDifference.covariates.age",
    ],
    [
      { treatment, response },
      { covariance: "unconditional" },
      "impossible-option",
      "adjustedDifference.covariance",
    ],
    [
      { treatment, response, blocks: year.week, weights: year.weights },
      { method: "hajek", covariance: "hc0" },
      "impossible-option",
      "adjustedDifference.covariance",
    ],
    [
      { treatment, response, blocks: year.week, clusters: year.household },
      { covariance: "hc0" },
      "impossible-option",
      "adjustedDifference.covariance",
    ],
    [{ treatment, response }, { method: "ancova" }, "impossible-option", "adjustedDifference.method"],
  ])("refuses what contradicts itself: %#", (data, options, code, path) => {
    const error = errorOf(() => adjustedDifference(data as ComparisonData, options as never));
    expect([error.code, error.path]).toEqual([code, path]);
  });
});

function codesOf(data: ComparisonData, method: AdjustmentMethod): readonly string[] {
  return adjustedDifference(data, { method }).notices.map(({ code }) => code);
}
