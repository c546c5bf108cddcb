import { dot, matrixVector, sandwich, transposed, type Matrix } from "../../numerics/index.js";
import { clusterAdjustment, UNADJUSTED, type ClusterAdjustment } from "./clusterAdjustment.js";
import type { Regression } from "./regression.js";
import { LEANING, type Certainty, type CoefficientCovariance } from "./robustCovariance.js";

/** Which cluster each row belongs to: 0 … count − 1, none empty. */
export interface Clusters {
  readonly codes: ArrayLike<number>;
  readonly count: number;
}

/** Rows of one cluster: the columns of Z and of the loads W X, and its residuals. */
interface ClusterPart {
  readonly columns: readonly Float64Array[];
  readonly loads: readonly Float64Array[];
  readonly residuals: Float64Array;
}

/** How the regression looks on the scale on which the responses of different rows are alike. */
interface WorkingScale {
  readonly columns: readonly Float64Array[];
  readonly loads: readonly Float64Array[];
  readonly residuals: Float64Array;
  /** T of the covariance I − ZTZᵀ of the residuals. */
  readonly core: Matrix;
}

/**
 * The covariance of coefficients from independent clusters: Σ (Σ q A e)(Σ q A e)ᵀ, the inner sums
 * over the rows of a cluster. `cr0` has A = 1 and t with one degree of freedom less than clusters;
 * `cr2` has the A that makes the covariance unbiased for responses that are independent with equal
 * variances, and Satterthwaite's degrees of freedom for each contrast under the same.
 *
 * @param weights of least squares with weights that aren't inverse variances, such as those of a draw
 * @see Bell & McCaffrey (2002), Survey Methodology 28, 169–181; Pustejovsky & Tipton (2018), Journal of
 *   Business & Economic Statistics 36, 672–683, doi:10.1080/07350015.2016.1247004, eqs. 6–11
 */
export function clusterCovariance(
  fit: Regression,
  kind: "cr0" | "cr2",
  clusters: Clusters,
  weights?: ArrayLike<number>,
): CoefficientCovariance {
  const { back, basis } = fit.design;
  const scale = workingScale(fit, weights);
  const parts = partsOf(scale, clusters);
  const adjustments = parts.map(({ columns }) =>
    kind === "cr0" ? UNADJUSTED : clusterAdjustment(columns, scale.core),
  );
  const middle = basis.map(() => basis.map(() => 0));
  parts.forEach((part, g) => {
    const adjusted = adjustments[g]?.apply(part.residuals) ?? part.residuals;
    const score = part.loads.map((load) => dot(load, adjusted));
    addSquare(middle, score);
  });
  const whole = transposed(back);
  const plain: Certainty = { degreesOfFreedom: clusters.count - 1, isBlind: false };
  return {
    matrix: sandwich(back, middle),
    fittedExactly: adjustments.filter(({ blind }) => blind.length > 0).length,
    certainty: (contrast) =>
      kind === "cr0" ? plain : satterthwaite(matrixVector(whole, contrast), parts, adjustments, scale.core),
  };
}

function workingScale({ design, residuals }: Regression, weights?: ArrayLike<number>): WorkingScale {
  const { basis } = design;
  if (weights === undefined) {
    const core = basis.map((_, i) => basis.map((__, j) => (i === j ? 1 : 0)));
    return { columns: basis, loads: basis, residuals, core };
  }
  const root = (i: number): number => Math.sqrt(weights[i] ?? 1);
  const plain = basis.map((column) => column.map((value, i) => value / root(i)));
  const loads = basis.map((column) => column.map((value, i) => value * root(i)));
  const squares = loads.map((a) => loads.map((b) => dot(a, b)));
  // I − X Xᵀ W − W X Xᵀ + X (XᵀW²X) Xᵀ, with the X for which XᵀW X is the identity.
  const core = [
    ...squares.map((row, i) => [...row.map((value) => -value), ...basis.map((_, j) => (i === j ? 1 : 0))]),
    ...basis.map((_, i) => [...basis.map((__, j) => (i === j ? 1 : 0)), ...basis.map(() => 0)]),
  ];
  return {
    columns: [...plain, ...loads],
    loads,
    residuals: residuals.map((value, i) => value / root(i)),
    core,
  };
}

function partsOf({ columns, loads, residuals }: WorkingScale, { codes, count }: Clusters): ClusterPart[] {
  const rows: number[][] = Array.from({ length: count }, () => []);
  for (let i = 0; i < codes.length; i++) rows[codes[i] ?? 0]?.push(i);
  return rows.map((members) => {
    const of = (column: Float64Array): Float64Array => Float64Array.from(members, (i) => column[i] ?? 0);
    const part = columns.map(of);
    return { columns: part, loads: columns === loads ? part : loads.map(of), residuals: of(residuals) };
  });
}

/**
 * Degrees of freedom of the variance of a contrast: (tr G)²/tr G², where G is the covariance of the
 * clusters' adjusted residuals along the contrast, if the responses are independent and alike.
 *
 * With g = A·load and s = Zᵀg of each cluster, Gᵢⱼ = δᵢⱼ|gᵢ|² − sᵢᵀT sⱼ; its sum of squares needs no
 * pairs of clusters.
 */
function satterthwaite(
  contrast: readonly number[],
  parts: readonly ClusterPart[],
  adjustments: readonly ClusterAdjustment[],
  core: Matrix,
): Certainty {
  const sum = core.map(() => core.map(() => 0));
  let trace = 0;
  let squares = 0;
  let blind = 0;
  parts.forEach(({ columns, loads, residuals }, g) => {
    const load = residuals.map((_, i) =>
      loads.reduce((total, column, k) => total + (contrast[k] ?? 0) * (column[i] ?? 0), 0),
    );
    const adjustment = adjustments[g] ?? UNADJUSTED;
    const adjusted = adjustment.apply(load);
    const s = columns.map((column) => dot(column, adjusted));
    const shared = dot(s, matrixVector(core, s));
    const own = dot(adjusted, adjusted) - shared;
    trace += own;
    squares += own ** 2 - shared ** 2;
    addSquare(sum, s);
    for (const direction of adjustment.blind) blind += dot(direction, load) ** 2;
  });
  const product = core.map((row) => sum.map((column) => dot(row, column)));
  product.forEach((row, i) => row.forEach((value, j) => (squares += value * (product[j]?.[i] ?? 0))));
  return {
    degreesOfFreedom: trace ** 2 / squares,
    isBlind: blind > LEANING * dot(contrast, contrast) || !(trace > 0),
  };
}

function addSquare(sum: number[][], vector: readonly number[]): void {
  sum.forEach((row, i) => vector.forEach((value, j) => (row[j] = (row[j] ?? 0) + (vector[i] ?? 0) * value)));
}
