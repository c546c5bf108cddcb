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
  type Table,
} from "../display/index.js";
import type { Estimate } from "../inference/index.js";
import { describeBenchmarkNotice } from "./noticeWords.js";
import { benchmarkRows } from "./rows.js";
import type { ArmBenchmark, BenchmarkData } from "./types.js";
import { BENCHMARK_WORDS } from "./words.js";

/** How a benchmark shows itself: a sentence for each arm, with whom it is compared, then the figures. */
export const benchmarkFace: Face<BenchmarkData> = { blocks: benchmarkBlocks, rows: benchmarkRows };

/** A benchmark as blocks, for a report that takes it in. */
export function benchmarkBlocks(benchmark: BenchmarkData, language: Language): readonly Block[] {
  const words = BENCHMARK_WORDS[language];
  return [
    ...benchmark.arms.map((arm): Block => {
      return { block: "paragraph", style: "lead", text: positionSentence(benchmark, arm, language) };
    }),
    { block: "paragraph", text: `${peersSentence(benchmark, language)} ${words.descriptive}` },
    ...sidePanel(benchmark, language),
    armsTable(benchmark, language),
    peersTable(benchmark, language),
    ...benchmark.notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: describeBenchmarkNotice(notice, language) };
    }),
  ];
}

/** Where an arm lies, as the sentence that goes with its position. */
export function positionSentence(benchmark: BenchmarkData, arm: ArmBenchmark, language: Language): string {
  const words = BENCHMARK_WORDS[language];
  const code = benchmark.positions.find((each) => each.arm === arm.arm)?.code ?? "not-comparable";
  return words.positions[code]({
    arm: arm.name,
    ratio: ratioClause(arm.ratio, language),
    mature: formatCount(arm.mature, { language }),
    minimum: formatCount(benchmark.minimumMature, { language }),
  });
}

function ratioClause(ratio: Estimate | undefined, language: Language): string {
  if (ratio === undefined) return ABSENT;
  return BENCHMARK_WORDS[language].ratio(
    formatNumber(ratio.estimate, { language }),
    formatLevel(ratio.interval.level, { language }),
    formatInterval(ratio.interval, { language }),
  );
}

function peersSentence(benchmark: BenchmarkData, language: Language): string {
  const words = BENCHMARK_WORDS[language];
  const origin = words.origin(benchmark.sources.join(", "), benchmark.years.join(", "));
  const received = benchmark.differences.find((difference) => difference.part === "period")?.received;
  return words.peers({
    municipality: benchmark.municipality,
    count: formatCount(benchmark.peers.length, { language }),
    cluster: benchmark.cluster,
    period: received ?? benchmark.measure.period,
    origin: origin === "" ? "" : ` (${origin})`,
  });
}

function sidePanel({ comparable, differences }: BenchmarkData, language: Language): readonly Block[] {
  if (comparable) return [];
  const words = BENCHMARK_WORDS[language];
  const items = differences.map(({ part, received, expected }) =>
    words.difference(words.parts[part], received, expected),
  );
  return [
    { block: "note", tone: "warning", text: words.sidePanel },
    { block: "list", items },
  ];
}

function armsTable({ arms, criterionName, clusterRate }: BenchmarkData, language: Language): Table {
  const words = BENCHMARK_WORDS[language].arms;
  const rows = arms.map(({ name, observed, total, rate, expected, ratio }) => [
    name,
    ...rateCells({ events: observed, total, rate }, language),
    formatNumber(expected ?? null, { language, decimals: 1 }),
    formatNumber(ratio?.estimate ?? null, { language }),
    ratio === undefined ? ABSENT : formatInterval(ratio.interval, { language }),
  ]);
  return {
    block: "table",
    caption: words.caption(criterionName[language]),
    columns: columnsOf(words.columns, clusterRate, language),
    rows,
  };
}

function peersTable({ peers, clusterRate }: BenchmarkData, language: Language): Table {
  const { municipalities: words, all } = BENCHMARK_WORDS[language];
  const sum = (of: "events" | "total"): number => peers.reduce((total, peer) => total + peer[of], 0);
  const rows = peers.map((peer) => [peer.municipality, ...rateCells(peer, language)]);
  const together = [
    all,
    ...rateCells({ events: sum("events"), total: sum("total"), rate: clusterRate }, language),
  ];
  return {
    block: "table",
    caption: words.caption,
    columns: columnsOf(words.columns, clusterRate, language),
    rows: [...rows, together],
  };
}

function rateCells(
  { events, total, rate }: { readonly events: number; readonly total: number; readonly rate: Estimate },
  language: Language,
): readonly string[] {
  return [
    formatCount(events, { language }),
    formatCount(total, { language }),
    formatPercent(rate.estimate, { language }),
    formatInterval(rate.interval, { language, unit: "percent" }),
  ];
}

function columnsOf(
  headings: (interval: string) => readonly string[],
  clusterRate: Estimate,
  language: Language,
): Table["columns"] {
  const interval = BENCHMARK_WORDS[language].interval(formatLevel(clusterRate.interval.level, { language }));
  return headings(interval).map((heading, index) => ({ heading, align: index === 0 ? "left" : "right" }));
}
