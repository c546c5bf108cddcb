import { devianceOf } from "./deviance.js";
import { logComplement } from "./logProbability.js";
import { logGammaOnePlus } from "./logGammaNearTwo.js";
import { stirlingError } from "./stirling.js";
import type { Tail } from "./tail.js";
import { uniformTail } from "./uniformTail.js";

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** From this shape on, near the mean, the uniform expansion replaces series and continued fraction. */
const UNIFORM_FROM = 2000;

/** Far from the mean, in deviance per unit of shape, series and fraction converge fast. */
const UNIFORM_REACH = 0.03;

/** Bounds the loops; convergence takes at most about 350 steps. */
const MOST_STEPS = 1000;

/** The regularized incomplete gamma function, P(a, x) for `"lower"` and Q(a, x) for `"upper"`; 0 < x < ∞. */
export function incompleteGamma(x: number, a: number, tail: Tail): number {
  const near = nearTail(x, a);
  const log = logNearTail(x, a, near);
  return near === tail ? Math.exp(log) : -Math.expm1(log);
}

/** Logarithm of {@link incompleteGamma}. */
export function logIncompleteGamma(x: number, a: number, tail: Tail): number {
  const near = nearTail(x, a);
  const log = logNearTail(x, a, near);
  return near === tail ? log : logComplement(log);
}

/** ln [xᵃ e⁻ˣ / Γ(a)], the logarithm of x times the density. */
export function logGammaPower(x: number, a: number): number {
  if (a < 1) return a * Math.log(x) - x - logGammaOnePlus(a) + Math.log(a);
  return 0.5 * (Math.log(a) - LOG_TWO_PI) - stirlingError(a) - devianceOf(a - x, x);
}

/** The tail on x's side of the mean, which is the one to compute; the other is its complement. */
function nearTail(x: number, a: number): Tail {
  return x < a + 1 ? "lower" : "upper";
}

function logNearTail(x: number, a: number, near: Tail): number {
  if (a < 1 && near === "lower") return logSmallShape(x, a);
  if (a >= UNIFORM_FROM) {
    const distance = devianceOf(a - x, x);
    if (distance < UNIFORM_REACH * a) {
      const outward = (near === "lower") === x < a;
      const zeta = Math.sqrt(2 * distance);
      const slope = (x < a ? -1 : 1) / Math.sqrt(a);
      const log = Math.log(uniformTail(zeta, slope, 0, Math.exp(-stirlingError(a)))) - distance;
      return outward ? log : logComplement(log);
    }
  }
  const power = logGammaPower(x, a);
  return near === "lower" ? power + Math.log(lowerSeries(x, a)) : power - Math.log(upperFraction(x, a));
}

/**
 * ln P(a, x) for a < 1, x < a + 1: near 0 it keeps its relative accuracy, so that 1 − P doesn't cancel.
 *
 * @see DLMF 8.7.1
 */
function logSmallShape(x: number, a: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < MOST_STEPS; n++) {
    term *= -x / n;
    const next = sum + term / (a + n);
    if (next === sum) break;
    sum = next;
  }
  return a * Math.log(x) - logGammaOnePlus(a) + Math.log1p(a * sum);
}

/** P(a, x) Γ(a) / (xᵃ e⁻ˣ), DLMF 8.11.4. */
function lowerSeries(x: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_STEPS; n++) {
    term *= x / (a + n);
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** xᵃ e⁻ˣ / (Q(a, x) Γ(a)), the even part of DLMF 8.9.2, by Lentz's method. */
function upperFraction(x: number, a: number): number {
  let denominator = x - a + 1;
  let fraction = denominator;
  let c = denominator;
  let d = 0;
  for (let n = 1; n < MOST_STEPS; n++) {
    const numerator = n * (a - n);
    denominator += 2;
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}
