import {
  dot,
  matrixProduct,
  matrixVector,
  orthonormalBasis,
  quadraticForm,
  sandwich,
  triangularInverse,
  type Matrix,
} from "../../numerics/index.js";
import type { Covariates, Ties } from "./coxLikelihood.js";
import { coxMaximum, inverseOf } from "./coxNewton.js";
import { coxScores } from "./coxScores.js";
import type { RiskSets } from "./riskSets.js";

/** A Cox model where its partial likelihood is largest. */
export interface CoxFit {
  /** Columns that have a coefficient; within strata the others are combinations of them. */
  readonly kept: readonly number[];
  /** Of the columns kept; infinite where the likelihood rises without end. */
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
  readonly logLikelihood: number;
  /** With all coefficients 0. */
  readonly nullLogLikelihood: number;
  /** Of the score test that all coefficients are 0. */
  readonly scoreStatistic: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/** What a coefficient moves a linear predictor by, as a share of what another does, that is taken for rounding. */
const ROUNDING = 1e-4;
/** Variance of a coefficient, per event and for a column of unit spread, above which nothing is known of it. */
const FLAT = 1e7;
/** A column whose values in a stratum differ by no more than this share of their size is constant there. */
const CONSTANT = 1e-12;

/**
 * Fits a Cox model to columns by row.
 *
 * The columns are centered within strata and made orthonormal first, so that what is a combination of
 * others falls away and no column's scale is harder than another's.
 *
 * @param clusters by row, for a covariance that is robust to a wrong model and to dependence within
 *   clusters, I⁻¹ (Σ uuᵀ) I⁻¹ over the clusters' sums u of score residuals; without, the model's own, I⁻¹
 * @returns nothing where the information has no inverse
 */
export function coxFit(
  sets: RiskSets,
  columns: readonly ArrayLike<number>[],
  ties: Ties,
  clusters?: ArrayLike<number>,
): CoxFit | undefined {
  const spread = columns.map((column) => centered(column, sets));
  const { basis, kept, triangle } = orthonormalBasis(spread);
  const x = interleaved(basis, sets.order.length);
  const { coefficients, at, atZero, direction, converged, iterations } = coxMaximum(sets, x, ties);
  const back = triangularInverse(triangle);
  const inverse = inverseOf(at.information);
  if (inverse === undefined) return undefined;
  const model = sandwich(back, inverse);
  const covariance =
    clusters === undefined
      ? model
      : sandwich(
          matrixProduct(back, inverse),
          outerSums(coxScores(sets, x, coefficients, ties), x.size, sets, clusters),
        );
  const sizes = kept.map((column) => Math.sqrt(dot(spread[column] ?? [], spread[column] ?? [])));
  const ends = endsOf(matrixVector(back, direction ?? []), sizes);
  // Where the likelihood has no end in some direction it may be all but flat in others.
  const flat = (FLAT * sets.order.length) / sets.events;
  const isFlat = (k: number): boolean =>
    direction !== undefined && (model[k]?.[k] ?? 0) * (sizes[k] ?? 0) ** 2 > flat;
  return {
    kept,
    coefficients: matrixVector(back, coefficients).map((value, k) => ends[k] ?? value),
    covariance: bounded(covariance, (k) => ends[k] !== undefined || isFlat(k)),
    logLikelihood: at.logLikelihood,
    nullLogLikelihood: atZero.logLikelihood,
    scoreStatistic: quadraticForm(atZero.score, atZero.information).value,
    converged,
    iterations,
  };
}

/** A column at the places of the order less its mean in each stratum; exactly 0 in strata where it is constant. */
function centered(column: ArrayLike<number>, { order, moments }: RiskSets): Float64Array {
  const values = new Float64Array(order.length);
  order.forEach((row, place) => (values[place] = column[row] ?? 0));
  let from = 0;
  moments.forEach(({ to }, index) => {
    if (moments[index + 1]?.isLatest === false) return;
    const stratum = values.subarray(from, to);
    const first = stratum[0] ?? 0;
    const size = stratum.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const isConstant = stratum.every((value) => Math.abs(value - first) <= CONSTANT * size);
    const mean = first + stratum.reduce((sum, value) => sum + (value - first), 0) / stratum.length;
    stratum.forEach((value, place) => (stratum[place] = isConstant ? 0 : value - mean));
    from = to;
  });
  return values;
}

/** Columns row after row. */
function interleaved(columns: readonly Float64Array[], rows: number): Covariates {
  const size = columns.length;
  const values = new Float64Array(rows * size);
  columns.forEach((column, k) => column.forEach((value, place) => (values[place * size + k] = value)));
  return { values, size };
}

/** Σ uuᵀ over clusters, u being the sum of a cluster's score residuals. */
function outerSums(
  scores: Float64Array,
  size: number,
  { order }: RiskSets,
  clusters: ArrayLike<number>,
): Matrix {
  const sums = new Map<number, Float64Array>();
  order.forEach((row, place) => {
    const cluster = clusters[row] ?? 0;
    const sum = sums.get(cluster) ?? new Float64Array(size);
    for (let k = 0; k < size; k++) sum[k] = (sum[k] ?? 0) + (scores[place * size + k] ?? 0);
    sums.set(cluster, sum);
  });
  const columns = Array.from({ length: size }, (_, k) => Array.from(sums.values(), (sum) => sum[k] ?? 0));
  return columns.map((column) => columns.map((other) => dot(column, other)));
}

/** Which coefficients have no end along a direction, with their sign. */
function endsOf(direction: readonly number[], sizes: readonly number[]): readonly (number | undefined)[] {
  const moves = direction.map((value, k) => value * (sizes[k] ?? 0));
  const most = Math.max(0, ...moves.map(Math.abs));
  return moves.map((move) => (Math.abs(move) > ROUNDING * most ? Math.sign(move) * Infinity : undefined));
}

/** A covariance matrix in which coefficients without a bound have infinite variance. */
function bounded(covariance: Matrix, isUnbounded: (index: number) => boolean): Matrix {
  return covariance.map((row, i) =>
    row.map((value, j) => {
      if (!isUnbounded(i) && !isUnbounded(j)) return value;
      return i === j ? Infinity : 0;
    }),
  );
}
