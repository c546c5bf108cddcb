import type { Notice } from "../core/index.js";
import { covarianceOf, type ChosenCovariance } from "./covarianceOption.js";
import type { Regression } from "./kernels/regression.js";
import { ZERO_VARIANCE } from "./notices.js";
import {
  aliasedTerms,
  FEW_DEGREES,
  fewClusters,
  fittedExactly,
  unestimable,
  type RegressionReason,
} from "./regressionNotices.js";
import { studentInterval, studentTest } from "./student.js";
import type { Coefficient, FitData } from "./types.js";

export const INTERCEPT = "(intercept)";

/** What the fit of a regression consists of, besides its name. */
export type FitParts = Pick<
  FitData,
  "status" | "reason" | "coefficients" | "covariance" | "logLikelihood" | "converged" | "notices"
>;

/** Coefficients with their intervals and tests. */
export function fittedParts(
  fit: Regression,
  names: readonly string[],
  chosen: ChosenCovariance,
  level: number,
  weights?: ArrayLike<number>,
): FitParts {
  const terms = [INTERCEPT, ...names];
  const { matrix, certainty, fittedExactly: exact } = covarianceOf(fit, chosen, weights);
  const certainties = fit.coefficients.map((_, i) =>
    certainty(fit.coefficients.map((__, j) => (i === j ? 1 : 0))),
  );
  // What the data can't show of a variance isn't small: it is unknown.
  const covariance = matrix.map((row, i) =>
    row.map((value, j) => (i === j && certainties[i]?.isBlind === true ? Infinity : value)),
  );
  const coefficients = fit.coefficients.map((estimate, i): Coefficient => {
    const found = {
      estimate,
      standardError: Math.sqrt(covariance[i]?.[i] ?? 0),
      degreesOfFreedom: certainties[i]?.isBlind === true ? Infinity : (certainties[i]?.degreesOfFreedom ?? 0),
    };
    return {
      term: terms[fit.design.kept[i] ?? 0] ?? "",
      estimate,
      standardError: found.standardError,
      interval: studentInterval(found, level, chosen.kind),
      test: studentTest(found),
    };
  });
  const fewest = Math.min(...certainties.map(({ degreesOfFreedom }) => degreesOfFreedom));
  const { logLikelihood } = fit;
  return {
    status: "estimated",
    coefficients,
    covariance,
    ...(logLikelihood !== undefined && Number.isFinite(logLikelihood) ? { logLikelihood } : {}),
    converged: true,
    notices: [
      ...aliasedTerms(fit.design.aliased.map((term) => terms[term] ?? "")),
      ...fittedExactly(exact, chosen.clusters === undefined ? "rows" : "clusters"),
      ...(chosen.kind === "cr2" && fewest < FEW_DEGREES ? [fewClusters(fewest)] : []),
      ...(coefficients.some(({ standardError }) => standardError === 0) ? [ZERO_VARIANCE] : []),
    ],
  };
}

/** A fit without coefficients, and why. */
export function unfitted(reason: RegressionReason, notices: readonly Notice[] = []): FitParts {
  return {
    status: "not-estimable",
    reason,
    coefficients: [],
    covariance: [],
    converged: false,
    notices: [unestimable(reason), ...notices],
  };
}
