import {
  formatCounted,
  formatNumber,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import type { SampleSummary } from "./samples.js";
import { SAMPLE_PHRASES } from "./sampleWords.js";
import type { EstimateData } from "./types.js";
import { PHRASES } from "./words.js";

export interface SampleEstimateData extends EstimateData {
  /** What the values of each group are like. */
  readonly samples?: { readonly comparator: SampleSummary; readonly reference: SampleSummary };
}

/** An estimate from the values of two groups, with what they are like. */
export type SampleEstimate = SampleEstimateData & Shown;

/** Makes an estimate from two samples that shows itself. */
export const makeSampleEstimate: (data: SampleEstimateData) => SampleEstimate =
  resultMaker<SampleEstimateData>({ blocks, rows: estimateRows });

function blocks(data: SampleEstimateData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  if (lead === undefined || data.samples === undefined) return lead === undefined ? rest : [lead, ...rest];
  const { groups } = PHRASES[language];
  const text = Object.entries(data.samples)
    .map(([group, sample]) => `${groups[group] ?? group}: ${sampleText(sample, language)}.`)
    .join(" ");
  return [lead, { block: "paragraph", text }, ...rest];
}

/** `120 values, mean 3.85, median 4.00, standard deviation 1.02` */
function sampleText({ size, mean, median, standardDeviation }: SampleSummary, language: Language): string {
  const words = SAMPLE_PHRASES[language];
  const parts = [
    [words.mean, mean],
    [words.median, median],
    [words.standardDeviation, standardDeviation],
  ] as const;
  return [
    formatCounted(size, words.values, { language }),
    ...parts.flatMap(([name, value]) =>
      value === null ? [] : [`${name} ${formatNumber(value, { language })}`],
    ),
  ].join(", ");
}
