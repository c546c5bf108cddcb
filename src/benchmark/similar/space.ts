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
  /** A column per condition. */
  readonly scaled: readonly Float64Array[];
}

/**
 * The space of some municipalities, all of whose conditions are known.
 *
 * @throws CompetitionError `constant-covariate` for a condition in which nobody differs.
 */
export function spaceOf(candidates: readonly Candidate[], covariates: readonly string[]): Space {
  const columns = covariates.map((_, at) => columnOf(candidates, at));
  const spreads = columns.map((column, at) => spreadOf(covariates[at] ?? "", column));
  spreads.forEach(({ mean, standardDeviation }, at) => {
    const column = columns[at] ?? [];
    for (let i = 0; i < column.length; i++) column[i] = ((column[i] ?? 0) - mean) / standardDeviation;
  });
  return { spreads, scaled: columns };
}

function columnOf(candidates: readonly Candidate[], at: number): Float64Array {
  const column = new Float64Array(candidates.length);
  for (let i = 0; i < column.length; i++) column[i] = candidates[i]?.values[at] ?? 0;
  return column;
}

function spreadOf(covariate: string, column: Float64Array): Spread {
  let sum = 0;
  for (const value of column) sum += value;
  const mean = sum / column.length;
  let squares = 0;
  for (const value of column) squares += (value - mean) ** 2;
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

/** Coordinates of municipalities between which plain distances mean something. */
export interface Coordinates {
  readonly dimensions: number;
  /** One municipality after the other. */
  readonly values: Float64Array;
  /** One condition after the other: the way, of length 1, in which a municipality moves if that condition alone changes. */
  readonly ways: Float64Array;
}

/** The conditions, each in its standard deviations. */
export function standardized(space: Space): Coordinates {
  return { dimensions: space.scaled.length, values: valuesOf(space), ways: unitMatrix(space.scaled.length) };
}

/**
 * Coordinates whose plain distances are Mahalanobis', √((x − y)ᵀS⁻¹(x − y)), S being the covariance of all that are
 * considered: with the correlations R = TᵀT, z becomes T⁻ᵀz. Source: Mahalanobis 1936, Proc. Nat. Inst. Sci. India 2,
 * 49–55.
 *
 * @throws CompetitionError `collinear-covariates`, naming them.
 */
export function whitened(space: Space): Coordinates {
  const { scaled, spreads } = space;
  const dimensions = scaled.length;
  const municipalities = scaled[0]?.length ?? 0;
  const correlations = correlationsOf(scaled, municipalities);
  const { triangle, redundant } = cholesky(correlations);
  const [first] = redundant;
  if (first !== undefined) {
    const names = spreads.map(({ covariate }) => covariate);
    throw collinear(names, triangle, first, municipalities);
  }
  const [values, ways] = [valuesOf(space), unitMatrix(dimensions)];
  const sides = Float64Array.from(transposed(triangle).flat());
  whiten(values, sides, dimensions);
  whiten(ways, sides, dimensions);
  for (let start = 0; start < ways.length; start += dimensions) {
    const way = ways.subarray(start, start + dimensions);
    const length = Math.sqrt(dot(way, way));
    for (let i = 0; i < dimensions; i++) way[i] = (way[i] ?? 0) / length;
  }
  return { dimensions, values, ways };
}

function correlationsOf(scaled: readonly Float64Array[], municipalities: number): Matrix {
  const below = scaled.map((a, i) =>
    scaled.slice(0, i + 1).map((b) => sumOfProducts(a, b) / (municipalities - 1)),
  );
  return scaled.map((_, i) => scaled.map((__, j) => below[Math.max(i, j)]?.[Math.min(i, j)] ?? 0));
}

/** As {@link dot}, of one kind of array alone, which is several times as fast where the vectors are long. */
function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function valuesOf({ scaled }: Space): Float64Array {
  const dimensions = scaled.length;
  const values = new Float64Array(dimensions * (scaled[0]?.length ?? 0));
  scaled.forEach((column, at) => {
    for (let row = 0; row < column.length; row++) values[row * dimensions + at] = column[row] ?? 0;
  });
  return values;
}

function unitMatrix(dimensions: number): Float64Array {
  const values = new Float64Array(dimensions * dimensions);
  for (let at = 0; at < dimensions; at++) values[at * dimensions + at] = 1;
  return values;
}

/** Puts T⁻ᵀz in the place of every z; the rows of Tᵀ stand one after the other. */
function whiten(values: Float64Array, sides: Float64Array, dimensions: number): void {
  for (let start = 0; start < values.length; start += dimensions) {
    for (let i = 0; i < dimensions; i++) {
      const row = i * dimensions;
      let rest = values[start + i] ?? 0;
      for (let j = 0; j < i; j++) rest -= (sides[row + j] ?? 0) * (values[start + j] ?? 0);
      values[start + i] = rest / (sides[row + i] ?? 1);
    }
  }
}

/** Distances of all municipalities from one of them, with all conditions or without one, by its place. */
export type DistancesFrom = (without: number | undefined) => Float64Array;

/**
 * The plain distances of all municipalities from one of them. Where a condition is left out they are the least that they
 * could be whatever that condition were: square to the way w in which it moves a municipality, √(‖d‖² − (dᵀw)²). For
 * Mahalanobis' distance that is the one whose S lacks the condition, without another inverse for each.
 */
export function distancesFrom(coordinates: Coordinates, own: number): DistancesFrom {
  const { dimensions, ways } = coordinates;
  const moves = movesFrom(coordinates, own);
  const squares = new Float64Array(moves.length / dimensions);
  for (let at = 0; at < squares.length; at++) {
    let sum = 0;
    for (let i = at * dimensions; i < (at + 1) * dimensions; i++) sum += (moves[i] ?? 0) ** 2;
    squares[at] = sum;
  }
  const plain = squares.map(Math.sqrt);
  return (without) =>
    without === undefined
      ? plain
      : withoutWay(moves, squares, ways.subarray(without * dimensions, (without + 1) * dimensions));
}

/** √(‖d‖² − (dᵀw)²) of every move d, by their squares. */
function withoutWay(moves: Float64Array, squares: Float64Array, way: Float64Array): Float64Array {
  const dimensions = way.length;
  const distances = new Float64Array(squares.length);
  for (let at = 0; at < distances.length; at++) {
    const start = at * dimensions;
    let along = 0;
    for (let i = 0; i < dimensions; i++) along += (moves[start + i] ?? 0) * (way[i] ?? 0);
    const square = squares[at] ?? 0;
    const rest = square - along * along;
    distances[at] = Math.sqrt(rest > CANCELLED * square ? rest : restOf(moves, start, way, along));
  }
  return distances;
}

/** A difference that is so small a share of what it is taken from has lost digits. */
const CANCELLED = 1e-4;

/** ‖d − (dᵀw)w‖², digit by digit. */
function restOf(moves: Float64Array, start: number, way: Float64Array, along: number): number {
  let sum = 0;
  for (let i = 0; i < way.length; i++) sum += ((moves[start + i] ?? 0) - along * (way[i] ?? 0)) ** 2;
  return sum;
}

/** What moves one municipality to each of all. */
function movesFrom({ dimensions, values }: Coordinates, own: number): Float64Array {
  const moves = new Float64Array(values.length);
  const from = values.subarray(own * dimensions, (own + 1) * dimensions);
  for (let start = 0; start < moves.length; start += dimensions) {
    for (let i = 0; i < dimensions; i++) moves[start + i] = (values[start + i] ?? 0) - (from[i] ?? 0);
  }
  return moves;
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
