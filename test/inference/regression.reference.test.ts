import { describe, expect, it } from "vitest";
import {
  leastSquares,
  logisticRegression,
  type Covariance,
  type Fit,
  type Predictors,
  type RegressionData,
} from "../../src/inference/index.js";
import { dataSet } from "../support/dataSets.js";
import { isNear, numberOf, referenceCases, type ReferenceCase } from "../support/fixtures.js";

/** A quantity under the path that it has in the case: `coef[1]`, `model.se_p1`. */
type Found = Readonly<Record<string, number | undefined>>;

const cases = referenceCases("regression");

/** Runs every case of a method, and fails on a quantity that nothing was found for. */
function check(method: string, count: number, evaluate: (given: ReferenceCase) => Found): void {
  it(`gives the values of ${method}`, () => {
    const ofMethod = cases.filter((given) => given.method === method);
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
function others(given: ReferenceCase): Pick<RegressionData, "weights" | "clusters"> {
  const column = dataSet(textOf(given, "data"));
  const { weights, clusters } = given.input;
  return {
    ...(weights === undefined ? {} : { weights: column(String(weights)) }),
    ...(clusters === undefined ? {} : { clusters: column(String(clusters)) }),
  };
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
  check("lm-robust", 102, (given) => {
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

  check("logistic", 12, (given) => {
    const data = {
      predictors: predictorsOf(given, namesOf(given, "terms")),
      response: dataSet(textOf(given, "data"))(textOf(given, "outcome")),
    };
    const by = (covariance: Covariance): Fit => logisticRegression(data, { covariance });
    const errors = (fit: Fit): readonly number[] =>
      fit.coefficients.map(({ standardError }) => standardError);
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
});
