import type { Notice } from "../core/index.js";

/** There is no ratio; the set of possible ratios is there all the same. */
export const ZERO_DENOMINATOR: Notice = { code: "zero-denominator", severity: "caution" };

/** The denominator isn't told from 0, so that the ratios run through infinity. */
export const RATIO_THROUGH_INFINITY: Notice = { code: "ratio-through-infinity", severity: "caution" };

/** Neither the numerator nor the denominator is known well enough: no ratio is excluded. */
export const NO_RATIO_EXCLUDED: Notice = { code: "no-ratio-excluded", severity: "caution" };

/** Blocks with a single citizen in a group are judged by the differences between them, or made one block. */
export function smallCostBlocks({
  blocks,
  others,
  areJoined,
}: {
  readonly blocks: number;
  readonly others: number;
  readonly areJoined: boolean;
}): readonly Notice[] {
  if (blocks === 0) return [];
  return [{ code: areJoined ? "blocks-joined" : "blocks-judged-together", severity: "info", blocks, others }];
}
