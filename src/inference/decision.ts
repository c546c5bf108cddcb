import { normalCdf, normalQuantile } from "../numerics/index.js";
import type { Deviates } from "./kernels/deviates.js";
import type { Limits } from "./kernels/limits.js";
import type { Alternative, EstimateTest, Interval } from "./types.js";

/** What is asked of a method: the test's hypothesis and the interval that belongs to it. */
export interface Question {
  readonly level: number;
  readonly alternative: Alternative;
  readonly nullValue: number;
  /** All values the measure can take: the open side of a one-sided interval. */
  readonly space: Limits;
}

/** The tail asked for last and its deviate: a study asks for many intervals at one level. */
let latest: { readonly tail: number; readonly deviate: number } = { tail: 0.5, deviate: 0 };

/** The deviate that a standard normal variable exceeds with probability 1 − level, shared among the sides. */
export function criticalValue(level: number, sides: 1 | 2): number {
  const tail = (1 - level) / sides;
  if (tail !== latest.tail) latest = { tail, deviate: normalQuantile(tail, "upper") };
  return latest.deviate;
}

/** The interval of a method: two-sided, or open towards the alternative. */
export function intervalOf(deviates: Deviates, question: Question, method: string): Interval {
  const { level, alternative, space } = question;
  const sides = sidesOf(alternative);
  const z = criticalValue(level, sides);
  return Object.freeze({
    lower: alternative === "less" ? space.lower : deviates.limit(z),
    upper: alternative === "greater" ? space.upper : deviates.limit(-z),
    level,
    sides,
    method,
  });
}

/** The whole parameter space: what can be said where nothing can be estimated. */
export function wholeSpace({ level, alternative, space }: Question, method: string): Interval {
  return Object.freeze({ ...space, level, sides: sidesOf(alternative), method });
}

/** The test of a method at the null value; it excludes that value exactly when the interval does. */
export function testOf(deviates: Deviates, { alternative, nullValue }: Question): EstimateTest {
  const statistic = deviates.deviate(nullValue, alternative);
  const pValue = normalPValue(statistic, alternative);
  return Object.freeze({ statistic, pValue, alternative, nullValue });
}

/** Probability under the null hypothesis of a standard normal deviate as far out as the observed one. */
export function normalPValue(deviate: number, alternative: Alternative): number {
  if (alternative === "two-sided") return 2 * normalCdf(Math.abs(deviate), "upper");
  return normalCdf(deviate, alternative === "greater" ? "upper" : "lower");
}

function sidesOf(alternative: Alternative): 1 | 2 {
  return alternative === "two-sided" ? 2 : 1;
}
