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

/** Likewise of a test: p = 1, as where there is nothing to test. */
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
