import { competitionError } from "../core/index.js";
import type { Language } from "../display/index.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import type { TrendPlotSubject } from "./trendSubject.js";
import { nameOfRule } from "./trendText.js";

/** A municipality's development beside its cluster's and the country's, by its structure. */
export interface TrendBenchmarkShape {
  readonly kind: "trend";
  readonly periods: readonly string[];
  /** The period that is 100; `null` where there is none. */
  readonly base: string | null;
  readonly series: readonly {
    readonly of: "municipality" | "cluster" | "country";
    readonly name: string | null;
    readonly index: readonly (number | null)[];
  }[];
  /** What is followed: a share, or actual over expected. */
  readonly value?: "rate" | "actual-over-expected";
  readonly cluster?: string | null;
  /** The municipality's value less its cluster's. */
  readonly differences?: readonly (number | null)[];
  readonly limits?: { readonly center: number; readonly lower: number; readonly upper: number };
  /** Of the difference between the municipality and its cluster. */
  readonly signals: readonly { readonly period: string; readonly rules: readonly string[] }[];
  /** The municipality's value less the country's. */
  readonly fromCountry?: { readonly differences: readonly (number | null)[] };
}

export function isTrendBenchmark(
  subject: TrendPlotSubject | TrendBenchmarkShape,
): subject is TrendBenchmarkShape {
  return typeof subject === "object" && subject !== null && "kind" in subject && subject.kind === "trend";
}

/**
 * The indices as lines, the municipality pointed out, with the signals of its difference from the cluster.
 *
 * @throws CompetitionError `nothing-to-draw` without a base
 */
export function trendSubject(
  { periods, base, series, signals }: TrendBenchmarkShape,
  language: Language,
): TrendPlotSubject {
  if (base === null) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "trendPlot.subject.base",
      received: base,
      expected: "a development with a base period",
    });
  }
  const words = BENCHMARK_WORDING[language];
  return {
    measure: "index",
    periods,
    series: series.map(({ of, name, index }) => ({
      label: of === "country" ? words.country : (name ?? words.peers),
      values: index,
      highlight: of === "municipality",
    })),
    signals: signals.flatMap(({ period, rules }) =>
      rules.map((rule) => ({
        period: periods.indexOf(period),
        rule: words.ofDifference(nameOfRule(rule, language)),
      })),
    ),
  };
}

/**
 * The differences as lines, that from the cluster pointed out, with its natural process limits and its signals.
 *
 * @throws CompetitionError `nothing-to-draw` without differences
 */
export function differenceSubject(
  { periods, value, cluster = null, differences = [], limits, signals, fromCountry }: TrendBenchmarkShape,
  language: Language,
): TrendPlotSubject {
  if (differences.every((each) => each === null)) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "differencePlot.trend.differences",
      received: differences,
      expected: "a period in which both the municipality and its cluster have a value",
    });
  }
  const words = BENCHMARK_WORDING[language];
  return {
    measure: value === "actual-over-expected" ? "difference" : "points",
    periods,
    series: [
      { label: words.from.cluster(cluster), values: differences, highlight: true },
      ...(fromCountry === undefined ? [] : [{ label: words.from.country, values: fromCountry.differences }]),
    ],
    ...(limits === undefined ? {} : { limits: { label: words.processLimits, ...limits } }),
    signals: signals.flatMap(({ period, rules }) =>
      rules.map((rule) => ({ period: periods.indexOf(period), rule })),
    ),
  };
}
