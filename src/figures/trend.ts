import {
  requireObject,
  resolveOptions,
  type GivenOptions,
  type OptionRules,
  type Resolution,
} from "../core/index.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import { figureOf, type Figure } from "./figure.js";
import { figureRules, type FigureSettings } from "./options.js";
import { captionRule } from "./plotOptions.js";
import {
  differenceSubject,
  isTrendBenchmark,
  trendSubject,
  type TrendBenchmarkShape,
} from "./trendBenchmark.js";
import { drawTrend } from "./trendDraw.js";
import { checkTrend, type TrendPlotSubject } from "./trendSubject.js";
import { describeTrend, plainTrend, trendTable } from "./trendText.js";

interface TrendSettings extends FigureSettings {
  /** What the values are, such as `Success rate`. */
  readonly valueLabel?: string;
  /** What the periods are, such as `Quarter`. */
  readonly periodLabel?: string;
}

export type TrendPlotOptions = GivenOptions<TrendSettings>;

const rules: OptionRules<TrendSettings> = {
  ...figureRules,
  valueLabel: captionRule,
  periodLabel: captionRule,
};

/**
 * Shows how municipalities, clusters or the country develop over periods: a line for each with its name at its end, a gap
 * where a value is missing.
 *
 * Natural process limits, such as those of an XmR chart, are the band within which a process moves by itself; they and the
 * signals, values that are more than that, belong to the first series that is pointed out, else to the first of all.
 *
 * @param subject `measure`: `index` (plain numbers around 100) or `proportion` (from 0 to 1); `periods` in their order;
 *   `series` with `label`, `values` (one for each period, `null` where there is none) and `highlight`; `limits` with `label`,
 *   `center`, `lower` and `upper`; `signals` with `period` (its place, from 0) and `rule` (one of
 *   `xmrLimits`, or a text). Or what `benchmarkTrend` gave: its indices, and the signals of the difference between the
 *   municipality and its cluster; the limits of that difference are no limits of a line and aren't drawn.
 * @param options `language`, `title`, `width` (from 320), `id`; `valueLabel` and `periodLabel`, what the axes are.
 * @throws CompetitionError `impossible-subject`, `impossible-row`, `nothing-to-draw`.
 * @example
 * trendPlot({
 *   measure: "index",
 *   periods: ["2023", "2024", "2025"],
 *   series: [
 *     { label: "Fredericia", values: [100, 104, 109], highlight: true },
 *     { label: "Cluster", values: [100, null, 103] },
 *   ],
 * })
 * @example
 * trendPlot({ measure: "index", periods: [], series: [] }) // throws nothing-to-draw
 */
export function trendPlot(
  subject: TrendPlotSubject | TrendBenchmarkShape,
  options: TrendPlotOptions = {},
): Figure {
  const settings = resolveOptions<TrendSettings>("trendPlot", options, rules);
  const { language } = settings.values;
  const words = BENCHMARK_WORDING[language];
  if (!isTrendBenchmark(subject)) {
    const { measure } = checkTrend(subject);
    return drawn(subject, settings, { title: words.trend, values: words.development[measure] });
  }
  const values = subject.base === null ? words.development.index : words.indexFrom(subject.base);
  return drawn(trendSubject(subject, language), settings, { title: words.trend, values });
}

/**
 * Shows the difference between a municipality and its cluster over the periods, within its natural process limits, and
 * beside it the difference from the country: how far the one differs from the other, and when by more than usual.
 *
 * @param trend What `benchmarkTrend` gave.
 * @param options As of `trendPlot`.
 * @throws CompetitionError `nothing-to-draw`.
 * @example
 * differencePlot(benchmarkTrend(rows, { municipality: "Fredericia" })).toSVG()
 * @example
 * // Few periods: the line without limits.
 * differencePlot(benchmarkTrend(threeYears, { municipality: "Fredericia" }))
 */
export function differencePlot(trend: TrendBenchmarkShape, options: TrendPlotOptions = {}): Figure {
  const settings = resolveOptions<TrendSettings>("differencePlot", options, rules);
  requireObject("differencePlot.trend", trend, {
    expected: "a trend, as benchmarkTrend gives it",
    hint: "Write benchmarkTrend(rows, { municipality }).",
  });
  const { language } = settings.values;
  const words = BENCHMARK_WORDING[language];
  const subject = differenceSubject(trend, language);
  const values = words.development[subject.measure];
  return drawn(subject, settings, { title: words.differences, values }, "differencePlot");
}

function drawn(
  subject: TrendPlotSubject,
  { values, record }: Resolution<TrendSettings>,
  defaults: { readonly title: string; readonly values: string },
  operation: string = "trendPlot",
): Figure {
  const { language, width, id } = values;
  const trend = checkTrend(subject);
  const captions = {
    values: values.valueLabel ?? defaults.values,
    periods: values.periodLabel ?? BENCHMARK_WORDING[language].period,
  };
  const { markup, bottom } = drawTrend(trend, captions, width, language);
  return figureOf({
    operation,
    method: "trend-plot",
    title: values.title ?? defaults.title,
    id,
    record,
    markup,
    width,
    height: bottom,
    description: describeTrend(trend, captions, language),
    tables: [trendTable(trend, captions, language)],
    rows: plainTrend(trend),
  });
}
