import { area, curveStepAfter } from "d3-shape";
import {
  coordinate,
  element,
  formatCount,
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
import { drawLegend, lookOf, stroke, type Look } from "./survivalLegend.js";
import { atRiskAt, groupsOf, isInformative, type CurveLine, type CurveStep } from "./survivalLines.js";
import { nameLines, scalesOf, type Scales } from "./survivalScales.js";
import { WORDING } from "./wording.js";

/** Opacity of a band. */
const BAND = 0.13;
const CENSORED = 3.5;
const GAP = 8;

/** What stands beside the curves in words. */
export interface CurveCaptions {
  readonly values: string;
  readonly time: string;
  readonly atRisk: string;
}

/** Curves under their legend, with the numbers at risk below. */
export function drawCurves(
  lines: readonly CurveLine[],
  captions: CurveCaptions,
  width: number,
  language: Language,
): Drawn {
  const scales = scalesOf(lines, width, language);
  const isPlain = lines.length === 1 && lines[0]?.label === WORDING[language].everyone;
  const legend = isPlain ? { markup: [], bottom: 0 } : drawLegend(lines, width);
  const heading = legend.bottom + LINE / 2;
  const top = legend.bottom + 1.5 * LINE + 4;
  const axes = drawAxes(scales, captions, top, width);
  const curves = [
    ...lines.map((line, index) => drawBand(line, lookOf(index), scales, top)),
    ...lines.flatMap((line, index) => drawLine(line, lookOf(index), scales, top)),
  ];
  const counts = drawAtRisk(lines, scales, captions.atRisk, axes.bottom + GAP, language);
  const values = shortenText(captions.values, width, SMALL_HEADING);
  return {
    markup: [
      ...legend.markup,
      svgText(values, { x: 0, y: heading, ...SMALL_HEADING, whole: captions.values }),
      ...axes.markup,
      ...curves,
      ...counts.markup,
    ],
    bottom: counts.bottom,
  };
}

/** The frame of the plot: lines at round shares, the axis of time, and what it is. */
function drawAxes(
  { plot, height, times, shares }: Scales,
  { time }: CurveCaptions,
  top: number,
  width: number,
): Drawn {
  const [from, to] = plot;
  const floor = top + height;
  const title = shortenText(time, width, SMALL);
  const middle = Math.min((from + to) / 2, width - textWidth(title, SMALL) / 2);
  return {
    markup: [
      ...shares.flatMap(({ y, label }) => [
        svgLine(from, top + y, to, top + y, { strength: "faint" }),
        svgText(label, { x: from - GAP, y: top + y, ...SMALL, anchor: "end", strength: "muted" }),
      ]),
      svgLine(from, floor, to, floor, { strength: "muted" }),
      ...times.flatMap(({ x, label }) => [
        svgLine(x, floor, x, floor + 4, { strength: "muted" }),
        svgText(label, { x, y: floor + 13, ...SMALL, anchor: "middle", strength: "muted" }),
      ]),
      svgText(title, {
        x: middle,
        y: floor + 13 + LINE,
        ...SMALL,
        anchor: "middle",
        strength: "muted",
        whole: time,
      }),
    ],
    bottom: floor + 13 + 1.5 * LINE,
  };
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
  return path === ""
    ? join([])
    : element("path", { "d": path, "fill": look.mark.color, "fill-opacity": BAND });
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

/** How many of each group are still followed, under the times. */
function drawAtRisk(
  lines: readonly CurveLine[],
  scales: Scales,
  heading: string,
  top: number,
  language: Language,
): Drawn {
  const groups = groupsOf(lines);
  const markup: Markup[] = [svgText(heading, { x: 0, y: top + LINE / 2, ...SMALL_HEADING })];
  let bottom = top + LINE;
  for (const line of groups) {
    const names = groups.length === 1 ? [""] : nameLines(line.group, scales, lines, language);
    const whole = names.at(-1)?.endsWith("…") === true ? { whole: line.group } : {};
    names.forEach((name, index) => {
      if (name !== "")
        markup.push(svgText(name, { x: 0, y: bottom + (index + 0.5) * LINE, ...SMALL, ...whole }));
    });
    for (const { time, x } of scales.times) {
      const count = formatCount(atRiskAt(line, time), { language });
      markup.push(svgText(count, { x, y: bottom + LINE / 2, ...SMALL, anchor: "middle" }));
    }
    bottom += Math.max(1, names.length) * LINE + 2;
  }
  return { markup, bottom };
}
