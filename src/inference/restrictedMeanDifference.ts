import { formatNumber, resultMaker, type Block, type Language, type Shown } from "../display/index.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import { SURVIVAL_PHRASES } from "./survivalWords.js";
import type { EstimateData } from "./types.js";

export interface RestrictedMeanData extends EstimateData {
  /** The horizon. */
  readonly until: number;
  /** Mean time without an event up to the horizon, by group. */
  readonly means: Readonly<Record<string, { readonly mean: number; readonly standardError: number }>>;
}

/** A difference in restricted mean time, as an estimate with the means it is made of. */
export type RestrictedMeanDifference = RestrictedMeanData & Shown;

/** Makes a difference in restricted mean time that shows itself. */
export const makeMeanDifference: (data: RestrictedMeanData) => RestrictedMeanDifference =
  resultMaker<RestrictedMeanData>({ blocks, rows: estimateRows });

function blocks(data: RestrictedMeanData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  const text = meansText(data, language);
  return [...(lead === undefined ? [] : [lead]), { block: "paragraph", text }, ...rest];
}

/** `Mean time up to 22.50: A 19.95, B 16.29.` */
function meansText({ until, means }: RestrictedMeanData, language: Language): string {
  const number = (value: number): string => formatNumber(value, { language });
  const parts = Object.entries(means).map(([group, { mean }]) => `${group} ${number(mean)}`);
  return `${SURVIVAL_PHRASES[language].meansUntil(number(until))}: ${parts.join(", ")}.`;
}
