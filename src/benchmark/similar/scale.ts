import { competitionError } from "../../core/index.js";
import { cholesky, dot, transposed, type Matrix } from "../../numerics/index.js";
import type { Candidate } from "./candidates.js";

/** A condition's center and spread over the municipalities that are considered. */
export interface Spread {
  readonly covariate: string;
  readonly mean: number;
  readonly standardDeviation: number;
}

/** Points between which distances mean something. */
export interface Scaled {
  readonly spreads: readonly Spread[];
  readonly points: Matrix;
}

/**
 * Each condition in its standard deviations: z = (x − x̄)/s, with s² = Σ(x − x̄)²/(n − 1).
 *
 * @throws CompetitionError `constant-covariate` for a condition in which nobody differs.
 */
export function standardize(candidates: readonly Candidate[], covariates: readonly string[]): Scaled {
  const columns = covariates.map((name) => candidates.map((each) => each.values.get(name) ?? 0));
  const spreads = columns.map((column, index) => spreadOf(covariates[index] ?? "", column));
  const scaled = columns.map((column, index) => {
    const { mean = 0, standardDeviation = 1 } = spreads[index] ?? {};
    return column.map((value) => (value - mean) / standardDeviation);
  });
  return { spreads, points: candidates.map((_, row) => scaled.map((column) => column[row] ?? 0)) };
}

function spreadOf(covariate: string, column: readonly number[]): Spread {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardDeviation = Math.sqrt(squares / (column.length - 1));
  if (standardDeviation > 1e-12 * Math.abs(mean)) return { covariate, mean, standardDeviation };
  throw competitionError({
    code: "constant-covariate",
    path: `findPeers.covariates.${covariate}`,
    received: mean,
    expected: "a condition in which municipalities differ",
    hint: "Leave it out: it tells nobody from anybody.",
  });
}

/**
 * Points whose plain distances are Mahalanobis' distances, √((x − y)ᵀS⁻¹(x − y)) with the covariance S of all that are
 * considered: with R = TᵀT the correlations, z becomes T⁻ᵀz. Source: Mahalanobis 1936, Proc. Nat. Inst. Sci. India 2,
 * 49–55.
 *
 * @throws CompetitionError `collinear-covariates`, naming them; `constant-covariate`.
 */
export function whiten(candidates: readonly Candidate[], covariates: readonly string[]): Scaled {
  const { spreads, points } = standardize(candidates, covariates);
  const columns = transposed(points);
  const correlations = columns.map((a) => columns.map((b) => dot(a, b) / (candidates.length - 1)));
  const { triangle, redundant } = cholesky(correlations);
  const [first] = redundant;
  if (first !== undefined) throw collinear(covariates, triangle, first, candidates.length);
  const sides = transposed(triangle);
  return { spreads, points: points.map((point) => forward(sides, point)) };
}

/** Solves Tᵀw = z, T upper triangular and given by its columns. */
function forward(sides: Matrix, point: readonly number[]): readonly number[] {
  const solved: number[] = [];
  sides.forEach((column, i) => {
    solved.push(((point[i] ?? 0) - dot(column.slice(0, i), solved)) / (column[i] ?? 1));
  });
  return solved;
}

function collinear(
  covariates: readonly string[],
  triangle: Matrix,
  at: number,
  municipalities: number,
): Error {
  const weights: number[] = Array.from({ length: at }, () => 0);
  for (let i = at - 1; i >= 0; i--) {
    const row = triangle[i] ?? [];
    const rest = (row[at] ?? 0) - dot(row.slice(i + 1, at), weights.slice(i + 1));
    weights[i] = rest / (row[i] ?? 1);
  }
  const involved = covariates.filter((_, i) => i === at || Math.abs(weights[i] ?? 0) > 1e-6);
  return competitionError({
    code: "collinear-covariates",
    path: "findPeers.covariates",
    received: involved.join(", "),
    expected: "conditions of which none follows from the others",
    hint:
      municipalities <= covariates.length
        ? `There are no more than ${municipalities} municipalities for ${covariates.length} conditions: take fewer conditions.`
        : 'Leave one of them out, or take distance: "standardized", which doesn\'t mind.',
  });
}

/** The plain distance of two points. */
export function distanceOf(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.sqrt(sum);
}
