import { resolveOptions } from "../core/index.js";
import { formatLevel, type Language, type Row, type Table } from "../display/index.js";
import { figureOf, type Figure } from "./figure.js";
import { measureOf } from "./measures.js";
import { figureRules, type FigureOptions, type FigureSettings } from "./options.js";
import { drawTargets } from "./targetsDraw.js";
import { checkGroups, type TargetPlotGroup } from "./targetsSubject.js";
import { TARGET_WORDING } from "./targetsWording.js";
import { formatValue } from "./values.js";
import { headingOfValues, WORDING } from "./wording.js";

/**
 * Shows rates beside the targets that they are held against: under the name of each target a bar for each rate with
 * its interval as a whisker, and a thick line across them where the target is.
 *
 * A target is reached where the whole whisker lies at or above the line, and not reached where it lies below; a line
 * through a whisker says that the figures can't tell.
 *
 * @param groups `label`, `target` and `rows` of each target; proportions from 0 to 1.
 * @param options `language`, `title`, `width` (from 320), `id`.
 * @throws CompetitionError `nothing-to-draw`, `impossible-subject`, `impossible-row`.
 * @example
 * targetPlot([
 *   { label: "Match 1", target: 0.5, rows: [{ label: "Supplier", estimate: 0.48, lower: 0.4, upper: 0.56, level: 0.95 }] },
 * ])
 * @example
 * targetPlot([]) // throws nothing-to-draw
 */
export function targetPlot(groups: readonly TargetPlotGroup[], options: FigureOptions = {}): Figure {
  const { values, record } = resolveOptions<FigureSettings>("targetPlot", options, figureRules);
  const { language, width, title = TARGET_WORDING[language].title, id } = values;
  checkGroups(groups);
  const { markup, bottom, parts, right } = drawTargets(groups, width, language);
  const tables = groups.map((group) => tableOf(group, language));
  return figureOf({
    operation: "targetPlot",
    method: "target-plot",
    title,
    id,
    record,
    markup,
    parts,
    width: right,
    height: bottom,
    description: tables
      .map(({ caption, rows }) => `${caption}: ${rows.map((cells) => cells.join(" ")).join("; ")}.`)
      .join(" "),
    tables,
    rows: groups.flatMap(rowsOf),
  });
}

function tableOf({ label, target, rows }: TargetPlotGroup, language: Language): Table {
  const measure = measureOf("proportion");
  return {
    block: "table",
    caption: `${label}. ${TARGET_WORDING[language].target(formatLevel(target, { language }))}`,
    columns: [
      { heading: WORDING[language].label },
      { heading: WORDING[language].count, align: "right" },
      { heading: headingOfValues(measure, rows, language), align: "right" },
    ],
    rows: rows.map((row) => [row.label, row.detail ?? "", formatValue(row, measure, language)]),
  };
}

function rowsOf({ label, target, rows }: TargetPlotGroup): readonly Row[] {
  return rows.map((row) => ({
    group: label,
    target,
    label: row.label,
    estimate: row.estimate,
    lower: row.lower,
    upper: row.upper,
    level: row.level ?? null,
  }));
}
