import {
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  formatPValue,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import type { PredictionInterval } from "./metaSummary.js";
import { META_PHRASES } from "./metaWords.js";
import type { EstimateData, Interval } from "./types.js";

/** A study as the whole of them makes it look. */
export interface PooledStudy {
  readonly label: string;
  /** Its own estimate. */
  readonly estimate: number;
  /** Its share of all weight. */
  readonly weight: number;
  /** Its estimate drawn towards the mean, with a standard error that knows of the mean's but not of τ²'s. */
  readonly shrunken: {
    readonly estimate: number;
    readonly standardError: number;
    readonly interval: Interval;
  } | null;
}

export interface RandomEffectsData extends EstimateData {
  /** Variance of the true values; `null` where it can't be told. */
  readonly tauSquared: number | null;
  readonly tauSquaredInterval: Interval;
  /** Part of a typical estimate's variance that isn't chance, from 0 to 1. */
  readonly iSquared: number | null;
  /** Cochran's test that τ² is 0. */
  readonly q: { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number };
  /** Where the true value of a further study may be expected. */
  readonly prediction: PredictionInterval;
  /** In the order given. */
  readonly studies: readonly PooledStudy[];
}

/** The mean of true values, with how far they lie apart. */
export type RandomEffectsEstimate = RandomEffectsData & Shown;

/** Makes a mean of true values that shows itself. */
export const makeRandomEffectsEstimate: (data: RandomEffectsData) => RandomEffectsEstimate =
  resultMaker<RandomEffectsData>({ blocks, rows: estimateRows });

function blocks(data: RandomEffectsData, language: Language): readonly Block[] {
  const decimals = decimalsFor(data.standardError);
  const [lead, ...rest] = estimateBlocks(data, language, decimals);
  return [
    ...(lead === undefined ? [] : [lead]),
    { block: "paragraph", text: spreadText(data, language, decimals) },
    ...rest,
  ];
}

/** Two decimals, or as many as the standard error's first two digits need. */
function decimalsFor(standardError: number | undefined): number {
  if (standardError === undefined || standardError === 0) return 2;
  return Math.min(Math.max(2, 1 - Math.floor(Math.log10(standardError))), 10);
}

/** `A further one: −2.00 to 0.57 (95% prediction interval). …` */
function spreadText(data: RandomEffectsData, language: Language, decimals: number): string {
  const { tauSquared, tauSquaredInterval, iSquared, q, prediction, studies } = data;
  const words = META_PHRASES[language];
  const number = (value: number): string => formatNumber(value, { language, decimals });
  const level = formatLevel(prediction.level, { language });
  if (tauSquared === null) return words.estimates(studies.length);
  const { lower, upper } = tauSquaredInterval;
  const tau = { lower: Math.sqrt(lower), upper: Math.sqrt(upper) };
  return [
    words.estimates(studies.length),
    words.prediction(formatInterval(prediction, { language, decimals }), level),
    words.tau(number(Math.sqrt(tauSquared)), formatInterval(tau, { language, decimals }), level),
    words.iSquared(formatPercent(iSquared, { language, decimals: 0 })),
    words.q(
      formatNumber(q.statistic, { language }),
      q.degreesOfFreedom,
      formatPValue(q.pValue, { language }),
    ),
  ].join(" ");
}
