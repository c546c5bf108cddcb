import type { Matrix } from "./matrix.js";

/** Eigenvalues with their vectors. */
export interface SymmetricEigen {
  readonly values: readonly number[];
  /** `vectors[k]` belongs to `values[k]`; they are orthonormal. */
  readonly vectors: Matrix;
}

/** Beside the largest entry, what a double's rounding doesn't show. */
const NOTHING = 2 ** -56;

/** Sweeps after which no matrix of doubles has anything left beside its diagonal. */
const MOST_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations: for small matrices, where it is accurate to
 * the last digits of the largest eigenvalue.
 *
 * @param matrix symmetric; only the upper triangle is read
 * @returns values in no particular order
 * @example symmetricEigen([[2, 0], [0, 3]]).values // [2,3]
 * @example symmetricEigen([]).values // []
 * @see Golub & Van Loan (2013), Matrix Computations, 4th edition, section 8.5
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  const size = matrix.length;
  const a = matrix.map((row, i) => row.map((value, j) => (j >= i ? value : (matrix[j]?.[i] ?? 0))));
  const vectors = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
  const nothing = NOTHING * Math.max(0, ...a.flat().map(Math.abs));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotations = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) if (rotate(a, vectors, p, q, nothing)) rotations++;
    }
    if (rotations === 0) break;
  }
  return { values: a.map((row, i) => row[i] ?? 0), vectors };
}

/** Turns the plane of p and q until a[p][q] is 0; false if it is nothing already. */
function rotate(a: number[][], vectors: number[][], p: number, q: number, nothing: number): boolean {
  const [rowP = [], rowQ = []] = [a[p], a[q]];
  const off = rowP[q] ?? 0;
  if (Math.abs(off) <= nothing) return false;
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * off);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (const row of a) turn(row, p, q, cosine, sine);
  turnRows(rowP, rowQ, cosine, sine);
  rowP[q] = 0;
  rowQ[p] = 0;
  turnRows(vectors[p] ?? [], vectors[q] ?? [], cosine, sine);
  return true;
}

function turn(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [row[p] ?? 0, row[q] ?? 0];
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}

function turnRows(rowP: number[], rowQ: number[], cosine: number, sine: number): void {
  rowP.forEach((x, i) => {
    const y = rowQ[i] ?? 0;
    rowP[i] = cosine * x - sine * y;
    rowQ[i] = sine * x + cosine * y;
  });
}
