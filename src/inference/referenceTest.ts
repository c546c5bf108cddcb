import { competitionError, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import {
  differenceInMeans,
  extremes,
  sumInComparator,
  type ReferenceStatistic,
} from "./kernels/referenceStatistics.js";
import { notEstimable } from "./notices.js";
import { alternativeRule } from "./question.js";
import { RANDOMIZATION_SOURCES } from "./randomizationSources.js";
import { makeTestResult } from "./testResult.js";
import type { Alternative, TestResult } from "./types.js";

/** Draws that a recorded design could have given, such as allocation's `referenceSet` makes them. */
export interface ReferenceDraws {
  /** One draw after another, each the number of everyone's arm: times × citizens. */
  readonly draws: ArrayLike<number>;
  readonly times: number;
  /** Whether these are all the draws there are, nothing that chance influences being held fixed. */
  readonly exact: boolean;
  /** How probable each draw is, where they aren't a sample; each as likely as another where absent. */
  readonly weights?: ArrayLike<number> | undefined;
}

/** A recorded draw with everyone's response. */
export interface ReferenceData {
  /** Everyone's response, such as 1 for success and 0 for failure, in the order of the draws. */
  readonly response: ArrayLike<number>;
  /** The number of everyone's arm as it was drawn. */
  readonly observed: ArrayLike<number>;
  readonly referenceSet: ReferenceDraws;
  /**
   * What is compared: `difference-in-means` (default), `sum` of the comparator's responses, or a function of
   * an assignment. A statistic that is NaN (an arm is empty) leaves its draw out.
   */
  readonly statistic?: "difference-in-means" | "sum" | ReferenceStatistic | undefined;
  /** Number of the comparator's arm; 1 by default. */
  readonly comparator?: number | undefined;
  /** Number of the reference arm; 0 by default. */
  readonly reference?: number | undefined;
}

export interface ReferenceTestOptions {
  /** `two-sided` by default: as far from 0 as the observed statistic, a `sum` as far from its mean over the draws. */
  readonly alternative?: Alternative | undefined;
}

const RULES: OptionRules<{ alternative: Alternative }> = {
  alternative: { ...alternativeRule, default: "two-sided" },
};

/**
 * Could the recorded draw alone, whatever its design, have made the arms differ so much?
 *
 * Null hypothesis: nobody's response depends on the arm. The statistic T is computed for every draw of
 * the reference set and compared with the observed t. Over all draws the p-value is the probability of
 * |T| ≥ |t| (of T ≥ t, of T ≤ t), exact; a `sum` is measured from its mean. Over m replayed draws, b of
 * which are as extreme, it is p = (b + 1)/(m + 1), which never rejects too often, with Monte Carlo error
 * √(p(1 − p)/m).
 *
 * @param data `response`, `observed` and `referenceSet`; `statistic`, `difference-in-means` by default;
 *   `comparator` 1 and `reference` 0 by default
 * @param options `alternative`, `two-sided` by default
 * @returns a test with `statistic` and, over replayed draws, `monteCarloError`. `not-estimable` with p = 1
 *   where every draw gives the same statistic
 * @throws CompetitionError `impossible-reference-data` where lengths or numbers don't fit,
 *   `degenerate-reference-set` where all draws are one, `unknown-option`, `impossible-option`
 * @example
 * const draws = [1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1];
 * referenceTest({ response: [1, 1, 0, 0], observed: [1, 1, 0, 0], referenceSet: { draws, times: 6, exact: true } }).pValue // 0.333
 * @example
 * referenceTest({ response: [1, 1, 1, 1], observed: [1, 1, 0, 0], referenceSet: { draws, times: 6, exact: true } }).status // "not-estimable"
 * @see Fisher (1935), The Design of Experiments, chapter 2; Phipson & Smyth (2010), Statistical Applications
 *   in Genetics and Molecular Biology 9, 39, doi:10.2202/1544-6115.1585
 */
export function referenceTest(data: ReferenceData, options?: ReferenceTestOptions): TestResult {
  const { values, record } = resolveOptions("referenceTest", options, RULES);
  const { response, observed, referenceSet } = checkedData(data);
  const { draws, times, exact, weights } = referenceSet;
  const { statistic, offset } = statisticOf(data);
  const citizens = response.length;
  const assignments = Uint8Array.from(draws);
  const statistics = new Float64Array(times);
  for (let d = 0; d < times; d++) {
    statistics[d] = statistic(assignments.subarray(d * citizens, (d + 1) * citizens));
  }
  const actual = statistic(Uint8Array.from(observed));
  const center = data.statistic === "sum" ? "mean" : "zero";
  const isSample = !exact && weights === undefined;
  const found = extremes(statistics, weights, actual, center);
  const isFlat = !(found.highest > found.lowest) || Number.isNaN(actual);
  if (isFlat && areAllOne(assignments, citizens)) throw degenerate(times);

  const { alternative } = values;
  const share = alternative === "two-sided" ? found.twoSided : found[alternative];
  const pValue = !isSample ? Math.min(1, share) : (share * found.defined + 1) / (found.defined + 1);
  return makeTestResult({
    kind: "test",
    method: isSample ? "reference-set-monte-carlo" : "reference-set-enumerated",
    ...(isFlat
      ? { status: "not-estimable", reason: "no-variation", pValue: 1 }
      : {
          status: "estimated",
          statistic: actual + offset,
          pValue,
          ...(!isSample ? {} : { monteCarloError: Math.sqrt((pValue * (1 - pValue)) / found.defined) }),
        }),
    alternative,
    references: RANDOMIZATION_SOURCES["reference-set"],
    notices: [
      ...(isFlat ? [notEstimable("no-variation")] : []),
      ...(!isSample ? [] : [{ code: "replayed-draws", severity: "info", times: found.defined } as const]),
      ...(found.defined < times
        ? [
            {
              code: "draws-without-both-arms",
              severity: "info",
              draws: times - found.defined,
              times,
            } as const,
          ]
        : []),
    ],
    provenance: provenanceOf("referenceTest", record, { citizens, times }),
  });
}

/** The statistic less an offset that all draws share, so that large responses leave its digits to their differences. */
function statisticOf({ response, observed, statistic, comparator = 1, reference = 0 }: ReferenceData): {
  readonly statistic: ReferenceStatistic;
  readonly offset: number;
} {
  if (typeof statistic === "function") return { statistic, offset: 0 };
  const origin = Array.from(response).reduce((least, value) => Math.min(least, value), Infinity);
  const centered = Float64Array.from(response, (value) => value - origin);
  if (statistic !== "sum") {
    return { statistic: differenceInMeans(centered, comparator, reference), offset: 0 };
  }
  const members = Array.from(observed).filter((arm) => arm === comparator).length;
  return { statistic: sumInComparator(centered, comparator, origin, members), offset: members * origin };
}

function areAllOne(assignments: Uint8Array, citizens: number): boolean {
  return assignments.every((arm, index) => arm === assignments[index % citizens]);
}

function checkedData(data: ReferenceData): ReferenceData {
  const given: unknown = data;
  if (typeof given !== "object" || given === null) {
    throw impossible("data", given, "an object with response, observed and referenceSet");
  }
  const { response, observed, referenceSet, statistic } = data;
  const citizens = response?.length ?? 0;
  if (citizens === 0) throw impossible("response", response, "a finite number for each citizen");
  requireEach("response", response, Number.isFinite, "a finite number");
  if (observed?.length !== citizens) {
    throw impossible("observed", observed?.length, `${citizens} arms' numbers, one for each response`);
  }
  requireArms("observed", observed);
  const { draws, times, weights } = referenceSet ?? {};
  if (!Number.isInteger(times) || times < 1 || draws?.length !== times * citizens) {
    throw impossible(
      "referenceSet.draws",
      draws?.length,
      `times × citizens numbers (${times} × ${citizens})`,
    );
  }
  requireArms("referenceSet.draws", draws);
  if (weights !== undefined) requireWeights(weights, times);
  if (typeof statistic === "string" && statistic !== "sum" && statistic !== "difference-in-means") {
    throw impossible("statistic", statistic, "difference-in-means, sum or a function");
  }
  return data;
}

/** Arms are compared as bytes, which would take 257 for 1 and 1.9 too. */
function requireArms(path: string, arms: ArrayLike<number>): void {
  if (arms instanceof Uint8Array) return;
  requireEach(
    path,
    arms,
    (arm) => Number.isInteger(arm) && arm >= 0 && arm <= 255,
    "an arm's number, whole and from 0 to 255",
  );
}

function requireWeights(weights: ArrayLike<number>, times: number): void {
  const path = "referenceSet.weights";
  if (weights.length !== times) {
    throw impossible(path, weights.length, `${times} probabilities, one for each draw`);
  }
  requireEach(path, weights, (weight) => Number.isFinite(weight) && weight >= 0, "a probability, from 0");
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Infinity)) {
    throw impossible(path, total, "probabilities, at least one of them above 0, with a finite sum");
  }
}

function requireEach(
  path: string,
  numbers: ArrayLike<number>,
  accepts: (value: number) => boolean,
  expected: string,
): void {
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] as number;
    if (!accepts(value)) throw impossible(`${path}[${i}]`, value, expected);
  }
}

function degenerate(times: number): Error {
  return competitionError({
    code: "degenerate-reference-set",
    path: "referenceSet",
    received: `${times} draws that are all the same`,
    expected: "draws that the design let differ",
    hint: "Such a draw left nothing to chance: compare the arms by a model-based interval instead.",
  });
}

function impossible(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-reference-data", path, received, expected });
}
