import { provenanceOf, resolveOptions } from "../core/index.js";
import { chosenCovariance, covarianceOption } from "./covarianceOption.js";
import { makeFit } from "./fit.js";
import { fittedParts, INTERCEPT, unfitted, type FitParts } from "./fitting.js";
import { logisticFit } from "./kernels/logisticFit.js";
import {
  REGRESSION_COLUMNS,
  REGRESSION_RULES,
  type RegressionData,
  type RegressionOptions,
} from "./leastSquares.js";
import { checkRegression, readBinary, readClusters, readPredictors, readWeights } from "./regressionData.js";
import { separated } from "./regressionNotices.js";
import { COVARIANCE_SOURCES, REGRESSION_SOURCES } from "./regressionSources.js";
import type { Fit } from "./types.js";

/**
 * How do the odds of an outcome change with some predictors, the others being equal?
 *
 * ln(p/(1 − p)) = xβ, an intercept added to the predictors; β̂ has the greatest likelihood
 * Σ w[y xβ − ln(1 + exp xβ)]. A coefficient is the logarithm of an odds ratio. Standard errors by
 * `covariance`, as {@link leastSquares} has them, from the weighted least squares of the last step:
 * - `hc2`, with its leverages, `hc0` and `hc3`: valid though the logits aren't linear in the
 *   predictors; `model`: the inverse of the information, if they are. Intervals and tests are normal.
 * - `cr2`, with `clusters`: t with Satterthwaite's degrees of freedom; `hc0` with clusters is CR0.
 *
 * Where a combination of predictors tells the outcome without error, for all rows (complete
 * separation) or for all but those on the border (quasi-complete), the likelihood rises for ever and
 * there is no β̂. That is decided exactly, not by a large number, and said: no coefficients,
 * `converged: false`, and the notice `separation` with the terms concerned.
 *
 * @param data as for {@link leastSquares}, the response 1 and 0 or true and false
 * @param options `covariance`, `hc2` by default, `cr2` with clusters; `level`, 0.95 by default
 * @returns a fit with a coefficient for the intercept and each term, and the log-likelihood;
 *   `not-estimable`, without any, if the outcome is separated or there are no more rows than terms
 * @throws CompetitionError `impossible-data`, `missing-column`, `unknown-column`, `columns-differ`,
 *   `impossible-number`, `impossible-group`, `impossible-weight`, `impossible-label`,
 *   `unknown-option`, `impossible-option`
 * @example
 * const data = { predictors: { age: [22, 25, 31, 38, 44, 52] }, response: [0, 1, 0, 1, 0, 1] };
 * logisticRegression(data).coefficients[1]?.estimate // 0.0570
 * @example
 * logisticRegression({ predictors: { age: [22, 25, 44, 52] }, response: [0, 0, 1, 1] }).reason // "separation"
 * @see Albert & Anderson (1984), Biometrika 71, 1–10, doi:10.1093/biomet/71.1.1
 */
export function logisticRegression(data: RegressionData, options?: RegressionOptions): Fit {
  const operation = "logisticRegression";
  const { values, record } = resolveOptions(operation, options, REGRESSION_RULES);
  const rows = checkRegression(operation, data, "predictors", REGRESSION_COLUMNS);
  const terms = readPredictors(data.predictors, `${operation}.predictors`);
  const response = readBinary(data.response, `${operation}.response`);
  const weights = readWeights(data.weights, `${operation}.weights`);
  const clusters = readClusters(data.clusters, `${operation}.clusters`);
  const chosen = chosenCovariance(operation, values.covariance, clusters);
  const parts = (): FitParts => {
    if (rows === 0) return unfitted("no-rows");
    const found = logisticFit(terms.columns, response, weights);
    if (found.failure === "not-converged") return unfitted("not-converged");
    if (found.failure !== undefined) {
      const names = [INTERCEPT, ...terms.names];
      const { extent, terms: separating } = found.failure;
      return unfitted("separation", [
        separated(
          extent,
          separating.map((term) => names[term] ?? ""),
        ),
      ]);
    }
    if (found.regression.coefficients.length >= rows) return unfitted("no-degrees-of-freedom");
    if (clusters !== undefined && clusters.count < 2) return unfitted("too-few-clusters");
    return fittedParts(found.regression, terms.names, chosen, values.level);
  };
  return makeFit({
    kind: "fit",
    method: "logistic-regression",
    ...parts(),
    observations: rows,
    references: [...REGRESSION_SOURCES["logistic-regression"], ...COVARIANCE_SOURCES[chosen.kind]],
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
