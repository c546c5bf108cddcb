import { uniform, type RandomStream } from "../../core/index.js";
import { deviationFactors } from "./betweenBlocks.js";
import type { PairedBlock, PairedBlocks, PairedValues } from "./pairedBlocks.js";
import { deviationsOf, differenceOf } from "./pairedDifference.js";
import { uniformIndex } from "./uniformIndex.js";

/** Differences in cost and in effect, one of each for every resample. */
export interface Replicates {
  readonly cost: Float64Array;
  readonly effect: Float64Array;
}

/** A difference this much smaller than the largest value is 0 but for rounding. */
const ROUNDING = 1e-12;

/**
 * Differences of mean cost and mean effect in resamples: from the n citizens of a group in a block n − 1 are
 * drawn with replacement, so that the variance of their mean is s²/n with s² of divisor n − 1; n draws would
 * make it too small by 1/n, which is a half in blocks of two.
 *
 * Blocks that don't tell their own variance keep their citizens: the deviations of their differences are multiplied by a
 * weight √f·ε, with f the {@link deviationFactors} and ε Mammen's, of mean 0 and variance and third moment 1, so that the
 * variance of the resamples is that between the blocks, and their skewness is kept (a wild bootstrap).
 *
 * @see Mammen (1993), Annals of Statistics 21, 255–285, doi:10.1214/aos/1176349025; Rao & Wu (1988), Journal of the American Statistical Association 83, 231–241,
 *   doi:10.1080/01621459.1988.10478591
 */
export function resampledDifferences(
  { within, between }: PairedBlocks,
  times: number,
  stream: RandomStream,
): Replicates {
  const cost = new Float64Array(times);
  const effect = new Float64Array(times);
  const add = (values: PairedValues, factor: number, replicate: number): void => {
    const size = values.cost.length;
    let [costs, effects] = [0, 0];
    for (let draw = 1; draw < size; draw++) {
      const citizen = uniformIndex(stream, size);
      costs += values.cost[citizen] ?? 0;
      effects += values.effect[citizen] ?? 0;
    }
    cost[replicate] = (cost[replicate] ?? 0) + (factor * costs) / (size - 1);
    effect[replicate] = (effect[replicate] ?? 0) + (factor * effects) / (size - 1);
  };
  const factors = deviationFactors(between.map(({ share }) => share)) ?? [];
  const deviations = deviationsOf(between).map((each, k) => ({ ...each, root: Math.sqrt(factors[k] ?? 0) }));
  const fixed = differenceOf(between);
  for (let replicate = 0; replicate < times; replicate++) {
    for (const { comparator, reference, share } of within) {
      add(comparator, share, replicate);
      add(reference, -share, replicate);
    }
    let [costs, effects] = [fixed.cost, fixed.effect];
    for (const each of deviations) {
      const weight = each.root * mammen(uniform(stream));
      costs += weight * each.cost;
      effects += weight * each.effect;
    }
    cost[replicate] = (cost[replicate] ?? 0) + costs;
    effect[replicate] = (effect[replicate] ?? 0) + effects;
  }
  const blocks = [...within, ...between];
  settle(cost, largest(blocks, "cost"));
  settle(effect, largest(blocks, "effect"));
  return { cost, effect };
}

/** One of two values, −1/φ and φ, so often that their mean is 0 and their variance and third moment are 1. */
function mammen(chance: number): number {
  const golden = (1 + Math.sqrt(5)) / 2;
  return chance < golden / Math.sqrt(5) ? -1 / golden : golden;
}

function largest(blocks: readonly PairedBlock[], column: keyof PairedValues): number {
  return blocks.reduce(
    (size, { comparator, reference }) =>
      Math.max(size, sizeOf(comparator[column]), sizeOf(reference[column])),
    0,
  );
}

function sizeOf(values: Float64Array): number {
  return values.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
}

/** Makes what is rounding beside the values 0, so that ties with the axes are ties. */
function settle(differences: Float64Array, size: number): void {
  differences.forEach((value, i) => {
    if (Math.abs(value) <= ROUNDING * size) differences[i] = 0;
  });
}
