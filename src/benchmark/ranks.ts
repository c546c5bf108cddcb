import { normalCdf, normalQuantile } from "../numerics/index.js";
import type { RankPlace, BenchmarkRank } from "./types.js";

/** What is known of a unit's lasting rate, on a scale on which it is normal. */
export interface Normal {
  readonly estimate: number;
  readonly standardError: number;
}

/** What is known of a lasting rate: one of several normal distributions, each as likely, in an order that all units share. */
export type Belief = readonly Normal[];

/** Values of the unit, each as likely as the others, over which its rank is averaged. */
const NODES = 101;
/** The same where several distributions are averaged besides. */
const FEWER_NODES = 25;

/**
 * Where a unit stands among others, 1 being the highest, by what is known of each.
 *
 * Given the unit's value x the others lie above it independently, other j with probability Φ((mⱼ − x)/sⱼ), so
 * that its rank is 1 plus a Poisson-binomial number; that distribution is averaged over the unit's own, at the
 * middles of 101 equal parts of probability. No seed is needed, and nothing is left to chance.
 *
 * @param others at least one
 * @param level of the rank's limits, which leave at most (1 − level)/2 on either side
 */
export function rankAmong(unit: Normal, others: readonly Normal[], level: number): RankPlace {
  return placeIn(rankDistribution(unit, others), level);
}

/** The same of beliefs, with the probability of each rank: the mean over what is as likely. */
export function ranksAmong(unit: Belief, others: readonly Belief[], level: number): BenchmarkRank {
  const mean = new Float64Array(others.length + 1);
  for (const [index, known] of unit.entries()) {
    const given = others.flatMap((other) => other[index] ?? []);
    const ranks = rankDistribution(known, given, FEWER_NODES);
    for (const [rank, probability] of ranks.entries())
      mean[rank] = (mean[rank] ?? 0) + probability / unit.length;
  }
  return { ...placeIn(mean, level), probabilities: [...mean] };
}

function placeIn(probabilities: Float64Array, level: number): RankPlace {
  const of = probabilities.length;
  const tail = (1 - level) / 2;
  return {
    median: quantile(probabilities, 0.5),
    lower: quantile(probabilities, tail),
    upper: quantile(probabilities, 1 - tail),
    of,
    topQuarter: amongFirst(probabilities, Math.ceil(of / 4)),
  };
}

/** P(rank ≤ k), which the last digits of a sum don't take above 1. */
export function amongFirst(probabilities: Iterable<number>, k: number): number {
  return Math.min(
    1,
    [...probabilities].slice(0, k).reduce((sum, each) => sum + each, 0),
  );
}

/** Probabilities of the ranks from 1 to one more than there are others. */
export function rankDistribution(
  unit: Normal,
  others: readonly Normal[],
  nodes: number = NODES,
): Float64Array {
  const sum = new Float64Array(others.length + 1);
  const above = new Float64Array(others.length + 1);
  for (let node = 0; node < nodes; node++) {
    const x = unit.estimate + unit.standardError * normalQuantile((node + 0.5) / nodes, "lower");
    above.fill(0);
    above[0] = 1;
    for (const [count, other] of others.entries()) addOne(above, count, probabilityAbove(other, x));
    for (let rank = 0; rank < sum.length; rank++) sum[rank] = (sum[rank] ?? 0) + (above[rank] ?? 0);
  }
  return sum.map((each) => each / nodes);
}

/** The distribution of a number of successes, one more trial added to those before. */
function addOne(distribution: Float64Array, trials: number, probability: number): void {
  const not = 1 - probability;
  let asMany = distribution[trials + 1] ?? 0;
  for (let successes = trials + 1; successes > 0; successes--) {
    const fewer = distribution[successes - 1] ?? 0;
    distribution[successes] = fewer * probability + asMany * not;
    asMany = fewer;
  }
  distribution[0] = asMany * not;
}

/** Equal values that are known for certain lie above each other half of the time. */
function probabilityAbove({ estimate, standardError }: Normal, x: number): number {
  if (standardError === 0) return estimate === x ? 0.5 : Number(estimate > x);
  return normalCdf((estimate - x) / standardError, "lower");
}

/** The first rank by which so much probability has come. */
function quantile(probabilities: Float64Array, share: number): number {
  let sum = 0;
  for (const [index, probability] of probabilities.entries()) {
    sum += probability;
    if (sum >= share - 1e-12) return index + 1;
  }
  return probabilities.length;
}
