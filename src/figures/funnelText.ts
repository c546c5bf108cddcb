import {
  ABSENT,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  type Language,
  type Row,
  type Table,
} from "../display/index.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import { isTold } from "./funnelLabels.js";
import { limitsAt, type JudgedRow } from "./funnelLines.js";
import { looksOf } from "./funnelLooks.js";
import type { Funnel, FunnelPlotLimit, FunnelMeasure } from "./funnelSubject.js";
import { WORDING } from "./wording.js";

/** What the axes are. */
export interface FunnelCaptions {
  /** Over the plot. */
  readonly heading: string;
  /** The same as short as a column's heading. */
  readonly values: string;
  readonly sizes: string;
  /** What the reader has to know of the limits. */
  readonly remarks: readonly string[];
}

/** A value in the unit of its axis. */
export function formatAsValue(value: number, measure: FunnelMeasure, language: Language): string {
  return measure === "proportion" ? formatPercent(value, { language }) : formatNumber(value, { language });
}

/** What the rows are held against, with its value. */
export function nameOfTarget({ measure, target }: Funnel, language: Language): string {
  const { label = BENCHMARK_WORDING[language].reference, value } = target;
  return `${label}: ${formatAsValue(value, measure, language)}`;
}

/** The figure in sentences: what is held against what, how many lie outside, and who. */
export function describeFunnel(
  funnel: Funnel,
  rows: readonly JudgedRow[],
  { heading, sizes, remarks }: FunnelCaptions,
  language: Language,
): string {
  const others = rows.filter(({ highlight }) => highlight !== true);
  const outside = others.filter((row) => row.outside.length > 0).length;
  const told = rows.filter(isTold).map((row) => {
    const value = formatAsValue(row.value, funnel.measure, language);
    return `${row.label}: ${value} (${sizes}: ${formatSize(row.size, language)}), ${positionOf(row, language)}`;
  });
  const counted = BENCHMARK_WORDING[language].counted(outside, others.length, others.length < rows.length);
  const parts = [heading, nameOfTarget(funnel, language), counted, ...told].map((part) => `${part}.`);
  return [...parts, ...remarks].join(" ");
}

/** Each row with the limits that hold for its size. */
export function funnelTable(
  funnel: Funnel,
  rows: readonly JudgedRow[],
  { heading: name, values, sizes, remarks }: FunnelCaptions,
  language: Language,
): Table {
  const words = BENCHMARK_WORDING[language];
  const looks = looksOf(funnel);
  const limits = looks.map(({ limit, kind }) => words.limitsOf(formatLevel(limit.level, { language }), kind));
  return {
    block: "table",
    caption: captionOf([...(name === values ? [] : [name]), nameOfTarget(funnel, language)], remarks),
    columns: [
      { heading: WORDING[language].label },
      ...[sizes, values, ...limits].map((heading) => ({ heading, align: "right" as const })),
      { heading: words.position },
    ],
    rows: rows.map((row) => [
      row.label,
      formatSize(row.size, language),
      formatAsValue(row.value, funnel.measure, language),
      ...looks.map(({ limit }) => limitsFor(row, limit, funnel.measure, language)),
      positionOf(row, language),
    ]),
  };
}

function captionOf(names: readonly string[], remarks: readonly string[]): string {
  return remarks.length === 0 ? names.join(". ") : `${names.join(". ")}. ${remarks.join(" ")}`;
}

function limitsFor(
  { size }: JudgedRow,
  limit: FunnelPlotLimit,
  measure: FunnelMeasure,
  language: Language,
): string {
  const unit = measure === "proportion" ? "percent" : "number";
  const limits = limitsAt(limit, size);
  return limits === undefined ? ABSENT : formatInterval(limits, { language, unit });
}

function positionOf({ outside, side, isHeld }: JudgedRow, language: Language): string {
  const words = BENCHMARK_WORDING[language];
  const widest = outside.at(-1);
  if (!isHeld) return lowered(words.notHeld);
  if (widest === undefined || side === null) return lowered(words.within);
  return words.beyond(formatLevel(widest, { language }))[side];
}

/** As it stands within a sentence. */
function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Whole numbers as they are; expected numbers with one decimal. */
function formatSize(size: number, language: Language): string {
  return formatNumber(size, { language, decimals: Number.isInteger(size) ? 0 : 1 });
}

/** The rows as plain values. */
export function plainFunnel({ target }: Funnel, rows: readonly JudgedRow[]): readonly Row[] {
  return rows.map(({ label, size, value, outside, side, highlight = false }) => ({
    label,
    size,
    value,
    target: target.value,
    highlight,
    outsideLevel: outside.at(-1) ?? null,
    side,
  }));
}
