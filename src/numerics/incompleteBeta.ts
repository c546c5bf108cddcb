import { devianceOf } from "./deviance.js";
import { logScaledBeta } from "./logBeta.js";
import { logComplement } from "./logProbability.js";
import { stirlingError } from "./stirling.js";
import type { Tail } from "./tail.js";
import { uniformTail } from "./uniformTail.js";

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** From this smaller shape on, near the mean, the uniform expansion replaces the continued fraction. */
const UNIFORM_FROM = 2000;

/** Far from the mean, in deviance per unit of the smaller shape, the fraction converges fast. */
const UNIFORM_REACH = 0.03;

/** Bounds the loops; convergence takes at most about 350 steps. */
const MOST_STEPS = 1000;

/**
 * The regularized incomplete beta function, Iₓ(a, b) for `"lower"` and 1 − Iₓ(a, b) for `"upper"`.
 *
 * x and its complement y = 1 − x are two arguments, so that the smaller is known to its last digit; so is
 * excess = a − (a + b)x, the distance of a from its mean. 0 < x, y < 1.
 */
export function incompleteBeta(
  x: number,
  y: number,
  a: number,
  b: number,
  excess: number,
  tail: Tail,
): number {
  const lower = isLowerNear(x, y, excess);
  const log = lower ? logLower(x, y, a, b, excess) : logLower(y, x, b, a, -excess);
  return lower === (tail === "lower") ? Math.exp(log) : -Math.expm1(log);
}

/** Logarithm of {@link incompleteBeta}. */
export function logIncompleteBeta(
  x: number,
  y: number,
  a: number,
  b: number,
  excess: number,
  tail: Tail,
): number {
  const lower = isLowerNear(x, y, excess);
  const log = lower ? logLower(x, y, a, b, excess) : logLower(y, x, b, a, -excess);
  return lower === (tail === "lower") ? log : logComplement(log);
}

/** ln [xᵃ yᵇ / B(a, b)], the logarithm of x·y times the density. */
export function logBetaPower(x: number, y: number, a: number, b: number, excess: number): number {
  if (a < 1 || b < 1) {
    const small = Math.min(a, b);
    return a * logOf(x, y) + b * logOf(y, x) + Math.log(small) - logScaledBeta(small, Math.max(a, b));
  }
  const total = a + b;
  const gammas = stirlingError(total) - stirlingError(a) - stirlingError(b);
  const distance = devianceOf(excess, total * x) + devianceOf(-excess, total * y);
  return 0.5 * (Math.log((a / total) * b) - LOG_TWO_PI) + gammas - distance;
}

/** ln Iₓ(a, b) from ln x for x so small that the first term of the power series is all, whether x is a double or not. */
export function logBetaLeading(logX: number, a: number, b: number): number {
  return a * logX - logScaledBeta(a, b);
}

/** x ≤ (a + 1)/(a + b + 2), where the fraction for Iₓ(a, b) converges fast. */
function isLowerNear(x: number, y: number, excess: number): boolean {
  return excess + y >= x;
}

function logOf(x: number, complement: number): number {
  return x <= 0.5 ? Math.log(x) : Math.log1p(-complement);
}

/** ln Iₓ(a, b) for x up to about its mean, relative to itself where it is near 0. */
function logLower(x: number, y: number, a: number, b: number, excess: number): number {
  if (a < 1) return logSmallShape(x, y, a, b);
  const small = Math.min(a, b);
  if (small >= UNIFORM_FROM) {
    const total = a + b;
    const distance = devianceOf(excess, total * x) + devianceOf(-excess, total * y);
    if (distance < UNIFORM_REACH * small) {
      const sign = excess > 0 ? 1 : -1;
      const slope = (sign * (a - b)) / total / Math.sqrt((a / total) * b);
      const constant = Math.exp(stirlingError(total) - stirlingError(a) - stirlingError(b));
      const log = Math.log(uniformTail(Math.sqrt(2 * distance), slope, 1 / total, constant)) - distance;
      return excess > 0 ? log : logComplement(log);
    }
  }
  return logBetaPower(x, y, a, b, excess) - Math.log(lowerFraction(x, y, a, b, excess));
}

/**
 * The power series for a < 1: near 0 the logarithm keeps its relative accuracy, so that 1 − Iₓ doesn't cancel.
 *
 * @see DLMF 8.17.7 with 15.2.1
 */
function logSmallShape(x: number, y: number, a: number, b: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < MOST_STEPS; n++) {
    term *= ((n - b) * x) / n;
    const next = sum + term / (a + n);
    if (next === sum) break;
    sum = next;
  }
  return a * logOf(x, y) - logScaledBeta(a, b) + Math.log1p(a * sum);
}

/**
 * xᵃ yᵇ / (B(a, b) Iₓ(a, b)): the even part of DLMF 8.17.22, by Lentz's method. The even part takes `excess` where
 * the fraction itself would subtract numbers of nearly the same size, which is what spoils t at many degrees.
 *
 * @see DiDonato & Morris (1992), ACM Trans. Math. Softw. 18, 360–373, doi:10.1145/131766.131776
 */
function lowerFraction(x: number, y: number, a: number, b: number, excess: number): number {
  const total = a + b;
  let fraction = (a / (a + 1)) * (excess + 1);
  let c = fraction;
  let d = 0;
  for (let n = 1; n < MOST_STEPS; n++) {
    const before = a + 2 * n - 1;
    const product = (n * (b - n) * x) / before;
    const numerator = (((a + n - 1) * (total + n - 1)) / before) * x * product;
    const denominator = n + product + ((a + n) / (before + 2)) * (excess + 1 + n * (1 + y));
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}
