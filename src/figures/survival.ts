import { resolveOptions, type GivenOptions, type OptionRules } from "../core/index.js";
import { formatLevel, MEASURE_NAMES, nameOf, type Language } from "../display/index.js";
import { figureOf, type Figure } from "./figure.js";
import { figureRules, type FigureSettings } from "./options.js";
import { captionRule } from "./plotOptions.js";
import { drawCurves } from "./survivalDraw.js";
import { hasBands, linesOf, type CurveShape } from "./survivalLines.js";
import { scalesOf } from "./survivalScales.js";
import { curveTable, describeCurves, plainSteps } from "./survivalText.js";
import { WORDING } from "./wording.js";

interface SurvivalSettings extends FigureSettings {
  /** What the times are, such as `Weeks since referral`; `Time` by default. */
  readonly timeLabel?: string;
  /** What the shares are, such as `Share with success`; the name of the measure by default. */
  readonly valueLabel?: string;
  /** What stands over the numbers below; `At risk` by default. */
  readonly atRiskLabel?: string;
  /** Names of the curves in their order, where there are several; their groups have names of their own. */
  readonly labels?: readonly string[];
}

export type SurvivalOptions = GivenOptions<SurvivalSettings>;

const rules: OptionRules<SurvivalSettings> = {
  ...figureRules,
  timeLabel: captionRule,
  valueLabel: captionRule,
  atRiskLabel: captionRule,
  labels: {
    expected: "a list of texts",
    accepts: (value) => Array.isArray(value) && value.every((label) => typeof label === "string"),
  },
};

/**
 * Shows shares over time as steps, such as those of Kaplan-Meier curves or cumulative incidences: a line for
 * each group, told apart by color, dashes and the mark at its end, with a band between its pointwise
 * limits where there are at most three, a stroke where someone is followed no longer, and the numbers still at risk below.
 *
 * Where limits exclude nothing, as before the first event, there is no band.
 *
 * @param curves A curve of this package, or several of the same measure.
 * @param options `language`, `title`, `width`, `id`; `timeLabel`, the unit of the times; `valueLabel` and
 *   `atRiskLabel`, what the shares and the numbers below are; `labels` of several curves.
 * @throws CompetitionError `nothing-to-draw`, `impossible-subject`, `labels-mismatch`.
 * @see Morris, Jarvis, Cragg et al. (2019), BMJ Open 9, e030215, doi:10.1136/bmjopen-2019-030215, for numbers at
 *   risk and limits in such plots
 * @example
 * const rows = [
 *   { time: 3, atRisk: 2, events: 1, censored: 0, estimate: 0.5, lower: 0.01, upper: 0.91 },
 *   { time: 5, atRisk: 1, events: 0, censored: 1, estimate: 0.5, lower: 0.01, upper: 0.91 },
 * ];
 * survivalPlot({ kind: "curve", measure: "survival", interval: { level: 0.95 }, rows }, { timeLabel: "Weeks" })
 * @example
 * survivalPlot([]) // throws nothing-to-draw
 */
export function survivalPlot(
  curves: CurveShape | readonly CurveShape[],
  options: SurvivalOptions = {},
): Figure {
  const { values, record } = resolveOptions<SurvivalSettings>("survivalPlot", options, rules);
  const { language, width, id, timeLabel = WORDING[language].time } = values;
  const given = isList(curves) ? curves : [curves];
  const lines = linesOf(given, values.labels, language);
  const measure = given[0]?.measure ?? "survival";
  const name = values.valueLabel ?? nameOf(MEASURE_NAMES, measure, language);
  const captions = {
    values: hasBands(lines) ? headingOf(name, given, language) : name,
    time: timeLabel,
    atRisk: values.atRiskLabel ?? WORDING[language].atRisk,
  };
  const { times } = scalesOf(lines, width, language);
  const { markup, bottom, parts } = drawCurves(lines, captions, width, language);
  return figureOf({
    operation: "survivalPlot",
    method: "survival-plot",
    title: values.title ?? WORDING[language].survival[measure],
    id,
    record,
    markup,
    parts,
    width,
    height: bottom,
    description: describeCurves(lines, times, language),
    tables: lines.map((line) => curveTable(line, times, headingOf(name, given, language), language)),
    rows: lines.flatMap(plainSteps),
  });
}

function isList(curves: CurveShape | readonly CurveShape[]): curves is readonly CurveShape[] {
  return Array.isArray(curves);
}

/** `Share without the event (95% CI)`; the level only where all curves share it. */
function headingOf(name: string, curves: readonly CurveShape[], language: Language): string {
  const [level, ...others] = new Set(curves.map(({ interval }) => interval.level));
  const shared = level === undefined || others.length > 0 ? "" : `${formatLevel(level, { language })} `;
  return `${name} (${shared}${WORDING[language].interval})`;
}
