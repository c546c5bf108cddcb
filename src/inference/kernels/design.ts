import { matrixProduct, orthonormalBasis, triangularInverse, type Matrix } from "../../numerics/index.js";

/** The columns of a regression, the intercept first, as an orthonormal basis of what they span. */
export interface Design {
  /** Orthonormal columns Q that span √w·X. */
  readonly basis: readonly Float64Array[];
  /** Coefficients are `back`·(coordinates in the basis): a row for each term that was kept. */
  readonly back: Matrix;
  /** Terms that were kept, in order: 0 is the intercept, j the j-th column. */
  readonly kept: readonly number[];
  /** Terms that are combinations of others. */
  readonly aliased: readonly number[];
}

/** A column whose spread is no more than this share of its size is constant. */
const CONSTANT = 1e-12;

/**
 * The design of a regression on columns and an intercept.
 *
 * The columns are centered at their weighted means before they are made orthonormal, so that neither
 * the digits nor the verdict on dependence hang on where a column has its zero.
 *
 * @param rows their number; there may be no column at all
 * @param weights positive; without them all rows weigh 1
 */
export function designOf(
  columns: readonly ArrayLike<number>[],
  rows: number,
  weights?: ArrayLike<number>,
): Design {
  const roots = rootsOf(rows, weights);
  const means = columns.map((column) => weightedMean(column, weights));
  const centered = columns.map((column, j) => centeredColumn(column, means[j] ?? 0, roots));
  const { basis, kept, triangle } = orthonormalBasis([roots, ...centered]);
  const inverse = triangularInverse(triangle);
  // Of the centered columns the intercept is the mean response; of those given, what it is at 0.
  const shift = kept.map((term, i) =>
    i === 0
      ? kept.map((each) => (each === 0 ? 1 : -(means[each - 1] ?? 0)))
      : kept.map((each) => (each === term ? 1 : 0)),
  );
  const terms = [0, ...columns.map((_, j) => j + 1)];
  return {
    basis,
    back: matrixProduct(shift, inverse),
    kept,
    aliased: terms.filter((term) => !kept.includes(term)),
  };
}

/** Σ wx/Σ w, corrected for its own rounding; NaN without rows. */
export function weightedMean(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const first = roundedMean(values, 0, weights);
  return first + roundedMean(values, first, weights);
}

function roundedMean(values: ArrayLike<number>, from: number, weights?: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights?.[i] ?? 1;
    sum += weight * ((values[i] ?? 0) - from);
    total += weight;
  }
  return sum / total;
}

/** √w. */
export function rootsOf(rows: number, weights?: ArrayLike<number>): Float64Array {
  const roots = new Float64Array(rows).fill(1);
  return weights === undefined ? roots : roots.map((_, i) => Math.sqrt(weights[i] ?? 1));
}

/** √w(x − m); all 0 if that is only rounding. */
function centeredColumn(column: ArrayLike<number>, mean: number, roots: Float64Array): Float64Array {
  let spread = 0;
  let size = 0;
  const centered = roots.map((root, i) => {
    const value = column[i] ?? 0;
    spread = Math.max(spread, Math.abs(value - mean));
    size = Math.max(size, Math.abs(value));
    return root * (value - mean);
  });
  return spread <= CONSTANT * size ? centered.fill(0) : centered;
}
