import { gaussian, normalCore, scaledErfc } from "./errorFunction.js";
import { requireNumber, requireProbability } from "./parameters.js";
import type { Tail } from "./tail.js";

const INVERSE_ROOT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);
const ROOT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);

/** Up to this distance from the median the probability between median and x is the accurate thing to compute. */
const CORE = 0.7;

/**
 * Density of the standard normal distribution: exp(−x²/2)/√(2π).
 *
 * @throws CompetitionError `impossible-value` if x is NaN
 * @example normalDensity(0) // 0.3989422804014327
 * @example normalDensity(Infinity) // 0
 */
export function normalDensity(x: number): number {
  requireNumber("x", x);
  return INVERSE_ROOT_TWO_PI * gaussian(x);
}

/**
 * Probability of the standard normal distribution below or above x.
 *
 * @param x any number, ±Infinity too
 * @param tail `"lower"` for Φ(x) = P(X ≤ x), `"upper"` for 1 − Φ(x), each exact in its far tail
 * @throws CompetitionError `impossible-value` if x is NaN
 * @example normalCdf(1.959963984540054, "lower") // 0.975
 * @example normalCdf(38, "upper") // 2.88542835e-316
 * @see DLMF 7.2.2 with z = x/√2
 */
export function normalCdf(x: number, tail: Tail): number {
  requireNumber("x", x);
  const outward = tail === "upper" ? x : -x;
  if (Math.abs(outward) < CORE) return 0.5 - normalCore(outward);
  return outward > 0 ? farTail(outward) : 1 - farTail(-outward);
}

/**
 * Natural logarithm of {@link normalCdf}, also where that falls below the smallest double.
 *
 * @example normalLogCdf(-10000, "lower") // -50000010.12927891
 * @example normalLogCdf(-Infinity, "lower") // -Infinity
 */
export function normalLogCdf(x: number, tail: Tail): number {
  requireNumber("x", x);
  const outward = tail === "upper" ? x : -x;
  if (outward === Infinity) return -Infinity;
  if (outward >= CORE) return (-outward * outward) / 2 + Math.log(scaledErfc(outward * Math.SQRT1_2) / 2);
  return outward > -CORE ? Math.log(0.5 - normalCore(outward)) : Math.log1p(-farTail(-outward));
}

/**
 * The x below which (`"lower"`) or above which (`"upper"`) the standard normal distribution has probability p.
 *
 * Halley's iteration from a start of three correct digits: on the logarithm of the tail, and near the median on
 * the probability between median and x, so that the result is accurate relative to itself everywhere.
 *
 * @param p a probability; 0 and 1 give ±Infinity
 * @throws CompetitionError `impossible-value` if p is outside [0, 1]
 * @example normalQuantile(0.975, "lower") // 1.959963984540054
 * @example normalQuantile(0, "upper") // Infinity
 * @see Abramowitz & Stegun (1964), 26.2.23 (the start)
 */
export function normalQuantile(p: number, tail: Tail): number {
  requireProbability("p", p);
  // Towards the tail in which p is the smaller; 1 − p is exact from 1/2 on.
  const upward = (tail === "upper") === p <= 0.5;
  const small = p <= 0.5 ? p : 1 - p;
  const distance = small > 0.25 ? coreQuantile(0.5 - small) : farQuantile(small);
  // 0 − 0 is 0, where −0 would not be.
  return upward ? distance : 0 - distance;
}

/** P(X > x) for x ≥ 0.7. */
function farTail(x: number): number {
  return x > 40 ? 0 : 0.5 * gaussian(x) * scaledErfc(x * Math.SQRT1_2);
}

/** The x > 0 with P(0 < X < x) = q, for q < 1/4. */
function coreQuantile(q: number): number {
  const linear = q / INVERSE_ROOT_TWO_PI;
  let x = linear * (1 + (linear * linear) / 6);
  for (let step = 0; step < 2; step++) {
    const newton = (normalCore(x) - q) / (INVERSE_ROOT_TWO_PI * gaussian(x));
    x -= newton / (1 + (newton * x) / 2);
  }
  return x;
}

/** The x > 0 with P(X > x) = p, for p ≤ 1/4. */
function farQuantile(p: number): number {
  if (p === 0) return Infinity;
  const logP = Math.log(p);
  const t = Math.sqrt(-2 * logP);
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  let x = t - numerator / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 2; step++) {
    const scaled = scaledErfc(x * Math.SQRT1_2);
    const hazard = ROOT_TWO_OVER_PI / scaled;
    const newton = ((-x * x) / 2 + Math.log(scaled / 2) - logP) / hazard;
    x += newton / (1 + (newton * (hazard - x)) / 2);
  }
  return x;
}
