import {
  competitionError,
  fastStream,
  levelRule,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { makeBootstrapEstimate, type BootstrapData, type BootstrapEstimate } from "./bootstrapEstimate.js";
import { readCostEffects, type CostEffectColumns } from "./costEffectData.js";
import { smallCostBlocks, ZERO_DENOMINATOR } from "./costNotices.js";
import { COST_SOURCES } from "./costSources.js";
import { pairedBlocks, whyNotPaired, type PairedBlocks } from "./kernels/pairedBlocks.js";
import { pairedDifference } from "./kernels/pairedDifference.js";
import { replicateRatios } from "./kernels/replicateRatios.js";
import { resampledDifferences, type Replicates } from "./kernels/resampledDifferences.js";
import { ratioSet } from "./ratioEstimate.js";
import { sampleNotEstimable } from "./sampleNotices.js";
import { requireSeed, seedRule } from "./seed.js";
import { REAL_LINE } from "./studentResult.js";

export interface BootstrapOptions {
  /** A text or a number that the resamples follow from; required. */
  readonly seed: string | number;
  /** Number of resamples, 10,000 by default. */
  readonly times?: number | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

const MOST = 1_000_000;

const RULES: OptionRules<{ seed?: string | number; times: number; level: number }> = {
  seed: seedRule,
  times: {
    default: 10_000,
    expected: `a whole number from 1 to ${MOST}`,
    accepts: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST,
  },
  level: levelRule,
};

const OPERATION = "bootstrapCostEffectiveness";
const METHOD = "bootstrap-net-benefit";

/** Names the way of resampling, so that a seed draws the same as long as it is the same. */
const PURPOSE = "bootstrap-cost-effectiveness/1";

/**
 * What does one unit more of the effect cost, by resampling the citizens instead of a normal approximation?
 *
 * The estimate is Δc/Δe, the difference in mean cost over that in mean effect, comparator − reference, averaged over the
 * blocks of the draw by their shares of the citizens ({@link incrementalCostEffect}). Each of B resamples draws with
 * replacement, from the n citizens of each group within each block, n − 1 (which gives means the variance s²/n), costs
 * and effects of a citizen together. Blocks with a single citizen in a group have nobody else to draw: they, and where they are
 * few the smallest others, bring the deviations of their differences, each times a random weight of mean 0 and variance 1.
 *
 * The resamples' ratios themselves have no percentiles that mean anything where Δe may be 0: a ratio jumps from ∞ to −∞
 * there, and the same ratio stands for dearer and better as for cheaper and worse. The set therefore holds the ratios ρ at
 * which the percentile interval of the net benefit ρΔe − Δc holds 0: with k = ⌊(B + 1)(1 − level)/2⌋ the lines
 * through the origin of the cost-effectiveness plane that have at least k resamples on either side. It is to the
 * resamples what the set of {@link fieller} is to a normal distribution, with the same `shape`: `bounded`, the usual
 * percentile interval, where nearly all resamples have one sign of Δe; `exclusive`, two rays in `segments`, where the
 * cloud of resamples lies over Δe = 0; `whole-line` where the origin lies within it. With some hundreds of citizens, skewed
 * costs and a bonus for each success, 95 % covers 94 to 95 %, near Δe = 0 too (`test/simulation/costs.test.ts`); in
 * small groups less, as percentile intervals of means do.
 *
 * @param comparator columns `cost` and `effect`, numbers from −1e100 to 1e100, a row for each citizen of the mature
 *   cohort, and, of both groups or of none, `block`. Blocks without one of the groups tell nothing; of those with a
 *   single citizen in a group the differences between blocks are resampled; notices tell
 * @param reference the same of the group compared with
 * @param options `seed`, a text or a number, required; `times`, 1 to 1,000,000, 10,000 by default; `level`, 0.95 by default
 * @returns an estimate of measure `cost-per-effect` with its `shape`, the observed `differences`, the shares of the resamples
 *   in the `quadrants` of the plane (`northEast` more effect at a higher cost, …), `otherSign`, the share in which the
 *   effect goes the other way, and `replicates`, their columns `cost` and `effect`. Rows in another order give the
 *   same. `not-estimable`, with the whole line, if a group is empty (`no-observations`) or there are not two of each in
 *   any block (`too-few-values`); with its set all the same, if Δe is exactly 0 (`zero-denominator`)
 * @throws CompetitionError `seed-required`; `impossible-option`, also where `times` are too few for the level (k = 0),
 *   or `unknown-option`; `impossible-data`, `missing-column`, `unknown-column`, `columns-differ`, `impossible-number`,
 *   `impossible-label`
 * @example
 * const comparator = { cost: [100, 150, 150, 130], effect: [0, 1, 1, 1] };
 * const reference = { cost: [90, 110, 90, 95], effect: [0, 1, 0, 0] };
 * bootstrapCostEffectiveness(comparator, reference, { seed: 2006 }).estimate // 72.5: 36.25 for half a success
 * @example
 * bootstrapCostEffectiveness(comparator, comparator, { seed: 2006 }).shape // "whole-line"
 * @see Briggs, Wonderling & Mooney (1997), Health Economics 6, 327–340; Heitjan, Moskowitz & Whang (1999), Medical
 *   Decision Making 19, 9–15, doi:10.1177/0272989X9901900102; Rao & Wu (1988), Journal of the American Statistical
 *   Association 83, 231–241, doi:10.1080/01621459.1988.10478591
 */
export function bootstrapCostEffectiveness(
  comparator: CostEffectColumns,
  reference: CostEffectColumns,
  options: BootstrapOptions,
): BootstrapEstimate {
  const { values, record } = resolveOptions(OPERATION, options, RULES);
  const { times, level } = values;
  const least = leastOf(times, level);
  const stream = fastStream(requireSeed(OPERATION, values.seed), PURPOSE);
  const { inputs, ...rows } = readCostEffects(OPERATION, comparator, reference);
  const paired = pairedBlocks(rows.comparator, rows.reference);
  const frame = {
    kind: "estimate",
    measure: "cost-per-effect",
    method: METHOD,
    times,
    references: COST_SOURCES[METHOD],
    provenance: provenanceOf(OPERATION, record, inputs),
  } as const;
  const reason = whyNotPaired(paired);
  if (reason !== undefined) {
    return makeBootstrapEstimate(
      {
        ...frame,
        status: "not-estimable",
        reason,
        estimate: null,
        ...ratioSet([REAL_LINE], level, METHOD).told,
        notices: [sampleNotEstimable(reason)],
      },
      { cost: new Float64Array(), effect: new Float64Array() },
    );
  }
  const { cost, effect } = pairedDifference(paired);
  const replicates = resampledDifferences(paired, times, stream);
  const { told, notices } = ratioSet(replicateRatios(replicates, least), level, METHOD);
  return makeBootstrapEstimate(
    {
      ...frame,
      ...(effect === 0
        ? { status: "not-estimable", reason: "zero-denominator", estimate: null }
        : { status: "estimated", estimate: cost / effect }),
      ...told,
      differences: { cost, effect },
      ...planeOf(replicates, effect),
      notices: [...(effect === 0 ? [ZERO_DENOMINATOR] : []), ...notices, ...blockNotices(paired)],
    },
    replicates,
  );
}

/** How many resamples have to be on either side; 0 of them would exclude nothing, whatever the data. */
function leastOf(times: number, level: number): number {
  const least = Math.floor(((times + 1) * (1 - level)) / 2 + 1e-9);
  if (least > 0) return least;
  throw competitionError({
    code: "impossible-option",
    path: `${OPERATION}.times`,
    received: times,
    expected: `at least ${Math.ceil(2 / (1 - level) - 1e-9) - 1} at the level ${level}`,
  });
}

function blockNotices({ without, small }: PairedBlocks): readonly Notice[] {
  const empty: readonly Notice[] =
    without.blocks === 0
      ? []
      : [
          {
            code: "strata-without-weight",
            severity: "info",
            strata: without.blocks,
            observations: without.citizens,
          },
        ];
  return [...empty, ...smallCostBlocks(small)];
}

/** Where the resamples lie in the plane. */
function planeOf(
  { cost, effect }: Replicates,
  observed: number,
): Pick<BootstrapData, "quadrants" | "otherSign"> {
  const times = cost.length;
  const counts = { northEast: 0, southEast: 0, southWest: 0, northWest: 0 };
  for (let i = 0; i < times; i++) {
    const east = (1 + Math.sign(effect[i] ?? 0)) / 2;
    const north = (1 + Math.sign(cost[i] ?? 0)) / 2;
    counts.northEast += east * north;
    counts.southEast += east * (1 - north);
    counts.southWest += (1 - east) * (1 - north);
    counts.northWest += (1 - east) * north;
  }
  const { northEast, southEast, southWest, northWest } = counts;
  const east = (northEast + southEast) / times;
  return {
    quadrants: {
      northEast: northEast / times,
      southEast: southEast / times,
      southWest: southWest / times,
      northWest: northWest / times,
    },
    ...(observed === 0 ? {} : { otherSign: observed > 0 ? 1 - east : east }),
  };
}
