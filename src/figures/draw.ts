import type { Language, Markup } from "../display/index.js";
import { axisOf } from "./axis.js";
import { drawFoot, drawHeading, drawLines } from "./frame.js";
import { drawInterval } from "./marks.js";
import { SMALL, type Columns, type Drawn, type Panel, type Scene } from "./panel.js";
import { drawInParts, type DrawnInParts } from "./parts.js";
import { drawRowTexts, joinStrips, LEADING, type Strip } from "./rowTexts.js";

const BETWEEN_PANELS = 26;

/** Draws panels one under the other, the rows of a tall one divided among parts on the same axis. */
export function drawPanels(panels: readonly Panel[], columns: Columns, language: Language): DrawnInParts {
  return drawInParts(
    panels,
    (some) => drawUnder(some, columns, language),
    (panel, tallest) => {
      const count = Math.ceil(drawUnder([panel], columns, language).bottom / tallest);
      const each = Math.ceil(panel.rows.length / count);
      const alsoOnAxis = valuesOf(panel);
      return Array.from({ length: Math.ceil(panel.rows.length / each) }, (_, index) => ({
        ...panel,
        rows: panel.rows.slice(index * each, (index + 1) * each),
        alsoOnAxis,
      }));
    },
  );
}

function drawUnder(panels: readonly Panel[], columns: Columns, language: Language): Drawn {
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
  const lines = joinStrips([...rows.strips, [rows.bottom, floor]]).flatMap((strip) =>
    drawLines(scene, strip),
  );
  return { markup: [...heading.markup, ...lines, ...rows.markup, ...foot.markup], bottom: foot.bottom };
}

/** Values that must have their place on the axis; an interval without a point says nothing and may be cut. */
function valuesOf({ rows, nullValue, margin, reference, alsoOnAxis = [] }: Panel): readonly number[] {
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
  const lines = [nullValue, margin?.value].flatMap((value) => value ?? []);
  return [...limits, ...points, ...alsoOnAxis, ...lines];
}

/** Rows under each other, and where upright lines may stand between their texts. */
function drawRows(scene: Scene, top: number): Drawn & { readonly strips: readonly Strip[] } {
  const markup: Markup[] = [];
  const strips: Strip[] = [];
  let bottom = top;
  for (const row of scene.panel.rows) {
    const texts = drawRowTexts(row, scene, bottom);
    markup.push(
      ...texts.markup,
      ...(row.hidden === true ? [] : drawInterval(row, row.mark, scene.axis, texts.y)),
    );
    strips.push(texts.strip);
    bottom = texts.bottom;
  }
  return { markup, bottom, strips };
}
