import {
  dot,
  matrixProduct,
  orthonormalBasis,
  sandwich,
  symmetricEigen,
  type Matrix,
} from "../../numerics/index.js";

/** The matrix A of a cluster by which its residuals are multiplied, as what it does to a vector. */
export interface ClusterAdjustment {
  readonly apply: (vector: Float64Array) => Float64Array;
  /** Directions in which the model fits the cluster whatever its responses. */
  readonly blind: readonly Float64Array[];
}

/** Directions within a cluster count as new from this share on. */
const NEW = 1e-12;
/** Of its variance, what a fitted direction has left at most. */
const NOTHING_LEFT = 1e-10;

/**
 * B⁺ᐟ², the symmetric root of the pseudo-inverse of B = I − ZTZᵀ, where B is the covariance of the
 * cluster's residuals if the responses are independent with equal variances.
 *
 * B differs from the identity only in the directions that the columns of Z span, of which there are
 * few however large the cluster is; the root is taken there.
 *
 * @param columns Z, the rows of one cluster
 * @param core T, symmetric
 */
export function clusterAdjustment(columns: readonly Float64Array[], core: Matrix): ClusterAdjustment {
  const { basis } = orthonormalBasis(columns, NEW);
  const coordinates = basis.map((direction) => columns.map((column) => dot(direction, column)));
  const taken = sandwich(coordinates, core);
  const { values, vectors } = symmetricEigen(
    taken.map((row, i) => row.map((value, j) => (i === j ? 1 : 0) - value)),
  );
  const rows = basis.map((direction) => [...direction]);
  const directions = matrixProduct(vectors, rows).map((row) => Float64Array.from(row));
  const isBlind = values.map((value) => value <= NOTHING_LEFT);
  const factors = values.map((value, k) => (isBlind[k] === true ? -1 : 1 / Math.sqrt(value) - 1));
  return {
    blind: directions.filter((_, k) => isBlind[k]),
    apply: (vector) => {
      const adjusted = Float64Array.from(vector);
      directions.forEach((direction, k) => {
        const amount = (factors[k] ?? 0) * dot(direction, vector);
        for (let i = 0; i < adjusted.length; i++)
          adjusted[i] = (adjusted[i] ?? 0) + amount * (direction[i] ?? 0);
      });
      return adjusted;
    },
  };
}

/** No adjustment: what CR0 has. */
export const UNADJUSTED: ClusterAdjustment = { apply: (vector) => vector, blind: [] };
