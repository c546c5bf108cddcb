import {
  formatCount,
  formatCounted,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPCell,
  formatPValue,
  MEASURE_NAMES,
  METHOD_NAMES,
  nameOf,
  resultMaker,
  type Block,
  type Language,
  type Row,
} from "../display/index.js";
import { COVARIANCE_NAMES, FIT_PHRASES } from "./regressionWords.js";
import { noticeBlocks } from "./show.js";
import { SURVIVAL_PHRASES } from "./survivalWords.js";
import type { Coefficient, Fit, FitData } from "./types.js";
import { PHRASES } from "./words.js";

/** Makes the result of a regression that shows itself. */
export const makeFit: (data: FitData) => Fit = resultMaker<FitData>({ blocks, rows });

function blocks(data: FitData, language: Language): readonly Block[] {
  const name = nameOf(METHOD_NAMES, data.method, language);
  const observations = [
    formatCounted(data.observations, FIT_PHRASES[language].observations, { language }),
    ...(data.events === undefined
      ? []
      : [formatCounted(data.events, SURVIVAL_PHRASES[language].eventCount, { language })]),
  ].join(", ");
  const state = data.status === "estimated" ? "" : `, ${PHRASES[language].notEstimable}`;
  return [
    { block: "paragraph", style: "lead", text: `${name}: ${observations}${state}` },
    ...(data.coefficients.length === 0 ? [] : [table(data, name, language)]),
    ...details(data, language),
    ...noticeBlocks(data.notices, language),
  ];
}

/** What the exponentials of coefficients are, for the models that are read by them. */
const RATIOS: Readonly<Record<string, string>> = { "cox-regression": "hazard-ratio" };

function table({ method, coefficients }: FitData, caption: string, language: Language): Block {
  const { term, estimate, standardError } = FIT_PHRASES[language];
  const ratio = RATIOS[method];
  const ratioHeading = ratio === undefined ? [] : [nameOf(MEASURE_NAMES, ratio, language)];
  const level = formatLevel(coefficients[0]?.interval.level ?? 0, { language });
  return {
    block: "table",
    caption,
    columns: [
      { heading: term },
      ...[estimate, standardError, PHRASES[language].twoSided(level), "p", ...ratioHeading].map(
        (heading) => ({
          heading,
          align: "right" as const,
        }),
      ),
    ],
    rows: coefficients.map((coefficient) => [
      ...cells(coefficient, language),
      ...(ratio === undefined ? [] : [ratioText(coefficient, language)]),
    ]),
  };
}

function cells({ term, estimate, standardError, interval, test }: Coefficient, language: Language): string[] {
  const format = { language, decimals: decimalsOf(standardError) };
  return [
    term,
    formatNumber(estimate, format),
    formatNumber(standardError, format),
    formatInterval(interval, format),
    formatPCell(test.pValue, { language }),
  ];
}

/** `2.50 (0.92 to 6.81)` */
function ratioText({ estimate, interval }: Coefficient, language: Language): string {
  const limits = { lower: Math.exp(interval.lower), upper: Math.exp(interval.upper) };
  return `${formatNumber(Math.exp(estimate), { language })} (${formatInterval(limits, { language })})`;
}

/** Three digits of the standard error are shown: the scale of a coefficient hangs on that of its column. */
function decimalsOf(standardError: number): number {
  if (!(standardError > 0 && standardError < Infinity)) return 4;
  return Math.min(Math.max(2 - Math.floor(Math.log10(standardError)), 0), 12);
}

function details(
  { coefficients, logLikelihood, modelTests = [] }: FitData,
  language: Language,
): readonly Block[] {
  const words = FIT_PHRASES[language];
  const covariance = coefficients
    .slice(0, 1)
    .map(({ interval }) => `${words.covariance}: ${nameOf(COVARIANCE_NAMES, interval.method, language)}.`);
  const likelihood =
    logLikelihood === undefined
      ? []
      : [`${words.logLikelihood}: ${formatNumber(logLikelihood, { language })}.`];
  // The likelihood knows nothing of what a robust covariance rests on.
  const shown = coefficients[0]?.interval.method === "robust" ? "wald" : "likelihood-ratio";
  const tests = modelTests
    .filter(({ method }) => method === shown)
    .map(({ statistic, degreesOfFreedom, pValue }) =>
      SURVIVAL_PHRASES[language].modelTest(
        SURVIVAL_PHRASES[language].modelTests[shown],
        formatNumber(statistic, { language }),
        formatCount(degreesOfFreedom, { language }),
        formatPValue(pValue, { language }),
      ),
    );
  const text = [...covariance, ...likelihood, ...tests].join(" ");
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
