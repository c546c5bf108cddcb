import {
  formatInterval,
  formatNumber,
  formatPercent,
  formatPoints,
  type Language,
  type Row,
  type Table,
} from "../display/index.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import { ownSeries, type TrendPlotLimits, type TrendMeasure, type TrendPlotSubject } from "./trendSubject.js";

/** What the axes are. */
export interface TrendCaptions {
  readonly values: string;
  readonly periods: string;
}

function formatTrend(value: number | null, measure: TrendMeasure, language: Language): string {
  switch (measure) {
    case "proportion":
      return formatPercent(value, { language });
    case "points":
      return formatPoints(value, { language });
    case "index":
      return formatNumber(value, { language, decimals: 1 });
    case "difference":
      return formatNumber(value, { language });
  }
}

/** How the limits of a measure are written. */
const BANDS = {
  index: { unit: "number", decimals: 1 },
  proportion: { unit: "percent", decimals: 1 },
  points: { unit: "points", decimals: 1 },
  difference: { unit: "number" },
} as const;

/** `Natural process limits: 35.1% to 44.9%, center line 40.0%`, and whose they are where there are several series. */
export function nameOfLimits(subject: TrendPlotSubject, limits: TrendPlotLimits, language: Language): string {
  const { measure, series } = subject;
  const band = formatInterval(limits, { language, ...BANDS[measure] });
  const center = formatTrend(limits.center, measure, language);
  const own = series.length > 1 ? ` (${ownSeries(subject)?.label ?? ""})` : "";
  return `${limits.label}: ${band}, ${BENCHMARK_WORDING[language].center} ${center}${own}`;
}

/** The rules of `xmrLimits` in words, others as they are. */
export function nameOfRule(rule: string, language: Language): string {
  const { rules } = BENCHMARK_WORDING[language];
  return Object.hasOwn(rules, rule) ? (rules[rule] ?? rule) : rule;
}

/** The figure in sentences: each series from its first value to its last, the limits, and the signals. */
export function describeTrend(
  subject: TrendPlotSubject,
  captions: TrendCaptions,
  language: Language,
): string {
  const { measure, periods, series, limits, signals = [] } = subject;
  const words = BENCHMARK_WORDING[language];
  const told = series.map(({ label, values }) => {
    const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
    const ends = [...new Set([known[0], known.at(-1)])].flatMap((each) =>
      each === undefined
        ? []
        : [`${periods[each.index] ?? ""}: ${formatTrend(each.value, measure, language)}`],
    );
    return known.length === 0 ? words.withoutValues(label) : `${label}, ${ends.join(", ")}`;
  });
  const signalled = signals.map(
    ({ period, rule }) => `${periods[period] ?? ""}: ${nameOfRule(rule, language)}`,
  );
  const parts = [
    captions.values,
    ...told,
    ...(limits === undefined ? [] : [nameOfLimits(subject, limits, language)]),
    ...(signalled.length === 0 ? [] : [`${words.signals}: ${signalled.join("; ")}`]),
  ];
  return parts.map((part) => `${part}.`).join(" ");
}

/** All values by period, beside what is a signal. */
export function trendTable(subject: TrendPlotSubject, captions: TrendCaptions, language: Language): Table {
  const { measure, periods, series, limits, signals = [] } = subject;
  const words = BENCHMARK_WORDING[language];
  return {
    block: "table",
    caption:
      limits === undefined
        ? captions.values
        : `${captions.values}. ${nameOfLimits(subject, limits, language)}`,
    columns: [
      { heading: captions.periods },
      ...series.map(({ label }) => ({ heading: label, align: "right" as const })),
      ...(signals.length === 0 ? [] : [{ heading: words.signals }]),
    ],
    rows: periods.map((period, index) => [
      period,
      ...series.map(({ values }) => formatTrend(values[index] ?? null, measure, language)),
      ...(signals.length === 0
        ? []
        : [
            signalsAt(subject, index)
              .map((rule) => nameOfRule(rule, language))
              .join("; "),
          ]),
    ]),
  };
}

function signalsAt({ signals = [] }: TrendPlotSubject, index: number): readonly string[] {
  return signals.filter(({ period }) => period === index).map(({ rule }) => rule);
}

/** A row for each series and period. */
export function plainTrend(subject: TrendPlotSubject): readonly Row[] {
  const own = ownSeries(subject);
  return subject.series.flatMap((series) =>
    subject.periods.map((period, index) => ({
      series: series.label,
      period,
      value: series.values[index] ?? null,
      signal: (series === own && signalsAt(subject, index).join(", ")) || null,
    })),
  );
}
