import { resolveOptions, type GivenOptions, type OptionRules } from "../core/index.js";
import { ratesOf } from "./benchmark.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import { figureOf, type Figure } from "./figure.js";
import { drawFunnel } from "./funnelDraw.js";
import { judge } from "./funnelLines.js";
import { checkFunnel, type FunnelPlotSubject } from "./funnelSubject.js";
import { describeFunnel, funnelTable, plainFunnel } from "./funnelText.js";
import { funnelSubject, isFunnelBenchmark, type FunnelBenchmarkShape } from "./funnelBenchmark.js";
import { figureRules, type FigureSettings } from "./options.js";
import { captionRule } from "./plotOptions.js";

interface FunnelSettings extends FigureSettings {
  /** What the values are, such as `Success rate`. */
  readonly valueLabel?: string;
  /** What the sizes are, such as `Referred citizens`. */
  readonly sizeLabel?: string;
}

export type FunnelPlotOptions = GivenOptions<FunnelSettings>;

const rules: OptionRules<FunnelSettings> = {
  ...figureRules,
  valueLabel: captionRule,
  sizeLabel: captionRule,
};

/**
 * Shows which municipalities differ from what they are held against by more than chance alone explains: values by
 * size, between limits that are wide for the small and narrow for the large, and so look like a funnel.
 *
 * A small municipality often lies far off by chance, so a list by value puts the small ones first and last; in a
 * funnel only what lies outside stands out. A ring around a mark says that it is outside the narrowest limits, a
 * second one that it is outside the next. Where municipalities differ by more than chance for reasons that nobody chose
 * (overdispersion), many lie outside ordinary limits: limits widened for that are drawn beside the others, and decide.
 *
 * Names are placed where nothing is covered: at their marks, or at the end of a line; a name without room becomes a
 * number, explained below the figure. Those inside the limits are named where there is room.
 *
 * @param subject A benchmark, whose arms are pointed out among the municipalities of their cluster, its heading saying
 *   whether the rates are adjusted and a remark what the limits are made for; or `measure`: `proportion` (values from 0 to 1, by citizens) or `ratio` (observed by expected, by the
 *   expected number); `rows` with `label`, `value`, `size` (above 0) and `highlight`; `target` with `value` and `label`;
 *   `limits` and `overdispersed`, by `level` (a proportion such as 0.95) with `exact` and `points` of `size`, `lower` and
 *   `upper`, or the rows of `funnelLimits`. Exact limits are given at whole sizes, and drawn as steps; where they come
 *   with the `fewest` and `most` events that are within, these decide. What lies beyond the sizes of the points isn't
 *   held against limits.
 * @param options `language`, `title`, `width` (from 320), `id`; `valueLabel` and `sizeLabel`, what the axes are.
 * @throws CompetitionError `impossible-subject`, `impossible-row`, `nothing-to-draw`.
 * @see Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, doi:10.1002/sim.1970
 * @example
 * const points = [50, 400].map((size) => {
 *   const half = 1.96 * Math.sqrt((0.4 * 0.6) / size);
 *   return { size, lower: 0.4 - half, upper: 0.4 + half };
 * });
 * funnelPlot({
 *   measure: "proportion",
 *   rows: [
 *     { label: "Vejle", value: 0.41, size: 310 },
 *     { label: "Supplier", value: 0.55, size: 180, highlight: true },
 *   ],
 *   target: { label: "Cluster", value: 0.4 },
 *   limits: [{ level: 0.95, exact: false, points }],
 * })
 * @example
 * funnelPlot({ measure: "ratio", rows: [], target: { value: 1 }, limits: [] }) // throws nothing-to-draw
 */
export function funnelPlot(
  subject: FunnelPlotSubject | FunnelBenchmarkShape,
  options: FunnelPlotOptions = {},
): Figure {
  const { values, record } = resolveOptions<FunnelSettings>("funnelPlot", options, rules);
  const { language, width, id, title = BENCHMARK_WORDING[language].funnel } = values;
  const isBenchmark = isFunnelBenchmark(subject);
  const funnel = checkFunnel(isBenchmark ? funnelSubject(subject, language) : subject);
  const words = BENCHMARK_WORDING[language];
  const widened = funnel.overdispersed.length > 0 ? "overdispersion" : undefined;
  const limitsFor = isBenchmark ? subject.funnel?.width : widened;
  const named = values.valueLabel ?? (isBenchmark ? words.rate : words.value[funnel.measure]);
  const isRate = isBenchmark && values.valueLabel === undefined;
  const captions = {
    heading: isRate ? words.rates[ratesOf(subject)] : named,
    values: named,
    sizes: values.sizeLabel ?? words.size[funnel.measure],
    remarks: [
      ...(limitsFor === undefined ? [] : [words.widths[limitsFor]]),
      ...(isBenchmark ? [words.positionDecided] : []),
    ],
  };
  const rows = judge(funnel);
  const { markup, bottom } = drawFunnel(funnel, rows, captions, width, language);
  return figureOf({
    operation: "funnelPlot",
    method: "funnel-plot",
    title,
    id,
    record,
    markup,
    width,
    height: bottom,
    description: describeFunnel(funnel, rows, captions, language),
    tables: [funnelTable(funnel, rows, captions, language)],
    rows: plainFunnel(funnel, rows),
  });
}
