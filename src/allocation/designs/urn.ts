import { below } from "../../core/index.js";
import { literal, object, wholeNumber } from "../shape.js";
import type { UrnDesign } from "../types.js";
import type { DesignKind } from "./procedure.js";
import { countingProcedure, MOST_SLOTS, slotsOf } from "./slots.js";
import { smallWeightsShape, sumOf } from "./weights.js";

const MOST_INITIAL = 1_000_000;
const MOST_ADDED = 100; // with it a stream can draw below every number of balls up to 40 million citizens

/**
 * Wei's urn, `urn/1`.
 *
 * For the W slots of a stratum an urn holds `initial` balls each; a ball is drawn and put back, its slot
 * taken, and `added` balls of every other slot put in. After n draws of which slot j got nⱼ, its
 * probability is
 *
 *     (initial + added·(n − nⱼ)) / (W·initial + added·(W − 1)·n),
 *
 * even where the urn is empty (`initial` 0, the first draw). Balance is pressed for at the start and
 * ever less so. The ball is found in whole numbers by rejection: a slot, all equally likely, is taken
 * where a number uniform on 0 … initial + added·n − 1 is below initial + added·(n − nⱼ).
 *
 * Wei (1977), Journal of the American Statistical Association 72:382; Wei (1978), Annals of Statistics
 * 6:92, doi:10.1214/aos/1176344068.
 */
export const urn: DesignKind<UrnDesign> = {
  shape: (arms) =>
    object({
      kind: literal("urn"),
      weights: smallWeightsShape(arms, MOST_SLOTS),
      initial: wholeNumber(0, MOST_INITIAL),
      added: wholeNumber(1, MOST_ADDED),
    }),
  procedure: ({ weights, initial, added }, arms) => {
    const slots = slotsOf(weights, arms);
    return countingProcedure(slots, {
      algorithm: "urn/1",
      predictable: false,
      chance: (counts) => {
        const most = initial + added * sumOf(counts);
        const balls = counts.map((count) => (most === 0 ? 1 : most - added * count));
        const ballsOf = (arm: string): number =>
          sumOf(balls.filter((_, place) => slots.names[place]?.arm === arm));
        return {
          probabilities: () => Object.fromEntries(arms.map((arm) => [arm, ballsOf(arm) / sumOf(balls)])),
          chances: () => balls.map((count) => count / sumOf(balls)),
          draw: (stream) => {
            for (;;) {
              const place = below(stream, balls.length);
              if (most === 0 || below(stream, most) < (balls[place] ?? 0)) return place;
            }
          },
        };
      },
    });
  },
};
