import { literal, malformed, object, type Shape } from "../shape.js";
import type { BiasedCoinDesign } from "../types.js";
import type { DesignKind } from "./procedure.js";
import { countingProcedure, favoring, MOST_SLOTS, placesOfLeast, slotsOf } from "./slots.js";
import { smallWeightsShape } from "./weights.js";

const bias: Shape = (value, field) =>
  typeof value === "number" && value >= 0.5 && value <= 1
    ? []
    : [malformed(field, value, "a probability from 0.5 (pure chance) to 1 (no chance but in ties)")];

/**
 * Efron's biased coin, `biased-coin/1`.
 *
 * Of the W slots of a stratum, those with fewest citizens get probability `bias` together, the others
 * the rest. With two equal arms: 1/2 each while they are level, else `bias` for the one that is behind.
 * Where even chances give the slots with fewest more than `bias` already (m of W slots, m/W > bias; not
 * before W = 3), chances are even, so that the coin never pushes away from balance.
 *
 * Efron (1971), Biometrika 58:403, doi:10.1093/biomet/58.3.403; his own bias is 2/3.
 */
export const biasedCoin: DesignKind<BiasedCoinDesign> = {
  shape: (arms) =>
    object({ kind: literal("biased-coin"), weights: smallWeightsShape(arms, MOST_SLOTS), bias }),
  procedure: (design, arms) => {
    const slots = slotsOf(design.weights, arms);
    const all = Array.from(slots.names.keys());
    return countingProcedure(slots, {
      algorithm: "biased-coin/1",
      predictable: design.bias === 1,
      chance: (counts) => {
        const fewest = placesOfLeast(counts);
        return fewest.length / all.length > design.bias
          ? favoring(slots, all, 1)
          : favoring(slots, fewest, design.bias);
      },
    });
  },
};
