import { provenanceOf, resolveOptions, type Notice } from "../core/index.js";
import { criticalValue, normalPValue, type Question } from "./decision.js";
import type { Column } from "./followUps.js";
import { joint, mannWhitneyCdf, mannWhitneyDeviation } from "./kernels/mannWhitney.js";
import { orderedDifference } from "./kernels/orderedDifferences.js";
import { tallyOf, type Tally } from "./kernels/tally.js";
import { pairsWon } from "./kernels/winProbability.js";
import type { SampleEstimate } from "./sampleEstimate.js";
import { COARSE_RANKS, LEVEL_OUT_OF_REACH, wholeSteps, type SampleReason } from "./sampleNotices.js";
import { SAMPLE_RULES, type SampleOptions } from "./sampleOptions.js";
import { sampleResult, type SampleFinding } from "./sampleResult.js";
import { readSamples } from "./samples.js";
import { SAMPLE_SOURCES } from "./sampleSources.js";
import { REAL_LINE } from "./studentResult.js";
import type { Alternative } from "./types.js";

/** Up to so many pairs, 50 × 50, U's distribution is computed; beyond, with some values in each group, the normal one is within 0.003. */
const MOST_PAIRS = 2500;
/** With fewer values of a group than this the normal approximation is coarse. */
const SOME = 10;
/** At most so many distinct values, as of ratings from 0 to 10, are steps. */
const STEPS = 11;
/** Two probabilities that differ by no more are those of one rational number, rounded. */
const TIE = 1e-11;

/**
 * By how much are the values of one group shifted against those of another?
 *
 * The estimate is the median of all m·n differences x − y, comparator − reference, in the unit of the values: a
 * typical difference between two people, which extreme values don't move. The interval holds the shifts δ that
 * the test of Wilcoxon, Mann and Whitney of x − δ against y doesn't reject; its limits are two of the
 * differences, the k-th smallest and the k-th largest. It takes the two distributions to have one form, shifted;
 * where they don't, {@link winProbability} still tells what it says.
 *
 * With U the number of pairs that the comparator wins, ties half: exact (`hodges-lehmann-exact`) where no two
 * values are equal and m·n ≤ 2500, k being the largest with P(U < k) ≤ α, two-sided α = (1 − level)/2. Otherwise
 * normal (`hodges-lehmann-normal`) with correction for continuity and ties: k = ⌈mn/2 − zσ − ½⌉ and σ² =
 * mn/12 · (N + 1 − Σ(t³ − t)/(N(N − 1))), with t values equal; for the limits t counts within the groups, as between
 * two steps no pair is equal, for the test over both together. The conventions are those of
 * R's `wilcox.test(conf.int = TRUE)`, of which the limits differ by its tolerance of 1e-4.
 *
 * Ratings of 1 to 5 have few distinct differences: the estimate is mostly 0 or 1, and the notice `whole-steps`
 * says what that means.
 *
 * @param comparator values, numbers from −1e100 to 1e100, two or more
 * @param reference the same of the group compared with
 * @param options `level`, 0.95 by default; `alternative`, `two-sided` by default (`greater`: the comparator shifted
 *   upward)
 * @returns an estimate of measure `location-shift` with `test`, of which the statistic is U, and both groups'
 *   `samples`. An interval too wide for so few values is the whole line, with a notice. `not-estimable`, with
 *   no test, if a group is empty (`no-observations`) or has a single value (`too-few-values`), or neither group
 *   varies (`constant-values`)
 * @throws CompetitionError `impossible-data`, `impossible-number`, `unknown-option` or `impossible-option`
 * @example
 * hodgesLehmann([0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.9, 0.74, 1.21]).estimate // 0.305
 * @example
 * hodgesLehmann([1, 2], [3, 4]).interval // −∞ to ∞: no two and two values are less probable than 1/6
 * @see Hodges & Lehmann (1963), Annals of Mathematical Statistics 34, 598–611, doi:10.1214/aoms/1177704172
 */
export function hodgesLehmann(
  comparator: Column<number>,
  reference: Column<number>,
  options?: SampleOptions,
): SampleEstimate {
  const { values, record } = resolveOptions("hodgesLehmann", options, SAMPLE_RULES);
  const { first, second, samples, inputs } = readSamples(comparator, reference);
  const question: Question = { ...values, nullValue: 0, space: REAL_LINE };
  const tally = tallyOf(first, second);
  const law = lawOf(tally, first.length, second.length);
  return sampleResult(
    {
      measure: "location-shift",
      method: law.method,
      question,
      told: { samples },
      references: SAMPLE_SOURCES["hodges-lehmann"],
      provenance: provenanceOf("hodgesLehmann", record, inputs),
    },
    findingOf(first, second, { tally, law, question }),
  );
}

interface Inquiry {
  readonly tally: Tally;
  readonly law: RankLaw;
  readonly question: Question;
}

function findingOf(
  first: Float64Array,
  second: Float64Array,
  { tally, law, question }: Inquiry,
): SampleFinding {
  const reason = reasonAgainst(first, second);
  if (reason !== undefined) return { reason };
  const { level, alternative, nullValue } = question;
  const sides = alternative === "two-sided" ? 2 : 1;
  const pairs = first.length * second.length;
  const rank = Math.min(pairs, law.rank(level, sides));
  const difference = (k: number): number => orderedDifference(first, second, k);
  const below = difference(Math.ceil(pairs / 2));
  const isOpen = rank < 1;
  const won = pairsWon(tally);
  return {
    estimate: pairs % 2 === 1 ? below : (below + difference(pairs / 2 + 1)) / 2,
    interval: {
      lower: isOpen || alternative === "less" ? -Infinity : difference(rank),
      upper: isOpen || alternative === "greater" ? Infinity : difference(pairs + 1 - rank),
      level,
      sides,
      method: law.method,
    },
    test: { statistic: won, pValue: law.pValue(won, alternative), alternative, nullValue },
    notices: noticesOf(tally, law, Math.min(first.length, second.length), isOpen),
  };
}

function reasonAgainst(first: Float64Array, second: Float64Array): SampleReason | undefined {
  if (first.length === 0 || second.length === 0) return "no-observations";
  if (first.length < 2 || second.length < 2) return "too-few-values";
  return first[0] === first.at(-1) && second[0] === second.at(-1) ? "constant-values" : undefined;
}

/** How the number of pairs won is distributed where there is no shift. */
interface RankLaw {
  readonly method: "hodges-lehmann-exact" | "hodges-lehmann-normal";
  /** Whether any two values are equal. */
  readonly isTied: boolean;
  /** Which of the differences in order is the lower limit; below 1 there is none. */
  readonly rank: (level: number, sides: 1 | 2) => number;
  readonly pValue: (won: number, alternative: Alternative) => number;
}

function lawOf(tally: Tally, m: number, n: number): RankLaw {
  const isTied = tally.first.length < m + n;
  return isTied || m * n > MOST_PAIRS ? normalLaw(tally, m, n) : exactLaw(m, n);
}

function exactLaw(m: number, n: number): RankLaw {
  const atMost = mannWhitneyCdf(m, n);
  return {
    method: "hodges-lehmann-exact",
    isTied: false,
    rank: (level, sides) => {
      const bound = ((1 - level) / sides) * (1 + TIE);
      return atMost.filter((probability) => probability <= bound).length;
    },
    pValue: (won, alternative) => {
      const [less, greater] = [atMost[won] ?? 1, atMost[m * n - won] ?? 1];
      if (alternative !== "two-sided") return alternative === "less" ? less : greater;
      return Math.min(1, 2 * Math.min(less, greater));
    },
  };
}

function normalLaw(tally: Tally, m: number, n: number): RankLaw {
  const middle = (m * n) / 2;
  return {
    method: "hodges-lehmann-normal",
    isTied: tally.first.length < m + n,
    rank: (level, sides) => {
      const deviation = mannWhitneyDeviation(m, n, [tally.first, tally.second]);
      return Math.ceil(middle - criticalValue(level, sides) * deviation - 0.5);
    },
    pValue: (won, alternative) => {
      const excess = won - middle;
      const toward = alternative === "two-sided" ? Math.sign(excess) : alternative === "greater" ? 1 : -1;
      const deviate = (excess - toward / 2) / mannWhitneyDeviation(m, n, [joint(tally)]);
      return normalPValue(deviate, alternative);
    },
  };
}

function noticesOf(tally: Tally, law: RankLaw, smaller: number, isOpen: boolean): readonly Notice[] {
  const distinct = tally.first.length;
  return [
    ...(isOpen ? [LEVEL_OUT_OF_REACH] : []),
    ...(law.method === "hodges-lehmann-normal" && smaller < SOME ? [COARSE_RANKS] : []),
    ...(law.isTied && distinct <= STEPS ? [wholeSteps(distinct)] : []),
  ];
}
