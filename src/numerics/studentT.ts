import { incompleteBeta, logBetaLeading, logBetaPower, logIncompleteBeta } from "./incompleteBeta.js";
import { logComplement } from "./logProbability.js";
import { normalCdf, normalQuantile } from "./normal.js";
import { requireDegrees, requireNumber, requireProbability } from "./parameters.js";
import { positiveQuantile, type LogTail } from "./positiveQuantile.js";
import type { Tail } from "./tail.js";

/** From here on t²/df might overflow, and the leading term of the tail is exact. */
const FAR = 1e280;

/**
 * Probability of Student's t distribution below or above t.
 *
 * With x = df/(df + t²), P(|T| > t) = Iₓ(df/2, ½).
 *
 * @param t any number, ±Infinity too
 * @param df degrees of freedom, from 1e-99 to 1e100, or Infinity for the normal distribution
 * @param tail `"lower"` for P(T ≤ t), `"upper"` for P(T > t), each exact in its far tail
 * @throws CompetitionError `impossible-value`
 * @example studentTCdf(2.2281388519862747, 10, "upper") // 0.025
 * @example studentTCdf(-Infinity, 10, "lower") // 0
 * @see Abramowitz & Stegun (1964), 26.7.1 with 26.5.27
 */
export function studentTCdf(t: number, df: number, tail: Tail): number {
  requireNumber("t", t);
  if (df === Infinity) return normalCdf(t, tail);
  requireDegrees("df", df);
  const outward = tail === "upper" ? t : -t;
  const half = 0.5 * outside(Math.abs(t), df);
  return outward > 0 ? half : 1 - half;
}

/**
 * The t below which (`"lower"`) or above which (`"upper"`) Student's distribution has probability p.
 *
 * @param p a probability; 0 and 1 give ±Infinity
 * @param df degrees of freedom, from 1e-99 to 1e100, or Infinity for the normal distribution
 * @throws CompetitionError `impossible-value`
 * @example studentTQuantile(0.975, 10, "lower") // 2.2281388519862747
 * @example studentTQuantile(0.5, 10, "lower") // 0
 */
export function studentTQuantile(p: number, df: number, tail: Tail): number {
  requireProbability("p", p);
  if (df === Infinity) return normalQuantile(p, tail);
  requireDegrees("df", df);
  const upward = (tail === "upper") === p <= 0.5;
  const distance = distanceOf(p <= 0.5 ? p : 1 - p, df);
  // 0 − 0 is 0, where −0 would not be.
  return upward ? distance : 0 - distance;
}

/** The t ≥ 0 with P(T > t) = p ≤ ½: by P(|T| > t), and near the median by P(|T| < t). */
function distanceOf(p: number, df: number): number {
  if (p === 0) return Infinity;
  if (p === 0.5) return 0;
  const start = normalQuantile(p, "upper");
  const beyond = p <= 0.25;
  const law: LogTail = {
    tail: beyond ? "upper" : "lower",
    logTail: beyond ? (t) => logOutside(t, df) : (t) => logInside(t, df),
    logSlope: (t) => Math.LN2 + logPower(t, df),
    bend: (t) => 1 - (df + 1) * (1 - 1 / (1 + squareRatio(t, df))),
  };
  return positiveQuantile(law, beyond ? 2 * p : 1 - 2 * p, start, Infinity);
}

/** P(|T| > t), t ≥ 0. */
function outside(t: number, df: number): number {
  const square = squareRatio(t, df);
  if (square === 0) return 1;
  if (square > FAR) return Math.exp(logFarOutside(t, df));
  return incompleteBeta(1 / (1 + square), shareOf(square), df / 2, 0.5, excessOf(square, df), "lower");
}

function logOutside(t: number, df: number): number {
  const square = squareRatio(t, df);
  if (square === 0) return 0;
  if (square > FAR) return logFarOutside(t, df);
  return logIncompleteBeta(1 / (1 + square), shareOf(square), df / 2, 0.5, excessOf(square, df), "lower");
}

/** ln P(|T| < t), t > 0. */
function logInside(t: number, df: number): number {
  const square = squareRatio(t, df);
  if (square === 0) return -Infinity;
  if (square > FAR) return logComplement(logFarOutside(t, df));
  return logIncompleteBeta(1 / (1 + square), shareOf(square), df / 2, 0.5, excessOf(square, df), "upper");
}

/** ln [t f(t)]. */
function logPower(t: number, df: number): number {
  const square = squareRatio(t, df);
  if (square > FAR) return logFarOutside(t, df) + Math.log(df / 2);
  return logBetaPower(1 / (1 + square), shareOf(square), df / 2, 0.5, excessOf(square, df));
}

function logFarOutside(t: number, df: number): number {
  return logBetaLeading(Math.log(df) - 2 * Math.log(t), df / 2, 0.5);
}

function squareRatio(t: number, df: number): number {
  return (t * t) / df;
}

/** 1 − x = t²/(df + t²) from t²/df. */
function shareOf(square: number): number {
  return square / (1 + square);
}

/** a − (a + b)x for a = df/2, b = ½. */
function excessOf(square: number, df: number): number {
  return (df * square - 1) / (2 * (1 + square));
}
