import { makeEstimate } from "./estimate.js";
import { makeTestResult } from "./testResult.js";
import type { Estimate, TestResult } from "./types.js";

/**
 * What is left of a risk difference that may not be told: by which method it would be made, with the whole
 * parameter space as its interval.
 *
 * @param reason Why, as a code: `too-early`.
 */
export function untoldDifference(
  { method, references, provenance, measure, interval }: Estimate,
  reason: string,
): Estimate {
  return makeEstimate({
    kind: "estimate",
    method,
    references,
    notices: [],
    provenance,
    status: "not-estimable",
    reason,
    measure,
    estimate: null,
    interval: { ...interval, lower: -1, upper: 1 },
  });
}

/** A risk difference whose variance is estimated at 0, as a reason. */
export const NO_VARIANCE = "zero-variance";

/** Limits that are so close differ by rounding only. */
const ROUNDING = 1e-9;

/**
 * A risk difference of which nothing is known but itself, where the method found a variance of 0: its interval is
 * the whole parameter space, and there is no test. Any other difference is left as it is.
 *
 * A variance of 0 says that the outcomes were alike wherever they were compared, not that they always would be.
 */
export function withoutFalseCertainty(difference: Estimate): Estimate {
  const { estimate, interval } = difference;
  if (estimate === null || interval.upper - interval.lower > ROUNDING) return difference;
  const { kind, method, references, notices, provenance, measure, standardError, counts } = difference;
  return makeEstimate({
    kind,
    method,
    references,
    notices,
    provenance,
    status: "not-estimable",
    reason: NO_VARIANCE,
    measure,
    estimate,
    interval: { ...interval, lower: -1, upper: 1 },
    ...(standardError === undefined ? {} : { standardError }),
    ...(counts === undefined ? {} : { counts }),
  });
}

/** What is left of a test that may not be told: p = 1, as where there is nothing to test. */
export function untoldTest(
  { method, references, provenance, alternative }: TestResult,
  reason: string,
): TestResult {
  return makeTestResult({
    kind: "test",
    method,
    references,
    notices: [],
    provenance,
    status: "not-estimable",
    reason,
    pValue: 1,
    alternative,
  });
}
