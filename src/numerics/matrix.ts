/** A small dense matrix: an array of rows. */
export type Matrix = readonly (readonly number[])[];

/** The sum of the products of two vectors' entries; what one has beyond the other's length counts nothing. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const length = Math.min(a.length, b.length);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/**
 * The product of a matrix and a vector.
 *
 * @example matrixVector([[1, 2], [3, 4]], [1, 1]) // [3,7]
 */
export function matrixVector(matrix: Matrix, vector: ArrayLike<number>): number[] {
  return matrix.map((row) => dot(row, vector));
}

/**
 * Rows as columns.
 *
 * @example transposed([[1, 2], [3, 4]]) // [[1,3],[2,4]]
 */
export function transposed(matrix: Matrix): number[][] {
  return (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? 0));
}

/**
 * The product of two matrices.
 *
 * @example matrixProduct([[1, 2]], [[3], [4]]) // [[11]]
 */
export function matrixProduct(a: Matrix, b: Matrix): number[][] {
  const columns = transposed(b);
  return a.map((row) => matrixVector(columns, row));
}

/**
 * A S Aᵀ, the covariance of A·x where S is that of x; exactly symmetric if S is.
 *
 * @example sandwich([[1, 1]], [[4, 0], [0, 9]]) // [[13]]
 */
export function sandwich(a: Matrix, s: Matrix): number[][] {
  const left = matrixProduct(a, s);
  const product = a.map((_, i) => a.slice(0, i + 1).map((other) => dot(left[i] ?? [], other)));
  return a.map((_, i) => a.map((__, j) => product[Math.max(i, j)]?.[Math.min(i, j)] ?? 0));
}

/**
 * The inverse of an upper triangular matrix.
 *
 * @param triangle square, without a zero on its diagonal; what stands below the diagonal isn't read
 * @example triangularInverse([[2, 1], [0, 4]]) // [[0.5,-0.125],[0,0.25]]
 */
export function triangularInverse(triangle: Matrix): number[][] {
  const size = triangle.length;
  const inverse = triangle.map(() => Array.from({ length: size }, () => 0));
  for (let j = 0; j < size; j++) {
    for (let i = j; i >= 0; i--) {
      let rest = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k++) rest -= (triangle[i]?.[k] ?? 0) * (inverse[k]?.[j] ?? 0);
      const row = inverse[i];
      if (row !== undefined) row[j] = rest / (triangle[i]?.[i] ?? 0);
    }
  }
  return inverse;
}
