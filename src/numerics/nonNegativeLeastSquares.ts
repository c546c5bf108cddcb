import { dot, matrixVector, triangularInverse } from "./matrix.js";
import { orthonormalBasis } from "./orthonormalBasis.js";

/** The nearest point of a cone, and what it leaves. */
export interface NonNegativeLeastSquares {
  /** Weights, from 0, of the vectors. */
  readonly weights: Float64Array;
  /** The target less the weighted sum of the vectors. */
  readonly rest: readonly number[];
}

/** Vectors in use, by number, with their weights. */
interface Combination {
  readonly used: readonly number[];
  readonly weights: readonly number[];
}

type Vectors = readonly ArrayLike<number>[];

/** A vector that goes along the rest by less than this share of its length doesn't lead nearer. */
const NO_NEARER = 1e-9;
/** A rest this small beside the vectors that were added up is rounding. */
const ROUNDING = 1e-13;
/** Steps per dimension: far more than it takes. */
const MOST_STEPS = 100;

/**
 * The combination of vectors, with weights from 0, that comes nearest to a target: the w ≥ 0 with the least
 * |t − Σ wᵢvᵢ|.
 *
 * Lawson and Hanson's active-set method, for many vectors of few dimensions. At its end no vector leads nearer:
 * vᵢ·rest ≤ 0 for all.
 *
 * @param vectors each of the target's length
 * @param target a vector
 * @example nonNegativeLeastSquares([[1, 0], [0, 1]], [2, -1]).rest // [0,-1]
 * @example nonNegativeLeastSquares([], [2]).rest // [2]
 * @see Lawson & Hanson (1974), Solving Least Squares Problems, chapter 23
 */
export function nonNegativeLeastSquares(
  vectors: Vectors,
  target: readonly number[],
): NonNegativeLeastSquares {
  const lengths = vectors.map((vector) => Math.sqrt(dot(vector, vector)));
  const refused = new Set<number>();
  let found: Combination = { used: [], weights: [] };
  let rest = target;
  for (let step = 0; step < MOST_STEPS * (target.length + 1); step++) {
    const left = Math.sqrt(dot(rest, rest));
    const added = found.used.reduce((sum, i, k) => sum + (lengths[i] ?? 0) * (found.weights[k] ?? 0), 1);
    if (left <= ROUNDING * added) break;
    const entering = furthestAlong(vectors, lengths, rest, new Set([...refused, ...found.used]));
    if (entering === undefined || entering.along <= NO_NEARER * left) break;
    const next = settled(vectors, target, {
      used: [...found.used, entering.index],
      weights: [...found.weights, 0],
    });
    // Rounding may let go of a vector at once that should have led nearer: try another.
    if (!next.used.includes(entering.index)) {
      refused.add(entering.index);
      continue;
    }
    refused.clear();
    found = next;
    rest = restOf(vectors, target, found);
  }
  const weights = new Float64Array(vectors.length);
  found.used.forEach((i, k) => (weights[i] = found.weights[k] ?? 0));
  return { weights, rest };
}

/** The vector, among those not passed over, whose direction agrees best with the rest. */
function furthestAlong(
  vectors: Vectors,
  lengths: readonly number[],
  rest: readonly number[],
  passedOver: ReadonlySet<number>,
): { index: number; along: number } | undefined {
  let best: { index: number; along: number } | undefined;
  vectors.forEach((vector, index) => {
    if (passedOver.has(index)) return;
    const along = dot(vector, rest) / (lengths[index] || 1);
    if (best === undefined || along > best.along) best = { index, along };
  });
  return best;
}

/**
 * Goes from weights from 0 towards those of least squares; a vector whose weight comes to 0 on the
 * way is let go, until least squares itself has no weight below 0.
 */
function settled(vectors: Vectors, target: readonly number[], start: Combination): Combination {
  let { used, weights } = start;
  for (;;) {
    const goal = leastSquares(
      used.map((i) => vectors[i] ?? []),
      target,
    );
    const shares = weights.map((weight, k) => shareUntilZero(weight, goal[k] ?? 0));
    const share = Math.min(1, ...shares);
    if (share === 1) return { used, weights: goal };
    const stays = (_: number, k: number): boolean => (shares[k] ?? 0) > share;
    used = used.filter(stays);
    weights = weights.map((weight, k) => weight + share * ((goal[k] ?? 0) - weight)).filter(stays);
  }
}

/** The share of the way to its goal after which a weight is 0; infinite if it never is. */
function shareUntilZero(weight: number, goal: number): number {
  if (goal > 0) return Infinity;
  return weight === 0 ? 0 : weight / (weight - goal);
}

/** Weights of least squares; 0 for vectors that are combinations of earlier ones. */
function leastSquares(vectors: Vectors, target: readonly number[]): readonly number[] {
  const { basis, kept, triangle } = orthonormalBasis(vectors);
  const parts = basis.map((direction) => dot(direction, target));
  const solution = matrixVector(triangularInverse(triangle), parts);
  const weights = vectors.map(() => 0);
  kept.forEach((i, k) => (weights[i] = solution[k] ?? 0));
  return weights;
}

function restOf(vectors: Vectors, target: readonly number[], { used, weights }: Combination): number[] {
  return target.map((value, j) =>
    used.reduce((rest, i, k) => rest - (weights[k] ?? 0) * (vectors[i]?.[j] ?? 0), value),
  );
}
