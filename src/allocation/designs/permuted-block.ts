import { listOf, literal, malformed, object, wholeNumber, type Shape } from "../shape.js";
import type { PermutedBlockDesign } from "../types.js";
import { beliefAfter, believedOdds, freshBelief, isBelief, type Belief } from "./block-filter.js";
import { blocksOf, drawnFrom } from "./blocks.js";
import { armByArm, type DesignKind, type SingleProcedure, type Turn } from "./procedure.js";
import { declaredTotal, sharesOf, weightsShape } from "./weights.js";

const LARGEST_BLOCK = 1000;

/**
 * Permuted blocks within each stratum, `permuted-block/1`.
 *
 * A block of B citizens has exactly B·wₖ/W places of arm k (weights wₖ in lowest terms, W their sum), in
 * random order; where several sizes are declared, each block's is drawn as it begins, all equally
 * likely. Block b of a stratum comes from its own stream alone: the size (where there are several), then
 * the order (places laid out by arm in the order of the arms, shuffled by Fisher–Yates). So it is
 * settled once the key is, and made when it is needed.
 *
 * Every citizen's design probability is exactly wₖ/W. `drawProbabilities` are those of someone who sees
 * the earlier entries and knows the sizes declared, but not which of them a block has: by Bayes over the
 * sizes that the present block may have and how far it may be.
 *
 * Matts and Lachin (1988), Controlled Clinical Trials 9:327, doi:10.1016/0197-2456(88)90047-5.
 */
export const permutedBlock: DesignKind<PermutedBlockDesign> = {
  shape: (arms) => (value, field) =>
    object({
      kind: literal("permuted-block"),
      weights: weightsShape(arms),
      sizes: multiplesOf(declaredTotal(value, arms)),
    })(value, field),
  procedure: (design, arms): SingleProcedure => {
    const blocks = blocksOf(design, arms);
    const turn = (belief: Belief): Turn => ({
      stand: belief,
      drawProbabilities: () => believedOdds(belief, blocks),
      outcomes: () => armByArm(believedOdds(belief, blocks)),
      draw: (envelopes) => drawnFrom(envelopes, blocks),
      after: ({ arm }) => turn(beliefAfter(belief, arms.indexOf(arm), blocks)),
    });
    const [only = 1, ...more] = design.sizes;
    const blockOf = (drawn: number): string => String(Math.floor(drawn / only) + 1);
    return {
      draws: "single",
      algorithm: "permuted-block/1",
      predictable: false,
      designProbabilities: sharesOf(design.weights, arms),
      first: turn(freshBelief(blocks)),
      turnAt: (stand) => (isBelief(stand, blocks) ? turn(stand) : undefined),
      ...(more.length === 0 ? { blockOf } : {}),
    };
  },
};

/** Sizes that differ, each a multiple of W; where W isn't known, any whole number will do. */
function multiplesOf(total: number | undefined): Shape {
  const whole = wholeNumber(2, LARGEST_BLOCK);
  const multiple: Shape = (value, field) => {
    const problems = whole(value, field);
    return problems.length > 0 || Number(value) % (total ?? 1) === 0
      ? problems
      : [malformed(field, value, `a multiple of ${total}, the sum of the weights in lowest terms`)];
  };
  return (value, field) => {
    const problems = listOf(multiple, 1)(value, field);
    const repeats = Array.isArray(value) && new Set(value).size < value.length;
    return problems.length === 0 && repeats
      ? [malformed(field, value.join(", "), "sizes that differ")]
      : problems;
  };
}
