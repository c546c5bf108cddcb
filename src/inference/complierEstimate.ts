import {
  formatNumber,
  formatPoints,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import { FIRST_STAGE } from "./regressionWords.js";
import type { EstimateData } from "./types.js";

export interface ComplierEstimateData extends EstimateData {
  /** How much more those assigned received, and the F statistic of that. */
  readonly firstStage?: { readonly difference: number; readonly statistic: number };
}

/** An effect on compliers, as an estimate with how many there are. */
export type ComplierEstimate = ComplierEstimateData & Shown;

/** Makes an effect on compliers that shows itself. */
export const makeComplierEstimate: (data: ComplierEstimateData) => ComplierEstimate =
  resultMaker<ComplierEstimateData>({ blocks, rows: estimateRows });

function blocks(data: ComplierEstimateData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  const { firstStage } = data;
  if (lead === undefined || firstStage === undefined) return lead === undefined ? rest : [lead, ...rest];
  const show = data.measure === "complier-risk-difference" ? formatPoints : formatNumber;
  const text = FIRST_STAGE[language](
    show(firstStage.difference, { language }),
    formatNumber(firstStage.statistic, { language, decimals: 1 }),
  );
  return [lead, { block: "paragraph", text }, ...rest];
}
