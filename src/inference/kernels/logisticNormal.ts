import { logChoose } from "../../numerics/index.js";

/** Events among a total, at least 1. */
export interface Binomial {
  readonly events: number;
  readonly total: number;
}

/** Log-likelihood of a mean μ and a standard deviation τ of logits, with its derivatives. */
export interface LogisticNormal {
  readonly logLikelihood: number;
  /** By μ and by τ; the latter is 0 at τ = 0. */
  readonly byMean: number;
  readonly bySpread: number;
  readonly byMeanTwice: number;
  readonly byBoth: number;
  readonly bySpreadTwice: number;
}

/** Step in standard deviations of the integrand, and in logits, at which the sum is the integral to twelve digits. */
const STEP = 0.75;
const STEP_IN_LOGITS = 0.3;
/** A term that is smaller than this beside the one in the middle adds nothing, nor do those beyond. */
const NOTHING = 2 ** -60;

/**
 * Log-likelihood of counts x ~ Binomial(n, p) with logit p = μ + τz, z standard normal, by the integral over z of each.
 *
 * The integrand is smooth and dies off to both sides, so that equal steps (the trapezoidal rule) find its integral with
 * an error that falls exponentially with their number: from the mode outwards, in steps that are short beside
 * its width and beside the distance π/2 of logits within which it stays tame off the real line. It is the same at rates of 0
 * and 1 and for τ far above 1, where few nodes of Gauss and Hermite miss the integrand's slanted shape.
 *
 * @see Trefethen & Weideman (2014), SIAM Review 56, 385–458, doi:10.1137/130932132, section 5
 */
export function logisticNormal(counts: readonly Binomial[], mean: number, spread: number): LogisticNormal {
  let [logLikelihood, byMean, bySpread, byMeanTwice, byBoth, bySpreadTwice] = [0, 0, 0, 0, 0, 0];
  for (const count of counts) {
    const { logIntegral, r, zr, rr, zrr, zzrr } = moments(count, mean, spread);
    logLikelihood += logChoose(count.total, count.events) + logIntegral;
    byMean += r;
    bySpread += zr;
    byMeanTwice += rr - r * r;
    byBoth += zrr - r * zr;
    bySpreadTwice += zzrr - zr * zr;
  }
  return { logLikelihood, byMean, bySpread, byMeanTwice, byBoth, bySpreadTwice };
}

/**
 * Of a count's integrand over z: the logarithm of its integral, and means over it of r = x − np, zr, r² − npq and the
 * latter times z and z².
 */
interface Moments {
  readonly logIntegral: number;
  readonly r: number;
  readonly zr: number;
  readonly rr: number;
  readonly zrr: number;
  readonly zzrr: number;
}

function moments(count: Binomial, mean: number, spread: number): Moments {
  const mode = modeOf(count, mean, spread);
  const middle = pointAt(count, mean + spread * mode);
  const height = middle.logLikelihood - (mode * mode) / 2;
  const width = 1 / Math.sqrt(1 + spread * spread * middle.information);
  const step = Math.min(STEP * width, STEP_IN_LOGITS / spread);
  let [sum, r, zr, rr, zrr, zzrr] = [0, 0, 0, 0, 0, 0];
  for (const direction of [1, -1]) {
    for (let i = direction === 1 ? 0 : 1; ; i++) {
      const z = mode + direction * i * step;
      const { logLikelihood, residual, information } = pointAt(count, mean + spread * z);
      const term = Math.exp(logLikelihood - (z * z) / 2 - height);
      const square = residual * residual - information;
      sum += term;
      r += term * residual;
      zr += term * z * residual;
      rr += term * square;
      zrr += term * z * square;
      zzrr += term * z * z * square;
      if (term < NOTHING) break;
    }
  }
  return {
    logIntegral: height + Math.log((sum * step) / Math.sqrt(2 * Math.PI)),
    r: r / sum,
    zr: zr / sum,
    rr: rr / sum,
    zrr: zrr / sum,
    zzrr: zzrr / sum,
  };
}

/** What a count says of a logit: ln p^x q^(n − x), x − np and npq. */
interface Point {
  readonly logLikelihood: number;
  readonly residual: number;
  readonly information: number;
}

function pointAt({ events, total }: Binomial, logit: number): Point {
  // Both probabilities from the smaller's odds, so that neither loses its digits.
  const odds = Math.exp(-Math.abs(logit));
  const [larger, smaller, log] = [1 / (1 + odds), odds / (1 + odds), Math.log1p(odds)];
  const [p, q] = logit >= 0 ? [larger, smaller] : [smaller, larger];
  const others = total - events;
  return {
    logLikelihood: -events * (Math.max(-logit, 0) + log) - others * (Math.max(logit, 0) + log),
    residual: events * q - others * p,
    information: total * p * q,
  };
}

const MOST_STEPS = 60;
/** As near the mode, in its widths, the middle of the sum may be. */
const NEAR_MODE = 1e-3;

/** Where the integrand is highest: z = τ(x − np), which the residual's fall keeps between 0 and its value there. */
function modeOf(count: Binomial, mean: number, spread: number): number {
  const atZero = spread * pointAt(count, mean).residual;
  let [low, high] = [Math.min(0, atZero), Math.max(0, atZero)];
  let z = 0;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { residual, information } = pointAt(count, mean + spread * z);
    const slope = spread * residual - z;
    const curvature = 1 + spread * spread * information;
    if (slope > 0) low = z;
    else high = z;
    const step = slope / curvature;
    if (Math.abs(step) * Math.sqrt(curvature) <= NEAR_MODE) return z;
    z = z + step > low && z + step < high ? z + step : (low + high) / 2;
  }
  return z;
}
