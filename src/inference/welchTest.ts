import { provenanceOf, resolveOptions } from "../core/index.js";
import type { Column } from "./followUps.js";
import { meanDifference, momentsOf, type Moments } from "./kernels/moments.js";
import { satterthwaite } from "./kernels/welchDegrees.js";
import type { SampleEstimate } from "./sampleEstimate.js";
import type { SampleReason } from "./sampleNotices.js";
import { SAMPLE_RULES, type SampleOptions } from "./sampleOptions.js";
import { sampleResult } from "./sampleResult.js";
import { readSamples } from "./samples.js";
import { SAMPLE_SOURCES } from "./sampleSources.js";
import { studentInterval, studentTest, type StudentEstimate } from "./student.js";
import { REAL_LINE } from "./studentResult.js";

/**
 * How far apart are the means of two groups, whose values may vary differently?
 *
 * The estimate is x̄₁ − x̄₂, comparator − reference, in the unit of the values. With v = s²/n of each group the
 * standard error is √(v₁ + v₂), and t = (x̄₁ − x̄₂)/SE follows Student's distribution with
 * (v₁ + v₂)²/(v₁²/(n₁ − 1) + v₂²/(n₂ − 1)) degrees of freedom, nearly for values of any distribution if there are
 * some dozens of them. Interval and test are of the same t. Ratings of 1 to 5 have a mean only if the
 * steps between them are taken to be alike; {@link winProbability} doesn't ask that.
 *
 * @param comparator values, numbers from −1e100 to 1e100, two or more
 * @param reference the same of the group compared with
 * @param options `level`, 0.95 by default; `alternative`, `two-sided` by default (`greater`: a larger mean in
 *   the comparator), which gives the interval that is open towards it
 * @returns an estimate of measure `mean-difference` with `standardError`, `test` with `degreesOfFreedom`, and both
 *   groups' `samples`. `not-estimable`, with the whole line as interval and no test, if a group is empty
 *   (`no-observations`), has a single value (`too-few-values`), or neither group varies (`constant-values`)
 * @throws CompetitionError `impossible-data`, `impossible-number`, `unknown-option` or `impossible-option`
 * @example
 * welchTest([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]).test // t = −1.897 with 5.88 degrees of freedom, p = 0.108
 * @example
 * welchTest([3, 3], [3, 3, 3]).reason // "constant-values"
 * @see Welch (1947), Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28
 */
export function welchTest(
  comparator: Column<number>,
  reference: Column<number>,
  options?: SampleOptions,
): SampleEstimate {
  const { values, record } = resolveOptions("welchTest", options, SAMPLE_RULES);
  const { level, alternative } = values;
  const { first, second, samples, inputs } = readSamples(comparator, reference);
  const found = welch(momentsOf(first), momentsOf(second));
  return sampleResult(
    {
      measure: "mean-difference",
      method: "welch",
      question: { level, alternative, nullValue: 0, space: REAL_LINE },
      told: { samples },
      references: SAMPLE_SOURCES["welch"],
      provenance: provenanceOf("welchTest", record, inputs),
    },
    "reason" in found
      ? found
      : {
          estimate: found.estimate,
          interval: studentInterval(found, level, "welch", alternative),
          standardError: found.standardError,
          test: studentTest(found, alternative),
          notices: [],
        },
  );
}

function welch(first: Moments, second: Moments): StudentEstimate | { readonly reason: SampleReason } {
  if (first.size === 0 || second.size === 0) return { reason: "no-observations" };
  if (first.size < 2 || second.size < 2) return { reason: "too-few-values" };
  const parts = [first, second].map(({ variance, size, degrees }) => ({
    variance: variance / size,
    degrees,
  }));
  const degreesOfFreedom = satterthwaite(parts);
  if (degreesOfFreedom === undefined) return { reason: "constant-values" };
  const standardError = Math.sqrt(parts.reduce((sum, { variance }) => sum + variance, 0));
  return { estimate: meanDifference(first, second), standardError, degreesOfFreedom };
}
