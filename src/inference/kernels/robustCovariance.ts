import { dot, sandwich, transposed, type Matrix } from "../../numerics/index.js";
import { leverages, type Regression } from "./regression.js";

/** Covariances that take the rows as independent. */
export type RowCovariance = "hc2" | "hc0" | "hc3" | "model";

/** The covariance of a regression's coefficients. */
export interface CoefficientCovariance {
  readonly matrix: Matrix;
  /** Rows or clusters that the model fits whatever their response: they tell nothing of their own variance. */
  readonly fittedExactly: number;
  /** How sure the variance of a contrast is of itself. */
  readonly certainty: (contrast: readonly number[]) => Certainty;
}

export interface Certainty {
  /** Of Student's t. */
  readonly degreesOfFreedom: number;
  /** Whether it leans on rows or clusters that are fitted exactly, whose part can't be estimated. */
  readonly isBlind: boolean;
}

/** From this leverage on a row is fitted exactly. */
const EXACT = 1 - 1e-10;
/** A contrast leans on what it has more than this share of its variance in. */
export const LEANING = 1e-9;

/** What a squared residual is multiplied by, by its leverage h; nothing if the row is fitted exactly. */
export function squareFactor(kind: RowCovariance, h: number): number {
  if (kind === "hc0" || kind === "model") return 1;
  if (h >= EXACT) return 0;
  return kind === "hc2" ? 1 / (1 - h) : 1 / (1 - h) ** 2;
}

/**
 * The covariance of coefficients from independent rows: Σ qqᵀe²·g(h) between the basis and the
 * coefficients, with g = 1 (`hc0`), 1/(1 − h) (`hc2`), 1/(1 − h)² (`hc3`), or the model's own.
 *
 * @see MacKinnon & White (1985), Journal of Econometrics 29, 305–325, doi:10.1016/0304-4076(85)90158-7
 */
export function rowCovariance(fit: Regression, kind: RowCovariance): CoefficientCovariance {
  const { design, residuals, degreesOfFreedom, dispersion } = fit;
  const { basis, back } = design;
  if (kind === "model" || kind === "hc0") {
    const weights = residuals.map((residual) => residual ** 2);
    const middle = kind === "hc0" ? weightedSquares(basis, weights) : identity(basis.length, dispersion);
    const certainty = { degreesOfFreedom, isBlind: false };
    return { matrix: spread(back, middle), fittedExactly: 0, certainty: () => certainty };
  }
  const leverage = leverages(design);
  const exact = [...leverage.keys()].filter((i) => (leverage[i] ?? 0) >= EXACT);
  const weights = residuals.map((residual, i) => residual ** 2 * squareFactor(kind, leverage[i] ?? 0));
  return {
    matrix: spread(back, weightedSquares(basis, weights)),
    fittedExactly: exact.length,
    certainty: (contrast) => ({ degreesOfFreedom, isBlind: leansOn(exact, contrast, fit) }),
  };
}

/** A variance this small beside what it could be is rounding. */
const ROUNDING = 1e-15;

/** The covariance of the coefficients from that of the coordinates. */
export function spread(back: Matrix, middle: Matrix): Matrix {
  const trace = middle.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  return sandwich(back, middle).map((row, i) =>
    row.map((value, j) => {
      const isNothing = i === j && value <= ROUNDING * trace * dot(back[i] ?? [], back[i] ?? []);
      return isNothing ? 0 : value;
    }),
  );
}

function leansOn(rows: readonly number[], contrast: readonly number[], { design }: Regression): boolean {
  if (rows.length === 0) return false;
  const loads = transposed(design.back).map((column) => dot(column, contrast));
  let there = 0;
  for (const i of rows) {
    const load = loads.reduce((sum, part, k) => sum + part * (design.basis[k]?.[i] ?? 0), 0);
    there += load ** 2;
  }
  return there > LEANING * dot(loads, loads);
}

/** Σ w qqᵀ over the rows q of the basis. */
function weightedSquares(basis: readonly Float64Array[], weights: Float64Array): number[][] {
  const lower = basis.map((a, i) => basis.slice(0, i + 1).map((b) => weightedDot(a, b, weights)));
  return basis.map((_, i) => basis.map((__, j) => lower[Math.max(i, j)]?.[Math.min(i, j)] ?? 0));
}

function weightedDot(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}

function identity(size: number, factor: number): number[][] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => (i === j ? factor : 0)),
  );
}
