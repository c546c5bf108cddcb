import {
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  formatPoints,
  formatPValue,
  MEASURE_NAMES,
  METHOD_NAMES,
  nameOf,
  resultMaker,
  type Block,
  type Language,
  type NumberFormat,
  type Row,
} from "../display/index.js";
import { countsText, noticeBlocks } from "./show.js";
import type { Estimate, EstimateData } from "./types.js";
import { PHRASES } from "./words.js";

/** Makes an estimate that shows itself. */
export const makeEstimate: (data: EstimateData) => Estimate = resultMaker<EstimateData>({
  blocks: estimateBlocks,
  rows: estimateRows,
});

/** How an estimate shows itself; plain numbers with two decimals unless told otherwise. */
export function estimateBlocks(data: EstimateData, language: Language, decimals = 2): readonly Block[] {
  const { method } = PHRASES[language];
  const details = [
    `${method}: ${nameOf(METHOD_NAMES, data.method, language)}.`,
    ...countsText(data.counts, language),
  ];
  return [
    { block: "paragraph", style: "lead", text: sentence(data, language, decimals) },
    { block: "paragraph", style: "small", text: details.join(" ") },
    ...noticeBlocks(data.notices, language),
  ];
}

/** `Risk difference: 6.3 percentage points (95% confidence interval 2.5 to 10.0), p = 0.001` */
function sentence(
  { measure, estimate, interval, segments, test }: EstimateData,
  language: Language,
  decimals: number,
): string {
  const words = PHRASES[language];
  const unit = UNITS[measure];
  const format = unit === undefined ? { language, decimals } : { language, unit };
  const value = estimate === null ? words.notEstimable : valueText(measure, estimate, { language, decimals });
  const kind = interval.sides === 2 ? words.twoSided : words.oneSided;
  const pieces = segments ?? [[interval.lower, interval.upper]];
  const limits = pieces.map(([lower, upper]) => formatInterval({ lower, upper }, format)).join(words.or);
  const tested = test === undefined ? "" : `, ${formatPValue(test.pValue, { language })}`;
  return `${nameOf(MEASURE_NAMES, measure, language)}: ${value} (${kind(formatLevel(interval.level, { language }))} ${limits})${tested}`;
}

const UNITS: Readonly<Record<string, "percent" | "points">> = {
  "proportion": "percent",
  "win-probability": "percent",
  "standardized-rate": "percent",
  "mean-rate": "percent",
  "typical-rate": "percent",
  "risk-difference": "points",
  "complier-risk-difference": "points",
};

function valueText(measure: string, value: number, { language, decimals }: Required<NumberFormat>): string {
  const unit = UNITS[measure];
  if (unit === "percent") return formatPercent(value, { language });
  return unit === "points" ? formatPoints(value, { language }) : formatNumber(value, { language, decimals });
}

/** The row of an estimate: the same columns for all of them. */
export function estimateRows({
  measure,
  method,
  estimate,
  interval,
  standardError,
  test,
  status,
}: EstimateData): readonly Row[] {
  return [
    {
      measure,
      method,
      estimate,
      lower: interval.lower,
      upper: interval.upper,
      level: interval.level,
      sides: interval.sides,
      standardError: standardError ?? null,
      statistic: test?.statistic ?? null,
      pValue: test?.pValue ?? null,
      alternative: test?.alternative ?? null,
      status,
    },
  ];
}
