import {
  competitionError,
  requireObjects,
  resolveOptions,
  type GivenOptions,
  type OptionRules,
} from "../core/index.js";
import { panelsOf } from "./estimates.js";
import { figureOf, type Figure } from "./figure.js";
import { PLAIN } from "./marks.js";
import { measureOf } from "./measures.js";
import { figureRules, type FigureSettings } from "./options.js";
import type { Panel } from "./panel.js";
import { drawingOf } from "./panelfigure.js";
import { checkRows, drawableRow, type EstimateShape, type ForestPanel } from "./rows.js";
import { WORDING } from "./wording.js";

interface ForestSettings extends FigureSettings {
  /** Labels of the estimates in their order; by default the names of their methods. */
  readonly labels?: readonly string[];
}

export type ForestOptions = GivenOptions<ForestSettings>;

const rules: OptionRules<ForestSettings> = {
  ...figureRules,
  labels: {
    expected: "a list of texts",
    accepts: (value) => Array.isArray(value) && value.every((label) => typeof label === "string"),
  },
};

/**
 * Shows estimates with their intervals under each other: squares and whiskers on one axis per
 * measure, a line at no difference and a dashed one at an agreed margin, the numbers at the right. An arrow head ends a whisker whose
 * limit lies beyond the axis. A row whose value is `"suppressed"` has neither mark nor number.
 *
 * @param subject Estimates of this package, which form a panel per measure; or panels of plain rows.
 * @param options `language`, `title`, `labels` of estimates, `width`, `id`.
 * @returns A figure; a notebook shows it, `toSVG()` gives the picture.
 * @throws CompetitionError `nothing-to-draw`, `impossible-row`, `impossible-subject`, `labels-mismatch`.
 * @example
 * forestPlot([
 *   { heading: "Success rate", measure: "proportion", rows: [{ label: "Supplier", estimate: 0.342, lower: 0.316, upper: 0.369 }] },
 *   { heading: "Difference", measure: "risk-difference", rows: [{ label: "Supplier", estimate: 0.063, lower: 0.026, upper: 0.099 }] },
 * ], { language: "da" })
 * @example
 * forestPlot([]) // throws nothing-to-draw
 */
export function forestPlot(
  subject: readonly EstimateShape[] | readonly ForestPanel[],
  options: ForestOptions = {},
): Figure {
  const { values, record } = resolveOptions<ForestSettings>("forestPlot", options, rules);
  const { language, width, title = WORDING[language].forest, id } = values;
  if (!Array.isArray(subject)) {
    throw competitionError({
      code: "impossible-subject",
      path: "forestPlot",
      received: subject,
      expected: "a list of estimates, or of panels",
      hint: "Put a single estimate into brackets: forestPlot([estimate]).",
    });
  }
  requireObjects("forestPlot", subject, { expected: "a list of estimates, or of panels" });
  const panels = isPanels(subject) ? subject : panelsOf(subject, values.labels, language);
  if (panels.length === 0) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "forestPlot",
      received: subject,
      expected: "at least one estimate or panel",
    });
  }
  const drawn = drawingOf(panels.map(prepared), width, language);
  return figureOf({ operation: "forestPlot", method: "forest-plot", title, id, record, ...drawn });
}

function isPanels(
  subject: readonly EstimateShape[] | readonly ForestPanel[],
): subject is readonly ForestPanel[] {
  return subject.every((each) => "rows" in each);
}

function prepared(panel: ForestPanel, index: number): Panel {
  const measure = measureOf(panel.measure);
  const rows = checkRows(panel.rows.map(drawableRow), `forestPlot.panels[${index}].rows`);
  const nullValue = panel.nullValue ?? measure.nullValue;
  return {
    measure,
    rows: rows.map((row) => ({ ...row, mark: PLAIN })),
    ...(panel.heading === undefined ? {} : { heading: panel.heading }),
    ...(panel.margin === undefined ? {} : { margin: panel.margin }),
    ...(panel.favours === undefined ? {} : { favours: panel.favours }),
    ...(nullValue === undefined ? {} : { nullValue }),
  };
}
