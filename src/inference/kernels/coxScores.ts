import { linearPredictor, tieShare, type Covariates, type Ties } from "./coxLikelihood.js";
import type { Moment, RiskSets } from "./riskSets.js";

/** A sum of weights, and of the columns times them. */
interface Sums {
  readonly weight: number;
  readonly columns: Float64Array;
}

/**
 * What a moment with events adds to the hazard: 1/W for each event, W being the weight of its risk set,
 * and that times the mean x̄ of the risk set; for tied events less what they are spared.
 */
interface Hazard {
  readonly all: Sums;
  readonly spared: Sums;
  /** Mean of the x̄ over the events. */
  readonly mean: Float64Array;
}

/**
 * The score residuals: how much each person adds to the gradient of the partial likelihood, at the
 * places of the order, row after row. They are the derivatives of the gradient by the persons' weights,
 * and sum to the gradient.
 *
 * @see Lin & Wei (1989), Journal of the American Statistical Association 84, 1074–1078
 */
export function coxScores(
  sets: RiskSets,
  x: Covariates,
  coefficients: ArrayLike<number>,
  ties: Ties,
): Float64Array {
  const { size, values } = x;
  const weights = riskWeights(sets, linearPredictor(x, coefficients));
  const hazards = hazardsOf(sets, x, weights, ties);
  const scores = new Float64Array(sets.order.length * size);
  let sum = noSums(size);
  for (let index = sets.moments.length - 1; index >= 0; index--) {
    const { from, to, events, isLatest } = sets.moments[index] ?? NOTHING;
    const hazard = hazards[index];
    if (hazard !== undefined) sum = added(sum, hazard.all, 1);
    for (let place = from; place < to; place++) {
      const weight = weights[place] ?? 0;
      const failed = hazard !== undefined && place < from + events;
      const met = failed ? added(sum, hazard.spared, -1) : sum;
      for (let k = 0; k < size; k++) {
        const value = values[place * size + k] ?? 0;
        const expected = weight * (value * met.weight - (met.columns[k] ?? 0));
        scores[place * size + k] = (failed ? value - (hazard.mean[k] ?? 0) : 0) - expected;
      }
    }
    if (isLatest) sum = noSums(size);
  }
  return scores;
}

const NOTHING: Moment = { from: 0, to: 0, events: 0, isLatest: false };

function noSums(size: number): Sums {
  return { weight: 0, columns: new Float64Array(size) };
}

function added(a: Sums, b: Sums, factor: number): Sums {
  return {
    weight: a.weight + factor * b.weight,
    columns: a.columns.map((value, k) => value + factor * (b.columns[k] ?? 0)),
  };
}

/** e^η over its largest value in the stratum. */
function riskWeights(sets: RiskSets, eta: Float64Array): Float64Array {
  const weights = new Float64Array(eta.length);
  let start = 0;
  sets.moments.forEach(({ to }, index) => {
    const isEarliest = sets.moments[index + 1]?.isLatest ?? true;
    if (!isEarliest) return;
    let largest = -Infinity;
    for (let place = start; place < to; place++) largest = Math.max(largest, eta[place] ?? 0);
    for (let place = start; place < to; place++) weights[place] = Math.exp((eta[place] ?? 0) - largest);
    start = to;
  });
  return weights;
}

/** The hazards of the moments that have events. */
function hazardsOf(
  sets: RiskSets,
  x: Covariates,
  weights: Float64Array,
  ties: Ties,
): readonly (Hazard | undefined)[] {
  let risk = noSums(x.size);
  return sets.moments.map(({ from, to, events, isLatest }) => {
    risk = added(isLatest ? noSums(x.size) : risk, sumOver(from, to, x, weights), 1);
    if (events === 0) return undefined;
    const failing = sumOver(from, from + events, x, weights);
    const mean = new Float64Array(x.size);
    let all = noSums(x.size);
    let spared = noSums(x.size);
    for (let l = 0; l < events; l++) {
      const share = tieShare(l, events, ties);
      const left = added(risk, failing, -share);
      const center = left.columns.map((value) => value / left.weight);
      center.forEach((value, k) => (mean[k] = (mean[k] ?? 0) + value / events));
      const step = { weight: 1 / left.weight, columns: center.map((value) => value / left.weight) };
      all = added(all, step, 1);
      spared = added(spared, step, share);
    }
    return { all, spared, mean };
  });
}

/** Σ r and Σ r x over places. */
function sumOver(from: number, to: number, { values, size }: Covariates, weights: Float64Array): Sums {
  const sum = new Float64Array(size);
  let total = 0;
  for (let place = from; place < to; place++) {
    const weight = weights[place] ?? 0;
    total += weight;
    for (let k = 0; k < size; k++) sum[k] = (sum[k] ?? 0) + weight * (values[place * size + k] ?? 0);
  }
  return { weight: total, columns: sum };
}
