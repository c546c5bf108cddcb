import { below, formatWeek } from "../../core/index.js";
import { literal, object, wholeNumber } from "../shape.js";
import type { AllocationPlan, CompleteDesign } from "../types.js";
import { shareWithin } from "./complete-limited.js";
import { inRandomOrder } from "./complete-order.js";
import type { BatchProcedure, DesignKind, Group, Share } from "./procedure.js";

const LARGEST_WEIGHT = 1_000_000; // keeps n·w exact and Σw within what a stream can draw below

/**
 * Complete randomization: `complete/1` where every arm can take everyone and citizens are drawn,
 * `complete-limited/1` where the plan has quotas or draws households.
 *
 * `complete/1`: of n citizens of a stratum, arm k with weight wₖ of W = Σw gets ⌊n·wₖ/W⌋ or one more. Who
 * gets one more is settled by systematic sampling with one number u uniform on 0 … W − 1: with the
 * remainders rₖ = n·wₖ mod W laid end to end in the order of the arms, the arms in whose stretch a point
 * u + j·W falls. Each residue falls there once, so arm k gets one more with probability exactly rₖ/W. The
 * citizens, in canonical order, are then put in random order (Fisher–Yates, same stream) and the arms
 * filled one after the other: every citizen's probability of arm k is exactly wₖ/W.
 *
 * `complete-limited/1`: see {@link shareWithin}.
 */
export const complete: DesignKind<CompleteDesign> = {
  shape: (arms) =>
    object({
      kind: literal("complete"),
      batch: literal("iso-week"),
      weights: object(Object.fromEntries(arms.map((arm) => [arm, wholeNumber(1, LARGEST_WEIGHT)]))),
    }),
  procedure: (design, arms, plan): BatchProcedure => {
    const weights = arms.map((arm) => design.weights[arm] ?? 0);
    const common = { draws: "batch", predictable: false, batchOf: formatWeek } as const;
    return isLimited(plan)
      ? {
          ...common,
          algorithm: "complete-limited/1",
          share: (groups, limits) => shareWithin(groups, arms, weights, limits),
        }
      : { ...common, algorithm: "complete/1", share: (groups) => shareByWeights(groups, arms, weights) };
  },
};

function isLimited({ quotas = [], unit }: Pick<AllocationPlan, "unit" | "quotas">): boolean {
  return quotas.length > 0 || unit === "household";
}

function shareByWeights(
  groups: readonly Group[],
  arms: readonly string[],
  weights: readonly number[],
): Share {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probabilities = Object.fromEntries(arms.map((arm, k) => [arm, (weights[k] ?? 0) / total]));
  return {
    odds: { designProbabilities: probabilities, drawProbabilities: probabilities },
    draw: (streamOf) =>
      groups.map(({ stratum, units }) => {
        const stream = streamOf(stratum);
        return inRandomOrder(arms, roundedShares(units, weights, below(stream, total)), stream);
      }),
    counts: (choose) =>
      groups.map(({ units }) => {
        const starts = differentStarts(units, weights);
        const lengths = starts.map((start, index) => (starts[index + 1] ?? total) - start);
        return roundedShares(units, weights, starts[choose(lengths)] ?? 0);
      }),
    possible: (counts) =>
      groups.every(({ units }, g) => {
        const row = counts[g] ?? [];
        const drawn = row.reduce((sum, count) => sum + count, 0);
        return drawn === units && row.every((count, k) => isRounded(count, units * (weights[k] ?? 0), total));
      }),
  };
}

function isRounded(count: number, numerator: number, denominator: number): boolean {
  return count === Math.floor(numerator / denominator) || count === Math.ceil(numerator / denominator);
}

/** Where the sampling's start `u`, from 0 upwards, begins to give other shares. */
function differentStarts(n: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  const ends = weights.map((weight) => (reached += (n * weight) % total) % total);
  return [...new Set([0, ...ends])].toSorted((a, b) => a - b);
}

/** How many of n citizens each arm gets when the sampling starts at `u`, a whole number below Σ weights. */
export function roundedShares(n: number, weights: readonly number[], u: number): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pointsBelow = (length: number): number => Math.floor((length - u + total - 1) / total);
  let reached = 0;
  return weights.map((weight) => {
    const remainder = (n * weight) % total;
    const before = pointsBelow(reached);
    reached += remainder;
    return (n * weight - remainder) / total + pointsBelow(reached) - before;
  });
}
