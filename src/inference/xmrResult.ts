import {
  formatInterval,
  formatNumber,
  METHOD_NAMES,
  nameOf,
  resultMaker,
  type Block,
  type Language,
  type Row,
  type Shown,
} from "../display/index.js";
import type { ProcessSignal } from "./kernels/processLimits.js";
import { noticeBlocks } from "./show.js";
import type { ResultData } from "./types.js";
import { SIGNAL_NAMES, UNIT_PHRASES } from "./unitsWords.js";
import { PHRASES } from "./words.js";

/** A value of the series, how far it lies from the one before, and the rules that it is a signal by. */
export interface ProcessPoint {
  readonly period?: string | undefined;
  readonly value: number;
  /** `null` for the first value. */
  readonly range: number | null;
  readonly signals: readonly ProcessSignal[];
}

export interface ProcessChartData extends ResultData {
  readonly kind: "process-chart";
  readonly status: "estimated" | "not-estimable";
  readonly reason?: string;
  readonly center: number | null;
  /** Natural process limits. */
  readonly lower: number;
  readonly upper: number;
  /** Typical moving range. */
  readonly range: number | null;
  /** The largest usual moving range. */
  readonly rangeLimit: number;
  readonly points: readonly ProcessPoint[];
}

/** A series with its limits and signals. */
export type ProcessChart = ProcessChartData & Shown;

/** Makes a chart of a series that shows itself. */
export const makeProcessChart: (data: ProcessChartData) => ProcessChart = resultMaker<ProcessChartData>({
  blocks,
  rows,
});

/** Numbers of any size get as many decimals as their limits tell apart. */
function decimalsOf({ lower, upper }: ProcessChartData): number {
  const width = upper - lower;
  return width > 0 && width < Infinity ? Math.min(Math.max(2 - Math.floor(Math.log10(width)), 0), 6) : 2;
}

function blocks(data: ProcessChartData, language: Language): readonly Block[] {
  const words = UNIT_PHRASES[language];
  const decimals = decimalsOf(data);
  const number = (value: number | null): string => formatNumber(value, { language, decimals });
  const limits = formatInterval(data, { language, decimals });
  const found = data.points.filter(({ signals }) => signals.length > 0);
  const rules = (signals: readonly ProcessSignal[]): string =>
    signals.map((each) => SIGNAL_NAMES[each][language]).join("; ");
  return [
    { block: "paragraph", style: "lead", text: words.processLimits(number(data.center), limits) },
    ...(found.length === 0
      ? [
          {
            block: "paragraph",
            text: data.status === "estimated" ? words.noSignal : PHRASES[language].notEstimable,
          } as const,
        ]
      : [
          {
            block: "table",
            caption: words.signals,
            columns: [
              { heading: words.period },
              { heading: words.value, align: "right" },
              { heading: words.rule },
            ],
            rows: data.points.flatMap(({ period, value, signals }, i) =>
              signals.length === 0 ? [] : [[period ?? String(i + 1), number(value), rules(signals)]],
            ),
          } as const,
        ]),
    {
      block: "paragraph",
      style: "small",
      text: `${PHRASES[language].method}: ${nameOf(METHOD_NAMES, data.method, language)}.`,
    },
    ...noticeBlocks(data.notices, language),
  ];
}

function rows({ points, center, lower, upper, rangeLimit }: ProcessChartData): readonly Row[] {
  return points.map(({ period, value, range, signals }) => ({
    period: period ?? null,
    value,
    range,
    center,
    lower,
    upper,
    rangeLimit,
    signals: signals.join(" "),
  }));
}
