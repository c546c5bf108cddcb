import { competitionError } from "../../core/index.js";
import { cholesky, dot, transposed, type Matrix } from "../../numerics/index.js";
import type { Candidate } from "./candidates.js";

/** A condition's center and spread over the municipalities that are considered. */
interface Spread {
  readonly covariate: string;
  readonly mean: number;
  readonly standardDeviation: number;
}

/** The municipalities as points: each condition in its standard deviations, z = (x − x̄)/s, s² = Σ(x − x̄)²/(n − 1). */
export interface Space {
  readonly spreads: readonly Spread[];
  /** A row per municipality. */
  readonly points: Matrix;
  /** The correlations of the conditions. */
  readonly correlations: Matrix;
}

/**
 * The space of some municipalities, all of whose conditions are known.
 *
 * @throws CompetitionError `constant-covariate` for a condition in which nobody differs.
 */
export function spaceOf(candidates: readonly Candidate[], covariates: readonly string[]): Space {
  const columns = covariates.map((_, at) => candidates.map((each) => each.values[at] ?? 0));
  const spreads = columns.map((column, at) => spreadOf(covariates[at] ?? "", column));
  const scaled = columns.map((column, at) => {
    const { mean = 0, standardDeviation = 1 } = spreads[at] ?? {};
    return column.map((value) => (value - mean) / standardDeviation);
  });
  const correlations = scaled.map((a) => scaled.map((b) => dot(a, b) / (candidates.length - 1)));
  return {
    spreads,
    points: candidates.map((_, row) => scaled.map((column) => column[row] ?? 0)),
    correlations,
  };
}

function spreadOf(covariate: string, column: readonly number[]): Spread {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardDeviation = Math.sqrt(squares / (column.length - 1));
  if (standardDeviation > 1e-12 * Math.abs(mean)) return { covariate, mean, standardDeviation };
  throw competitionError({
    code: "constant-covariate",
    path: `findPeers.covariates.${covariate}`,
    received: mean,
    expected: "a condition in which municipalities differ",
    hint: "Leave it out: it tells nobody from anybody.",
  });
}

/** Coordinates of municipalities between which plain distances mean something, one municipality after the other. */
export interface Coordinates {
  readonly dimensions: number;
  readonly values: Float64Array;
}

/** The plain distance of the municipalities at two positions. */
export function distanceOf({ dimensions, values }: Coordinates, a: number, b: number): number {
  const [startA, startB] = [a * dimensions, b * dimensions];
  let sum = 0;
  for (let i = 0; i < dimensions; i++) {
    const difference = (values[startA + i] ?? 0) - (values[startB + i] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/** The conditions in some columns, each in its standard deviations. */
export function standardized({ points }: Space, columns: readonly number[]): Coordinates {
  const dimensions = columns.length;
  const values = new Float64Array(points.length * dimensions);
  points.forEach((point, row) => {
    for (let i = 0; i < dimensions; i++) values[row * dimensions + i] = point[columns[i] ?? 0] ?? 0;
  });
  return { dimensions, values };
}

/**
 * Coordinates whose plain distances are Mahalanobis', √((x − y)ᵀS⁻¹(x − y)), S being the covariance of all that are
 * considered: with the correlations R = TᵀT, z becomes T⁻ᵀz. Source: Mahalanobis 1936, Proc. Nat. Inst. Sci. India 2,
 * 49–55.
 *
 * @throws CompetitionError `collinear-covariates`, naming them.
 */
export function whitened(space: Space, columns: readonly number[]): Coordinates {
  const some = columns.map((i) => columns.map((j) => space.correlations[i]?.[j] ?? 0));
  const { triangle, redundant } = cholesky(some);
  const [first] = redundant;
  if (first !== undefined) {
    const names = columns.map((at) => space.spreads[at]?.covariate ?? "");
    throw collinear(names, triangle, first, space.points.length);
  }
  const sides = transposed(triangle).map((side) => Float64Array.from(side));
  const { dimensions, values } = standardized(space, columns);
  for (let start = 0; start < values.length; start += dimensions) {
    for (let i = 0; i < dimensions; i++) {
      const side = sides[i] ?? values;
      let rest = values[start + i] ?? 0;
      for (let j = 0; j < i; j++) rest -= (side[j] ?? 0) * (values[start + j] ?? 0);
      values[start + i] = rest / (side[i] ?? 1);
    }
  }
  return { dimensions, values };
}

/** Names the condition that follows from earlier ones together with those it follows from. */
function collinear(names: readonly string[], triangle: Matrix, at: number, municipalities: number): Error {
  const weights: number[] = Array.from({ length: at }, () => 0);
  for (let i = at - 1; i >= 0; i--) {
    const row = triangle[i] ?? [];
    const rest = (row[at] ?? 0) - dot(row.slice(i + 1, at), weights.slice(i + 1));
    weights[i] = rest / (row[i] ?? 1);
  }
  const involved = names.filter((_, i) => i === at || Math.abs(weights[i] ?? 0) > 1e-6);
  return competitionError({
    code: "collinear-covariates",
    path: "findPeers.covariates",
    received: involved.join(", "),
    expected: "conditions of which none follows from the others",
    hint:
      municipalities <= names.length
        ? `There are no more than ${municipalities} municipalities for ${names.length} conditions: take fewer conditions.`
        : 'Leave one of them out, or take distance: "standardized", which doesn\'t mind.',
  });
}
