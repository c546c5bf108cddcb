import {
  formatLevel,
  formatNumber,
  MEASURE_NAMES,
  METHOD_NAMES,
  nameOf,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { estimateRows } from "./estimate.js";
import type { Limits } from "./kernels/limits.js";
import { countsText, noticeBlocks } from "./show.js";
import type { EstimateData } from "./types.js";
import { PHRASES } from "./words.js";

export interface NumberNeededData extends EstimateData {
  /** Numbers to benefit within the interval; `null` if there are none. */
  readonly benefit: Limits | null;
  /** Numbers to harm within the interval, counted positively; `null` if there are none. */
  readonly harm: Limits | null;
}

/** A number needed to treat, as an estimate with its two sides. */
export type NumberNeeded = NumberNeededData & Shown;

/** Makes a number needed to treat that shows itself. */
export const makeNumberNeeded: (data: NumberNeededData) => NumberNeeded = resultMaker<NumberNeededData>({
  blocks,
  rows: estimateRows,
});

function blocks(data: NumberNeededData, language: Language): readonly Block[] {
  const details = [
    `${PHRASES[language].method}: ${nameOf(METHOD_NAMES, data.method, language)}.`,
    ...countsText(data.counts, language),
  ];
  return [
    { block: "paragraph", style: "lead", text: sentence(data, language) },
    { block: "paragraph", style: "small", text: details.join(" ") },
    ...noticeBlocks(data.notices, language),
  ];
}

const WORDS = {
  en: { to: "to", benefit: "to benefit", harm: "to harm" },
  da: { to: "til", benefit: "til gavn", harm: "til skade" },
} as const;

/** `Number needed to treat: 10.0 to benefit (95% confidence interval 20.0 to harm to ∞ to 4.0 to benefit)` */
function sentence(
  { measure, estimate, interval, benefit, harm }: NumberNeededData,
  language: Language,
): string {
  const phrases = PHRASES[language];
  const words = WORDS[language];
  const number = (value: number): string => formatNumber(value, { language, decimals: 1 });
  const value =
    estimate === null
      ? phrases.notEstimable
      : estimate === Infinity
        ? number(estimate)
        : `${number(Math.abs(estimate))} ${estimate > 0 ? words.benefit : words.harm}`;
  const side = ({ lower, upper }: Limits, name: string): string =>
    `${number(lower)} ${words.to} ${number(upper)} ${name}`;
  const limits =
    benefit !== null && harm !== null
      ? `${number(harm.lower)} ${words.harm} ${words.to} ∞ ${words.to} ${number(benefit.lower)} ${words.benefit}`
      : [
          benefit === null ? "" : side(benefit, words.benefit),
          harm === null ? "" : side(harm, words.harm),
        ].join("");
  const kind = interval.sides === 2 ? phrases.twoSided : phrases.oneSided;
  return `${nameOf(MEASURE_NAMES, measure, language)}: ${value} (${kind(formatLevel(interval.level, { language }))} ${limits})`;
}
