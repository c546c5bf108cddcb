import { cholesky, dot, matrixVector, triangularInverse, type Matrix } from "../../numerics/index.js";
import {
  coxLikelihood,
  linearPredictor,
  type Covariates,
  type CoxLikelihood,
  type Ties,
} from "./coxLikelihood.js";
import type { RiskSets } from "./riskSets.js";

/** Where Newton's method came to. */
export interface CoxMaximum {
  readonly coefficients: readonly number[];
  readonly at: CoxLikelihood;
  readonly atZero: CoxLikelihood;
  /** A direction in which the likelihood rises without end, if there is one. */
  readonly direction?: readonly number[];
  readonly converged: boolean;
  readonly iterations: number;
}

/** Far more steps than it takes, even along a likelihood that rises without end. */
const MOST_STEPS = 100;
/** A step that changes no two persons' linear predictors by more than this, one against the other, is the last. */
const SETTLED = 1e-10;
/** A likelihood with no more than this to gain, while the steps stay large, has no maximum. */
const NOTHING_TO_GAIN = 1e-9;
/** Part of a step that is taken for rounding in a direction without end. */
const ROUNDING = 1e-4;
const SMALLEST_SHARE = 1e-9;

/**
 * The maximum of a partial likelihood by Newton's method from 0.
 *
 * Along a likelihood that rises without end each step is about as long as the one before and leaves
 * about 1/e of what there is to gain; the other coefficients settle meanwhile. That it never ends is
 * then seen from the last step: along it, at every event, those who have it lead their risk set.
 */
export function coxMaximum(sets: RiskSets, x: Covariates, ties: Ties): CoxMaximum {
  const atZero = coxLikelihood(sets, x, [], ties);
  let place: Place = { coefficients: Array.from({ length: x.size }, () => 0), at: atZero };
  let direction: readonly number[] = [];
  for (let iterations = 0; iterations < MOST_STEPS; iterations++) {
    const step = newtonStep(place.at);
    const found = { ...place, atZero, iterations };
    if (step !== undefined && spread(linearPredictor(x, step)) <= SETTLED) {
      return { ...found, converged: true };
    }
    direction = step ?? direction;
    const isFlat = step === undefined || dot(step, place.at.score) / 2 <= NOTHING_TO_GAIN;
    if (isFlat && isEndless(sets, linearPredictor(x, direction))) {
      return { ...found, direction, converged: false };
    }
    if (step === undefined) return { ...found, converged: false };
    place = climbed(place, step, (coefficients) => coxLikelihood(sets, x, coefficients, ties));
  }
  return { ...place, atZero, converged: false, iterations: MOST_STEPS };
}

/** Coefficients, and the likelihood at them. */
interface Place {
  readonly coefficients: readonly number[];
  readonly at: CoxLikelihood;
}

/** I⁻¹U; nothing where the information is singular to the last digit. */
function newtonStep({ score, information }: CoxLikelihood): readonly number[] | undefined {
  const inverse = inverseOf(information);
  return inverse === undefined ? undefined : matrixVector(inverse, score);
}

/** The inverse of an information matrix. */
export function inverseOf(information: Matrix): Matrix | undefined {
  const { triangle, redundant } = cholesky(information, Number.EPSILON);
  if (redundant.length > 0) return undefined;
  const root = triangularInverse(triangle);
  return root.map((row) => root.map((other) => dot(row, other)));
}

/** The end of a step, or of a part of it where the whole step would lead down. */
function climbed(
  { coefficients, at }: Place,
  step: readonly number[],
  likelihoodAt: (coefficients: readonly number[]) => CoxLikelihood,
): Place {
  const least = at.logLikelihood - SETTLED * Math.abs(at.logLikelihood);
  for (let share = 1; ; share /= 2) {
    const next = coefficients.map((value, k) => value + share * (step[k] ?? 0));
    const reached = likelihoodAt(next);
    if (reached.logLikelihood >= least || share < SMALLEST_SHARE) return { coefficients: next, at: reached };
  }
}

/** Largest less smallest value. */
function spread(values: Float64Array): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return most - least;
}

/** Whether, at each event, those who have it are the first of their risk set in some direction. */
function isEndless({ moments }: RiskSets, along: Float64Array): boolean {
  const rounding = ROUNDING * spread(along);
  let most = -Infinity;
  return moments.every(({ from, to, events, isLatest }) => {
    if (isLatest) most = -Infinity;
    for (let place = from; place < to; place++) most = Math.max(most, along[place] ?? 0);
    return along.subarray(from, from + events).every((value) => value >= most - rounding);
  });
}
