import { findRoot } from "../../numerics/index.js";
import { logisticNormal, type Binomial, type LogisticNormal } from "./logisticNormal.js";

/** Mean and standard deviation of logits at the maximum of their likelihood. */
export interface BinomialNormalFit {
  readonly mean: number;
  readonly tau: number;
  /** Of the mean, from the observed information. */
  readonly meanError: number;
  /** Of τ²; nothing at the border, τ = 0. */
  readonly tauSquaredError: number | null;
  readonly logLikelihood: number;
  /** With τ = 0. */
  readonly nullLogLikelihood: number;
}

/** Standard deviations of logits beyond this are none of a model: rates from next to 0 to next to 1. */
export const LARGEST_TAU = 20;
const FACTOR = Math.SQRT2;

/**
 * The largest maximum of the likelihood of μ and τ, or nothing if it still rises at the largest τ.
 *
 * For each τ the likelihood has a single maximum in μ, since it is log-concave in it. Along these the maxima in τ are
 * where the derivative falls through 0, between steps that are short beside anything that counts of that size can tell, up
 * to a τ from which on the likelihood can't get as high again.
 *
 * @param counts two or more, with some 0 < x < n, without which there is no maximum
 */
export function binomialNormalFit(counts: readonly Binomial[]): BinomialNormalFit | undefined {
  const most = counts.reduce((largest, { total }) => Math.max(largest, total), 1);
  const start = profileAt(counts, 0, pooledLogit(counts));
  // Divided by τ the derivative has a limit at 0: the second derivative there.
  const slope = (tau: number, from: number): number => {
    const { at } = profileAt(counts, tau, from);
    return tau === 0 ? at.bySpreadTwice : at.bySpread / tau;
  };
  const { mixed, ceiling } = ceilingOf(counts);
  let [low, mean, isRising] = [0, start.mean, start.at.bySpreadTwice > 0];
  let best: Place | undefined = isRising ? undefined : start;
  for (let high = 1 / (8 * Math.sqrt(most)); low < LARGEST_TAU; high = Math.min(high * FACTOR, LARGEST_TAU)) {
    const place = profileAt(counts, high, mean);
    const rises = place.at.bySpread > 0;
    if (isRising && !rises) {
      const from = mean;
      const tau = findRoot((each) => slope(each, from), low, high);
      best = higher(best, profileAt(counts, tau, from));
    }
    [low, mean, isRising] = [high, place.mean, rises];
    if (best !== undefined && ceiling - mixed * Math.log(high) < best.at.logLikelihood) break;
    if (high === LARGEST_TAU && rises && higher(best, place) === place) return undefined;
  }
  return best === undefined ? undefined : fitAt(best, start.at.logLikelihood);
}

/**
 * The log-likelihood is at most `ceiling` − `mixed` · ln τ, whatever the mean: with the density of the logit never above
 * 1/(τ√(2π)), a count with 0 < x < n has at most the probability B(x, n − x) n!/(x!(n − x)!)/(τ√(2π)), and others at most 1.
 */
function ceilingOf(counts: readonly Binomial[]): { readonly mixed: number; readonly ceiling: number } {
  let [mixed, ceiling] = [0, 0];
  for (const { events, total } of counts) {
    const others = total - events;
    if (events === 0 || others === 0) continue;
    mixed++;
    ceiling += Math.log(total / events / others / Math.sqrt(2 * Math.PI));
  }
  return { mixed, ceiling };
}

/** A standard deviation with the mean that is likeliest for it. */
interface Place {
  readonly tau: number;
  readonly mean: number;
  readonly at: LogisticNormal;
}

function higher(best: Place | undefined, other: Place): Place {
  return best === undefined || other.at.logLikelihood > best.at.logLikelihood ? other : best;
}

const MOST_STEPS = 200;
/** No step of the mean is longer, in logits: beyond, the information says too little of how far to go. */
const LONGEST_STEP = 4;
const SETTLED = 1e-13;

/** The mean that is likeliest for a τ, by Newton's method held between the places whose slopes differ in sign. */
export function profileAt(counts: readonly Binomial[], tau: number, from: number): Place {
  let [low, high, mean] = [-Infinity, Infinity, from];
  for (let steps = 0; ; steps++) {
    const at = logisticNormal(counts, mean, tau);
    if (at.byMean > 0) low = mean;
    else high = mean;
    const step = at.byMeanTwice < 0 ? -at.byMean / at.byMeanTwice : Math.sign(at.byMean) * LONGEST_STEP;
    if (Math.abs(step) <= SETTLED * (1 + Math.abs(mean)) || steps === MOST_STEPS) return { tau, mean, at };
    const next = mean + Math.min(Math.max(step, -LONGEST_STEP), LONGEST_STEP);
    const isInside = next > low && next < high;
    // Rounding leaves nothing between the two: there is no better mean.
    const middle = low / 2 + high / 2;
    if (!isInside && !(middle > low && middle < high)) return { tau, mean, at };
    mean = isInside ? next : middle;
  }
}

function pooledLogit(counts: readonly Binomial[]): number {
  let [events, others] = [0.5, 0.5];
  for (const count of counts) {
    events += count.events;
    others += count.total - count.events;
  }
  return Math.log(events / others);
}

function fitAt({ tau, mean, at }: Place, nullLogLikelihood: number): BinomialNormalFit {
  const { byMeanTwice, byBoth, bySpreadTwice, logLikelihood } = at;
  const shared = { mean, tau, logLikelihood, nullLogLikelihood };
  if (tau === 0) return { ...shared, meanError: 1 / Math.sqrt(-byMeanTwice), tauSquaredError: null };
  const determinant = byMeanTwice * bySpreadTwice - byBoth ** 2;
  return {
    ...shared,
    meanError: Math.sqrt(-bySpreadTwice / determinant),
    tauSquaredError: 2 * tau * Math.sqrt(-byMeanTwice / determinant),
  };
}
