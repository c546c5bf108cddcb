import {
  ABSENT,
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  type Block,
  type Face,
  type Language,
} from "../../display/index.js";
import { formatRatioLimits } from "../besideOne.js";
import { choiceBlocks, comparabilitySentence } from "./comparability.js";
import { describeBenchmarkNotice } from "./noticeWords.js";
import { benchmarkRows } from "./rows.js";
import { rankTable, standardizedTable } from "./secondaryTables.js";
import { armsTable, groupsTable, leaveOneOutTable, peersTable } from "./tables.js";
import type { ArmBenchmark, BenchmarkData, BenchmarkPosition, Bounded, UnitBenchmark } from "../types.js";
import { isMixed, sumOf } from "./unit.js";
import { BENCHMARK_WORDS } from "./words.js";

/** How a benchmark shows itself: a sentence for each arm, with whom it is compared, then the figures. */
export const benchmarkFace: Face<BenchmarkData> = { blocks: benchmarkBlocks, rows: benchmarkRows };

/** For which it was simulated how often the prediction interval holds what it should (test/simulation/cluster.test.ts). */
const SIMULATED = { level: 0.95, municipalities: [5, 20], citizens: [60, 1_400] } as const;

function isSimulated({ peers, spread }: BenchmarkData): boolean {
  return (
    spread?.prediction.level === SIMULATED.level &&
    isAmong(peers.length, SIMULATED.municipalities) &&
    peers.every(({ total }) => isAmong(total, SIMULATED.citizens))
  );
}

function isAmong(count: number, [fewest, most]: readonly [fewest: number, most: number]): boolean {
  return fewest <= count && count <= most;
}

/** A benchmark as blocks, for a report that takes it in. */
export function benchmarkBlocks(benchmark: BenchmarkData, language: Language): readonly Block[] {
  const words = BENCHMARK_WORDS[language];
  return [
    ...benchmark.arms.map((arm): Block => {
      return { block: "paragraph", style: "lead", text: positionSentence(benchmark, arm, language) };
    }),
    { block: "paragraph", text: wholeSentence(benchmark, language) },
    { block: "paragraph", text: `${comparedSentences(benchmark, language)} ${words.descriptive}` },
    ...spreadBlocks(benchmark, language),
    ...sidePanel(benchmark, language),
    armsTable(benchmark, language),
    ...groupsTable(benchmark, language),
    ...standardizedTable(benchmark, language).flatMap((table): readonly Block[] => [
      { block: "paragraph", style: "small", text: words.standardization },
      table,
    ]),
    ...rankTable(benchmark, language),
    peersTable(benchmark, language),
    ...choiceBlocks(benchmark, language),
    ...leaveOneOutTable(benchmark, language),
    ...benchmark.notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: describeBenchmarkNotice(notice, language) };
    }),
  ];
}

/** Where an arm lies, as the sentence that goes with its position. */
export function positionSentence(benchmark: BenchmarkData, arm: ArmBenchmark, language: Language): string {
  return sentenceFor(benchmark, arm, { code: positionOf(benchmark, arm), name: arm.name, language });
}

/** Where each arm lies; what kind of figures these are is told of the first alone. */
export function positionSentences(benchmark: BenchmarkData, language: Language): readonly string[] {
  const codes = benchmark.arms.map((arm) => positionOf(benchmark, arm));
  const first = codes.findIndex((code) => PLACED.has(code));
  return benchmark.arms.map((arm, at) => {
    const code = codes[at] ?? "not-comparable";
    const again = first < at && PLACED.has(code);
    return sentenceFor(benchmark, arm, { code, name: arm.name, language, again });
  });
}

/** Positions that rest on a ratio with an interval of the same kind. */
const PLACED: ReadonlySet<BenchmarkPosition> = new Set(["above-cluster", "within-cluster", "below-cluster"]);

function positionOf({ positions }: BenchmarkData, { arm }: ArmBenchmark): BenchmarkPosition {
  return positions.find((each) => each.arm === arm)?.code ?? "not-comparable";
}

/** Where the municipality as a whole lies, all of its units together. */
function wholeSentence(benchmark: BenchmarkData, language: Language): string {
  const name = BENCHMARK_WORDS[language].asAWhole(benchmark.municipality);
  return sentenceFor(benchmark, benchmark.whole, { code: benchmark.wholePosition, name, language });
}

function sentenceFor(
  benchmark: BenchmarkData,
  { ratio, mature, total }: UnitBenchmark,
  {
    code,
    name,
    language,
    again = false,
  }: {
    readonly code: BenchmarkPosition;
    readonly name: string;
    readonly language: Language;
    readonly again?: boolean;
  },
): string {
  const pooled = sumOf(benchmark.peers);
  if (code === "too-few" && pooled.total > 0 && !isMixed(pooled))
    return BENCHMARK_WORDS[language].oneOutcome[pooled.events === 0 ? "none" : "all"](name);
  return BENCHMARK_WORDS[language].positions[code]({
    unit: name,
    ratio: again
      ? bareRatio(ratio, language)
      : ratioClause(ratio, code === "too-few-municipalities" ? "ratioByChance" : "ratio", language),
    mature: formatCount(mature ?? total, { language }),
    clusterTotal: formatCount(pooled.total, { language }),
    minimum: formatCount(benchmark.minimumMature, { language }),
  });
}

function bareRatio(ratio: Bounded | undefined, language: Language): string {
  if (ratio === undefined) return ABSENT;
  return `${formatNumber(ratio.estimate, { language })} (${formatRatioLimits(ratio.interval, language)})`;
}

function ratioClause(
  ratio: Bounded | undefined,
  phrase: "ratio" | "ratioByChance",
  language: Language,
): string {
  if (ratio === undefined) return ABSENT;
  return BENCHMARK_WORDS[language][phrase](
    formatNumber(ratio.estimate, { language }),
    formatLevel(ratio.interval.level, { language }),
    formatRatioLimits(ratio.interval, language),
  );
}

/** With how many it is compared, from where, of which year, and how comparable they are. */
export function comparedSentences(benchmark: BenchmarkData, language: Language): string {
  return `${peersSentence(benchmark, language)} ${comparabilitySentence(benchmark, language)}`;
}

function peersSentence(benchmark: BenchmarkData, language: Language): string {
  const words = BENCHMARK_WORDS[language];
  const origin = words.origin(benchmark.sources.join(", "), benchmark.years.join(", "));
  const count = municipalitiesOf(benchmark);
  const received = benchmark.differences.find((difference) => difference.part === "period")?.received;
  return words.peers({
    municipality: benchmark.municipality,
    count: formatCount(count, { language }),
    isOne: count === 1,
    cluster: clusterName(benchmark),
    period: received ?? benchmark.measure.period,
    origin: origin === "" ? "" : ` (${origin})`,
  });
}

/** How many municipalities stand behind the peers' rows, of which one may be of several together. */
function municipalitiesOf({ peers, notices }: BenchmarkData): number {
  const together = notices.find(({ code }) => code === "municipalities-together")?.["municipalities"];
  return Array.isArray(together) ? peers.length - 1 + together.length : peers.length;
}

/** A cluster with the benefit that it is about: a municipality's differ between benefits. */
function clusterName({ cluster, benefit }: BenchmarkData): string | null {
  const parts = [cluster, benefit ?? null].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(", ");
}

/** Where the next municipality may be expected, and what is made the same. */
function spreadBlocks(benchmark: BenchmarkData, language: Language): readonly Block[] {
  const words = BENCHMARK_WORDS[language];
  const { spread, whole } = benchmark;
  if (spread === undefined) return [];
  const { typical, prediction } = spread;
  const text = words.spread({
    typical: formatPercent(typical.estimate, { language }),
    interval: formatInterval(typical.interval, { language, unit: "percent" }),
    prediction: formatInterval(prediction, { language, unit: "percent" }),
    level: formatLevel(prediction.level, { language }),
  });
  const grouped = whole.groups !== undefined;
  return [
    {
      block: "paragraph",
      text: [text, words.lasting(isSimulated(benchmark)), ...(grouped ? [words.caseMix] : [])].join(" "),
    },
  ];
}

function direction(code: string, language: Language): string {
  const names: Readonly<Record<string, string>> = BENCHMARK_WORDS[language].directions;
  return names[code] ?? code;
}

function sidePanel({ comparable, differences }: BenchmarkData, language: Language): readonly Block[] {
  if (comparable) return [];
  const words = BENCHMARK_WORDS[language];
  const items = differences.map(({ part, received, expected }) =>
    part === "direction"
      ? words.difference(words.parts[part], direction(received, language), direction(expected, language))
      : words.difference(words.parts[part], received, expected),
  );
  return [
    { block: "note", tone: "warning", text: words.sidePanel },
    { block: "list", items },
  ];
}
