import { meanDifference, momentsOf } from "./moments.js";
import type { PairedBlock, PairedValues } from "./pairedBlocks.js";

/** Differences in mean cost and mean effect, with the covariance of the two. */
export interface PairedDifference {
  readonly cost: number;
  readonly effect: number;
  /** Of cost, then effect. */
  readonly covariance: readonly [readonly [number, number], readonly [number, number]];
}

/**
 * Σ π(x̄₁ − x̄₀) over the blocks with their shares π, and its covariance Σ π²(S₁/n₁ + S₀/n₀) with the sample
 * covariances S of each group within each block (divisor n − 1).
 */
export function pairedDifference(blocks: readonly PairedBlock[]): PairedDifference {
  let [cost, effect, costs, both, effects] = [0, 0, 0, 0, 0];
  for (const { comparator, reference, share } of blocks) {
    const [one, other] = [spreadOf(comparator), spreadOf(reference)];
    cost += share * meanDifference(one.cost, other.cost);
    effect += share * meanDifference(one.effect, other.effect);
    for (const { cost: own, effect: achieved, product } of [one, other]) {
      const factor = (share * share) / own.size;
      costs += factor * own.variance;
      both += factor * product;
      effects += factor * achieved.variance;
    }
  }
  return {
    cost,
    effect,
    covariance: [
      [costs, both],
      [both, effects],
    ],
  };
}

function spreadOf({ cost, effect }: PairedValues) {
  const [own, achieved] = [momentsOf(cost), momentsOf(effect)];
  const product = cost.reduce(
    (sum, value, i) => sum + (value - own.mean) * ((effect[i] ?? 0) - achieved.mean),
    0,
  );
  return { cost: own, effect: achieved, product: product / Math.max(1, own.degrees) };
}
