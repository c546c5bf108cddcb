import { describe, expect, it } from "vitest";
import {
  adjustedDifference,
  complierEffect,
  leastSquares,
  logisticRegression,
  type AdjustedEstimate,
  type AdjustmentMethod,
  type AdjustmentOptions,
  type ComparisonData,
  type ComplierEstimate,
  type ComplierOptions,
  type Covariance,
  type Fit,
  type Predictors,
} from "../../src/inference/index.js";
import { logisticFit } from "../../src/inference/kernels/logisticFit.js";
import { standardizedRisk } from "../../src/inference/kernels/gComputation.js";
import { varianceOf } from "../../src/inference/kernels/regression.js";
import { rowCovariance } from "../../src/inference/kernels/robustCovariance.js";
import { readPredictors } from "../../src/inference/regressionData.js";
import { dataSet } from "../support/dataSets.js";
import { isNear, numberOf, referenceCases, type ReferenceCase } from "../support/fixtures.js";

/** A quantity under the path that it has in the case: `coef[1]`, `model.se_p1`. */
type Found = Readonly<Record<string, number | undefined>>;

/** Runs every case of a method of a family, and fails on a quantity that nothing was found for. */
function check(
  family: string,
  method: string,
  count: number,
  evaluate: (given: ReferenceCase) => Found,
): void {
  it(`gives the values of ${method}`, () => {
    const ofMethod = referenceCases(family).filter((given) => given.method === method);
    expect(ofMethod).toHaveLength(count);
    expect(ofMethod.flatMap((given) => misses(given, evaluate(given)))).toEqual([]);
  });
}

/** What was found too far from what was expected. */
function misses(given: ReferenceCase, found: Found): string[] {
  return numbersOf(given.expected).flatMap(([name, expected]) => {
    const value = found[name];
    const tol = given.tol ?? { abs: 0, rel: 0 };
    if (value !== undefined && isNear(value, expected, tol)) return [];
    return [`${given.id ?? ""} ${name}: ${String(value)} instead of ${expected}`];
  });
}

/** All numbers within a value, each with its path. */
function numbersOf(value: unknown, path = ""): readonly (readonly [string, number])[] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    numbersOf(part, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}

function listed(name: string, values: readonly (number | undefined)[]): Found {
  return Object.fromEntries(values.map((value, i) => [`${name}[${i}]`, value]));
}

/** The columns of a case; `factor(block)` is a category. */
function predictorsOf(given: ReferenceCase, names: readonly string[]): Predictors {
  const column = dataSet(textOf(given, "data"));
  return Object.fromEntries(
    names.map((name) => {
      const category = /^factor\((?<of>\w+)\)$/.exec(name)?.groups?.["of"];
      return category === undefined ? [name, column(name)] : [category, column(category).map(String)];
    }),
  );
}

function textOf({ input }: ReferenceCase, name: string): string {
  return String(input[name]);
}

function namesOf({ input }: ReferenceCase, name: string): readonly string[] {
  return (input[name] ?? []) as readonly string[];
}

/** Optional columns of a case. */
function others(given: ReferenceCase): Pick<ComparisonData, "weights" | "clusters" | "blocks"> {
  const column = dataSet(textOf(given, "data"));
  const { weights, clusters, blocks } = given.input;
  return {
    ...(blocks === undefined ? {} : { blocks: column(String(blocks)) }),
    ...(weights === undefined ? {} : { weights: column(String(weights)) }),
    ...(clusters === undefined ? {} : { clusters: column(String(clusters)) }),
  };
}

function errors({ coefficients }: Fit): readonly number[] {
  return coefficients.map(({ standardError }) => standardError);
}

/** What other programs call the covariances; HC1 and stata are HC0 and CR0 times a number. */
const COVARIANCES: Readonly<Record<string, Covariance>> = {
  classical: "model",
  HC0: "hc0",
  HC1: "hc0",
  HC2: "hc2",
  HC3: "hc3",
  CR0: "hc0",
  stata: "hc0",
  CR2: "cr2",
};

function rescaling(type: string, rows: number, terms: number, clusters: number): number {
  if (type === "HC1") return Math.sqrt(rows / (rows - terms));
  if (type === "stata") return Math.sqrt(((clusters / (clusters - 1)) * (rows - 1)) / (rows - terms));
  return 1;
}

function coefficientsOf({ coefficients }: Fit): Found {
  return {
    ...listed(
      "coef",
      coefficients.map(({ estimate }) => estimate),
    ),
    ...listed(
      "se",
      coefficients.map(({ standardError }) => standardError),
    ),
    ...listed(
      "df",
      coefficients.map(({ test }) => test.degreesOfFreedom),
    ),
    ...listed(
      "statistic",
      coefficients.map(({ test }) => test.statistic),
    ),
    ...listed(
      "p",
      coefficients.map(({ test }) => test.pValue),
    ),
    ...listed(
      "lower",
      coefficients.map(({ interval }) => interval.lower),
    ),
    ...listed(
      "upper",
      coefficients.map(({ interval }) => interval.upper),
    ),
  };
}

describe("regression.json", () => {
  check("regression", "lm-robust", 102, (given) => {
    const data = {
      predictors: predictorsOf(given, namesOf(given, "terms")),
      response: dataSet(textOf(given, "data"))(textOf(given, "outcome")),
      ...others(given),
    };
    const type = textOf(given, "se_type");
    const fit = leastSquares(data, { covariance: COVARIANCES[type], level: numberOf(given.input, "level") });
    const clusters = new Set(data.clusters as number[] | undefined).size;
    const factor = rescaling(type, fit.observations, fit.coefficients.length, clusters);
    // A covariance that we don't have is checked by its standard error, from which the rest follows.
    const found = coefficientsOf(fit);
    const rest =
      factor === 1
        ? {}
        : Object.fromEntries(
            numbersOf(given.expected).filter(([name]) => /^(?:statistic|p|lower|upper)\[/.test(name)),
          );
    return {
      ...found,
      ...rest,
      ...listed(
        "se",
        fit.coefficients.map(({ standardError }) => factor * standardError),
      ),
      n: fit.observations,
    };
  });

  check("regression", "logistic", 12, (given) => {
    const data = {
      predictors: predictorsOf(given, namesOf(given, "terms")),
      response: dataSet(textOf(given, "data"))(textOf(given, "outcome")),
    };
    const by = (covariance: Covariance): Fit => logisticRegression(data, { covariance });
    const model = by("model");
    const nullLikelihood = logisticRegression({ ...data, predictors: {} }).logLikelihood ?? NaN;
    const { observations } = model;
    const hc1 = rescaling("HC1", observations, model.coefficients.length, 0);
    return {
      ...listed(
        "coef",
        model.coefficients.map(({ estimate }) => estimate),
      ),
      ...Object.fromEntries(numbersOf(model.covariance, "vcov")),
      ...listed("se", errors(model)),
      loglik: model.logLikelihood,
      deviance: -2 * (model.logLikelihood ?? NaN),
      null_deviance: -2 * nullLikelihood,
      ...listed("se_hc0", errors(by("hc0"))),
      ...listed(
        "se_hc1",
        errors(by("hc0")).map((error) => hc1 * error),
      ),
      ...listed("se_hc2", errors(by("hc2"))),
      ...listed("se_hc3", errors(by("hc3"))),
    };
  });

  check("regression", "lin", 27, (given) => {
    const found = differenceOf(compared(given, "lin", { covariance: COVARIANCES[textOf(given, "se_type")] }));
    return given.expected["names"] === undefined
      ? found
      : { ...boxed(found), ...interactedRegression(given) };
  });

  check("regression", "difference-in-means", 17, (given) =>
    differenceOf(compared(given, "difference-in-means")),
  );

  check("regression", "gcomp", 12, (given) => {
    const by = (covariance: "model" | "hc0" | "hc2" | "unconditional"): AdjustedEstimate =>
      compared(given, "g-computation", { covariance });
    const { estimate, means } = by("model");
    const [p1, p0] = [means?.comparator ?? NaN, means?.reference ?? NaN];
    return {
      p1,
      p0,
      rd: estimate ?? NaN,
      rr: p1 / p0,
      or: (p1 * (1 - p0)) / (p0 * (1 - p1)),
      ...marginal("model", by("model"), given),
      ...marginal("hc0", by("hc0"), given),
      ...marginal("hc2", by("hc2"), given),
      unconditional_rd_se: by("unconditional").standardError,
    };
  });

  check("regression", "iv", 13, (given) => {
    const type = textOf(given, "se_type");
    const fit = complied(given, { covariance: COVARIANCES[type] });
    const column = dataSet(textOf(given, "data"));
    const rows = column("y").length;
    const clusters = new Set(given.input["clusters"] === undefined ? [] : column(textOf(given, "clusters")))
      .size;
    const terms = 2 + namesOf(given, "covariates").length;
    const factor = rescaling(type, rows, terms, clusters);
    const { test, interval, standardError = NaN } = fit;
    // Only the coefficient of what was received is ours.
    const effect: Found = {
      coef: fit.estimate ?? NaN,
      se: factor * standardError,
      df: test?.degreesOfFreedom,
      statistic: (test?.statistic ?? NaN) / factor,
      ...(factor === 1 ? { p: test?.pValue, lower: interval.lower, upper: interval.upper } : {}),
    };
    const expected = numbersOf(given.expected);
    return {
      ...Object.fromEntries(
        expected.filter(
          ([name]) => !name.endsWith("[1]") || (factor !== 1 && /^(?:p|lower|upper)/.test(name)),
        ),
      ),
      ...Object.fromEntries(Object.entries(effect).map(([name, value]) => [`${name}[1]`, value])),
      n: rows,
    };
  });

  check("regression", "wald-cace", 1, (given) => {
    const { estimate, standardError, firstStage } = complied(given);
    const difference = firstStage?.difference ?? NaN;
    return {
      cace: estimate ?? NaN,
      se_delta: standardError,
      first_stage: difference,
      itt: (estimate ?? NaN) * difference,
    };
  });

  it("has no case of another method", () => {
    expect(referenceCases("regression")).toHaveLength(184);
  });
});

describe("regression-extended.json", () => {
  const family = "regression-extended";

  check(family, "lm-weights", 26, (given) => {
    const fit = leastSquares(
      {
        predictors: predictorsOf(given, namesOf(given, "terms")),
        response: columnOf(given, "outcome"),
        ...others(given),
      },
      { covariance: given.input["covariance"] as Covariance, level: numberOf(given.input, "level") },
    );
    return coefficientsOf(fit);
  });

  check(family, "adjusted", 50, (given) => {
    const { method, covariance, covariates } = given.input;
    const data: ComparisonData = {
      treatment: dataSet(textOf(given, "data"))("a"),
      response: columnOf(given, "outcome"),
      ...(covariates === undefined ? {} : { covariates: predictorsOf(given, namesOf(given, "covariates")) }),
      ...others(given),
    };
    return differenceOf(
      adjustedDifference(data, {
        method: method as AdjustmentMethod,
        level: numberOf(given.input, "level"),
        ...(covariance === undefined ? {} : { covariance: covariance as Covariance }),
      }),
    );
  });

  check(family, "logistic-weights", 2, (given) => {
    const by = (covariance: Covariance): Fit =>
      logisticRegression(
        {
          predictors: predictorsOf(given, namesOf(given, "terms")),
          response: columnOf(given, "outcome"),
          ...others(given),
        },
        { covariance },
      );
    return {
      ...listed(
        "coef",
        by("model").coefficients.map(({ estimate }) => estimate),
      ),
      ...listed("se", errors(by("model"))),
      ...listed("se_hc0", errors(by("hc0"))),
      ...listed("se_hc2", errors(by("hc2"))),
      ...listed("se_hc3", errors(by("hc3"))),
      loglik: by("model").logLikelihood,
    };
  });

  check(family, "g-computation-weights", 2, (given) => {
    const by = (covariance: Covariance): AdjustedEstimate =>
      adjustedDifference(
        {
          treatment: dataSet(textOf(given, "data"))("a"),
          response: columnOf(given, "outcome"),
          covariates: predictorsOf(given, namesOf(given, "covariates")),
          ...others(given),
        },
        { method: "g-computation", covariance },
      );
    const { means, estimate } = by("model");
    return {
      p1: means?.comparator,
      p0: means?.reference,
      rd: estimate ?? NaN,
      se_model: by("model").standardError,
      se_hc0: by("hc0").standardError,
      se_hc2: by("hc2").standardError,
    };
  });

  check(family, "anderson-rubin", 24, (given) => {
    const column = dataSet(textOf(given, "data"));
    const { interval, segments } = complierEffect(
      {
        assigned: column("z"),
        received: column("d"),
        response: columnOf(given, "outcome"),
        covariates: predictorsOf(given, namesOf(given, "covariates")),
        ...others(given),
      },
      { method: "anderson-rubin", covariance: given.input["covariance"] as Covariance },
    );
    const pieces = segments ?? [[interval.lower, interval.upper] as const];
    const ends = pieces
      .flat()
      .filter(Number.isFinite)
      .toSorted((a, b) => a - b);
    const holds = (effect: number): number =>
      pieces.some(([low, high]) => low <= effect && effect <= high) ? 1 : 0;
    return { ...listed("ends", ends), ...listed("inside", [-1e4, 0, 1e4].map(holds)) };
  });

  it("has no case of another method", () => {
    expect(referenceCases(family)).toHaveLength(26 + 50 + 2 + 2 + 24);
  });
});

function columnOf(given: ReferenceCase, name: string): number[] {
  return dataSet(textOf(given, "data"))(textOf(given, name));
}

/** The comparison of a case by a method. */
function compared(
  given: ReferenceCase,
  method: AdjustmentMethod,
  options: AdjustmentOptions = {},
): AdjustedEstimate {
  const column = dataSet(textOf(given, "data"));
  const treatment = textOf(given, "treatment");
  const covariates = namesOf(given, method === "g-computation" ? "terms" : "covariates");
  const data: ComparisonData = {
    treatment: column(treatment),
    response: column(textOf(given, "outcome")),
    covariates: predictorsOf(
      given,
      covariates.filter((name) => name !== treatment),
    ),
    ...others(given),
  };
  return adjustedDifference(data, { method, level: numberOf(given.input, "level"), ...options });
}

function complied(given: ReferenceCase, options: ComplierOptions = {}): ComplierEstimate {
  const column = dataSet(textOf(given, "data"));
  const { outcome = "y", level = 0.95 } = given.input;
  return complierEffect(
    {
      assigned: column(textOf(given, "instrument")),
      received: column(textOf(given, "endogenous")),
      response: column(String(outcome)),
      covariates: predictorsOf(given, namesOf(given, "covariates")),
      ...others(given),
    },
    { ...options, level: Number(level) },
  );
}

function differenceOf({ estimate, standardError, test, interval, means }: AdjustedEstimate): Found {
  return {
    estimate: estimate ?? NaN,
    se: standardError,
    df: test?.degreesOfFreedom,
    p: test?.pValue,
    lower: interval.lower,
    upper: interval.upper,
    intercept: means?.reference,
  };
}

/** A number as an array of one. */
function boxed(found: Found): Found {
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [`${name}[0]`, value]));
}

/** All coefficients of Lin's regression, by least squares on columns made here. */
function interactedRegression(given: ReferenceCase): Found {
  const column = dataSet(textOf(given, "data"));
  const treatment = column(textOf(given, "treatment"));
  const centered = namesOf(given, "covariates").map((name) => {
    const values = column(name);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [name, values.map((value) => value - mean)] as const;
  });
  const { coefficients } = leastSquares(
    {
      predictors: {
        treatment,
        ...Object.fromEntries(centered),
        ...Object.fromEntries(
          centered.map(([name, values]) => [
            `${name} × treatment`,
            values.map((value, i) => value * (treatment[i] ?? NaN)),
          ]),
        ),
      },
      response: column(textOf(given, "outcome")),
    },
    { covariance: COVARIANCES[textOf(given, "se_type")] },
  );
  return {
    ...listed(
      "coef",
      coefficients.map(({ estimate }) => estimate),
    ),
    ...listed(
      "se_all",
      coefficients.map(({ standardError }) => standardError),
    ),
  };
}

/** Standard errors of both risks and of their logarithmic ratios, from the kernel; the ratios have no call of their own. */
function marginal(kind: "model" | "hc0" | "hc2", difference: AdjustedEstimate, given: ReferenceCase): Found {
  const column = dataSet(textOf(given, "data"));
  const { columns } = readPredictors(predictorsOf(given, namesOf(given, "terms")), "terms");
  const response = column(textOf(given, "outcome"));
  const found = logisticFit(columns, response);
  if (found.failure !== undefined) throw new Error("no fit");
  const { matrix } = rowCovariance(found.regression, kind);
  const of = (group: 0 | 1): { readonly risk: number; readonly gradient: readonly number[] } =>
    standardizedRisk(found.regression, columns, group, response.length);
  const [one, zero] = [of(1), of(0)];
  const error = (factor: number, other: number): number =>
    Math.sqrt(
      varianceOf(
        one.gradient.map((value, k) => factor * value + other * (zero.gradient[k] ?? NaN)),
        matrix,
      ),
    );
  const logRatio = error(1 / one.risk, -1 / zero.risk);
  const z = 1.959963984540054;
  return Object.fromEntries(
    Object.entries({
      se_p1: error(1, 0),
      se_p0: error(0, 1),
      rd_se: difference.standardError,
      rd_lower: difference.interval.lower,
      rd_upper: difference.interval.upper,
      log_rr_se: logRatio,
      rr_lower: (one.risk / zero.risk) * Math.exp(-z * logRatio),
      rr_upper: (one.risk / zero.risk) * Math.exp(z * logRatio),
      log_or_se: error(1 / (one.risk * (1 - one.risk)), -1 / (zero.risk * (1 - zero.risk))),
    }).map(([name, value]) => [`${kind}.${name}`, value]),
  );
}
