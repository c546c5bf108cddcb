import { leastSquaresFit, type Regression } from "./regression.js";

/** One instrument for one regressor, beside covariates. */
export interface InstrumentData {
  readonly assigned: Float64Array;
  readonly received: Float64Array;
  readonly response: Float64Array;
  readonly covariates: readonly Float64Array[];
}

/** What the instrument does to what was received, and to the response. */
export interface ReducedForms {
  /** Regressions on the instrument and the covariates; the instrument's coefficient is the second. */
  readonly received: Regression;
  readonly response: Regression;
}

/** Least squares of both on instrument and covariates. */
export function reducedForms({ assigned, received, response, covariates }: InstrumentData): ReducedForms {
  const columns = [assigned, ...covariates];
  return { received: leastSquaresFit(columns, received), response: leastSquaresFit(columns, response) };
}

/**
 * Two-stage least squares: the response on the covariates and on what the instrument and the
 * covariates say was received; the residuals are those from what was received indeed. The effect is
 * the last coefficient; undefined if the instrument says nothing.
 */
export function twoStageFit(data: InstrumentData, firstStage: Regression): Regression | undefined {
  const { received, response, covariates } = data;
  const fitted = received.map((value, i) => value - (firstStage.residuals[i] ?? 0));
  const fit = leastSquaresFit([...covariates, fitted], response);
  if (!fit.design.kept.includes(covariates.length + 1)) return undefined;
  const effect = fit.coefficients.at(-1) ?? 0;
  const residuals = fit.residuals.map((residual, i) => residual - effect * (firstStage.residuals[i] ?? 0));
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  return { ...fit, residuals, dispersion: squares / fit.degreesOfFreedom };
}
