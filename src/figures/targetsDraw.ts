import {
  element,
  formatLevel,
  svgLine,
  svgText,
  textWidth,
  wrapText,
  type Language,
  type Markup,
} from "../display/index.js";
import { axisOf } from "./axis.js";
import { columnsOf } from "./columns.js";
import { drawFoot, drawHeading } from "./frame.js";
import { arrowHead, PLAIN } from "./marks.js";
import { measureOf } from "./measures.js";
import { HEADING, LINE, SMALL, type Drawn, type Panel, type Scene } from "./panel.js";
import { drawInParts, type DrawnInParts } from "./parts.js";
import { wholeOf } from "./plotFrame.js";
import { drawKey, SAMPLE, type KeyEntry } from "./plotKey.js";
import type { IntervalRow } from "./rows.js";
import { drawRowTexts, joinStrips, type Strip } from "./rowTexts.js";
import type { TargetPlotGroup } from "./targetsSubject.js";
import { TARGET_WORDING } from "./targetsWording.js";

/** Half the height of a bar, and of the ends of a whisker. */
const HALF = 5;
const END = 3.5;
const FILL = 0.32;
const THICK = 3;
const GAP = 10;
/** Between a heading and the arrow head over its rows. */
const ABOVE = 4;
const MEASURE = measureOf("proportion");

/** Rates as bars under the names of their targets, on one axis. */
export function drawTargets(
  groups: readonly TargetPlotGroup[],
  width: number,
  language: Language,
): DrawnInParts & { readonly right: number } {
  const panel = panelOf(groups);
  const columns = columnsOf([panel], width, language);
  const axis = axisOf(MEASURE, panel.alsoOnAxis ?? [], columns.plot, SMALL, language);
  const scene: Scene = { panel, columns, axis, language };
  return { ...drawInParts(groups, (some) => drawGroups(some, scene)), right: columns.width };
}

function drawGroups(groups: readonly TargetPlotGroup[], scene: Scene): Drawn {
  const key = drawKey(keyOf(scene.language), scene.columns.width);
  const heading = drawHeading(scene, key.bottom + GAP / 2);
  const markup: Markup[] = [...key.markup, ...heading.markup];
  let { bottom } = heading;
  for (const group of groups) {
    const drawn = drawGroup(group, scene, bottom);
    markup.push(...drawn.markup);
    bottom = drawn.bottom + GAP;
  }
  const foot = drawFoot(scene, bottom - GAP / 2);
  return { markup: [...markup, ...foot.markup], bottom: foot.bottom };
}

/** All rates on one axis, which begins at 0. */
function panelOf(groups: readonly TargetPlotGroup[]): Panel {
  const rows = groups.flatMap((group) => group.rows);
  const known = rows.filter(({ estimate }) => estimate !== null);
  return {
    measure: MEASURE,
    rows: rows.map((row) => ({ ...row, mark: PLAIN })),
    alsoOnAxis: [0, ...groups.map(({ target }) => target), ...known.map(({ upper }) => upper)],
  };
}

/** The name of a target above its rates, and the line where it is. */
function drawGroup(group: TargetPlotGroup, scene: Scene, top: number): Drawn {
  const { columns, axis, language } = scene;
  const target = TARGET_WORDING[language].target(formatLevel(group.target, { language }));
  const room = columns.width - textWidth(target, HEADING) - 2 * GAP;
  const lines = wrapText(group.label, room, HEADING, 6);
  const markup: Markup[] = [
    ...lines.map((line, index) =>
      svgText(line, { x: 0, y: top + (index + 0.5) * LINE, ...HEADING, ...wholeOf(lines, group.label) }),
    ),
    svgText(target, { x: columns.width, y: top + LINE / 2, ...HEADING, anchor: "end" }),
  ];
  const strips: Strip[] = [];
  let bottom = top + lines.length * LINE + HALF + (columns.stacked ? 0 : ABOVE);
  for (const row of group.rows) {
    const texts = drawRowTexts(row, scene, bottom);
    markup.push(...texts.markup, ...drawBar(row, axis.place, texts.y));
    strips.push(texts.strip);
    bottom = texts.bottom;
  }
  const [zero] = axis.range;
  const x = axis.place(group.target);
  const upright = joinStrips(strips).flatMap(([from, to], index) => [
    svgLine(zero, from, zero, to, { strength: "muted" }),
    svgLine(x, from, x, to, { width: THICK }),
    ...(index === 0 && !columns.stacked
      ? [arrowHead(x, from, "down", { color: "currentColor", strength: "full" })]
      : []),
  ]);
  return { markup: [...markup, ...upright], bottom };
}

/** A bar from 0 with a whisker; nothing where there is no rate. */
function drawBar(
  { estimate, lower, upper }: Pick<IntervalRow, "estimate" | "lower" | "upper">,
  place: (value: number) => number,
  y: number,
): readonly Markup[] {
  if (estimate === null) return [];
  const [zero, end, from, to] = [0, estimate, lower, upper].map(place) as [number, number, number, number];
  return [
    element("rect", {
      "x": zero,
      "y": y - HALF,
      "width": end - zero,
      "height": 2 * HALF,
      "fill-opacity": FILL,
    }),
    svgLine(end, y - HALF, end, y + HALF, { width: 1.5 }),
    ...whisker(from, to, y),
  ];
}

function whisker(from: number, to: number, y: number): readonly Markup[] {
  return [
    svgLine(from, y, to, y, { width: 1.5 }),
    ...[from, to].map((x) => svgLine(x, y - END, x, y + END, { width: 1.5 })),
  ];
}

function keyOf(language: Language): readonly KeyEntry[] {
  const words = TARGET_WORDING[language];
  const middle = SAMPLE / 2;
  return [
    {
      label: words.rate,
      sample: (x, y) => [
        element("rect", { x, "y": y - HALF, "width": SAMPLE, "height": 2 * HALF, "fill-opacity": FILL }),
        svgLine(x + SAMPLE, y - HALF, x + SAMPLE, y + HALF, { width: 1.5 }),
      ],
    },
    { label: words.interval, sample: (x, y) => whisker(x, x + SAMPLE, y) },
    {
      label: words.line,
      sample: (x, y) => [svgLine(x + middle, y - LINE / 2, x + middle, y + LINE / 2, { width: THICK })],
    },
  ];
}
