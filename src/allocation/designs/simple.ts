import { below, type RandomStream } from "../../core/index.js";
import { literal, object } from "../shape.js";
import type { SimpleDesign } from "../types.js";
import { armByArm, type DesignKind, type SingleProcedure, type Turn } from "./procedure.js";
import { sharesOf, sumOf, weightsOf, weightsShape } from "./weights.js";

/**
 * Simple randomization, `simple/1`: every citizen by a toss of its own.
 *
 * With weights w₁ … wₖ in lowest terms and W their sum, a whole number u is drawn uniform on 0 … W − 1;
 * laid end to end in the order of the arms, the weights give the arm in whose stretch u falls. Arm k's
 * probability is exactly wₖ/W for everyone, whatever went before; nothing keeps the arms in balance.
 */
export const simple: DesignKind<SimpleDesign> = {
  shape: (arms) => object({ kind: literal("simple"), weights: weightsShape(arms) }),
  procedure: (design, arms): SingleProcedure => {
    const weights = weightsOf(design.weights, arms);
    const probabilities = sharesOf(design.weights, arms);
    const outcomes = armByArm(probabilities);
    const turn: Turn = {
      stand: null,
      drawProbabilities: () => probabilities,
      outcomes: () => outcomes,
      draw: (envelopes) => ({ arm: arms[drawnByWeight(weights, envelopes.stream())] ?? "" }),
      after: () => turn,
    };
    return {
      draws: "single",
      algorithm: "simple/1",
      predictable: false,
      designProbabilities: probabilities,
      first: turn,
      turnAt: (stand) => (stand === null ? turn : undefined),
    };
  },
};

/** The place that a number uniform on 0 … Σw − 1 falls to. */
export function drawnByWeight(weights: readonly number[], stream: RandomStream): number {
  const drawn = below(stream, sumOf(weights));
  let reached = 0;
  return weights.findIndex((weight) => drawn < (reached += weight));
}
