import {
  fastStream,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type OptionRules,
} from "../core/index.js";
import { rankCounts } from "./kernels/rankDraws.js";
import { summarizeRanks } from "./kernels/rankSummary.js";
import { makeRanks, type Ranks } from "./ranksResult.js";
import { lawsOf, readSubjects, type RankedSubject } from "./rankedSubjects.js";
import { requireSeed, seedRule } from "./seed.js";
import { UNIT_SOURCES } from "./unitsSources.js";

export interface RankOptions {
  /** A text or a number that the draws follow from; required. */
  readonly seed: string | number;
  /** Number of draws, 10,000 by default. */
  readonly times?: number | undefined;
  /** Probability of the rank intervals; 0.95 by default. */
  readonly level?: number | undefined;
  /** What has rank 1; `higher-is-better` by default. */
  readonly direction?: "higher-is-better" | "lower-is-better" | undefined;
  /** The number of best ranks that the probability `top` is of; a quarter of them, rounded up, by default. */
  readonly top?: number | undefined;
}

interface Resolved {
  readonly seed?: string | number;
  readonly times: number;
  readonly level: number;
  readonly direction: "higher-is-better" | "lower-is-better";
  readonly top?: number;
}

const MOST = 1_000_000;

const RULES: OptionRules<Resolved> = {
  seed: seedRule,
  times: {
    default: 10_000,
    expected: `a whole number from 1 to ${MOST}`,
    accepts: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST,
  },
  level: levelRule,
  direction: oneOf(["higher-is-better", "lower-is-better"]),
  top: {
    expected: "a whole number from 1",
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  },
};

const OPERATION = "rankProbabilities";
const METHOD = "posterior-ranks";

/** Names the way of drawing, so that a seed draws the same as long as it is the same. */
const PURPOSE = "rank-probabilities/1";

/**
 * Which rank could each unit have, if all that is uncertain is let vary?
 *
 * A list of municipalities by their rates looks exact, and is mostly chance: the same 98 would stand elsewhere next year. Each
 * of B draws takes a value for every unit from what is known of it, and ranks them; the shares of the draws are the
 * probabilities of the ranks. A unit is
 * - a beta distribution, `{ alpha, beta }`, as {@link shrink} gives in `rates`, or
 * - a normal one, `{ estimate, standardError }`,
 *
 * either with an `expected` value that is taken off, itself `{ estimate, standardError }`: ranked is the difference, with the
 * uncertainty of both. For a ratio to the expected value give logarithms. Units are independent of each other; what they
 * share, such as an error in a common mean, moves no rank and is left out.
 *
 * Ranked is what is likely to last, not the list as it happened to come out. With rates from {@link shrink} a unit with none of
 * 20 has an expected rank before the last, since a unit so small may well have a rate like the others'; with none of 120 it is
 * last nearly for certain. Expected ranks are pulled to the middle in the same way: that of the highest rate is above 1
 * unless nobody can come before it.
 *
 * Distributions are tabulated at 1,024 points, which moves no probability by more than 2 in a million; the draws' own error,
 * √(p(1 − p)/B), is 0.005 at most with 10,000 of them. An interval of ranks holds the true rank with at least `level` of the
 * probability, and is often most of the list. None of this says why units differ.
 *
 * @param subjects at most 1,000; shapes from 0.001 to 1e100, estimates from −1e100 to 1e100, standard errors above 0 (of an
 *   `expected` value from 0); a `label` if wanted
 * @param options `seed`, required; `times`, 10,000 by default; `level`, 0.95 by default; `direction`,
 *   `higher-is-better` by default, for rank 1; `top`, a quarter of the units by default
 * @returns `ranks` in the order given, each with `label`, `expectedRank`, `medianRank`, `lower` and `upper`, `top` (the
 *   probability of being among the best `top`) and `topError`, its Monte Carlo standard error; `times`;
 *   `probabilities`, for each unit those of the ranks 1, 2, …; and `atMost(rank)`. The order of the subjects changes
 *   nothing. `not-estimable` without subjects
 * @throws CompetitionError `seed-required`, `impossible-subjects`, `too-many-subjects`, `unknown-option` or
 *   `impossible-option`
 * @example
 * const [a, b] = rankProbabilities([{ alpha: 30, beta: 70 }, { alpha: 40, beta: 60 }], { seed: 2018 }).ranks;
 * a?.expectedRank // 1.94: the second is the higher one with 94 %
 * @example
 * rankProbabilities([{ estimate: 3, standardError: 1 }], { seed: 1 }).ranks[0]?.upper // 1
 * @see Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, 385–443, doi:10.2307/2983325;
 *   Laird & Louis (1989), Journal of Educational Statistics 14, 29–46
 */
export function rankProbabilities(subjects: readonly RankedSubject[], options: RankOptions): Ranks {
  const { values, record } = resolveOptions(OPERATION, options, RULES);
  const { times, level, direction } = values;
  const stream = fastStream(requireSeed(OPERATION, values.seed), PURPOSE);
  const given = readSubjects(OPERATION, subjects);
  const k = given.length;
  const top = values.top ?? Math.max(1, Math.ceil(k / 4));
  const chosen = { value: top, source: values.top === undefined ? "derived" : "given" } as const;
  const { laws, places } = lawsOf(given);
  const counts = rankCounts(laws, times, stream);
  const summary = summarizeRanks(counts, {
    k,
    times,
    level,
    top,
    fromBelow: direction === "lower-is-better",
  });
  const ordered = places.map((place) => summary[place]);
  return makeRanks(
    {
      kind: "ranks",
      method: METHOD,
      ...(k === 0 ? { status: "not-estimable", reason: "no-observations" } : { status: "estimated" }),
      level,
      times,
      top,
      ranks: given.map(({ label }, i) => {
        const {
          expectedRank = NaN,
          medianRank = NaN,
          lower = NaN,
          upper = NaN,
          atTop = NaN,
        } = ordered[i] ?? {};
        const topError = Math.sqrt((atTop * (1 - atTop)) / times);
        return { label, expectedRank, medianRank, lower, upper, top: atTop, topError };
      }),
      references: UNIT_SOURCES[METHOD],
      notices: [],
      provenance: provenanceOf(OPERATION, { ...record, top: chosen }, { subjects: k }),
    },
    ordered.map((each) => each?.probabilities ?? new Float64Array()),
  );
}
