import {
  formatCount,
  formatNumber,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import type { EstimateData } from "./types.js";
import { UNIT_PHRASES } from "./unitsWords.js";

export interface StandardizedRatioData extends EstimateData {
  readonly observed: number;
  readonly expected: number;
}

/** Observed over expected events, with its interval and test. */
export type StandardizedRatio = StandardizedRatioData & Shown;

/** Makes a ratio of observed to expected that shows itself. */
export const makeRatioOfCounts: (data: StandardizedRatioData) => StandardizedRatio =
  resultMaker<StandardizedRatioData>({ blocks, rows: estimateRows });

function blocks(data: StandardizedRatioData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  const text = UNIT_PHRASES[language].observedExpected(
    formatCount(data.observed, { language }),
    formatNumber(data.expected, { language, decimals: 1 }),
  );
  return [...(lead === undefined ? [] : [lead]), { block: "paragraph", text }, ...rest];
}
