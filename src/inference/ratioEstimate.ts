import { resultMaker, type Shown } from "../display/index.js";
import type { Notice } from "../core/index.js";
import { NO_RATIO_EXCLUDED, RATIO_THROUGH_INFINITY } from "./costNotices.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import type { Limits } from "./kernels/limits.js";
import { REAL_LINE } from "./studentResult.js";
import type { EstimateData } from "./types.js";

/**
 * What a confidence set of ratios looks like: an interval; all but an open stretch, which leaves two rays (or one,
 * where the other is empty); or everything.
 */
export type RatioShape = "bounded" | "exclusive" | "whole-line";

export interface RatioEstimateData extends EstimateData {
  readonly shape: RatioShape;
}

/** A ratio of two estimates, with the shape of its confidence set. */
export type RatioEstimate = RatioEstimateData & Shown;

/** Makes a ratio that shows itself. */
export const makeRatioEstimate: (data: RatioEstimateData) => RatioEstimate = resultMaker<RatioEstimateData>({
  blocks: estimateBlocks,
  rows: estimateRows,
});

/** A set of ratios as it stands on a result, with the notice that belongs to its shape. */
export interface RatioSet {
  readonly told: Pick<RatioEstimateData, "shape" | "interval" | "segments">;
  readonly notices: readonly Notice[];
}

/** How a set of ratios stands on a result. */
export function ratioSet(pieces: readonly Limits[], level: number, method: string): RatioSet {
  const [first = REAL_LINE, second] = pieces;
  const shape = shapeOf(first, second);
  const interval = { ...(second === undefined ? first : REAL_LINE), level, sides: 2, method } as const;
  const segments = pieces.map(({ lower, upper }) => [lower, upper] as const);
  return {
    told: { shape, interval, ...(second === undefined ? {} : { segments }) },
    notices: NOTICES[shape],
  };
}

function shapeOf(first: Limits, second: Limits | undefined): RatioShape {
  if (second !== undefined) return "exclusive";
  const ends = [first.lower, first.upper].filter(Number.isFinite).length;
  return ends === 2 ? "bounded" : ends === 1 ? "exclusive" : "whole-line";
}

const NOTICES: Readonly<Record<RatioShape, readonly Notice[]>> = {
  "bounded": [],
  "exclusive": [RATIO_THROUGH_INFINITY],
  "whole-line": [NO_RATIO_EXCLUDED],
};
