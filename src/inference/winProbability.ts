import { provenanceOf, resolveOptions } from "../core/index.js";
import { wholeSpace, type Question } from "./decision.js";
import type { Column } from "./followUps.js";
import { clamp } from "./kernels/limits.js";
import { tallyOf, type Tally } from "./kernels/tally.js";
import { pairsWon, winProbabilityOf } from "./kernels/winProbability.js";
import type { SampleEstimate } from "./sampleEstimate.js";
import { NO_SPREAD } from "./sampleNotices.js";
import { SAMPLE_RULES, type SampleOptions } from "./sampleOptions.js";
import { sampleResult, type SampleFinding } from "./sampleResult.js";
import { readSamples } from "./samples.js";
import { SAMPLE_SOURCES } from "./sampleSources.js";
import { studentInterval, studentTest } from "./student.js";

const METHOD = "brunner-munzel-logit";

/** Values added to each group for interval and test, spread as both groups together are. */
const ADDED = 0.5;

/**
 * If one of each group is picked by chance, how probable is it that the comparator's has the higher value?
 *
 * θ = P(X > Y) + ½P(X = Y), ties counted half: 0.5 is no difference, 1 means that everybody in the
 * comparator is above everybody in the reference. It needs no more of the values than their order, so that it
 * suits ratings of 1 to 5, where a median hardly moves and a mean takes the steps to be alike. The estimate
 * is the share of the m·n pairs that the comparator wins, U/(mn) of Mann and Whitney, also known as the area under
 * the ROC curve.
 *
 * Interval and test are Brunner and Munzel's, on the scale of logit θ = log(θ/(1 − θ)): the variance of the
 * placements in each group, which may be spread differently, and t with Satterthwaite's degrees of freedom. For
 * them half a value, spread as both groups together are, is added to each group, as the half in the cells of a 2×2
 * table: without it the interval misses up to 12 of 100 where one group gives nearly all the same rating, and
 * has no width where the groups are separated; with it 95 % is 94 to 99 % for ratings from 10 + 10 on
 * (`test/simulation/ratings.test.ts`). The interval is widened to the estimate where that lies outside, which
 * happens near 0 and 1 only. `standardError` is that of θ, the half included.
 *
 * @param comparator values, numbers from −1e100 to 1e100, two or more
 * @param reference the same of the group compared with
 * @param options `level`, 0.95 by default; `alternative` to θ = 0.5, `two-sided` by default
 * @returns an estimate of measure `win-probability` with `standardError`, `test` against 0.5 and both groups'
 *   `samples`. Where all values are equal it is 0.5, with an interval that excludes nothing. `not-estimable`,
 *   with [0, 1] as interval and no test, if a group is empty (`no-observations`) or has a single value
 *   (`too-few-values`)
 * @throws CompetitionError `impossible-data`, `impossible-number`, `unknown-option` or `impossible-option`
 * @example
 * winProbability([3, 4, 4, 5, 5], [2, 3, 3, 4, 4]).estimate // 0.82: of 25 pairs 18 won and 5 tied
 * @example
 * winProbability([4, 5, 5], [1, 2, 2]).interval.upper // 1
 * @see Brunner & Munzel (2000), Biometrical Journal 42, 17–25; Brunner, Bathke & Konietschke (2018), Rank and
 *   Pseudo-Rank Procedures for Independent Observations in Factorial Designs, Springer, section 3.7
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
  const { level, alternative, nullValue, space } = question;
  const estimate = pairsWon(tally) / (m * n);
  const filled = winProbabilityOf(tally, ADDED);
  if (tally.first.length === 1 || filled.degreesOfFreedom === undefined) {
    return {
      estimate,
      interval: wholeSpace(question, METHOD),
      test: { pValue: 1, alternative, nullValue },
      notices: [NO_SPREAD],
    };
  }
  const { estimate: center, variance, degreesOfFreedom } = filled;
  const standardError = Math.sqrt(variance);
  const onLogit = {
    estimate: Math.log(center / (1 - center)),
    standardError: standardError / (center * (1 - center)),
    degreesOfFreedom,
  };
  const logits = studentInterval(onLogit, level, METHOD, alternative);
  return {
    estimate,
    interval: {
      ...logits,
      lower: clamp(probabilityOf(logits.lower), space.lower, estimate),
      upper: clamp(probabilityOf(logits.upper), estimate, space.upper),
    },
    standardError,
    test: { ...studentTest(onLogit, alternative), nullValue },
    notices: [],
  };
}

function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
