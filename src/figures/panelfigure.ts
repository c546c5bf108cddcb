import { SUPPRESSED } from "../core/index.js";
import type { Language, Row, Table } from "../display/index.js";
import { columnsOf } from "./columns.js";
import { drawPanels } from "./draw.js";
import type { Drawing } from "./figure.js";
import type { Panel } from "./panel.js";
import type { IntervalRow } from "./rows.js";
import { formatEstimate, formatValue } from "./values.js";
import { headingOfValues, WORDING } from "./wording.js";

type DrawnPanels = Pick<Drawing, "markup" | "parts" | "width" | "height" | "description" | "tables" | "rows">;

/** Panels as a drawing, and the same numbers in words, as tables and as plain rows. */
export function drawingOf(panels: readonly Panel[], width: number, language: Language): DrawnPanels {
  const columns = columnsOf(panels, width, language);
  const { markup, bottom, parts } = drawPanels(panels, columns, language);
  return {
    markup,
    parts,
    width: columns.width,
    height: bottom,
    description: panels.map((panel) => descriptionOf(panel, language)).join(" "),
    tables: panels.map((panel) => tableOf(panel, language)),
    rows: panels.flatMap((panel) => linesOf(panel).map((line) => plainRow(panel, line))),
  };
}

/** The rows with what they are held against. */
function linesOf({ rows, reference }: Panel): readonly IntervalRow[] {
  return reference === undefined ? rows : [...rows, reference];
}

function descriptionOf({ heading, ...panel }: Panel, language: Language): string {
  const { measure, rows, margin } = panel;
  const values = headingOfValues(measure, rows, language);
  const lines = [
    ...linesOf(panel).map((line) => `${line.label}: ${formatValue(line, measure, language)}`),
    ...(margin === undefined ? [] : [`${margin.label}: ${formatEstimate(margin.value, measure, language)}`]),
  ];
  return `${heading === undefined ? "" : `${heading}. `}${values}: ${lines.join("; ")}.`;
}

function tableOf(panel: Panel, language: Language): Table {
  const words = WORDING[language];
  const { heading = "", measure, rows } = panel;
  const lines = linesOf(panel);
  const detailed = lines.some(({ detail }) => detail !== undefined);
  return {
    block: "table",
    caption: heading,
    columns: [
      { heading: words.label },
      ...(detailed ? [{ heading: words.count, align: "right" } as const] : []),
      { heading: headingOfValues(measure, rows, language), align: "right" },
    ],
    rows: lines.map((line) => [
      line.label,
      ...(detailed ? [line.detail ?? ""] : []),
      formatValue(line, measure, language),
    ]),
  };
}

function plainRow({ heading = null }: { readonly heading?: string | null }, line: IntervalRow): Row {
  const { label, estimate, lower, upper, level = null, hidden = false } = line;
  const values = hidden
    ? { estimate: SUPPRESSED, lower: SUPPRESSED, upper: SUPPRESSED }
    : { estimate, lower, upper };
  return { panel: heading, label, ...values, level };
}
