import {
  formatInterval,
  formatLevel,
  formatNumber,
  formatPValue,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import { META_PHRASES } from "./metaWords.js";
import type { Count, EstimateData, Interval } from "./types.js";

export interface BinomialNormalData extends EstimateData {
  /** Mean of the logits; `null` where nothing can be estimated. */
  readonly logit: { readonly estimate: number; readonly standardError: number } | null;
  /** Variance of the logits of the true rates. */
  readonly tauSquared: number | null;
  /** Standard error of τ²; `null` where it is 0. */
  readonly tauSquaredError: number | null;
  /** Where the true rate of a further municipality may be expected. */
  readonly prediction: Interval;
  /** Test that τ² is 0. */
  readonly likelihoodRatio: {
    readonly statistic: number;
    readonly pValue: number;
    readonly logLikelihood: number;
    readonly nullLogLikelihood: number;
  } | null;
  readonly converged: boolean;
  /** In the order given. */
  readonly studies: readonly (Count & { readonly label: string })[];
}

/** The rate of a typical municipality, with how far rates lie apart. */
export type BinomialNormalEstimate = BinomialNormalData & Shown;

/** Makes a typical rate that shows itself. */
export const makeBinomialNormalEstimate: (data: BinomialNormalData) => BinomialNormalEstimate =
  resultMaker<BinomialNormalData>({ blocks, rows: estimateRows });

function blocks(data: BinomialNormalData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  return [
    ...(lead === undefined ? [] : [lead]),
    { block: "paragraph", text: spreadText(data, language) },
    ...rest,
  ];
}

/** `From 8 counts. The true rate of a further one may be expected from 4.1% to 36.2% (95% prediction interval). …` */
function spreadText(
  { tauSquared, likelihoodRatio, prediction, studies }: BinomialNormalData,
  language: Language,
): string {
  const words = META_PHRASES[language];
  if (tauSquared === null || likelihoodRatio === null) return words.counts(studies.length);
  return [
    words.counts(studies.length),
    words.prediction(
      formatInterval(prediction, { language, unit: "percent" }),
      formatLevel(prediction.level, { language }),
    ),
    words.spread(formatNumber(Math.sqrt(tauSquared), { language })),
    words.likelihoodRatio(formatPValue(likelihoodRatio.pValue, { language })),
  ].join(" ");
}
