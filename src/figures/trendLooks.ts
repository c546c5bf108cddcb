import { coordinate, element, svgLine, type Markup } from "../display/index.js";
import type { Point } from "./geometry.js";
import { accentMark, PEER, type Mark } from "./marks.js";
import { drawPlotBand } from "./plotFrame.js";
import { lookOf } from "./survivalLegend.js";
import type { TrendPlotSeries } from "./trendSubject.js";

/** How a series is drawn. */
export interface TrendLook {
  readonly mark: Mark;
  readonly dash: string | undefined;
  readonly width: number;
}

const SMALLER = 0.7;
const WIDTHS = { highlighted: 2.5, others: 1.25 } as const;

/** Told apart by dashes: the first of what is pointed out is drawn through, and so is the first of the others. */
export function looksOf(series: readonly TrendPlotSeries[]): readonly TrendLook[] {
  return series.map(({ highlight = false }, index) => {
    const before = series.slice(0, index).filter((other) => (other.highlight ?? false) === highlight).length;
    const { dash } = lookOf(before);
    if (!highlight) return { mark: { ...PEER, radius: 2 }, dash, width: WIDTHS.others };
    const mark = accentMark(before);
    return { mark: { ...mark, radius: SMALLER * mark.radius }, dash, width: WIDTHS.highlighted };
  });
}

export function drawTrendLine(d: string, { mark, dash, width }: TrendLook): Markup {
  return element("path", {
    d,
    "fill": "none",
    "stroke": mark.color,
    "stroke-width": width,
    "stroke-opacity": mark.strength === "full" ? undefined : 0.75,
    "stroke-dasharray": dash,
  });
}

/** Natural process limits from place to place: a band between dashed lines, with the center line. */
export function drawProcess(
  [left, right]: readonly [number, number],
  [upper, center, lower]: readonly [number, number, number],
): readonly Markup[] {
  const across = (y: number): readonly [Point, Point] => [
    [left, y],
    [right, y],
  ];
  const edge = { strength: "muted", dashed: true } as const;
  return [
    drawPlotBand(across(upper), across(lower), "currentColor"),
    ...[upper, lower].map((y) => svgLine(left, y, right, y, edge)),
    svgLine(left, center, right, center, { strength: "muted", width: 1.5 }),
  ];
}

const REACH = 7;

/** The outline around a value that is a signal, of a shape for each rule; `reach` is half its size. */
export function drawSignal(rule: number, [x, y]: Point, reach: number = REACH): Markup {
  const paint = { "fill": "none", "stroke": "currentColor", "stroke-width": 1.5 };
  const size = reach + 2.5 * Math.floor(rule / OUTLINES.length);
  const outline = OUTLINES[rule % OUTLINES.length];
  if (outline === undefined || outline.length === 0)
    return element("circle", { cx: x, cy: y, r: size, ...paint });
  const points = outline.map(([dx, dy]) => `${coordinate(x + dx * size)},${coordinate(y + dy * size)}`);
  return element("polygon", { points: points.join(" "), ...paint });
}

/** Circle, square, diamond and triangle, by their corners. */
const OUTLINES: readonly (readonly Point[])[] = [
  [],
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  [
    [0, -1.4],
    [1.4, 0],
    [0, 1.4],
    [-1.4, 0],
  ],
  [
    [0, -1.5],
    [1.5, 1.1],
    [-1.5, 1.1],
  ],
];
