import { dot, transposed, type Matrix } from "./matrix.js";

/** A symmetric non-negative matrix A as RᵀR. */
export interface Cholesky {
  /** R, upper triangular; the rows of what is redundant are 0. */
  readonly triangle: readonly (readonly number[])[];
  /** The rows of A that are combinations of those before them. */
  readonly redundant: readonly number[];
}

/** What is left of a diagonal entry, as a share of it, that may be rounding. */
const ROUNDING = 1e-11;

/**
 * Cholesky's factorization of a covariance or information matrix, singular ones included.
 *
 * @param matrix symmetric, without negative eigenvalues
 * @param rounding share of a diagonal entry below which what the rows before leave of it counts as 0
 * @example cholesky([[4, 2], [2, 2]]).triangle // [[2,1],[0,1]]
 * @example cholesky([[1, 1], [1, 1]]).redundant // [1]
 */
export function cholesky(matrix: Matrix, rounding: number = ROUNDING): Cholesky {
  const triangle: number[][] = [];
  const redundant: number[] = [];
  matrix.forEach((row, i) => {
    const above = transposed(triangle);
    const rest = row.map((value, j) => (j < i ? 0 : value - dot(above[i] ?? [], above[j] ?? [])));
    const pivot = rest[i] ?? 0;
    const isRedundant = !(pivot > rounding * (row[i] ?? 0));
    if (isRedundant) redundant.push(i);
    triangle.push(rest.map((value) => (isRedundant ? 0 : value / Math.sqrt(pivot))));
  });
  return { triangle, redundant };
}

/** A quadratic form, and the rank of its matrix: the degrees of freedom if it is chi-squared. */
export interface QuadraticForm {
  readonly value: number;
  readonly rank: number;
}

/**
 * uᵀA⁻u, where A may be singular and u is in its range: how far a vector of covariance A is from 0.
 *
 * @example quadraticForm([2, 0], [[4, 0], [0, 9]]).value // 1
 * @example quadraticForm([1, -1], [[2, -2], [-2, 2]]).rank // 1
 */
export function quadraticForm(vector: ArrayLike<number>, matrix: Matrix): QuadraticForm {
  const { triangle, redundant } = cholesky(matrix);
  const columns = transposed(triangle);
  const solved: number[] = [];
  columns.forEach((column, i) => {
    const diagonal = column[i] ?? 0;
    const rest = (vector[i] ?? 0) - dot(column.slice(0, i), solved);
    solved.push(diagonal === 0 ? 0 : rest / diagonal);
  });
  return { value: dot(solved, solved), rank: vector.length - redundant.length };
}
