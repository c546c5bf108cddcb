import {
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPValue,
  resultMaker,
  type Block,
  type Language,
  type Row,
} from "../display/index.js";
import { COVARIANCE_NAMES, FIT_PHRASES } from "./regressionWords.js";
import { noticeBlocks } from "./show.js";
import type { Coefficient, Fit, FitData } from "./types.js";
import { METHOD_NAMES, nameOf, PHRASES } from "./words.js";

/** Makes the result of a regression that shows itself. */
export const makeFit: (data: FitData) => Fit = resultMaker<FitData>({ blocks, rows });

function blocks(data: FitData, language: Language): readonly Block[] {
  const name = nameOf(METHOD_NAMES, data.method, language);
  const count = formatCount(data.observations, { language });
  const observations = FIT_PHRASES[language].observations(count);
  const state = data.status === "estimated" ? "" : `, ${PHRASES[language].notEstimable}`;
  return [
    { block: "paragraph", style: "lead", text: `${name}: ${observations}${state}` },
    ...(data.coefficients.length === 0 ? [] : [table(data, name, language)]),
    ...details(data, language),
    ...noticeBlocks(data.notices, language),
  ];
}

function table({ coefficients }: FitData, caption: string, language: Language): Block {
  const { term, estimate, standardError } = FIT_PHRASES[language];
  const level = formatLevel(coefficients[0]?.interval.level ?? 0, { language });
  return {
    block: "table",
    caption,
    columns: [
      { heading: term },
      ...[estimate, standardError, PHRASES[language].twoSided(level), "p"].map((heading) => ({
        heading,
        align: "right" as const,
      })),
    ],
    rows: coefficients.map((coefficient) => cells(coefficient, language)),
  };
}

function cells({ term, estimate, standardError, interval, test }: Coefficient, language: Language): string[] {
  const format = { language, decimals: decimalsOf(standardError) };
  return [
    term,
    formatNumber(estimate, format),
    formatNumber(standardError, format),
    formatInterval(interval, format),
    formatPValue(test.pValue, { language }).replace(/^p (= )?/, ""),
  ];
}

/** Three digits of the standard error are shown: the scale of a coefficient hangs on that of its column. */
function decimalsOf(standardError: number): number {
  if (!(standardError > 0 && standardError < Infinity)) return 4;
  return Math.min(Math.max(2 - Math.floor(Math.log10(standardError)), 0), 12);
}

function details({ coefficients, logLikelihood }: FitData, language: Language): readonly Block[] {
  const words = FIT_PHRASES[language];
  const covariance = coefficients
    .slice(0, 1)
    .map(({ interval }) => `${words.covariance}: ${nameOf(COVARIANCE_NAMES, interval.method, language)}.`);
  const likelihood =
    logLikelihood === undefined
      ? []
      : [`${words.logLikelihood}: ${formatNumber(logLikelihood, { language })}.`];
  const text = [...covariance, ...likelihood].join(" ");
  return text === "" ? [] : [{ block: "paragraph", style: "small", text }];
}

/** A row per coefficient. */
function rows({ method, coefficients, status }: FitData): readonly Row[] {
  return coefficients.map(({ term, estimate, standardError, interval, test }) => ({
    method,
    term,
    estimate,
    standardError,
    lower: interval.lower,
    upper: interval.upper,
    level: interval.level,
    covariance: interval.method,
    statistic: test.statistic ?? null,
    degreesOfFreedom: test.degreesOfFreedom ?? null,
    pValue: test.pValue,
    status,
  }));
}
