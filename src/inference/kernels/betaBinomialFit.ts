import { expandBracket, findRoot, logBeta, logChoose } from "../../numerics/index.js";
import { risingInverse, risingLog, risingRamp } from "./risingSums.js";

// Counts of which each unit's probability is drawn from a beta distribution with mean μ and precision 1/θ: α = μ/θ,
// β = (1 − μ)/θ. Up to a constant the log-likelihood is
// Σ [Σ_{r<x} ln(μ + rθ) + Σ_{r<n−x} ln(1 − μ + rθ) − Σ_{r<n} ln(1 + rθ)],
// which θ = 0, the binomial, is an ordinary point of.

/** Events and totals of units, all of them with a total. */
export interface UnitCounts {
  readonly events: Float64Array;
  readonly totals: Float64Array;
}

/** Where the maximum lies: inside, where all units have one probability, or where each has 0 or 1. */
export type DispersionBoundary = "none" | "no-overdispersion" | "complete";

export interface BetaBinomialFit {
  readonly mean: number;
  /** 1/precision: 0 without overdispersion, infinite where each unit has 0 or 1. */
  readonly theta: number;
  readonly logLikelihood: number;
  readonly boundary: DispersionBoundary;
  /** Variances of logit mean and of ln θ by the observed information; of the first only, at a boundary. */
  readonly logitVariance: number;
  readonly logThetaVariance?: number;
}

/** The smallest θ looked at is this share of one whose effect on the largest unit could be seen. */
const SMALLEST = 1e-4;
/** From here on units have 0 or 1 but for a few, and a score below 0 stays there. */
const LARGE = 1e4;
const LARGEST = 1e12;

/**
 * The largest likelihood, for at least two units with a total above 1 and with both events and others among them.
 *
 * For each θ the mean has one root of its score, as that falls with the mean. The score in θ along these means is
 * looked at by powers of ten from 0 on, each fall through 0 is narrowed to its root, and the highest of the maxima
 * found is taken, the boundary among them: nothing here depends on a start.
 */
export function betaBinomialFit(counts: UnitCounts): BetaBinomialFit {
  const boundary = boundaryFit(counts);
  const maxima = interiorMaxima(counts).map((theta) => fitAt(counts, theta));
  return maxima.reduce((best, each) => (each.logLikelihood > best.logLikelihood ? each : best), boundary);
}

/** One probability for all, or 0 or 1 for each. */
function boundaryFit(counts: UnitCounts): BetaBinomialFit {
  const { events, totals } = counts;
  const isComplete = events.every((x, i) => x === 0 || x === totals[i]);
  const [having, all] = isComplete
    ? [events.filter((x) => x > 0).length, events.length]
    : [sumOf(events), sumOf(totals)];
  const mean = having / all;
  const likelihood = having * Math.log(mean) + (all - having) * Math.log1p(-mean);
  return {
    mean,
    theta: isComplete ? Infinity : 0,
    logLikelihood: likelihood + (isComplete ? 0 : choicesOf(counts)),
    boundary: isComplete ? "complete" : "no-overdispersion",
    logitVariance: 1 / having + 1 / (all - having),
  };
}

function interiorMaxima(counts: UnitCounts): readonly number[] {
  let logit = logitOf(counts);
  const score = (theta: number): number => {
    if (theta === 0) return scoreAtZero(counts);
    logit = logitFor(counts, theta, logit);
    return scoreByTheta(counts, logit, theta);
  };
  const found: number[] = [];
  let before = 0;
  let scoreBefore = score(0);
  const smallest = SMALLEST / counts.totals.reduce((most, n) => Math.max(most, n), 1);
  for (let theta = smallest; theta <= LARGEST && (theta <= LARGE || scoreBefore > 0); theta *= 10) {
    const value = score(theta);
    const root = scoreBefore > 0 && value <= 0 ? findRoot(score, before, theta) : 0;
    if (root > 0) found.push(root);
    before = theta;
    scoreBefore = value;
  }
  return found;
}

/** The logit of the pooled mean. */
function logitOf({ events, totals }: UnitCounts): number {
  const having = sumOf(events);
  return Math.log(having / (sumOf(totals) - having));
}

/** The logit of the mean at which the likelihood is largest for a θ, sought from a near one. */
function logitFor(counts: UnitCounts, theta: number, near: number): number {
  const score = (logit: number): number => scoreByMean(counts, logit, theta);
  const [low, high] = expandBracket(score, near - NEARBY, near + NEARBY);
  return findRoot(score, low, high);
}

const NEARBY = 0.05;

/** Derivative of the log-likelihood by the mean. */
function scoreByMean({ events, totals }: UnitCounts, logit: number, theta: number): number {
  const mean = 1 / (1 + Math.exp(-logit));
  const rest = 1 / (1 + Math.exp(logit));
  let sum = 0;
  for (let i = 0; i < events.length; i++) {
    const x = events[i] ?? NaN;
    sum += risingInverse(mean, theta, x) - risingInverse(rest, theta, (totals[i] ?? NaN) - x);
  }
  return sum;
}

/** Derivative of the log-likelihood by θ. */
function scoreByTheta({ events, totals }: UnitCounts, logit: number, theta: number): number {
  const mean = 1 / (1 + Math.exp(-logit));
  const rest = 1 / (1 + Math.exp(logit));
  let sum = 0;
  for (let i = 0; i < events.length; i++) {
    const x = events[i] ?? NaN;
    const n = totals[i] ?? NaN;
    // The ramps are (m − a Σ 1/(a + rθ))/θ each; where θ counts, the three m cancel, and are better left out.
    sum +=
      n * theta < 1
        ? risingRamp(mean, theta, x) + risingRamp(rest, theta, n - x) - risingRamp(1, theta, n)
        : (risingInverse(1, theta, n) -
            mean * risingInverse(mean, theta, x) -
            rest * risingInverse(rest, theta, n - x)) /
          theta;
  }
  return sum;
}

/** The score in θ at 0: Σ [x(x − 1)/μ + (n − x)(n − x − 1)/(1 − μ) − n(n − 1)]/2, in a form that loses no digits. */
function scoreAtZero({ events, totals }: UnitCounts): number {
  const mean = sumOf(events) / sumOf(totals);
  let sum = 0;
  for (let i = 0; i < events.length; i++) {
    const x = events[i] ?? NaN;
    const n = totals[i] ?? NaN;
    const away = x - n * mean;
    sum += (away * away) / (mean * (1 - mean)) - n - (away * (1 - 2 * mean)) / (mean * (1 - mean));
  }
  return sum / 2;
}

function fitAt(counts: UnitCounts, theta: number): BetaBinomialFit {
  const logit = logitFor(counts, theta, logitOf(counts));
  return {
    mean: 1 / (1 + Math.exp(-logit)),
    theta,
    logLikelihood: likelihoodAt(counts, theta, logit),
    boundary: "none",
    ...variancesAt(counts, logit, Math.log(theta)),
  };
}

function likelihoodAt(counts: UnitCounts, theta: number, logit: number): number {
  const mean = 1 / (1 + Math.exp(-logit));
  const rest = 1 / (1 + Math.exp(logit));
  let sum = choicesOf(counts);
  for (let i = 0; i < counts.events.length; i++) {
    const x = counts.events[i] ?? NaN;
    const n = counts.totals[i] ?? NaN;
    // The same as a ratio of beta functions, which loses less where θ counts.
    sum +=
      n * theta < 1
        ? risingLog(mean, theta, x) + risingLog(rest, theta, n - x) - risingLog(1, theta, n)
        : logBeta(x + mean / theta, n - x + rest / theta) - logBeta(mean / theta, rest / theta);
  }
  return sum;
}

/** The best mean for one θ. */
export interface MeanGivenTheta {
  readonly logit: number;
  readonly logLikelihood: number;
  /** By the observed information in the logit alone. */
  readonly logitVariance: number;
}

/** What the mean may be if θ is known; its logit is sought from a near one. */
export function meanGivenTheta(counts: UnitCounts, theta: number, near?: number): MeanGivenTheta {
  const logit = logitFor(counts, theta, near ?? logitOf(counts));
  const mean = 1 / (1 + Math.exp(-logit));
  const slope = derivative((step) => scoreByMean(counts, logit + step * STEP, theta)) * mean * (1 - mean);
  return { logit, logLikelihood: likelihoodAt(counts, theta, logit), logitVariance: -1 / slope };
}

/** Step of the differences that the scores are derived by; their error is of its fourth power. */
const STEP = 1e-3;

/** The inverse of the observed information in logit mean and ln θ, the scores derived by differences over five points. */
function variancesAt(
  counts: UnitCounts,
  logit: number,
  logTheta: number,
): Required<Pick<BetaBinomialFit, "logitVariance" | "logThetaVariance">> {
  const scores = (along: number, by: number): readonly [number, number] => {
    const at = logit + along * STEP;
    const theta = Math.exp(logTheta + by * STEP);
    const slope = 1 / (2 + Math.exp(at) + Math.exp(-at));
    return [scoreByMean(counts, at, theta) * slope, scoreByTheta(counts, at, theta) * theta];
  };
  const mean = -derivative((step) => scores(step, 0)[0]);
  const both = -derivative((step) => scores(0, step)[0]);
  const theta = -derivative((step) => scores(0, step)[1]);
  const determinant = mean * theta - both * both;
  return { logitVariance: theta / determinant, logThetaVariance: mean / determinant };
}

/** The derivative of a function of steps at 0, from four points around it. */
function derivative(at: (steps: number) => number): number {
  return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * STEP);
}

function choicesOf({ events, totals }: UnitCounts): number {
  let sum = 0;
  for (let i = 0; i < events.length; i++) sum += logChoose(totals[i] ?? NaN, events[i] ?? NaN);
  return sum;
}

export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? NaN;
  return sum;
}
