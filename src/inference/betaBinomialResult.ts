import { formatNumber, resultMaker, type Block, type Language, type Shown } from "../display/index.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import type { DispersionBoundary } from "./kernels/betaBinomialFit.js";
import type { EstimateData } from "./types.js";
import { UNIT_PHRASES } from "./unitsWords.js";

export interface BetaBinomialData extends EstimateData {
  /** Units that have anyone. */
  readonly units: number;
  /** Intra-class correlation ρ, the share of the variance that lies between units; `null` where it isn't defined. */
  readonly correlation: number | null;
  readonly correlationError?: number;
  /** α + β: as many citizens the mean of all counts for beside a unit's own. Infinite where ρ is 0. */
  readonly precision: number | null;
  readonly alpha: number | null;
  readonly beta: number | null;
  readonly logLikelihood?: number;
  /** Whether the estimate was found, be it at a boundary. */
  readonly converged: boolean;
  readonly boundary: DispersionBoundary;
}

/** The mean of the units' rates and how they are spread around it. */
export type BetaBinomial = BetaBinomialData & Shown;

/** Makes a beta-binomial fit that shows itself. */
export const makeBetaBinomial: (data: BetaBinomialData) => BetaBinomial = resultMaker<BetaBinomialData>({
  blocks,
  rows: estimateRows,
});

function blocks(data: BetaBinomialData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  const { correlation, precision, units } = data;
  const words = UNIT_PHRASES[language];
  const spread =
    correlation === null || precision === null
      ? []
      : [
          {
            block: "paragraph",
            text: words.spread(
              formatNumber(correlation, { language, decimals: 4 }),
              formatNumber(precision, { language, decimals: 1 }),
              String(units),
            ),
          } as const,
        ];
  return [...(lead === undefined ? [] : [lead]), ...spread, ...rest];
}
