import { incompleteBeta, logBetaLeading } from "./incompleteBeta.js";
import { requireNumber, requireDegrees } from "./parameters.js";
import type { Tail } from "./tail.js";

/** Beyond this ratio of the two sums of squares, and below its inverse, one term is the whole tail. */
const FAR = 1e280;

/**
 * Probability of Fisher's F distribution below or above x.
 *
 * With s = df1·x/(df1·x + df2), P(F ≤ x) = Iₛ(df1/2, df2/2).
 *
 * @param x any number; 0 and less have all probability above them
 * @param df1 degrees of freedom of the numerator, from 1e-99 to 1e100
 * @param df2 degrees of freedom of the denominator, from 1e-99 to 1e100
 * @param tail `"lower"` for P(F ≤ x), `"upper"` for P(F > x)
 * @throws CompetitionError `impossible-value`
 * @example fCdf(4, 3, 96, "upper") // 0.009906318787712344
 * @example fCdf(0, 3, 96, "upper") // 1
 * @see Abramowitz & Stegun (1964), 26.6.2
 */
export function fCdf(x: number, df1: number, df2: number, tail: Tail): number {
  requireNumber("x", x);
  requireDegrees("df1", df1);
  requireDegrees("df2", df2);
  if (x <= 0) return tail === "lower" ? 0 : 1;
  if (x === Infinity) return tail === "lower" ? 1 : 0;
  const a = df1 / 2;
  const b = df2 / 2;
  const ratio = (df1 / df2) * x;
  if (ratio < 1 / FAR || ratio > FAR) return farTail(Math.log(df1) - Math.log(df2) + Math.log(x), a, b, tail);
  const rest = 1 / (1 + ratio);
  return incompleteBeta(ratio * rest, rest, a, b, (1 - x) * rest * a, tail);
}

function farTail(logRatio: number, a: number, b: number, tail: Tail): number {
  const near = logRatio < 0 ? "lower" : "upper";
  const log = logRatio < 0 ? logBetaLeading(logRatio, a, b) : logBetaLeading(-logRatio, b, a);
  return near === tail ? Math.exp(log) : -Math.expm1(log);
}
