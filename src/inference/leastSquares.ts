import { levelRule, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import { chosenCovariance, covarianceOption, covarianceRule, type Covariance } from "./covarianceOption.js";
import { makeFit } from "./fit.js";
import { fittedParts, unfitted, type FitParts } from "./fitting.js";
import type { Column } from "./followUps.js";
import { leastSquaresFit } from "./kernels/regression.js";
import {
  checkRegression,
  readClusters,
  readNumbers,
  readPredictors,
  readWeights,
  type Predictors,
} from "./regressionData.js";
import { COVARIANCE_SOURCES, REGRESSION_SOURCES } from "./regressionSources.js";
import type { Fit } from "./types.js";

/** Rows of a regression, by columns. */
export interface RegressionData {
  /** Columns by name: numbers, yes and no, or names of categories; there may be none. */
  readonly predictors: Predictors;
  readonly response: Column<number> | Column<boolean>;
  /** Above 0; without them all rows weigh 1. */
  readonly weights?: Column<number> | undefined;
  /** Whoever belongs together, such as a household. */
  readonly clusters?: Column<string> | Column<number> | undefined;
}

export interface RegressionOptions {
  /** `hc2` by default, `cr2` with clusters. */
  readonly covariance?: Covariance | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

/** The rules of {@link RegressionOptions}. */
export const REGRESSION_RULES: OptionRules<{ covariance?: Covariance; level: number }> = {
  covariance: covarianceRule,
  level: levelRule,
};

/** The columns that every regression takes beside its predictors. */
export const REGRESSION_COLUMNS = { needed: ["response"], others: ["weights", "clusters"] } as const;

/**
 * How does a response change with some predictors, the others being equal, if it changes by a
 * constant for each?
 *
 * Least squares: the β with the least Σ w(y − xβ)², an intercept added to the predictors. Estimates
 * come with standard errors s, intervals β̂ ± t s and tests of β = 0, by `covariance`:
 * - `hc2`: (XᵀWX)⁻¹ [Σ w²xxᵀe²/(1 − h)] (XᵀWX)⁻¹ with residuals e and leverages h: valid though the
 *   variances of the rows differ; `hc0` without 1 − h, too small in small samples; `hc3` with
 *   (1 − h)², on the safe side. t has n − k degrees of freedom.
 * - `cr2`, with `clusters`: the sums of a cluster's scores instead of the rows', adjusted so that
 *   the covariance is unbiased if the rows are independent and alike; t with Satterthwaite's degrees
 *   of freedom, few where the clusters are few or unequal. `hc0` with clusters is CR0, t with one
 *   degree less than clusters.
 * - `model`: σ̂²(XᵀWX)⁻¹; only if all rows have the same variance, or 1/w times it.
 *
 * A predictor that is a combination of others, as far as doubles can tell (10⁻⁷ of its spread), is
 * left out and named in the notice `aliased-terms`. A category with k names becomes k − 1 terms
 * `name: category`, the first in order being the one compared with. A term that hangs on rows
 * (clusters) which the model fits whatever their response has an infinite standard error, with the
 * notice `fitted-exactly`.
 *
 * @param data `predictors`, a record of columns; `response`; `weights`, above 0, and `clusters` if
 *   there are any; all without missing values
 * @param options `covariance`; `level`, 0.95 by default
 * @returns a fit with a coefficient for the intercept and each term; `not-estimable`, without any, if
 *   there are no more rows than terms or fewer than two clusters
 * @throws CompetitionError `impossible-data`, `missing-column`, `unknown-column`, `columns-differ`,
 *   `impossible-number`, `impossible-weight`, `impossible-label`, `unknown-option`, `impossible-option`
 * @example
 * leastSquares({ predictors: { dose: [0, 1, 2, 3] }, response: [1, 3, 2, 5] }).coefficients[1]?.estimate // 1.1
 * @example
 * leastSquares({ predictors: {}, response: [7] }).reason // "no-degrees-of-freedom"
 * @see MacKinnon & White (1985), Journal of Econometrics 29, 305–325, doi:10.1016/0304-4076(85)90158-7;
 *   Pustejovsky & Tipton (2018), Journal of Business & Economic Statistics 36, 672–683,
 *   doi:10.1080/07350015.2016.1247004
 */
export function leastSquares(data: RegressionData, options?: RegressionOptions): Fit {
  const operation = "leastSquares";
  const { values, record } = resolveOptions(operation, options, REGRESSION_RULES);
  const rows = checkRegression(operation, data, "predictors", REGRESSION_COLUMNS);
  const terms = readPredictors(data.predictors, `${operation}.predictors`);
  const response = readNumbers(data.response, `${operation}.response`);
  const weights = readWeights(data.weights, `${operation}.weights`);
  const clusters = readClusters(data.clusters, `${operation}.clusters`);
  const chosen = chosenCovariance(operation, values.covariance, clusters);
  const parts = (): FitParts => {
    if (rows === 0) return unfitted("no-rows");
    const fit = leastSquaresFit(terms.columns, response, weights);
    if (fit.degreesOfFreedom <= 0) return unfitted("no-degrees-of-freedom");
    if (clusters !== undefined && clusters.count < 2) return unfitted("too-few-clusters");
    return fittedParts(fit, terms.names, chosen, values.level, weights);
  };
  return makeFit({
    kind: "fit",
    method: "least-squares",
    ...parts(),
    observations: rows,
    references: [...REGRESSION_SOURCES["least-squares"], ...COVARIANCE_SOURCES[chosen.kind]],
    provenance: provenanceOf(
      operation,
      { ...record, covariance: covarianceOption(values.covariance, chosen) },
      {
        rows,
        predictors: Object.keys(data.predictors),
        ...(clusters === undefined ? {} : { clusters: clusters.count }),
      },
    ),
  });
}
