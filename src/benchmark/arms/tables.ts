import {
  ABSENT,
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  type Language,
  type Table,
} from "../../display/index.js";
import { formatRatioLimits } from "../besideOne.js";
import { sumOf } from "./unit.js";
import type { BenchmarkData, Bounded, PeerRate, RankPlace, UnitBenchmark } from "../types.js";
import { BENCHMARK_WORDS } from "./words.js";

/** A column: its heading, and the cell of a row. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => string];

/** Arms, then the municipality as a whole. */
export function armsTable(benchmark: BenchmarkData, language: Language): Table {
  const { columns: words, captions, whole: wholeName } = BENCHMARK_WORDS[language];
  const interval = intervalHeading(benchmark, language);
  const { arms, whole, comparable } = benchmark;
  const columns: readonly Column<UnitBenchmark>[] = [
    [words.unit, ({ name }) => name],
    [words.success, ({ observed }) => formatCount(observed, { language })],
    [words.of, ({ total }) => formatCount(total, { language })],
    [words.rate, ({ rate }) => percent(rate, language)],
    [interval, ({ rate }) => limits(rate, language)],
    ...(isGrouped(benchmark)
      ? [[words.sameMix, ({ adjusted }: UnitBenchmark) => percent(adjusted, language)] as const]
      : []),
    ...(comparable ? besideColumns(benchmark, language) : []),
  ];
  const shown = [
    ...arms.map((arm) => (isTooFew(arm.arm, benchmark) ? countsAlone(arm) : arm)),
    { ...(benchmark.wholePosition === "too-few" ? countsAlone(whole) : whole), name: wholeName },
  ];
  return table(captions.arms(benchmark.criterionName[language]), columns, shown);
}

/** The units of which more may be said than their counts, under the names of the tables. */
export function toldUnits(benchmark: BenchmarkData, language: Language): readonly UnitBenchmark[] {
  const { arms, whole, wholePosition } = benchmark;
  return [
    ...arms.filter(({ arm }) => !isTooFew(arm, benchmark)),
    ...(wholePosition === "too-few" ? [] : [{ ...whole, name: BENCHMARK_WORDS[language].whole }]),
  ];
}

/** Whether there are too few of an arm, or of the cluster, to say anything. */
function isTooFew(arm: string, { positions }: BenchmarkData): boolean {
  return positions.some((position) => position.arm === arm && position.code === "too-few");
}

/** What the table shows of a unit of which nothing more may be said. */
function countsAlone({ name, observed, total, mature, rate }: UnitBenchmark): UnitBenchmark {
  return { name, observed, total, mature, rate };
}

function besideColumns(benchmark: BenchmarkData, language: Language): readonly Column<UnitBenchmark>[] {
  const { columns: words } = BENCHMARK_WORDS[language];
  return [
    [words.expected, ({ expected }) => formatNumber(expected ?? null, { language, decimals: 1 })],
    [words.ratio, ({ ratio }) => formatNumber(ratio?.estimate ?? null, { language })],
    [
      ratioHeading(benchmark, language),
      ({ ratio }) => (ratio === undefined ? ABSENT : formatRatioLimits(ratio.interval, language)),
    ],
    ...(benchmark.spread === undefined
      ? []
      : [[words.rank, ({ rank }: UnitBenchmark) => rankText(rank, language)] as const]),
  ];
}

/** Every unit by the groups of the plan. */
export function groupsTable(benchmark: BenchmarkData, language: Language): readonly Table[] {
  if (!isGrouped(benchmark)) return [];
  const { columns: words, captions, whole: wholeName } = BENCHMARK_WORDS[language];
  const units = [...benchmark.arms, { ...benchmark.whole, name: wholeName }];
  const rows = units.flatMap(({ name, groups = [] }) => groups.map((group) => ({ name, ...group })));
  return [
    table<(typeof rows)[number]>(
      captions.groups,
      [
        [words.unit, ({ name }) => name],
        [words.group, ({ group }) => group],
        [words.success, ({ observed }) => formatCount(observed, { language })],
        [words.of, ({ total }) => formatCount(total, { language })],
        [words.clusterRate, ({ clusterRate }) => formatPercent(clusterRate, { language })],
        [words.expected, ({ expected }) => formatNumber(expected, { language, decimals: 1 })],
        [words.ratio, ({ ratio }) => formatNumber(ratio?.estimate ?? null, { language })],
        [
          ratioHeading(benchmark, language),
          ({ ratio }) => (ratio === null ? ABSENT : formatRatioLimits(ratio.interval, language)),
        ],
      ],
      rows,
    ),
  ];
}

/** The peers, then all of them together. */
export function peersTable(benchmark: BenchmarkData, language: Language): Table {
  const { columns: words, captions, all } = BENCHMARK_WORDS[language];
  const { peers, clusterRate, spread } = benchmark;
  const interval = intervalHeading(benchmark, language);
  const together = { municipality: all, ...sumOf(peers), rate: clusterRate };
  const columns: readonly Column<PeerRate>[] = [
    [words.municipality, ({ municipality }) => municipality],
    [words.success, ({ events }) => formatCount(events, { language })],
    [words.of, ({ total }) => formatCount(total, { language })],
    [words.rate, ({ rate }) => percent(rate, language)],
    [interval, ({ rate }) => limits(rate, language)],
    ...(isGrouped(benchmark)
      ? [[words.sameMix, ({ adjusted }: { adjusted?: Bounded }) => percent(adjusted, language)] as const]
      : []),
    ...(spread === undefined
      ? []
      : [
          [words.smoothed, ({ shrunken }: { shrunken?: Bounded }) => percent(shrunken, language)] as const,
          [interval, ({ shrunken }: { shrunken?: Bounded }) => limits(shrunken, language)] as const,
          [words.rank, ({ rank }: { rank?: RankPlace }) => rankText(rank, language)] as const,
        ]),
  ];
  return table(captions.municipalities, columns, [...peers, together]);
}

/** The typical municipality and the next one where one municipality is left out. */
export function leaveOneOutTable({ spread }: BenchmarkData, language: Language): readonly Table[] {
  if (spread === undefined || spread.leaveOneOut.length === 0) return [];
  const words = BENCHMARK_WORDS[language];
  const level = formatLevel(spread.prediction.level, { language });
  const shown = table<(typeof spread.leaveOneOut)[number]>(
    words.captions.leaveOneOut,
    [
      [words.columns.without, ({ municipality }) => municipality],
      [words.columns.typical, ({ typical }) => percent(typical, language)],
      [words.interval(level), ({ typical }) => limits(typical, language)],
      [
        words.prediction(level),
        ({ prediction }) => formatInterval(prediction, { language, unit: "percent" }),
      ],
    ],
    spread.leaveOneOut,
  );
  return [{ ...shown, id: "table-benchmark-without-one" }];
}

function isGrouped({ whole }: BenchmarkData): boolean {
  return whole.groups !== undefined;
}

export function intervalHeading({ clusterRate }: BenchmarkData, language: Language): string {
  return BENCHMARK_WORDS[language].interval(formatLevel(clusterRate.interval.level, { language }));
}

/** Of observed over expected, whose limits carry more than a rate's where it is known how far municipalities lie apart. */
function ratioHeading(benchmark: BenchmarkData, language: Language): string {
  const { clusterRate, spread } = benchmark;
  if (spread === undefined) return intervalHeading(benchmark, language);
  return BENCHMARK_WORDS[language].intervalAmong(formatLevel(clusterRate.interval.level, { language }));
}

export function percent(value: Bounded | undefined, language: Language): string {
  return formatPercent(value?.estimate ?? null, { language });
}

export function limits(value: Bounded | undefined, language: Language): string {
  return value === undefined ? ABSENT : formatInterval(value.interval, { language, unit: "percent" });
}

/** A rank never stands without its limits. */
export function rankText(rank: RankPlace | undefined, language: Language): string {
  if (rank === undefined) return ABSENT;
  const { rank: phrase, range } = BENCHMARK_WORDS[language];
  const count = (value: number): string => formatCount(value, { language });
  return phrase(count(rank.median), range(count(rank.lower), count(rank.upper)), count(rank.of));
}

export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  return {
    block: "table",
    caption,
    columns: columns.map(([heading], index) => ({ heading, align: index === 0 ? "left" : "right" })),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}
