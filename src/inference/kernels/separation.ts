import { dot, nonNegativeLeastSquares } from "../../numerics/index.js";

/** A direction along which the likelihood rises for ever. */
export interface Separation {
  /** Complete if it tells all rows apart; quasi-complete if some lie on the border. */
  readonly extent: "complete" | "quasi-complete";
  /** In the coordinates of the columns. */
  readonly direction: readonly number[];
}

/** Of unit vectors: what lies further on the wrong side than this is there. */
const WRONG_SIDE = 1e-8;
/** The distance from 0 at which a nearest point lies apart from it. */
const APART = 1e-9;

/**
 * Whether a combination of columns tells 1 from 0 without error, so that logistic regression has no
 * maximum: a direction d with z·d ≥ 0 for all rows and > 0 for some, z being a row with its sign turned
 * where the response is 0.
 *
 * By Stiemke's theorem there is none exactly when positive weights bring the z into balance, Σ wz = 0.
 * The weights ≥ 1 that come nearest to balance are found by non-negative least squares: what they
 * leave is 0, or is such a direction. Likewise, by Gordan's, the direction can be had with z·d > 0 for
 * all rows exactly when no weights ≥ 0 with sum 1 bring balance.
 *
 * @param columns linearly independent
 * @param response 0 or 1
 * @see Albert & Anderson (1984), Biometrika 71, 1–10, doi:10.1093/biomet/71.1.1
 */
export function separationOf(
  columns: readonly Float64Array[],
  response: ArrayLike<number>,
): Separation | undefined {
  const signed = Array.from({ length: response.length }, (_, i) => signedRow(columns, response, i)).filter(
    (row) => row !== undefined,
  );
  const mean = columns.map((_, k) => signed.reduce((sum, row) => sum + (row[k] ?? 0), 0) / signed.length);
  // Weights 1/n + μ, μ ≥ 0: the rest is minus their balance.
  const { rest } = nonNegativeLeastSquares(
    signed,
    mean.map((value) => -value),
  );
  const direction = rest.map((value) => -value);
  const length = Math.sqrt(dot(direction, direction));
  const isOneSided = signed.every((row) => dot(row, direction) >= -WRONG_SIDE * length);
  if (!(length > APART) || !isOneSided) return undefined;
  const { rest: hull } = nonNegativeLeastSquares(
    signed.map((row) => [...row, 1]),
    [...mean.map(() => 0), 1],
  );
  const isComplete = Math.sqrt(dot(hull, hull)) > APART;
  return { extent: isComplete ? "complete" : "quasi-complete", direction };
}

/** A row as a unit vector that should point forward. */
function signedRow(
  columns: readonly Float64Array[],
  response: ArrayLike<number>,
  i: number,
): number[] | undefined {
  const row = columns.map((column) => column[i] ?? 0);
  const length = Math.sqrt(dot(row, row)) * (response[i] === 1 ? 1 : -1);
  return length === 0 ? undefined : row.map((value) => value / length);
}
