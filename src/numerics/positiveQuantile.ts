import type { Tail } from "./tail.js";

/** A continuous distribution on the positive numbers as the search for its quantiles sees it. */
export interface LogTail {
  readonly tail: Tail;
  /** ln P(X ≤ x) or ln P(X > x). */
  readonly logTail: (x: number) => number;
  /** ln [x f(x)] with the density f. */
  readonly logSlope: (x: number) => number;
  /** d ln [x f(x)] / d ln x. */
  readonly bend: (x: number) => number;
}

/** A step from so near in ln p leaves an error below the last digit, as the iteration triples the digits. */
const LAST_STEP = 1e-5;

/** Further out than any double's logarithm the curvature is lost in rounding, and Newton's step is enough. */
const FAR = 1e4;

/** After so many steps, from a bad start, every other one halves the bracket. */
const PATIENCE = 20;

/** Bounds the search; it ends after at most some dozen steps. */
const MOST_STEPS = 200;

/**
 * The x in (0, most] at which the tail has probability p, 0 < p ≤ ½.
 *
 * Halley's iteration for ln p as a function of ln x, which is concave for the laws used here; a step that leaves the
 * bracket found so far is replaced by the bracket's geometric middle. Quantiles below the smallest double are 0, those
 * above `most`, or above the largest double, are `most`.
 */
export function positiveQuantile(law: LogTail, p: number, start: number, most: number): number {
  const target = Math.log(p);
  const sign = law.tail === "lower" ? 1 : -1;
  let lower = 0;
  let upper = Infinity;
  const last = Math.min(most, Number.MAX_VALUE);
  let x = clamp(start, last);
  for (let step = 0; step < MOST_STEPS; step++) {
    const log = law.logTail(x);
    const short = target - log;
    if (short === 0) return x;
    if (sign * short > 0) {
      if (x === last) return most;
      lower = x;
    } else {
      if (x === Number.MIN_VALUE) return 0;
      upper = x;
    }
    const slope = sign * Math.exp(law.logSlope(x) - log);
    const newton = short / slope;
    const bend = log > -FAR ? law.bend(x) - slope : 0;
    const halley = newton / (1 + (newton * bend) / 2);
    const next = clamp(x * Math.exp(halley * newton > 0 ? halley : newton), last);
    const inside = next > lower && next < upper;
    if (Math.abs(short) < LAST_STEP) return inside ? next : x;
    const patient = step < PATIENCE || step % 2 === 0;
    x = inside && patient ? next : clamp(Math.sqrt(lower) * Math.sqrt(upper), last);
    if (x === lower || x === upper) return x;
  }
  return x;
}

function clamp(x: number, last: number): number {
  // Written so that NaN, from a slope of 0 · ∞, becomes the smallest double and the bracket takes over.
  return x > Number.MIN_VALUE ? Math.min(x, last) : Number.MIN_VALUE;
}
