import { formatNumber, formatPercent, inPercent, type Language, type Table } from "../../display/index.js";
import type { TrendData, TrendSeries } from "./types.js";
import { TREND_WORDS } from "./words.js";

const FROM = ["cluster", "country"] as const;

/** Values, indices and differences period by period, beside what is more than usual. */
export function periodsTable(data: TrendData, language: Language): Table {
  const words = TREND_WORDS[language];
  const { periods, series, differences, signals, value, base, fromCountry } = data;
  const names = series.map(({ of, name }) =>
    of === "municipality" ? (name ?? words.columns.names[of]) : words.columns.names[of],
  );
  const rulesIn = new Map(signals.map(({ period, rules }) => [period, rules]));
  const { signals: signal, from: fromWhom } = words.columns;
  const signalHeading = fromCountry === undefined ? signal : fromWhom.cluster(signal);
  const headings = [
    words.columns.period,
    ...names,
    ...(base === null ? [] : series.map((each) => words.columns.index(nameOf(each, language)))),
    ...(fromCountry === undefined
      ? [words.columns.difference[value]]
      : FROM.map((from) => words.columns.from[from](words.columns.difference[value]))),
    ...(signals.length === 0 ? [] : [signalHeading]),
  ];
  return {
    block: "table",
    caption: words.caption(base ?? ""),
    columns: headings.map((heading, at) => ({
      heading,
      align: at === 0 || heading === signalHeading ? "left" : "right",
    })),
    rows: periods.map((period, at) => [
      period,
      ...series.map(({ values }) => valueText(values[at] ?? null, value, language)),
      ...(base === null
        ? []
        : series.map(({ index }) => formatNumber(index[at] ?? null, { language, decimals: 1 }))),
      pointsCell(differences[at] ?? null, value, language),
      ...(fromCountry === undefined
        ? []
        : [pointsCell(fromCountry.differences[at] ?? null, value, language)]),
      ...(signals.length === 0
        ? []
        : [(rulesIn.get(period) ?? []).map((rule) => words.rules[rule]).join("; ")]),
    ]),
  };
}

/** Who a line is of, within a sentence. */
export function nameOf({ of, name }: TrendSeries, language: Language): string {
  const word = TREND_WORDS[language].names[of];
  return of === "municipality" ? (name ?? word) : word;
}

export function valueText(value: number | null, of: TrendData["value"], language: Language): string {
  return of === "rate" ? formatPercent(value, { language }) : formatNumber(value, { language });
}

/** A difference under a heading that has its unit. */
function pointsCell(value: number | null, of: TrendData["value"], language: Language): string {
  return of === "rate" && value !== null
    ? formatNumber(inPercent(value), { language, decimals: 1 })
    : formatNumber(value, { language });
}
