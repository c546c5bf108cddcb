import type { Language, Row, Table } from "../display/index.js";
import { columnsOf } from "./columns.js";
import { drawPanels } from "./draw.js";
import type { Drawing } from "./figure.js";
import { formatValue } from "./measures.js";
import type { Panel } from "./panel.js";
import type { IntervalRow } from "./rows.js";
import { headingOfValues, WORDING } from "./wording.js";

type DrawnPanels = Pick<Drawing, "markup" | "width" | "height" | "description" | "table" | "rows">;

/** Panels as a drawing, and the same numbers in words, as a table and as plain rows. */
export function drawingOf(panels: readonly Panel[], width: number, language: Language): DrawnPanels {
  const columns = columnsOf(panels, width, language);
  const { markup, bottom } = drawPanels(panels, columns, language);
  return {
    markup,
    width: columns.width,
    height: bottom,
    description: panels.map((panel) => descriptionOf(panel, language)).join(" "),
    table: tableOf(panels, language),
    rows: panels.flatMap((panel) => linesOf(panel).map((line) => plainRow(panel, line))),
  };
}

/** The rows with what they are held against. */
function linesOf({ rows, reference }: Panel): readonly IntervalRow[] {
  return reference === undefined ? rows : [...rows, reference];
}

/** What a panel shows: its heading and that of its values. */
function subjectOf({ heading, measure, rows }: Panel, language: Language): string {
  const values = headingOfValues(measure, rows, language);
  return heading === undefined ? values : `${heading}, ${values}`;
}

function descriptionOf(panel: Panel, language: Language): string {
  const lines = linesOf(panel).map((line) => `${line.label}: ${formatValue(line, panel.measure, language)}`);
  return `${subjectOf(panel, language)}: ${lines.join("; ")}.`;
}

/** One table; where there are several panels, a column tells what each shows. */
function tableOf(panels: readonly Panel[], language: Language): Pick<Table, "columns" | "rows"> {
  const words = WORDING[language];
  const subjects = panels.map((panel) => subjectOf(panel, language));
  const several = panels.length > 1;
  const detailed = panels.some((panel) => linesOf(panel).some(({ detail }) => detail !== undefined));
  return {
    columns: [
      { heading: words.label },
      ...(several ? [{ heading: words.measure }] : []),
      ...(detailed ? [{ heading: words.detail, align: "right" } as const] : []),
      { heading: several ? words.value : (subjects[0] ?? words.value), align: "right" },
    ],
    rows: panels.flatMap((panel, index) =>
      linesOf(panel).map((line) => [
        line.label,
        ...(several ? [subjects[index] ?? ""] : []),
        ...(detailed ? [line.detail ?? ""] : []),
        formatValue(line, panel.measure, language),
      ]),
    ),
  };
}

function plainRow({ heading = null }: { readonly heading?: string | null }, line: IntervalRow): Row {
  const { label, estimate, lower, upper, level = null } = line;
  return { panel: heading, label, estimate, lower, upper, level };
}
