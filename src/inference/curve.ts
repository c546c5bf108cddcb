import { ticks } from "d3-array";
import {
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  MEASURE_NAMES,
  METHOD_NAMES,
  nameOf,
  resultMaker,
  type Block,
  type Language,
  type Row,
  type Table,
} from "../display/index.js";
import { curveAt, curveQuantiles, linesOf, nameOfLine, type CurveLine } from "./curveQuestions.js";
import { noticeBlocks } from "./show.js";
import { SURVIVAL_PHRASES } from "./survivalWords.js";
import type { Curve, CurveData, CurvePoint, CurveQuantile, CurveQuestions, CurveRow } from "./types.js";
import { PHRASES } from "./words.js";

const questions: CurveQuestions & ThisType<CurveData> = {
  at(times) {
    return curveAt(this, times);
  },
  quantiles(probabilities = [0.25, 0.5, 0.75]) {
    return curveQuantiles(this, probabilities);
  },
  median() {
    return curveQuantiles(this, [0.5]);
  },
};

/** Makes a curve that shows itself. */
export const makeCurve: (data: CurveData) => Curve = resultMaker<CurveData, CurveQuestions>(
  { blocks, rows },
  questions,
);

/** About as many times stand in the table of a line. */
const SHOWN_TIMES = 6;

function blocks(data: CurveData, language: Language): readonly Block[] {
  const lines = linesOf(data.rows);
  const words = SURVIVAL_PHRASES[language];
  const measure = nameOf(MEASURE_NAMES, data.measure, language);
  const method = nameOf(METHOD_NAMES, data.method, language);
  const tables =
    lines.length === 0
      ? []
      : [summary(data, lines, language), ...lines.map((line) => table(data, line, language))];
  return [
    { block: "paragraph", style: "lead", text: `${measure} (${method})` },
    ...tables,
    {
      block: "paragraph",
      style: "small",
      text: `${words.limits(words.scales[data.interval.method])} ${words.errors[data.standardErrors]}`,
    },
    ...noticeBlocks(data.notices, language),
  ];
}

/** A row per line: how many were followed, how many events, the median, or how far the incidence came. */
function summary(data: CurveData, lines: readonly CurveLine[], language: Language): Table {
  const words = SURVIVAL_PHRASES[language];
  const limits = PHRASES[language].twoSided(formatLevel(data.interval.level, { language }));
  const isSurvival = data.measure === "survival";
  const medians = curveQuantiles(data, [0.5]);
  return {
    block: "table",
    caption: "",
    columns: [
      { heading: words.line },
      { heading: words.followed, align: "right" },
      { heading: words.events, align: "right" },
      { heading: `${isSurvival ? words.median : words.atEnd} (${limits})`, align: "right" },
    ],
    rows: lines.map((line, index) => [
      labelOf(line, language),
      formatCount(line[0].atRisk, { language }),
      formatCount(sumOf(line.map(({ events }) => events)), { language }),
      isSurvival ? quantileText(medians[index], language) : pointText(line.at(-1), language),
    ]),
  };
}

function table(data: CurveData, line: CurveLine, language: Language): Table {
  const words = SURVIVAL_PHRASES[language];
  const limits = PHRASES[language].twoSided(formatLevel(data.interval.level, { language }));
  const times = ticks(0, line.at(-1)?.time ?? 0, SHOWN_TIMES);
  const decimals = Math.max(0, ...times.map((time) => String(time).split(".")[1]?.length ?? 0));
  return {
    block: "table",
    caption: labelOf(line, language),
    columns: [
      { heading: words.time, align: "right" },
      { heading: words.atRisk, align: "right" },
      { heading: `${nameOf(MEASURE_NAMES, data.measure, language)} (${limits})`, align: "right" },
    ],
    rows: curveAt({ ...data, rows: line }, times).map((point) => [
      formatNumber(point.time, { language, decimals }),
      formatCount(point.atRisk, { language }),
      pointText(point, language),
    ]),
  };
}

/** `A`, `A, cause 1`, or that it is of all. */
function labelOf(line: CurveLine, language: Language): string {
  const { group, cause } = nameOfLine(line);
  const words = SURVIVAL_PHRASES[language];
  const parts = [
    ...(group === undefined ? [] : [group]),
    ...(cause === undefined ? [] : [words.cause(String(cause))]),
  ];
  return parts.length === 0 ? words.all : parts.join(", ");
}

function pointText(point: CurvePoint | undefined, language: Language): string {
  if (point === undefined) return "";
  if (point.lower === 0 && point.upper === 1) return formatPercent(point.estimate, { language });
  return `${formatPercent(point.estimate, { language })} (${formatInterval(point, { language, unit: "percent" })})`;
}

function quantileText(quantile: CurveQuantile | undefined, language: Language): string {
  if (quantile === undefined) return "";
  return `${formatNumber(quantile.time, { language })} (${formatInterval(quantile, { language })})`;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function rows({ measure, interval, rows: curve }: CurveData): readonly Row[] {
  return curve.map((row: CurveRow) => ({
    measure,
    group: row.group ?? null,
    cause: row.cause ?? null,
    time: row.time,
    atRisk: row.atRisk,
    events: row.events,
    censored: row.censored,
    estimate: row.estimate,
    standardError: row.standardError,
    lower: row.lower,
    upper: row.upper,
    level: interval.level,
  }));
}
