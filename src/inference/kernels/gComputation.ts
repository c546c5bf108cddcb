import { dot, matrixVector, transposed } from "../../numerics/index.js";
import type { Clusters } from "./clusterCovariance.js";
import { weightedMean } from "./design.js";
import { expit } from "./logisticFit.js";
import type { Regression } from "./regression.js";

/** What a fitted logistic regression says if all had been in one group. */
export interface StandardizedRisk {
  /** Mean of the fitted probabilities. */
  readonly risk: number;
  /** Its derivative by each coefficient. */
  readonly gradient: readonly number[];
  /** The fitted probability of each row. */
  readonly fitted: Float64Array;
}

/**
 * Fitted probabilities averaged over all rows, as if all had been in one group: the g-formula.
 *
 * @param fit logistic regression on `columns`, the first of which is the treatment
 * @param treatment 1 for the comparator, 0 for the reference
 */
export function standardizedRisk(
  fit: Regression,
  columns: readonly ArrayLike<number>[],
  treatment: 0 | 1,
  rows: number,
  weights?: ArrayLike<number>,
): StandardizedRisk {
  const value = (term: number, i: number): number =>
    term === 0 ? 1 : term === 1 ? treatment : (columns[term - 1]?.[i] ?? 0);
  const { kept } = fit.design;
  const eta = new Float64Array(rows).map((_, i) =>
    fit.coefficients.reduce((sum, coefficient, k) => sum + coefficient * value(kept[k] ?? 0, i), 0),
  );
  const fitted = eta.map(expit);
  const slopes = eta.map((each) => expit(each) * expit(-each));
  return {
    fitted,
    risk: weightedMean(fitted, weights),
    gradient: kept.map((term) =>
      weightedMean(
        slopes.map((slope, i) => slope * value(term, i)),
        weights,
      ),
    ),
  };
}

/**
 * The variance of the difference of two standardized risks if the rows are a sample: Σ φ², where
 * φ = w[p₁(x) − p₀(x) − (p̄₁ − p̄₀)]/Σ w + gᵀI⁻¹x w(y − p) is what a row does to the difference, through its
 * covariates and through the coefficients. Of clusters the sums are squared.
 *
 * @see Ye, Bannick, Yi & Shao (2023), Statistical Theory and Related Fields 7, 159–163,
 *   doi:10.1080/24754269.2023.2205802
 */
export function unconditionalVariance(
  { design, residuals }: Regression,
  comparator: StandardizedRisk,
  reference: StandardizedRisk,
  weights?: ArrayLike<number>,
  clusters?: Clusters,
): number {
  const gradient = comparator.gradient.map((value, k) => value - (reference.gradient[k] ?? 0));
  const along = matrixVector(transposed(design.back), gradient);
  const total = residuals.reduce((sum, _, i) => sum + (weights?.[i] ?? 1), 0);
  const difference = comparator.risk - reference.risk;
  const influence = residuals.map((residual, i) => {
    const own = (comparator.fitted[i] ?? 0) - (reference.fitted[i] ?? 0) - difference;
    const through = design.basis.reduce(
      (sum, direction, k) => sum + (along[k] ?? 0) * (direction[i] ?? 0),
      0,
    );
    return ((weights?.[i] ?? 1) * own) / total + through * residual;
  });
  if (clusters === undefined) return dot(influence, influence);
  const sums = new Float64Array(clusters.count);
  influence.forEach((value, i) => {
    const code = clusters.codes[i] ?? 0;
    sums[code] = (sums[code] ?? 0) + value;
  });
  return dot(sums, sums);
}
