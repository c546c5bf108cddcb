import { below } from "../../core/index.js";
import { literal, object } from "../shape.js";
import type { AlternationDesign } from "../types.js";
import {
  armByArm,
  certainly,
  evenly,
  type DesignKind,
  type SingleProcedure,
  type Turn,
} from "./procedure.js";

/**
 * Alternation, `alternation/1`: "hver anden borger".
 *
 * The first citizen of a stratum gets one of the k arms by lot, from then on the turn goes round in the
 * order of the protocol. Before the lot every arm's probability is 1/k for everyone; after it nothing
 * is left to chance, and whoever sees the ledger knows the next arm.
 */
export const alternation: DesignKind<AlternationDesign> = {
  shape: () => object({ kind: literal("alternation") }),
  procedure: (_design, arms): SingleProcedure => ({
    draws: "single",
    algorithm: "alternation/1",
    predictable: true,
    designProbabilities: evenly(arms),
    first: turnAfter(null, arms),
    turnAt: (stand) => {
      const previous = [null, ...arms].find((each) => each === stand);
      return previous === undefined ? undefined : turnAfter(previous, arms);
    },
  }),
};

/** The turn after an arm, or that of the first citizen. */
function turnAfter(previous: string | null, arms: readonly string[]): Turn {
  const next = previous === null ? undefined : arms[(arms.indexOf(previous) + 1) % arms.length];
  const drawProbabilities = next === undefined ? evenly(arms) : certainly(next, arms);
  return {
    stand: previous,
    drawProbabilities: () => drawProbabilities,
    outcomes: () => armByArm(drawProbabilities),
    draw: ({ stream }) => ({ arm: next ?? arms[below(stream(), arms.length)] ?? "" }),
    after: ({ arm }) => turnAfter(arm, arms),
  };
}
