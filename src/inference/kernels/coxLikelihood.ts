import type { Matrix } from "../../numerics/index.js";
import type { Moment, RiskSets } from "./riskSets.js";

/** How events at the same time share the risk set. */
export type Ties = "efron" | "breslow";

/** Columns at the places of the risk sets' order, row after row. */
export interface Covariates {
  readonly values: Float64Array;
  /** Number of columns. */
  readonly size: number;
}

/** The logarithm of the partial likelihood, its gradient, and its curvature with the sign turned. */
export interface CoxLikelihood {
  readonly logLikelihood: number;
  readonly score: readonly number[];
  readonly information: Matrix;
}

/** Sums over people with weights r = exp(η − shift): Σ r, Σ r x, Σ r xxᵀ (on and below the diagonal). */
interface Sums {
  weight: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * Cox's log partial likelihood at coefficients β. With η = xβ, risk set R and events D at a time it adds
 * Σ_D η − Σ_l log(Σ_R e^η − f_l Σ_D e^η), over l = 0 … d − 1, where f_l is l/d (`efron`) or 0 (`breslow`).
 *
 * @see Cox (1972), Journal of the Royal Statistical Society, Series B 34, 187–220; Efron (1977), Journal of the
 *   American Statistical Association 72, 557–565; Breslow (1974), Biometrics 30, 89–99
 */
export function coxLikelihood(
  sets: RiskSets,
  x: Covariates,
  coefficients: ArrayLike<number>,
  ties: Ties,
): CoxLikelihood {
  const { size } = x;
  const eta = linearPredictor(x, coefficients);
  const [risk, failing] = [sumsOf(size), sumsOf(size)];
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  const mean = new Float64Array(size);
  let logLikelihood = 0;
  let shift = 0;
  for (const moment of sets.moments) {
    if (moment.isLatest) {
      clear(risk);
      shift = -Infinity;
    }
    shift = admit(risk, moment, eta, x, shift);
    if (moment.events === 0) continue;
    clear(failing);
    for (let place = moment.from; place < moment.from + moment.events; place++) {
      addTo(failing, Math.exp((eta[place] ?? 0) - shift), x, place);
      logLikelihood += (eta[place] ?? 0) - shift;
      for (let k = 0; k < size; k++) score[k] = (score[k] ?? 0) + (x.values[place * size + k] ?? 0);
    }
    for (let l = 0; l < moment.events; l++) {
      const share = tieShare(l, moment.events, ties);
      const weight = risk.weight - share * failing.weight;
      logLikelihood -= Math.log(weight);
      for (let k = 0; k < size; k++) {
        mean[k] = ((risk.first[k] ?? 0) - share * (failing.first[k] ?? 0)) / weight;
        score[k] = (score[k] ?? 0) - (mean[k] ?? 0);
        for (let j = 0; j <= k; j++) {
          const at = k * size + j;
          const second = ((risk.second[at] ?? 0) - share * (failing.second[at] ?? 0)) / weight;
          information[at] = (information[at] ?? 0) + second - (mean[k] ?? 0) * (mean[j] ?? 0);
        }
      }
    }
  }
  return { logLikelihood, score: [...score], information: symmetric(information, size) };
}

/** The share f_l of the events at a time that has left the risk set at the l-th of them. */
export function tieShare(l: number, events: number, ties: Ties): number {
  return ties === "efron" ? l / events : 0;
}

/** xβ at each place. */
export function linearPredictor({ values, size }: Covariates, coefficients: ArrayLike<number>): Float64Array {
  const eta = new Float64Array(size === 0 ? 0 : values.length / size);
  for (let place = 0; place < eta.length; place++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += (values[place * size + k] ?? 0) * (coefficients[k] ?? 0);
    eta[place] = sum;
  }
  return eta;
}

/** Lets those of a moment into the risk set; the largest η so far is the shift, so that nothing overflows. */
function admit(risk: Sums, { from, to }: Moment, eta: Float64Array, x: Covariates, shift: number): number {
  let largest = shift;
  for (let place = from; place < to; place++) largest = Math.max(largest, eta[place] ?? 0);
  if (largest > shift) scale(risk, Math.exp(shift - largest));
  for (let place = from; place < to; place++) {
    addTo(risk, Math.exp((eta[place] ?? 0) - largest), x, place);
  }
  return largest;
}

function sumsOf(size: number): Sums {
  return { weight: 0, first: new Float64Array(size), second: new Float64Array(size * size) };
}

function clear(sums: Sums): void {
  sums.weight = 0;
  sums.first.fill(0);
  sums.second.fill(0);
}

function scale(sums: Sums, factor: number): void {
  sums.weight *= factor;
  for (let k = 0; k < sums.first.length; k++) sums.first[k] = (sums.first[k] ?? 0) * factor;
  for (let k = 0; k < sums.second.length; k++) sums.second[k] = (sums.second[k] ?? 0) * factor;
}

function addTo(sums: Sums, weight: number, { values, size }: Covariates, place: number): void {
  sums.weight += weight;
  for (let k = 0; k < size; k++) {
    const part = weight * (values[place * size + k] ?? 0);
    sums.first[k] = (sums.first[k] ?? 0) + part;
    for (let j = 0; j <= k; j++) {
      const at = k * size + j;
      sums.second[at] = (sums.second[at] ?? 0) + part * (values[place * size + j] ?? 0);
    }
  }
}

function symmetric(lower: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => lower[Math.max(i, j) * size + Math.min(i, j)] ?? 0),
  );
}
