import {
  formatNumber,
  formatPercent,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import { ADJUSTED_MEANS } from "./regressionWords.js";
import type { EstimateData } from "./types.js";

export interface AdjustedEstimateData extends EstimateData {
  /** Adjusted means of the groups, the difference of which is the estimate. */
  readonly means?: { readonly comparator: number; readonly reference: number };
}

/** An adjusted difference, as an estimate with the means that differ. */
export type AdjustedEstimate = AdjustedEstimateData & Shown;

/** Makes an adjusted difference that shows itself. */
export const makeAdjustedEstimate: (data: AdjustedEstimateData) => AdjustedEstimate =
  resultMaker<AdjustedEstimateData>({ blocks, rows: estimateRows });

function blocks(data: AdjustedEstimateData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  const { means } = data;
  if (lead === undefined || means === undefined) return [...(lead === undefined ? [] : [lead]), ...rest];
  const show = data.measure === "risk-difference" ? formatPercent : formatNumber;
  const text = ADJUSTED_MEANS[language](
    show(means.comparator, { language }),
    show(means.reference, { language }),
  );
  return [lead, { block: "paragraph", text }, ...rest];
}
