import { area, curveStepAfter } from "d3-shape";
import {
  coordinate,
  element,
  join,
  shortenText,
  svgLine,
  svgText,
  textWidth,
  type Language,
  type Markup,
} from "../display/index.js";
import { drawPoint } from "./marks.js";
import { LINE, SMALL, SMALL_HEADING, type Drawn } from "./panel.js";
import { drawInParts, type DrawnInParts } from "./parts.js";
import { drawAtRisk } from "./survivalCounts.js";
import { drawLegend, lookOf, stroke, type Look } from "./survivalLegend.js";
import { groupsOf, hasBands, isInformative, type CurveLine, type CurveStep } from "./survivalLines.js";
import { scalesOf, type Scales } from "./survivalScales.js";
import { WORDING } from "./wording.js";

/** Opacity of all bands together, so that where they overlap none is darker, and of their edges. */
const [BANDS, EDGE] = [0.13, 0.55];
const CENSORED = 3.5;
const GAP = 8;

/** What stands beside the curves in words. */
export interface CurveCaptions {
  readonly values: string;
  readonly time: string;
  readonly atRisk: string;
}

/** Curves under their legend, with the numbers at risk below; a tall one also in parts, each over its times. */
export function drawCurves(
  lines: readonly CurveLine[],
  captions: CurveCaptions,
  width: number,
  language: Language,
): DrawnInParts {
  const scales = scalesOf(lines, width, language);
  return drawInParts<typeof PLOT | CurveLine>([PLOT, ...groupsOf(lines)], (pieces) => {
    const above = pieces.includes(PLOT)
      ? drawPlot(lines, scales, captions, width, language)
      : drawTimes(scales, captions.time, 0, width);
    const some = pieces.filter((piece) => piece !== PLOT);
    if (some.length === 0) return above;
    const counts = drawAtRisk(some, lines, scales, captions.atRisk, above.bottom + GAP, language);
    return { markup: [...above.markup, ...counts.markup], bottom: counts.bottom };
  });
}

const PLOT = "plot";

function drawPlot(
  lines: readonly CurveLine[],
  scales: Scales,
  captions: CurveCaptions,
  width: number,
  language: Language,
): Drawn {
  const isPlain = lines.length === 1 && lines[0]?.label === WORDING[language].everyone;
  const legend = isPlain ? { markup: [], bottom: 0 } : drawLegend(lines, width);
  const heading = legend.bottom + LINE / 2;
  const top = legend.bottom + 1.5 * LINE + 4;
  const times = drawTimes(scales, captions.time, top + scales.height, width);
  const values = shortenText(captions.values, width, SMALL_HEADING);
  return {
    markup: [
      ...legend.markup,
      svgText(values, { x: 0, y: heading, ...SMALL_HEADING, whole: captions.values }),
      ...drawShares(scales, top),
      ...times.markup,
      ...(hasBands(lines) ? drawBands(lines, scales, top) : []),
      ...lines.flatMap((line, index) => drawLine(line, lookOf(index), scales, top)),
    ],
    bottom: times.bottom,
  };
}

/** Lines at round shares. */
function drawShares({ plot, shares }: Scales, top: number): readonly Markup[] {
  const [from, to] = plot;
  return shares.flatMap(({ y, label }) => [
    svgLine(from, top + y, to, top + y, { strength: "faint" }),
    svgText(label, { x: from - GAP, y: top + y, ...SMALL, anchor: "end", strength: "muted" }),
  ]);
}

/** The axis of time, and what it is. */
function drawTimes({ plot, times }: Scales, time: string, floor: number, width: number): Drawn {
  const [from, to] = plot;
  const title = shortenText(time, width, SMALL);
  const x = Math.min((from + to) / 2, width - textWidth(title, SMALL) / 2);
  const place = { ...SMALL, anchor: "middle", strength: "muted" } as const;
  return {
    markup: [
      svgLine(from, floor, to, floor, { strength: "muted" }),
      ...times.flatMap((tick) => [
        svgLine(tick.x, floor, tick.x, floor + 4, { strength: "muted" }),
        svgText(tick.label, { x: tick.x, y: floor + 13, ...place }),
      ]),
      svgText(title, { x, y: floor + 13 + LINE, ...place, whole: time }),
    ],
    bottom: floor + 13 + 1.5 * LINE,
  };
}

/** Bands of one tint, and their edges, which tell them apart where they overlap. */
function drawBands(lines: readonly CurveLine[], scales: Scales, top: number): readonly Markup[] {
  const bands = lines.map((line, index) => drawBand(line, lookOf(index), scales, top));
  return [
    element("g", { opacity: BANDS }, bands),
    ...lines.map((line, index) => drawEdges(line, lookOf(index), scales, top)),
  ];
}

/** The band between the limits, where they exclude anything: a piece for each run of such steps. */
function drawBand({ steps }: CurveLine, look: Look, { xOf, yOf }: Scales, top: number): Markup {
  const band = area<CurveStep>()
    .x(({ time }) => rounded(xOf(time)))
    .y0(({ lower }) => rounded(top + yOf(lower)))
    .y1(({ upper }) => rounded(top + yOf(upper)))
    .curve(curveStepAfter);
  const path = runsOf(steps)
    .map((run) => band(run) ?? "")
    .join("");
  return path === "" ? join([]) : element("path", { d: path, fill: look.mark.color });
}

/** Both limits of a band as thin lines. */
function drawEdges({ steps }: CurveLine, look: Look, { xOf, yOf }: Scales, top: number): Markup {
  const path = runsOf(steps)
    .flatMap((run) => [
      run.map(({ time, lower }) => [time, lower] as const),
      run.map(({ time, upper }) => [time, upper] as const),
    ])
    .map((edge) =>
      edge
        .map(([time, limit], at) => {
          const [x, y] = [coordinate(xOf(time)), coordinate(top + yOf(limit))];
          return at === 0 ? `M${x} ${y}` : `H${x}V${y}`;
        })
        .join(""),
    )
    .join("");
  if (path === "") return join([]);
  return element("path", {
    "d": path,
    "fill": "none",
    "stroke": look.mark.color,
    "stroke-opacity": EDGE,
    "stroke-width": 0.75,
  });
}

/** As few decimals as any coordinate has. */
function rounded(value: number): number {
  return Number(coordinate(value));
}

/** Runs of steps whose limits exclude anything, each as far as the step after it. */
function runsOf(steps: readonly CurveStep[]): readonly CurveStep[][] {
  const runs: CurveStep[][] = [];
  steps.forEach((step, index) => {
    const next = steps[index + 1];
    if (next === undefined || !isInformative(step)) return;
    const last = runs.at(-1);
    const end = { ...step, time: next.time };
    if (last?.at(-1)?.time === step.time) last.splice(-1, 1, step, end);
    else runs.push([step, end]);
  });
  return runs;
}

/** The steps of a line, a stroke across it where someone is followed no longer, and the mark at its end. */
function drawLine(
  { steps, start }: CurveLine,
  look: Look,
  { xOf, yOf }: Scales,
  top: number,
): readonly Markup[] {
  const at = (step: CurveStep): readonly [number, number] => [xOf(step.time), top + yOf(step.estimate)];
  const path = steps.map((step) => {
    const [x, y] = at(step);
    return `H${coordinate(x)}V${coordinate(y)}`;
  });
  const crosses = steps
    .filter(({ censored }) => censored > 0)
    .map((step) => {
      const [x, y] = at(step);
      return `M${coordinate(x)} ${coordinate(y - CENSORED)}v${2 * CENSORED}`;
    });
  const [endX, endY] = at(steps.at(-1) ?? steps[0]);
  return [
    stroke(`M${coordinate(xOf(0))} ${coordinate(top + yOf(start))}${path.join("")}`, look),
    ...(crosses.length === 0
      ? []
      : [element("path", { d: crosses.join(""), fill: "none", stroke: look.mark.color })]),
    drawPoint(look.mark, endX, endY),
  ];
}
