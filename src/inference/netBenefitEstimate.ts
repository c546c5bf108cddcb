import {
  formatChance,
  formatNumber,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { COST_PHRASES } from "./costWords.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import type { EstimateData } from "./types.js";

export interface NetBenefitData extends EstimateData {
  /** What one unit more of the effect is worth. */
  readonly willingnessToPay: number;
  /** That the net benefit is above 0, in the normal approximation. */
  readonly probabilityCostEffective: number;
}

/** A net benefit, as an estimate with the price of an effect and the probability that it is above 0. */
export type NetBenefitEstimate = NetBenefitData & Shown;

/** Makes a net benefit that shows itself. */
export const makeNetBenefit: (data: NetBenefitData) => NetBenefitEstimate = resultMaker<NetBenefitData>({
  blocks,
  rows: estimateRows,
});

function blocks(data: NetBenefitData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  const text = COST_PHRASES[language].worth(
    formatNumber(data.willingnessToPay, { language }),
    formatChance(data.probabilityCostEffective, language),
  );
  return [...(lead === undefined ? [] : [lead]), { block: "paragraph", text }, ...rest];
}
