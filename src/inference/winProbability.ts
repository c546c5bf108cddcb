import { provenanceOf, resolveOptions } from "../core/index.js";
import type { Question } from "./decision.js";
import type { Column } from "./followUps.js";
import { clip, type Limits } from "./kernels/limits.js";
import { tallyOf, type Tally } from "./kernels/tally.js";
import { pairsWon, winProbabilityOf } from "./kernels/winProbability.js";
import type { SampleEstimate } from "./sampleEstimate.js";
import { SAMPLE_RULES, type SampleOptions } from "./sampleOptions.js";
import { sampleResult, type SampleFinding } from "./sampleResult.js";
import { readSamples } from "./samples.js";
import { SAMPLE_SOURCES } from "./sampleSources.js";
import { studentInterval, studentTest } from "./student.js";

const METHOD = "brunner-munzel-adjusted";

/** Values added to each group for interval and test, half of them below all others and half above. */
const ADDED = 1;

/**
 * If one of each group is picked by chance, how probable is it that the comparator's has the higher value?
 *
 * θ = P(X > Y) + ½P(X = Y), ties counted half: 0.5 is no difference, 1 means that everybody in the
 * comparator is above everybody in the reference. It needs no more of the values than their order, so that it
 * suits ratings of 1 to 5, where a median hardly moves and a mean takes the steps to be alike. The estimate
 * is the share of the m·n pairs that the comparator wins, U/(mn) of Mann and Whitney, also known as the area under
 * the ROC curve.
 *
 * Interval and test are Brunner and Munzel's: the variance of the placements in each group, which may be
 * spread differently, and t with Satterthwaite's degrees of freedom. For them one value is added to each group, half of it
 * below all others and half above, as Agresti and Caffo add a success and a failure to proportions. Without
 * it the interval has no width where the groups are separated, and misses up to 35 of 100 where nearly all
 * give one rating and a group is small; with it 95 % is never far below 95 %, and above 98 % in small groups
 * with many equal ratings (`test/simulation/ratings.test.ts`). It ends at 0, at 1, or at the estimate where that
 * lies outside, which happens near 0 and 1 only. `standardError` includes what was added.
 *
 * @param comparator values, numbers from −1e100 to 1e100, two or more
 * @param reference the same of the group compared with
 * @param options `level`, 0.95 by default; `alternative` to θ = 0.5, `two-sided` by default
 * @returns an estimate of measure `win-probability` with `standardError`, `test` against 0.5 and both groups'
 *   `samples`. `not-estimable`,
 *   with [0, 1] as interval and no test, if a group is empty (`no-observations`) or has a single value
 *   (`too-few-values`)
 * @throws CompetitionError `impossible-data`, `impossible-number`, `unknown-option` or `impossible-option`
 * @example
 * winProbability([3, 4, 4, 5, 5], [2, 3, 3, 4, 4]).estimate // 0.8: of 25 pairs 17 won and 6 tied
 * @example
 * winProbability([4, 5, 5], [1, 2, 2]).interval.upper // 1
 * @see Brunner & Munzel (2000), Biometrical Journal 42, 17–25; Agresti & Caffo (2000), The American Statistician 54,
 *   280–288, doi:10.1080/00031305.2000.10474560
 */
export function winProbability(
  comparator: Column<number>,
  reference: Column<number>,
  options?: SampleOptions,
): SampleEstimate {
  const { values, record } = resolveOptions("winProbability", options, SAMPLE_RULES);
  const { first, second, samples, inputs } = readSamples(comparator, reference);
  const question: Question = { ...values, nullValue: 0.5, space: { lower: 0, upper: 1 } };
  return sampleResult(
    {
      measure: "win-probability",
      method: METHOD,
      question,
      told: { samples },
      references: SAMPLE_SOURCES[METHOD],
      provenance: provenanceOf("winProbability", record, inputs),
    },
    findingOf(tallyOf(first, second), first.length, second.length, question),
  );
}

function findingOf(tally: Tally, m: number, n: number, question: Question): SampleFinding {
  if (m === 0 || n === 0) return { reason: "no-observations" };
  if (m < 2 || n < 2) return { reason: "too-few-values" };
  const { level, alternative, nullValue } = question;
  const estimate = pairsWon(tally) / (m * n);
  const { estimate: center, variance, degreesOfFreedom } = winProbabilityOf(tally, ADDED);
  const excess = { estimate: center - nullValue, standardError: Math.sqrt(variance), degreesOfFreedom };
  const limits = studentInterval(excess, level, METHOD, alternative);
  return {
    estimate,
    interval: { ...limits, ...around(estimate, center, shifted(limits, nullValue)) },
    standardError: excess.standardError,
    test: { ...studentTest(excess, alternative), nullValue },
    notices: [],
  };
}

function shifted({ lower, upper }: Limits, by: number): Limits {
  return { lower: lower + by, upper: upper + by };
}

/** Limits within [0, 1] that hold the estimate, unless they lie beyond the center: those of one-sided levels below a half. */
function around(estimate: number, center: number, { lower, upper }: Limits): Limits {
  return clip(
    {
      lower: lower > center ? lower : Math.min(lower, estimate),
      upper: upper < center ? upper : Math.max(upper, estimate),
    },
    0,
    1,
  );
}
