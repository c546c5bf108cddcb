import { chiSquaredCdf, quadraticForm, type QuadraticForm } from "../numerics/index.js";
import { intervalOf, testOf, type Question } from "./decision.js";
import type { CoxFit } from "./kernels/coxFit.js";
import { waldType, type Deviates } from "./kernels/deviates.js";
import type { Coefficient, ModelTest } from "./types.js";

/** The log hazard ratios of a Cox model, with Wald's intervals and tests. */
export function coefficientsOf(
  terms: readonly string[],
  { coefficients, covariance }: CoxFit,
  level: number,
  kind: string,
): readonly Coefficient[] {
  const question: Question = {
    level,
    alternative: "two-sided",
    nullValue: 0,
    space: { lower: -Infinity, upper: Infinity },
  };
  return terms.map((term, index) => {
    const estimate = coefficients[index] ?? 0;
    const standardError = Math.sqrt(covariance[index]?.[index] ?? 0);
    const deviates =
      Number.isFinite(estimate) && standardError < Infinity ? waldType(estimate, standardError) : BOUNDLESS;
    return {
      term,
      estimate,
      standardError,
      interval: intervalOf(deviates, question, kind),
      test: testOf(deviates, question),
    };
  });
}

/** Excludes nothing. */
const BOUNDLESS: Deviates = { deviate: () => 0, limit: (z) => (z > 0 ? -Infinity : Infinity) };

/** Tests that all hazard ratios are 1; without end there is none by Wald. */
export function modelTestsOf({ kept, coefficients, covariance, ...fit }: CoxFit): readonly ModelTest[] {
  const rank = kept.length;
  const likelihoodRatio = Math.max(0, 2 * (fit.logLikelihood - fit.nullLogLikelihood));
  // A robust covariance may have a lower rank, and one without bounds none at all.
  const wald = quadraticForm(coefficients, covariance);
  const hasWald = coefficients.every(Number.isFinite) && wald.rank > 0 && wald.value < Infinity;
  return rank === 0
    ? []
    : [
        modelTest("likelihood-ratio", { value: likelihoodRatio, rank }),
        ...(hasWald ? [modelTest("wald", wald)] : []),
        modelTest("score", { value: fit.scoreStatistic, rank }),
      ];
}

function modelTest(method: ModelTest["method"], { value, rank }: QuadraticForm): ModelTest {
  return { method, statistic: value, degreesOfFreedom: rank, pValue: chiSquaredCdf(value, rank, "upper") };
}
