import { below, formatWeek, shuffled, type RandomStream } from "../../core/index.js";
import { literal, object, wholeNumber } from "../shape.js";
import type { CompleteDesign } from "../types.js";
import type { BatchProcedure, DesignKind } from "./procedure.js";

const LARGEST_WEIGHT = 1_000_000; // keeps n·w exact and Σw within what a stream can draw below

/**
 * Complete randomization, `complete/1`.
 *
 * Of n citizens of a stratum, arm k with weight wₖ of W = Σw gets ⌊n·wₖ/W⌋ or one more. Who gets one
 * more is settled by systematic sampling with one number u uniform on 0 … W − 1: with the remainders
 * rₖ = n·wₖ mod W laid end to end in the order of the arms, the arms in whose stretch a point u + j·W
 * falls. Each residue falls there once, so arm k gets one more with probability exactly rₖ/W. The
 * citizens, in canonical order, are then put in random order (Fisher–Yates, same stream) and the arms
 * filled one after the other: every citizen's probability of arm k is exactly wₖ/W.
 */
export const complete: DesignKind<CompleteDesign> = {
  shape: (arms) =>
    object({
      kind: literal("complete"),
      batch: literal("iso-week"),
      weights: object(Object.fromEntries(arms.map((arm) => [arm, wholeNumber(1, LARGEST_WEIGHT)]))),
    }),
  procedure: (design, arms): BatchProcedure => {
    const weights = arms.map((arm) => design.weights[arm] ?? 0);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const probabilities = Object.fromEntries(arms.map((arm, k) => [arm, (weights[k] ?? 0) / total]));
    return {
      draws: "batch",
      algorithm: "complete/1",
      predictable: false,
      batchOf: formatWeek,
      odds: { designProbabilities: probabilities, drawProbabilities: probabilities },
      draw: (citizens, stream) =>
        filledInRandomOrder(arms, roundedShares(citizens, weights, below(stream, total)), stream),
      possible: (counts) => {
        const citizens = counts.reduce((sum, count) => sum + count, 0);
        return counts.every((count, k) => {
          const share = citizens * (weights[k] ?? 0);
          return count === Math.floor(share / total) || count === Math.ceil(share / total);
        });
      },
    };
  },
};

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

function filledInRandomOrder(
  arms: readonly string[],
  counts: readonly number[],
  stream: RandomStream,
): readonly string[] {
  const places = arms.flatMap((arm, k) => Array.from({ length: counts[k] ?? 0 }, () => arm));
  const order = shuffled(stream, Array.from(places.keys()));
  const drawn: string[] = [];
  for (const [place, citizen] of order.entries()) drawn[citizen] = places[place] ?? "";
  return drawn;
}
