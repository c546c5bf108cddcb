import { studentTCdf, studentTQuantile } from "../numerics/index.js";
import { standardized } from "./kernels/deviates.js";
import type { EstimateTest, Interval } from "./types.js";

/** An estimate whose distance from the truth, in standard errors, follows Student's t. */
export interface StudentEstimate {
  readonly estimate: number;
  /** Infinite where the data tell nothing of it. */
  readonly standardError: number;
  /** Infinite for the normal distribution. */
  readonly degreesOfFreedom: number;
}

/** Estimate ± t standard errors, two-sided. */
export function studentInterval(
  { estimate, standardError, degreesOfFreedom }: StudentEstimate,
  level: number,
  method: string,
): Interval {
  const half = standardError * studentTQuantile((1 - level) / 2, degreesOfFreedom, "upper");
  return { lower: estimate - half, upper: estimate + half, level, sides: 2, method };
}

/** The test that the truth is 0; it excludes 0 exactly when the interval does. */
export function studentTest({ estimate, standardError, degreesOfFreedom }: StudentEstimate): EstimateTest {
  const statistic = standardized(estimate, standardError);
  return {
    statistic,
    ...(degreesOfFreedom === Infinity ? {} : { degreesOfFreedom }),
    pValue: 2 * studentTCdf(Math.abs(statistic), degreesOfFreedom, "upper"),
    alternative: "two-sided",
    nullValue: 0,
  };
}
