import { dot, matrixVector, transposed, type Matrix } from "../../numerics/index.js";
import { clusterAdjustment, UNADJUSTED, type ClusterAdjustment } from "./clusterAdjustment.js";
import type { Regression } from "./regression.js";
import { LEANING, spread, type Certainty, type CoefficientCovariance } from "./robustCovariance.js";

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
    matrix: spread(back, middle),
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

/** The rows brought into the order of the clusters, and cut there. */
function partsOf({ columns, loads, residuals }: WorkingScale, clusters: Clusters): readonly ClusterPart[] {
  const { order, ends } = ordered(clusters);
  const arranged = (column: Float64Array): Float64Array => {
    const values = new Float64Array(order.length);
    for (let i = 0; i < values.length; i++) values[i] = column[order[i] ?? 0] ?? 0;
    return values;
  };
  const all = columns.map(arranged);
  const allLoads = columns === loads ? all : loads.map(arranged);
  const allResiduals = arranged(residuals);
  return Array.from(ends, (end, g) => {
    const from = ends[g - 1] ?? 0;
    const part = all.map((column) => column.subarray(from, end));
    return {
      columns: part,
      loads: all === allLoads ? part : allLoads.map((column) => column.subarray(from, end)),
      residuals: allResiduals.subarray(from, end),
    };
  });
}

/** Row numbers, cluster after cluster, and where each cluster ends. */
function ordered({ codes, count }: Clusters): { readonly order: Uint32Array; readonly ends: Uint32Array } {
  const ends = new Uint32Array(count);
  for (let i = 0; i < codes.length; i++) ends[codes[i] ?? 0] = (ends[codes[i] ?? 0] ?? 0) + 1;
  for (let g = 1; g < count; g++) ends[g] = (ends[g] ?? 0) + (ends[g - 1] ?? 0);
  const order = new Uint32Array(codes.length);
  const next = Uint32Array.from(ends, (_, g) => ends[g - 1] ?? 0);
  for (let i = 0; i < codes.length; i++) {
    const g = codes[i] ?? 0;
    order[next[g] ?? 0] = i;
    next[g] = (next[g] ?? 0) + 1;
  }
  return { order, ends };
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
    const load = combined(loads, contrast, residuals.length);
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

/** Σ factor·column. */
function combined(columns: readonly Float64Array[], factors: readonly number[], rows: number): Float64Array {
  const sum = new Float64Array(rows);
  for (let k = 0; k < columns.length; k++) {
    const [column, factor = 0] = [columns[k], factors[k]];
    for (let i = 0; i < rows; i++) sum[i] = (sum[i] ?? 0) + factor * (column?.[i] ?? 0);
  }
  return sum;
}

function addSquare(sum: number[][], vector: readonly number[]): void {
  for (let i = 0; i < sum.length; i++) {
    const row = sum[i] ?? [];
    for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) + (vector[i] ?? 0) * (vector[j] ?? 0);
  }
}
