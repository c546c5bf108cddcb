import type { Matrix } from "./matrix.js";

/** Columns as combinations of orthonormal ones. */
export interface OrthonormalBasis {
  /** Orthonormal columns, one for each column that isn't a combination of earlier ones. */
  readonly basis: readonly Float64Array[];
  /** Which columns those are, in their order. */
  readonly kept: readonly number[];
  /** Upper triangular: column `kept[j]` is Σ triangle[i][j]·basis[i]. */
  readonly triangle: Matrix;
}

/** A column of which earlier ones leave no more than this share is taken for a combination of them. */
const NOTHING_NEW = 1e-7;

/**
 * The QR factors of a matrix given by its columns, with columns that are combinations of earlier ones left out.
 *
 * Modified Gram-Schmidt, each column projected twice, which keeps the basis orthonormal to the last digits however near
 * the columns are to dependence. A column counts as a combination if less than 10⁻⁷ of its length is new, the measure
 * of R's `lm`; center columns before that lie far from 0.
 *
 * @param columns of equal length
 * @param share of a column that must be new, 1e-7 by default
 * @example orthonormalBasis([[3, 4], [6, 8], [0, 1]]).kept // [0,2]
 * @example orthonormalBasis([[0, 0]]).kept // []
 * @see Giraud, Langou & Rozloznik (2005), Comput. Math. Appl. 50, 1069–1075, doi:10.1016/j.camwa.2005.08.009, for
 * why two projections are enough
 */
export function orthonormalBasis(
  columns: readonly ArrayLike<number>[],
  share: number = NOTHING_NEW,
): OrthonormalBasis {
  const basis: Float64Array[] = [];
  const kept: number[] = [];
  const combinations: number[][] = [];
  columns.forEach((column, index) => {
    const rest = Float64Array.from(column);
    const length = norm(rest);
    const parts = basis.map((direction) => takeOut(rest, direction));
    const again = basis.map((direction) => takeOut(rest, direction));
    const left = norm(rest);
    if (!(left > share * length)) return;
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] ?? 0) / left;
    basis.push(rest);
    kept.push(index);
    combinations.push([...parts.map((part, i) => part + (again[i] ?? 0)), left]);
  });
  const triangle = basis.map((_, i) => combinations.map((parts) => parts[i] ?? 0));
  return { basis, kept, triangle };
}

/** Takes the part along a direction out of a vector, in place, and tells its size. */
function takeOut(vector: Float64Array, direction: Float64Array): number {
  let part = 0;
  for (let i = 0; i < vector.length; i++) part += (vector[i] ?? 0) * (direction[i] ?? 0);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - part * (direction[i] ?? 0);
  return part;
}

/** Euclidean length. */
function norm(vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) * (vector[i] ?? 0);
  return sum > 1e-280 && sum < 1e280 ? Math.sqrt(sum) : scaledNorm(vector);
}

/** The same where squares over- or underflow. */
function scaledNorm(vector: Float64Array): number {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return 0;
  let sum = 0;
  for (const value of vector) sum += (value / largest) ** 2;
  return largest * Math.sqrt(sum);
}
