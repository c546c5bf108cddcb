import {
  ABSENT,
  formatCount,
  formatNumber,
  formatPercent,
  type Language,
  type Table,
} from "../../display/index.js";
import { formatRatioLimits } from "../besideOne.js";
import { amongFirst } from "../ranks.js";
import type { BenchmarkData, Bounded, UnitBenchmark, BenchmarkRank } from "../types.js";
import { intervalHeading, limits, percent, rankText, table, toldUnits, type Column } from "./tables.js";
import { BENCHMARK_WORDS } from "./words.js";

/** Direct and indirect standardization of arms and the municipality as a whole, by the names of their methods. */
export function standardizedTable(benchmark: BenchmarkData, language: Language): readonly Table[] {
  const units = toldUnits(benchmark, language).filter(({ indirect }) => indirect !== undefined);
  if (units.length === 0) return [];
  const { columns: words, captions, methods } = BENCHMARK_WORDS[language];
  const interval = (method: string): string => `${intervalHeading(benchmark, language)} (${method})`;
  const isDirect = units.some(({ direct }) => direct !== undefined);
  const direct: readonly Column<UnitBenchmark>[] = [
    [words.direct, (unit) => percent(unit.direct, language)],
    [interval(methods.dobson), (unit) => limits(unit.direct, language)],
    [words.clusterRate, () => percent(benchmark.clusterRate, language)],
  ];
  const columns: readonly Column<UnitBenchmark>[] = [
    [words.unit, ({ name }) => name],
    ...(isDirect ? direct : []),
    [words.success, ({ indirect }) => formatCount(indirect?.observed ?? null, { language })],
    [
      words.pooledExpected,
      ({ indirect }) => formatNumber(indirect?.expected ?? null, { language, decimals: 1 }),
    ],
    [words.indirect, ({ indirect }) => formatNumber(indirect?.estimate ?? null, { language })],
    [interval(methods.exact), ({ indirect }) => ratioLimits(indirect, language)],
    [interval(methods.byar), ({ byar }) => ratioLimits(byar, language)],
  ];
  return [table(captions.standardized(isDirect), columns, units)];
}

/** How probable it is that arms and the municipality as a whole are among the first of the order. */
export function rankTable(benchmark: BenchmarkData, language: Language): readonly Table[] {
  const ranked = toldUnits(benchmark, language).flatMap(({ name, rank }) =>
    rank === undefined ? [] : [{ name, rank }],
  );
  const of = ranked[0]?.rank.of;
  if (of === undefined) return [];
  const { columns: words, captions, among } = BENCHMARK_WORDS[language];
  const columns: readonly Column<{ readonly name: string; readonly rank: BenchmarkRank }>[] = [
    [words.unit, ({ name }) => name],
    [words.rank, ({ rank }) => rankText(rank, language)],
    ...bounds(of).map(
      (k) =>
        [
          among(k, formatCount(k, { language })),
          ({ rank }: { readonly rank: BenchmarkRank }) => chance(amongFirst(rank.probabilities, k), language),
        ] as const,
    ),
  ];
  return [
    { ...table(captions.ranks(formatCount(of, { language })), columns, ranked), id: "table-benchmark-ranks" },
  ];
}

/** The first, and the ends of the first three quarters. */
function bounds(of: number): readonly number[] {
  const all = [1, of / 4, of / 2, (3 * of) / 4].map(Math.ceil);
  return [...new Set(all)].filter((k) => k < of);
}

/** In whole percent, which is as fine as ranks are averaged; never 0 or 100 %, since no rank is certain. */
function chance(probability: number, language: Language): string {
  const whole = (share: number): string => formatPercent(share, { language, decimals: 0 });
  if (probability < 0.01) return `under ${whole(0.01)}`;
  return probability > 0.99 ? `over ${whole(0.99)}` : whole(probability);
}

function ratioLimits(ratio: Bounded | undefined, language: Language): string {
  return ratio === undefined ? ABSENT : formatRatioLimits(ratio.interval, language);
}
