import {
  coordinate,
  element,
  shortenText,
  svgLine,
  svgText,
  textWidth,
  wrapText,
  type Markup,
} from "../display/index.js";
import { LINE, SMALL, SMALL_HEADING, type Drawn } from "./panel.js";
import type { PlotScales } from "./plotScales.js";

const GAP = 8;
const TICK = 4;
/** From the floor of a plot to the middle of the numbers under it. */
const UNDER = 13;
/** Opacity of a band. */
const BAND = 0.15;

/** What the vertical axis is, above the plot. */
export function drawPlotHeading(text: string, top: number, width: number): Drawn {
  const lines = wrapText(text, width, SMALL_HEADING, 2);
  const markup = lines.map((line, index) =>
    svgText(line, { x: 0, y: top + (index + 0.5) * LINE, ...SMALL_HEADING, ...wholeOf(lines, text) }),
  );
  return { markup, bottom: top + lines.length * LINE + GAP };
}

/** Lines at round values of both axes, and their numbers. */
export function drawGrid({ x, y, edges, height }: PlotScales, top: number): Drawn {
  const [from, to] = edges;
  const floor = top + height;
  return {
    markup: [
      ...y.ticks.flatMap(({ at, label }) => [
        svgLine(from, top + at, to, top + at, { strength: "faint" }),
        svgText(label, { x: from - GAP, y: top + at, ...SMALL, anchor: "end", strength: "muted" }),
      ]),
      svgLine(from, floor, to, floor, { strength: "muted" }),
      ...x.ticks.flatMap(({ at, label }) => [
        svgLine(at, floor, at, floor + TICK, { strength: "muted" }),
        svgText(label, { x: at, y: floor + UNDER, ...SMALL, anchor: "middle", strength: "muted" }),
      ]),
    ],
    bottom: floor + UNDER + LINE / 2,
  };
}

/** What the horizontal axis is, under its numbers. */
export function drawPlotFoot(text: string, { edges }: PlotScales, top: number, width: number): Drawn {
  const shown = shortenText(text, width, SMALL);
  const half = textWidth(shown, SMALL) / 2;
  const x = Math.min(Math.max((edges[0] + edges[1]) / 2, half), width - half);
  const place = { x, y: top + LINE / 2, ...SMALL, anchor: "middle", strength: "muted", whole: text } as const;
  return { markup: [svgText(shown, place)], bottom: top + LINE };
}

/** The whole text of lines that end in an ellipsis. */
export function wholeOf(lines: readonly string[], whole: string): { readonly whole?: string } {
  return lines.at(-1)?.endsWith("…") === true ? { whole } : {};
}

type Point = readonly [x: number, y: number];

/** A path from point to point. */
export function pathThrough(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? "M" : "L"}${coordinate(x)} ${coordinate(y)}`)
    .join("");
}

/** The band between two lines of points. */
export function drawPlotBand(upper: readonly Point[], lower: readonly Point[], color: string): Markup {
  const d = `${pathThrough([...upper, ...lower.toReversed()])}Z`;
  return element("path", { d, "fill": color, "fill-opacity": BAND });
}
