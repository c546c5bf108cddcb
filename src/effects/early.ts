import { untoldDifference, untoldTest } from "../inference/index.js";
import { makeEffect } from "./make.js";
import type { ArmComparison, Effect } from "./types.js";

/**
 * An effect as a report may hold it: a comparison that is too early has no difference, test, bounds, other analyses
 * or subgroups, so that no form and no file can tell them. Who the citizens were before the draw stays.
 */
export function withoutEarlyComparisons(effect: Effect): Effect {
  const early = new Set(effect.verdicts.flatMap(({ arm, code }) => (code === "too-early" ? [arm] : [])));
  if (early.size === 0) return effect;
  return makeEffect({
    ...effect,
    comparisons: effect.comparisons.map((each) => (early.has(each.arm) ? untold(each) : each)),
  });
}

const REASON = "too-early";

function untold({ arm, reference, difference, unstratified, fisher, balance }: ArmComparison): ArmComparison {
  return {
    arm,
    reference,
    difference: untoldDifference(difference, REASON),
    randomization: null,
    unstratified: untoldDifference(unstratified, REASON),
    fisher: untoldTest(fisher, REASON),
    bounds: { lower: null, upper: null },
    sensitivity: [],
    subgroups: [],
    balance,
  };
}
