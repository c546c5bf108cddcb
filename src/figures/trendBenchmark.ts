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
  /** Of the difference between the municipality and its cluster. */
  readonly signals: readonly { readonly period: string; readonly rules: readonly string[] }[];
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
