import { below } from "../../core/index.js";
import { literal, object } from "../shape.js";
import type { AlternationDesign } from "../types.js";
import { certainly, evenly, type DesignKind, type SingleProcedure, type Turn } from "./procedure.js";

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
    first: turnAfter(undefined, arms),
  }),
};

function turnAfter(previous: string | undefined, arms: readonly string[]): Turn {
  const next = previous === undefined ? undefined : arms[(arms.indexOf(previous) + 1) % arms.length];
  const even = evenly(arms);
  return {
    odds: {
      designProbabilities: even,
      drawProbabilities: next === undefined ? even : certainly(next, arms),
    },
    draw: (stream) => next ?? arms[below(stream, arms.length)] ?? "",
    after: (arm) => turnAfter(arm, arms),
  };
}
