import { requireObject } from "../core/index.js";
import type { BenchmarkData } from "../benchmark/index.js";
import { languageAsked, type Language } from "../display/index.js";
import { caterpillarPlot, funnelPlot, rankPlot, type Figure, type RankPlotRow } from "../figures/index.js";
import { figureOptions, type Look } from "./look.js";
import { PICTURE_WORDS } from "./words/pictures.js";

/** The figures of a benchmark; in a side panel only the first, and of too few no ranks. */
export interface BenchmarkFigures {
  /** Rates with their intervals, the highest first. */
  readonly cluster: Figure;
  /** Rates by size, with the limits of chance. */
  readonly funnel?: Figure;
  /** Ranks with their limits. */
  readonly ranks?: Figure;
}

/**
 * The arms among the municipalities as figures: by rate, and where they can be compared by size and by rank.
 *
 * @param language `en` by default
 * @example
 * benchmarkFigures(benchmark, "da").funnel?.toSVG()
 * @example
 * // Another measure: a side panel.
 * Object.keys(benchmarkFigures(sidePanel)) // ["cluster"]
 */
export function benchmarkFigures(benchmark: BenchmarkData, language: Language = "en"): BenchmarkFigures {
  requireObject("benchmarkFigures.benchmark", benchmark, {
    expected: "a benchmark, as benchmarkArms gives it",
    accepts: ({ kind, peers }) => kind === "benchmark" && Array.isArray(peers),
  });
  return drawBenchmark(benchmark, { language: languageAsked("benchmarkFigures", { language }) });
}

/** The same for one kind of page. */
export function drawBenchmark(benchmark: BenchmarkData, look: Look): BenchmarkFigures {
  const words = PICTURE_WORDS[look.language];
  const { funnel, clusterRate } = benchmark;
  const cluster = caterpillarPlot(benchmark, figureOptions(look, "cluster", words.clusterTitle));
  const ranked = rankedRows(benchmark, look.language);
  const { level } = clusterRate.interval;
  return {
    cluster,
    ...(funnel === undefined
      ? {}
      : { funnel: funnelPlot(benchmark, figureOptions(look, "funnel", words.funnelTitle)) }),
    ...(ranked.length === 0
      ? {}
      : {
          ranks: rankPlot(
            { rows: ranked, of: ranked.length, level },
            figureOptions(look, "ranks", words.ranksTitle),
          ),
        }),
  };
}

/** The municipalities and the one that is compared, its mark that of the other figures, where all of them have ranks and these may be told. */
function rankedRows(
  { arms, peers, whole, wholePosition }: BenchmarkData,
  language: Language,
): readonly RankPlotRow[] {
  const rows = peers.flatMap(({ municipality, rank }) =>
    rank === undefined ? [] : [{ label: municipality, ...rank }],
  );
  if (whole.rank === undefined || wholePosition === "too-few") return [];
  const label = PICTURE_WORDS[language].asAWhole(whole.name);
  return [...rows, { label, ...whole.rank, highlight: true, accent: arms.length }];
}
