import { svgText, wrapText, type Language, type Markup } from "../display/index.js";
import { axisOf, type Axis } from "./axis.js";
import { drawHeading, drawFoot, drawLines } from "./frame.js";
import { drawInterval } from "./marks.js";
import { formatValue } from "./measures.js";
import { BODY, HEADING, LINE, SMALL, type Columns, type Drawn, type Panel, type PanelRow } from "./panel.js";

/** Space above and below the lines of a row. */
const LEADING = 7;

/** Draws a panel from `top` on. */
function drawPanel(panel: Panel, columns: Columns, top: number, language: Language): Drawn {
  const axis = axisOf(panel.measure, valuesOf(panel), columns.plot, SMALL, language);
  const heading = drawHeading(panel, columns, axis, top, language);
  const rows = drawRows(panel, columns, axis, heading.bottom, language);
  const foot = drawFoot(panel, columns, axis, rows.bottom + LEADING / 2, language);
  return {
    markup: [
      ...heading.markup,
      ...drawLines(panel, axis, heading.bottom, rows.bottom + LEADING / 2),
      ...rows.markup,
      ...foot.markup,
    ],
    bottom: foot.bottom,
  };
}

/** Values that must have their place on the axis; an interval without a point says nothing and may be cut. */
function valuesOf({ rows, nullValue, reference }: Panel): readonly number[] {
  const estimated = rows.filter(({ estimate }) => estimate !== null);
  const shown = [
    ...(estimated.length === 0 ? rows : estimated),
    ...(reference === undefined ? [] : [reference]),
  ];
  const values = shown.flatMap(({ estimate, lower, upper }) => [lower, upper, estimate ?? lower]);
  return nullValue === undefined ? values : [...values, nullValue];
}

function drawRows(panel: Panel, columns: Columns, axis: Axis, top: number, language: Language): Drawn {
  const markup: Markup[] = [];
  let bottom = top;
  for (const row of panel.rows) {
    const lines = wrapText(row.label, columns.label, row.bold === true ? HEADING : BODY, 2);
    const height = lines.length * LINE + LEADING;
    markup.push(...drawRow(row, lines, panel, columns, axis, bottom + height / 2, language));
    bottom += height;
  }
  return { markup, bottom };
}

function drawRow(
  row: PanelRow,
  lines: readonly string[],
  { measure }: Panel,
  columns: Columns,
  axis: Axis,
  y: number,
  language: Language,
): readonly Markup[] {
  const font = row.bold === true ? HEADING : BODY;
  const first = y - ((lines.length - 1) * LINE) / 2;
  const shortened = lines.at(-1)?.endsWith("…") === true ? { whole: row.label } : {};
  const value = formatValue(row, measure, language);
  return [
    ...lines.map((line, index) => svgText(line, { x: 0, y: first + index * LINE, ...font, ...shortened })),
    ...(row.detail === undefined
      ? []
      : [svgText(row.detail, { x: columns.detail, y, ...SMALL, anchor: "end", strength: "muted" })]),
    ...drawInterval(row, row.mark, axis, y),
    svgText(value, { x: columns.width, y, ...BODY, anchor: "end" }),
  ];
}

const BETWEEN = 26;

/** Draws panels one under the other. */
export function drawPanels(panels: readonly Panel[], columns: Columns, language: Language): Drawn {
  const markup: Markup[] = [];
  let bottom = -BETWEEN;
  for (const panel of panels) {
    const drawn = drawPanel(panel, columns, bottom + BETWEEN, language);
    markup.push(...drawn.markup);
    bottom = drawn.bottom;
  }
  return { markup, bottom };
}
