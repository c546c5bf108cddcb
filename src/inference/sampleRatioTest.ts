import {
  competitionError,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { chiSquaredCdf } from "../numerics/index.js";
import { exactMultinomial, outcomesOf } from "./kernels/multinomial.js";
import { fewExpected, impossibleArms, sampleNotEstimable, type SampleReason } from "./sampleNotices.js";
import { SAMPLE_SOURCES } from "./sampleSources.js";
import { makeTestResult } from "./testResult.js";
import type { TestResult } from "./types.js";

/** A number for each arm, by name or in order. */
export type ByArm = Readonly<Record<string, number>> | readonly number[];

export interface SampleRatioOptions {
  /** `exact` where fewer than 5 are expected in an arm and the outcomes can be gone through, else `chi-squared`. */
  readonly method?: "chi-squared" | "exact" | undefined;
}

const RULES: OptionRules<{ method?: "chi-squared" | "exact" }> = {
  method: {
    expected: "one of chi-squared, exact",
    accepts: (value) => value === "chi-squared" || value === "exact",
  },
};

/** From this expected count on the chi-squared distribution is near enough. */
const ENOUGH = 5;
/** As many outcomes are gone through within about a second. */
const MOST_OUTCOMES = 1_000_000;

/** Far above any ratio; sums of such weights don't overflow. */
const LARGEST_WEIGHT = 1e100;

/** An arm with its number of people, and the share of them that the draw would give it. */
interface Arm {
  readonly name: string;
  readonly count: number;
  readonly share: number;
}

/**
 * Do the numbers of people in the arms fit the probabilities that they were drawn with?
 *
 * If not, something happened beside the draw: entries lost, people moved, a draw repeated; then the arms
 * can't be compared as they are. With N people, counts Oᵢ, shares πᵢ and Eᵢ = Nπᵢ the statistic is
 * Σ (Oᵢ − Eᵢ)²/Eᵢ, chi-squared with k − 1 degrees of freedom (`chi-squared`). Where an E is below 5 the
 * p-value is that of the multinomial distribution, the probability of all outcomes no more probable than the
 * observed one (`exact`; of two arms the binomial test), as long as they are at most a million; beyond,
 * a notice tells.
 *
 * Both are for independent draws. A draw in blocks, or one that balances in another way, holds the numbers nearer
 * to the shares than independent draws do: the test finds less than it could then, never too much. For such a
 * draw verify the ledger, where each entry's draw is checked by itself, or take the number of an arm as the
 * statistic of {@link referenceTest}. Probabilities that varied over time have no common shares: test each
 * period with its own.
 *
 * @param counts people in each arm, whole numbers from 0: a record by arm, or an array
 * @param probabilities of the same arms, from 0, in any unit: 0.5 and 0.5 are 1 and 1
 * @param options `method`
 * @returns a test with `counts`, `expected`, `statistic` and `degreesOfFreedom` over the arms that the draw
 *   could choose; an arm of an array is `arm 1`, `arm 2`, …. People in an arm whose probability is 0 give p = 0, with a
 *   notice. `not-estimable` with p = 1 if nobody is there, or the draw could choose one arm only
 * @throws CompetitionError `impossible-arms` unless counts and probabilities are of the same two arms or more,
 *   `impossible-count`, `impossible-probability`, `too-many-outcomes` for `exact`, `unknown-option`,
 *   `impossible-option`
 * @example
 * sampleRatioTest({ own: 300, supplier: 640 }, { own: 1, supplier: 2 }).pValue // 0.356: χ² = 0.851
 * @example
 * sampleRatioTest([3, 9], [1, 3]).method // "sample-ratio-exact": 3 expected
 * @see Pearson (1900), Philosophical Magazine, series 5, 50, 157–175; Fabijan et al. (2019), Proceedings of the
 *   25th ACM SIGKDD Conference, 2156–2164, doi:10.1145/3292500.3330722
 */
export function sampleRatioTest(
  counts: ByArm,
  probabilities: ByArm,
  options?: SampleRatioOptions,
): TestResult {
  const { values, record } = resolveOptions("sampleRatioTest", options, RULES);
  const arms = armsOf(counts, probabilities);
  const total = arms.reduce((sum, { count }) => sum + count, 0);
  const possible = arms.filter(({ share }) => share > 0);
  const misplaced = arms.filter(({ count, share }) => count > 0 && share === 0);
  const smallest = Math.min(...possible.map(({ share }) => share * total));
  const outcomes = outcomesOf(total, possible.length);
  const isExact =
    values.method === undefined ? smallest < ENOUGH && outcomes <= MOST_OUTCOMES : values.method === "exact";
  if (isExact && outcomes > MOST_OUTCOMES) throw tooMany(outcomes);
  const method = isExact ? "sample-ratio-exact" : "sample-ratio-chi-squared";
  const reason = reasonAgainst(total, possible, misplaced);
  return makeTestResult({
    kind: "test",
    status: reason === undefined ? "estimated" : "not-estimable",
    ...(reason === undefined ? {} : { reason }),
    method,
    ...(reason === undefined
      ? misplaced.length > 0
        ? { statistic: Infinity, pValue: 0 }
        : tested(possible, total, isExact)
      : { pValue: 1 }),
    alternative: "two-sided",
    counts: Object.fromEntries(arms.map(({ name, count }) => [name, { events: count, total }])),
    expected: Object.fromEntries(arms.map(({ name, share }) => [name, share * total])),
    references: SAMPLE_SOURCES[method],
    notices: [
      ...(reason === undefined ? [] : [sampleNotEstimable(reason)]),
      ...(misplaced.length > 0 ? [impossibleArms(misplaced.map(({ name }) => name))] : []),
      ...sizeNotices(isExact || reason !== undefined || misplaced.length > 0, smallest),
    ],
    provenance: provenanceOf(
      "sampleRatioTest",
      {
        ...record,
        method: { value: isExact ? "exact" : "chi-squared", source: record["method"]?.source ?? "derived" },
      },
      { counts: { ...counts }, probabilities: { ...probabilities } },
    ),
  });
}

function tested(
  arms: readonly Arm[],
  total: number,
  isExact: boolean,
): Pick<TestResult, "statistic" | "degreesOfFreedom" | "pValue"> {
  const statistic = arms.reduce((sum, { count, share }) => {
    const expected = share * total;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const degreesOfFreedom = arms.length - 1;
  const pValue = isExact
    ? exactMultinomial(
        arms.map(({ count }) => count),
        arms.map(({ share }) => share),
      )
    : chiSquaredCdf(statistic, degreesOfFreedom, "upper");
  return { statistic, degreesOfFreedom, pValue };
}

function reasonAgainst(
  total: number,
  possible: readonly Arm[],
  misplaced: readonly Arm[],
): SampleReason | undefined {
  if (total === 0) return "no-observations";
  return possible.length < 2 && misplaced.length === 0 ? "one-possible-arm" : undefined;
}

function sizeNotices(isSettled: boolean, smallest: number): readonly Notice[] {
  return isSettled || smallest >= ENOUGH ? [] : [fewExpected(smallest)];
}

function armsOf(counts: ByArm, probabilities: ByArm): readonly Arm[] {
  const names = namesOf(counts, "counts");
  const others = namesOf(probabilities, "probabilities");
  const odd = [...names, ...others].find((name) => !(names.includes(name) && others.includes(name)));
  if (odd !== undefined || names.length < 2) {
    const expected = "counts and probabilities of the same two arms or more";
    throw impossible("impossible-arms", "sampleRatioTest", odd ?? names, expected);
  }
  const whole = names.map((name) => weightOf(probabilities, name)).reduce((sum, each) => sum + each, 0);
  if (!(whole > 0)) {
    throw impossible("impossible-probability", "probabilities", probabilities, "one above 0 at least");
  }
  return names.map((name) => ({
    name: Array.isArray(counts) ? `arm ${Number(name) + 1}` : name,
    count: countOf(counts, name),
    share: weightOf(probabilities, name) / whole,
  }));
}

function namesOf(values: ByArm, path: string): readonly string[] {
  if (typeof values === "object" && values !== null) return Object.keys(values);
  throw impossible("impossible-arms", path, values, "a number for each arm");
}

function countOf(counts: ByArm, name: string): number {
  const value: unknown = Object.entries(counts).find(([arm]) => arm === name)?.[1];
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw impossible("impossible-count", `counts.${name}`, value, "a whole number from 0");
}

function weightOf(probabilities: ByArm, name: string): number {
  const value: unknown = Object.entries(probabilities).find(([arm]) => arm === name)?.[1];
  if (typeof value === "number" && value >= 0 && value <= LARGEST_WEIGHT) return value;
  throw impossible("impossible-probability", `probabilities.${name}`, value, "a number from 0");
}

function tooMany(outcomes: number): Error {
  return impossible(
    "too-many-outcomes",
    "sampleRatioTest.method",
    "exact",
    `chi-squared: there are ${outcomes.toPrecision(3)} outcomes, and exact goes through a million at most`,
  );
}

function impossible(code: string, path: string, received: unknown, expected: string): Error {
  return competitionError({ code, path, received, expected });
}
