import { studentTCdf, studentTQuantile } from "../numerics/index.js";
import { standardized } from "./kernels/deviates.js";
import type { Alternative, EstimateTest, Interval } from "./types.js";

/** An estimate whose distance from the truth, in standard errors, follows Student's t. */
export interface StudentEstimate {
  readonly estimate: number;
  /** Infinite where the data tell nothing of it. */
  readonly standardError: number;
  /** Infinite for the normal distribution. */
  readonly degreesOfFreedom: number;
}

/** Estimate ± t standard errors, two-sided or open towards the alternative. */
export function studentInterval(
  { estimate, standardError, degreesOfFreedom }: StudentEstimate,
  level: number,
  method: string,
  alternative: Alternative = "two-sided",
): Interval {
  const sides = alternative === "two-sided" ? 2 : 1;
  const half = standardError * studentTQuantile((1 - level) / sides, degreesOfFreedom, "upper");
  return {
    lower: alternative === "less" ? -Infinity : estimate - half,
    upper: alternative === "greater" ? Infinity : estimate + half,
    level,
    sides,
    method,
  };
}

/** The test that the truth is 0; it excludes 0 exactly when the interval does. */
export function studentTest(
  { estimate, standardError, degreesOfFreedom }: StudentEstimate,
  alternative: Alternative = "two-sided",
): EstimateTest {
  const statistic = standardized(estimate, standardError);
  return {
    statistic,
    ...(degreesOfFreedom === Infinity ? {} : { degreesOfFreedom }),
    pValue:
      alternative === "two-sided"
        ? 2 * studentTCdf(Math.abs(statistic), degreesOfFreedom, "upper")
        : studentTCdf(statistic, degreesOfFreedom, alternative === "greater" ? "upper" : "lower"),
    alternative,
    nullValue: 0,
  };
}
