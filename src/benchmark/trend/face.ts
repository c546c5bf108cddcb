import {
  formatCounted,
  formatInterval,
  formatNumber,
  formatPoints,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../../display/index.js";
import { nameOf, periodsTable, valueText } from "./periodsTable.js";
import { isKnown } from "./series.js";
import type { TrendData, TrendDifferences, TrendSeries } from "./types.js";
import { describeTrendNotice, TREND_WORDS } from "./words.js";

/** How a development shows itself: from where to where, the usual ups and downs, then period by period. */
export const trendFace: Face<TrendData> = { blocks: trendBlocks, rows };

const MUNICIPALITIES = {
  da: ["kommune", "kommuner"],
  en: ["municipality", "municipalities"],
} as const;

/** A development as blocks, for a report that takes it in. */
export function trendBlocks(data: TrendData, language: Language): readonly Block[] {
  const words = TREND_WORDS[language];
  const { value, measure, group, sources, pooling, peers, cluster, municipality, direction, base } = data;
  const about = [
    words.measured(
      words.values[value],
      [measure.definition, group].filter(Boolean).join(", "),
      sources.join(", "),
    ),
    ...(direction === null ? [] : [words.direction[direction]]),
    words.cluster[pooling](
      formatCounted(peers.length, MUNICIPALITIES[language], { language }),
      cluster === null ? "" : ` (${cluster})`,
      municipality,
    ),
    ...(base === null ? [] : [words.base(base)]),
    words.descriptive,
  ];
  return [
    { block: "paragraph", style: "lead", text: developmentText(data, language) },
    ...processBlocks(data, "cluster", data, language),
    ...(data.fromCountry === undefined ? [] : processBlocks(data.fromCountry, "country", data, language)),
    { block: "paragraph", text: about.join(" ") },
    periodsTable(data, language),
    ...data.notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: describeTrendNotice(notice, language) };
    }),
  ];
}

/** From the base to the last period that the municipality has; with only one of them, where everybody stands. */
function developmentText({ periods, base, series, value }: TrendData, language: Language): string {
  const words = TREND_WORDS[language];
  const shown = (each: number): string => valueText(each, value, language);
  const last = series[0]?.values.findLastIndex(isKnown) ?? -1;
  const from = base === null ? last : periods.indexOf(base);
  const clauses = series.flatMap((each): readonly string[] => {
    const [first, now, index] = [
      each.values[from] ?? null,
      each.values[last] ?? null,
      each.index[last] ?? null,
    ];
    if (now === null) return [];
    const name = nameOf(each, language);
    const isFirst = each.of === "municipality";
    if (from >= last || first === null) return [words.stands(name, shown(now), isFirst)];
    const points = formatNumber(index, { language, decimals: 0 });
    return [words.moved(name, shown(first), shown(now), points, isFirst)];
  });
  const [begin = "", end = ""] = [periods[from], periods[last]];
  return from < last
    ? words.development(begin, end, clauses.join(", "))
    : words.standing(end, clauses.join(", "));
}

/** The periods of a rule, those that follow each other from the first to the last. */
function runsOf(
  periods: readonly string[],
  signals: TrendData["signals"],
  rule: TrendData["signals"][number]["rules"][number],
): string {
  const marked = new Set(signals.filter(({ rules }) => rules.includes(rule)).map(({ period }) => period));
  const firsts = periods.filter((period, at) => marked.has(period) && !marked.has(periods[at - 1] ?? ""));
  const lasts = periods.filter((period, at) => marked.has(period) && !marked.has(periods[at + 1] ?? ""));
  return firsts.map((first, at) => (first === lasts[at] ? first : `${first}–${lasts[at] ?? ""}`)).join(", ");
}

function processBlocks(
  { limits, signals }: TrendDifferences,
  from: "cluster" | "country",
  { value, periods }: TrendData,
  language: Language,
): readonly Block[] {
  const words = TREND_WORDS[language];
  if (limits === undefined) return [];
  const band =
    value === "rate"
      ? words.points(formatInterval(limits, { language, unit: "points" }))
      : formatInterval(limits, { language });
  const rules = [...new Set(signals.flatMap((each) => each.rules))];
  const named = rules.map((rule) => `${words.rules[rule]} (${runsOf(periods, signals, rule)})`);
  const found = named.length === 0 ? words.noSignal : words.signals(named.join("; "));
  return [
    {
      block: "paragraph",
      text: `${words.usual[from](differenceText(limits.center, value, language), band)} ${found}`,
    },
  ];
}

function differenceText(value: number | null, of: TrendData["value"], language: Language): string {
  return of === "rate" ? formatPoints(value, { language }) : formatNumber(value, { language });
}

/** A row for each period. */
function rows(data: TrendData): readonly Row[] {
  const { municipality, periods, series, differences, limits, signals, fromCountry } = data;
  const lineOf = (of: TrendSeries["of"]): TrendSeries | undefined => series.find((each) => each.of === of);
  const [own, cluster, country] = [lineOf("municipality"), lineOf("cluster"), lineOf("country")];
  const rulesIn = new Map(signals.map(({ period, rules }) => [period, rules]));
  const besideCountry = new Map(fromCountry?.signals.map(({ period, rules }) => [period, rules]));
  return periods.map((period, at) => ({
    municipality,
    period,
    value: own?.values[at] ?? null,
    cluster: cluster?.values[at] ?? null,
    country: country?.values[at] ?? null,
    index: own?.index[at] ?? null,
    clusterIndex: cluster?.index[at] ?? null,
    countryIndex: country?.index[at] ?? null,
    difference: differences[at] ?? null,
    center: limits?.center ?? null,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
    signals: (rulesIn.get(period) ?? []).join(" "),
    countryDifference: fromCountry?.differences[at] ?? null,
    countryCenter: fromCountry?.limits?.center ?? null,
    countryLower: fromCountry?.limits?.lower ?? null,
    countryUpper: fromCountry?.limits?.upper ?? null,
    countrySignals: (besideCountry.get(period) ?? []).join(" "),
  }));
}
