import { shortenText, svgText, wrapText, type Language, type Markup } from "../display/index.js";
import { axisOf } from "./axis.js";
import { drawFoot, drawHeading, drawLines } from "./frame.js";
import { drawInterval } from "./marks.js";
import {
  BODY,
  DETAIL,
  HEADING,
  LINE,
  SMALL,
  type Columns,
  type Drawn,
  type Panel,
  type PanelRow,
  type Scene,
} from "./panel.js";
import { formatValue } from "./values.js";

/** Space above and below the lines of a row, together. */
const LEADING = 7;
const BETWEEN_PANELS = 26;

/** Draws panels one under the other. */
export function drawPanels(panels: readonly Panel[], columns: Columns, language: Language): Drawn {
  const markup: Markup[] = [];
  let bottom = -BETWEEN_PANELS;
  for (const panel of panels) {
    const axis = axisOf(panel.measure, valuesOf(panel), columns.plot, SMALL, language);
    const drawn = drawPanel({ panel, columns, axis, language }, bottom + BETWEEN_PANELS);
    markup.push(...drawn.markup);
    bottom = drawn.bottom;
  }
  return { markup, bottom };
}

function drawPanel(scene: Scene, top: number): Drawn {
  const heading = drawHeading(scene, top);
  const rows = drawRows(scene, heading.bottom);
  const floor = rows.bottom + LEADING / 2;
  const foot = drawFoot(scene, floor);
  const lines = drawLines(scene, heading.bottom, floor);
  return { markup: [...heading.markup, ...lines, ...rows.markup, ...foot.markup], bottom: foot.bottom };
}

/** Values that must have their place on the axis; an interval without a point says nothing and may be cut. */
function valuesOf({ rows, nullValue, reference, alsoOnAxis = [] }: Panel): readonly number[] {
  const drawn = rows.filter(({ hidden = false }) => !hidden);
  const estimated = drawn.filter(({ estimate, region }) => estimate !== null || region !== undefined);
  const shown = [
    ...(estimated.length === 0 ? drawn : estimated),
    ...(reference === undefined ? [] : [reference]),
  ];
  // The estimate lies between its limits, but these may be infinite.
  const limits = shown.flatMap(({ lower, upper, open, segments = [] }) => [
    ...(open === "lower" ? [] : [lower]),
    ...(open === "upper" ? [] : [upper]),
    ...segments.flat(),
  ]);
  const points = estimated.flatMap(({ estimate }) => estimate ?? []);
  return [...limits, ...points, ...alsoOnAxis, ...(nullValue === undefined ? [] : [nullValue])];
}

function drawRows(scene: Scene, top: number): Drawn {
  const markup: Markup[] = [];
  let bottom = top;
  for (const row of scene.panel.rows) {
    const lines = wrapText(row.label, scene.columns.label, row.bold === true ? HEADING : BODY, 4);
    const height = lines.length * LINE + LEADING;
    markup.push(...drawRow(scene, row, lines, bottom + height / 2));
    bottom += height;
  }
  return { markup, bottom };
}

function drawRow(
  { panel, columns, axis, language }: Scene,
  row: PanelRow,
  lines: readonly string[],
  y: number,
): readonly Markup[] {
  const { label, detail, bold, mark } = row;
  const font = bold === true ? HEADING : BODY;
  const first = y - ((lines.length - 1) * LINE) / 2;
  const whole = lines.at(-1)?.endsWith("…") === true ? { whole: label } : {};
  const beside = { x: columns.detail, y, ...SMALL, anchor: "end", strength: "muted" } as const;
  return [
    ...lines.map((line, index) => svgText(line, { x: 0, y: first + index * LINE, ...font, ...whole })),
    ...(detail === undefined
      ? []
      : [svgText(shortenText(detail, DETAIL, SMALL), { ...beside, whole: detail })]),
    ...(row.hidden === true ? [] : drawInterval(row, mark, axis, y)),
    svgText(formatValue(row, panel.measure, language), { x: columns.width, y, ...BODY, anchor: "end" }),
  ];
}
