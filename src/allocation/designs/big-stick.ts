import { literal, object, wholeNumber } from "../shape.js";
import type { BigStickDesign } from "../types.js";
import type { DesignKind } from "./procedure.js";
import { countingProcedure, favoring, MOST_SLOTS, oneMoreAt, placesOfLeast, slotsOf } from "./slots.js";
import { smallWeightsShape } from "./weights.js";

/**
 * Soares and Wu's big stick, `big-stick/1`.
 *
 * Of the W slots of a stratum, one is drawn by even chances among those after which the fullest has at
 * most `tolerance` more than the emptiest. With two equal arms: 1/2 each while they differ by less than
 * `tolerance`, then the arm that is behind. A slot with fewest is always among them.
 *
 * Soares and Wu (1983), Communications in Statistics, Theory and Methods 12:2017, section 2,
 * doi:10.1080/03610928308828586.
 */
export const bigStick: DesignKind<BigStickDesign> = {
  shape: (arms) =>
    object({
      kind: literal("big-stick"),
      weights: smallWeightsShape(arms, MOST_SLOTS),
      tolerance: wholeNumber(1),
    }),
  procedure: (design, arms) => {
    const slots = slotsOf(design.weights, arms);
    return countingProcedure(slots, {
      algorithm: "big-stick/1",
      predictable: false,
      chance: (counts) => {
        const open = Array.from(counts.keys()).filter(
          (place) => rangeOf(oneMoreAt(counts, place)) <= design.tolerance,
        );
        // None is open only in a ledger that holds an entry which this design can't have drawn.
        return favoring(slots, open.length === 0 ? placesOfLeast(counts) : open, 1);
      },
    });
  },
};

function rangeOf(counts: readonly number[]): number {
  return Math.max(...counts) - Math.min(...counts);
}
