import { describe, expect, it } from "vitest";
import {
  cochranMantelHaenszel,
  compareProportions,
  homogeneity,
  numberNeededToTreat,
  proportion,
  stratifiedComparison,
  testProportions,
  type Count,
  type Estimate,
  type Stratum,
  type TestResult,
} from "../../src/inference/index.js";
import { tableOf } from "../../src/inference/counts.js";
import { criticalValue, normalPValue } from "../../src/inference/decision.js";
import { standardized } from "../../src/inference/kernels/deviates.js";
import { stratifiedScoreDifference } from "../../src/inference/kernels/stratifiedScore.js";
import { differenceOf } from "../../src/inference/kernels/table.js";
import { unpooledError } from "../../src/inference/kernels/waldDifference.js";
import { isNear, numberOf, referenceCases, type ReferenceCase } from "../support/fixtures.js";

type Found = Readonly<Record<string, number | null | undefined>>;

const TIGHT = { abs: 1e-14, rel: 1e-10 };

/** Runs every case of a family, and fails on a quantity that nothing was found for. */
function checkFamily(family: string, found: Readonly<Record<string, (given: ReferenceCase) => Found>>): void {
  describe(`${family}.json`, () => {
    const cases = referenceCases(family);
    for (const [method, evaluate] of Object.entries(found)) {
      const ofMethod = cases.filter((each) => each.method === method);
      it(`gives the values of ${method}`, () => {
        expect(ofMethod.length).toBeGreaterThan(4);
        expect(ofMethod.flatMap((given) => misses(given, evaluate(given)))).toEqual([]);
      });
    }
    it("has no case of another method", () => {
      expect(cases.filter(({ method }) => !(method in found))).toEqual([]);
    });
  });
}

/** What was found too far from what was expected; a quantity that doesn't exist is expected as null. */
function misses(given: ReferenceCase, found: Found): string[] {
  return Object.keys(given.expected)
    .filter((name) => !NOT_OURS.has(name))
    .filter((name) => {
      const expected = numberOf(given.expected, name);
      const value = found[name];
      if (Number.isNaN(expected)) return value !== null;
      return !isNear(value ?? NaN, expected, given.tol ?? TIGHT);
    })
    .map((name) => `${given.method} ${JSON.stringify(given.input)} ${name}: ${String(found[name])}`);
}

/**
 * Quantities beside the estimator: unclipped limits, the midpoint of Agresti-Caffo, epitools's estimate, the
 * single groups' limits within a stratified Newcombe interval, and words.
 */
const NOT_OURS = new Set([
  "lower_raw",
  "upper_raw",
  "midpoint",
  "median_unbiased",
  "wilson1",
  "wilson2",
  "kind",
]);

function counts({ input }: ReferenceCase): [comparator: Count, reference: Count] {
  const read = (name: string): number => numberOf(input, name);
  return [
    { events: read("x1"), total: read("n1") },
    { events: read("x2"), total: read("n2") },
  ];
}

function limits({ estimate, interval, standardError }: Estimate): Found {
  const { lower, upper } = interval;
  return { estimate, lower, upper, se: standardError, se_log: standardError };
}

type Single = NonNullable<Parameters<typeof proportion>[1]>["method"];
const single =
  (method: Single) =>
  (given: ReferenceCase): Found =>
    limits(
      proportion(
        { events: numberOf(given.input, "x"), total: numberOf(given.input, "n") },
        { method, level: numberOf(given.input, "level") },
      ),
    );

checkFamily("single-proportion", {
  "wilson": single("wilson"),
  "wilson-cc": single("wilson-cc"),
  "clopper-pearson": single("clopper-pearson"),
  "mid-p": single("mid-p"),
  "jeffreys": single("jeffreys"),
  "agresti-coull": single("agresti-coull"),
  "arcsine": single("arcsine"),
  "wald": single("wald"),
});

type Comparison = NonNullable<Parameters<typeof compareProportions>[2]>;
const compared =
  (options: Comparison) =>
  (given: ReferenceCase): Found =>
    limits(compareProportions(...counts(given), { ...options, level: numberOf(given.input, "level") }));

checkFamily("two-proportions", {
  "wald": compared({ method: "wald" }),
  "newcombe": compared({ method: "newcombe" }),
  "newcombe-cc": compared({ method: "newcombe-cc" }),
  "miettinen-nurminen": compared({ method: "miettinen-nurminen" }),
  "mee": compared({ method: "mee" }),
  "agresti-caffo": compared({ method: "agresti-caffo" }),
  "rr-miettinen-nurminen": compared({ measure: "risk-ratio", method: "miettinen-nurminen" }),
  "rr-koopman": compared({ measure: "risk-ratio", method: "koopman" }),
  "rr-katz": compared({ measure: "risk-ratio", method: "katz" }),
  "or-woolf": compared({ measure: "odds-ratio", method: "woolf" }),
  "or-exact": compared({ measure: "odds-ratio", method: "conditional-exact" }),
  "or-midp": compared({ measure: "odds-ratio", method: "mid-p" }),
});

/** Altman's numbers: what an interval in two pieces begins and ends with stands as lower and upper there too. */
const needed =
  (method: "newcombe" | "wald") =>
  (given: ReferenceCase): Found => {
    const difference = compareProportions(...counts(given), {
      method,
      level: numberOf(given.input, "level"),
    });
    const { estimate, interval, segments, benefit, harm } = numberNeededToTreat(difference);
    if (segments === undefined) return { nnt: estimate, lower: interval.lower, upper: interval.upper };
    const [[, harmFrom] = [], [benefitFrom] = []] = segments;
    expect([benefit?.lower, harm?.lower]).toEqual([benefitFrom, -(harmFrom ?? NaN)]);
    return {
      nnt: estimate,
      lower: benefitFrom,
      upper: harmFrom,
      benefit_from: benefitFrom,
      harm_from: harmFrom,
    };
  };

checkFamily("numbers-needed", {
  "nnt-newcombe": needed("newcombe"),
  "nnt-wald": needed("wald"),
});

/** The test on an estimate: two-sided against no difference, one-sided against that or a margin. */
const judged =
  (options: Comparison) =>
  (given: ReferenceCase): Found => {
    const margin = given.input["margin"] === undefined ? 0 : numberOf(given.input, "margin");
    const question: Comparison = margin > 0 ? { margin } : { alternative: "greater" };
    const { test } = compareProportions(...counts(given), { ...options, ...question });
    const twoSided = compareProportions(...counts(given), options).test?.pValue;
    return {
      statistic: test?.statistic,
      p_greater: test?.pValue,
      // A margin has no two-sided test; of a deviate both sides of which are known it is this.
      p_two_sided: margin > 0 ? 2 * Math.min(test?.pValue ?? NaN, 1 - (test?.pValue ?? NaN)) : twoSided,
    };
  };

checkFamily("comparisons", {
  "or-miettinen-nurminen": compared({ measure: "odds-ratio", method: "miettinen-nurminen" }),
  "newcombe-test": judged({ method: "newcombe" }),
  "newcombe-cc-test": judged({ method: "newcombe-cc" }),
  "miettinen-nurminen-test": judged({ method: "miettinen-nurminen" }),
  "mee-test": judged({ method: "mee" }),
  "rr-miettinen-nurminen-test": judged({ measure: "risk-ratio", method: "miettinen-nurminen" }),
  "rr-koopman-test": judged({ measure: "risk-ratio", method: "koopman" }),
  "or-miettinen-nurminen-test": judged({ measure: "odds-ratio", method: "miettinen-nurminen" }),
});

type Test = NonNullable<Parameters<typeof testProportions>[2]>;
const tested =
  (options: Test) =>
  (given: ReferenceCase): Found => {
    const run = (more: Test) => testProportions(...counts(given), { ...options, ...more });
    const { statistic, degreesOfFreedom, pValue } = run({});
    const found = { statistic, df: degreesOfFreedom, p: pValue, p_two_sided: pValue };
    if (given.expected["p_greater"] === undefined) return found;
    return {
      ...found,
      p_greater: run({ alternative: "greater" }).pValue,
      p_less: run({ alternative: "less" }).pValue,
    };
  };

checkFamily("tests-2x2", {
  "fisher": tested({ method: "fisher" }),
  "fisher-midp": (given) => ({
    ...tested({ method: "fisher-mid-p" })(given),
    p_minlike_ties: tested({ method: "fisher-mid-p" })(given)["p"],
    p_minlike_obs: tested({ method: "fisher-mid-p", variant: "minlike-observed" })(given)["p"],
    p_central: tested({ method: "fisher-mid-p", variant: "central" })(given)["p"],
  }),
  "chi2": tested({ method: "chi-squared" }),
  "chi2-yates": tested({ method: "chi-squared-yates" }),
  "z-pooled": tested({ method: "pooled-z" }),
  "z-unpooled": (given) => {
    // No method of ours, but what orders the tables of Barnard's test.
    const [comparator, reference] = counts(given);
    const table = tableOf({ comparator, reference });
    const statistic = standardized(differenceOf(table), unpooledError(table));
    return {
      statistic,
      p_two_sided: normalPValue(statistic, "two-sided"),
      p_greater: normalPValue(statistic, "greater"),
      p_less: normalPValue(statistic, "less"),
    };
  },
  "barnard": (given) =>
    tested({ method: "barnard", ordering: given.input["pooled"] === true ? "pooled" : "unpooled" })(given),
  "boschloo": (given) => ({
    ...tested({ method: "boschloo" })(given),
    p_two_sided_central: tested({ method: "boschloo" })(given)["p"],
    p_two_sided_minlike: tested({ method: "boschloo", variant: "minlike" })(given)["p"],
  }),
  "g-test": tested({ method: "g-test" }),
});

function strataOf({ input }: ReferenceCase): readonly Stratum[] {
  const strata = input["strata"] as readonly Readonly<Record<"x1" | "n1" | "x2" | "n2", number>>[];
  return strata.map(({ x1, n1, x2, n2 }) => ({
    comparator: { events: x1, total: n1 },
    reference: { events: x2, total: n2 },
  }));
}

type Stratified = NonNullable<Parameters<typeof stratifiedComparison>[1]>;
const stratified =
  (options: Stratified) =>
  (given: ReferenceCase): Found => {
    const result = stratifiedComparison(strataOf(given), {
      ...options,
      level: numberOf(given.input, "level"),
    });
    return { ...limits(result), z_null: result.test?.statistic };
  };

/** Without N/(N − 1) the score over strata is no method of the contract, but the same kernel. */
function withoutEnlargement(given: ReferenceCase): Found {
  const tables = strataOf(given).map(tableOf);
  const z = criticalValue(numberOf(given.input, "level"), 2);
  const { estimate, deviates } = stratifiedScoreDifference(tables, () => 1);
  return { estimate, lower: deviates.limit(z), upper: deviates.limit(-z), z_null: deviates.deviate(0) };
}

const overStrata =
  (test: (strata: readonly Stratum[]) => TestResult) =>
  (given: ReferenceCase): Found => {
    const { statistic, degreesOfFreedom, pValue } = test(strataOf(given));
    return { statistic, df: degreesOfFreedom, p: pValue };
  };

checkFamily("stratified", {
  "mh-rd-sato": stratified({ variance: "sato" }),
  "mh-rd-gr": stratified({ variance: "greenland-robins" }),
  "mh-rr": stratified({ measure: "risk-ratio" }),
  "mh-or-rbg": stratified({ measure: "odds-ratio" }),
  "newcombe-stratified": stratified({ method: "newcombe" }),
  "mn-stratified": (given) =>
    given.input["n_minus_1_correction"] === true
      ? stratified({ method: "miettinen-nurminen" })(given)
      : withoutEnlargement(given),
  "cmh": overStrata((strata) => cochranMantelHaenszel(strata)),
  "cmh-cc": overStrata((strata) => cochranMantelHaenszel(strata, { continuity: true })),
  "breslow-day": overStrata((strata) => homogeneity(strata, { method: "breslow-day" })),
  "breslow-day-tarone": overStrata((strata) => homogeneity(strata)),
});
