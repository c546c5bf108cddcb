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
    const rest = remainder(row, i, triangle);
    const pivot = rest[i] ?? 0;
    const isRedundant = !(pivot > rounding * (row[i] ?? 0));
    if (isRedundant) redundant.push(i);
    const root = isRedundant ? Infinity : Math.sqrt(pivot);
    for (let j = i; j < rest.length; j++) rest[j] = (rest[j] ?? 0) / root;
    triangle.push(rest);
  });
  return { triangle, redundant };
}

/** What the rows above leave of row i from its diagonal entry on. */
function remainder(row: readonly number[], i: number, above: Matrix): number[] {
  const rest = Array.from(row, () => 0);
  for (const other of above) {
    const factor = other[i] ?? 0;
    for (let j = i; j < rest.length; j++) rest[j] = (rest[j] ?? 0) + factor * (other[j] ?? 0);
  }
  for (let j = i; j < rest.length; j++) rest[j] = (row[j] ?? 0) - (rest[j] ?? 0);
  return rest;
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
