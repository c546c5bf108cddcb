import {
  element,
  formatChance,
  formatCount,
  formatKroner,
  formatNumber,
  svgLine,
  svgText,
  wrapText,
  type Language,
  type LineStyle,
  type Markup,
} from "../display/index.js";
import type { Plane, PlanePoint } from "./costPlanePoints.js";
import { COST_WORDING, QUADRANTS } from "./costWording.js";
import { accentMark, drawPoint } from "./marks.js";
import { LINE, SMALL, type Drawn } from "./panel.js";
import { drawGrid, drawPlotFoot, drawPlotHeading, wholeOf } from "./plotFrame.js";
import { drawKey, SAMPLE, type KeyEntry } from "./plotKey.js";
import { domainOf, plotScales, type PlotScales } from "./plotScales.js";

const DOT = { radius: 2, opacity: 0.3 };
const HEIGHTS = [300, 480] as const;
/** Least room of the narrower side of the origin beside the wider one: names of corners stand there. */
const SIDES = { x: 0.45, y: 0.25 };
/** Least that an axis reaches to either side: successes per 100 citizens, and kroner. */
const LEAST = { x: 0.1, y: 1 };
const PAD = 6;
const OBSERVED = accentMark(0);
const WORTH: LineStyle = { dashed: true, width: 1.5, color: accentMark(1).color };
/** Around the mark of the result, which lies where dots are densest. */
const HALO = { ...OBSERVED, radius: OBSERVED.radius + 2.5, color: "#fff" };

interface DrawnPlane extends Drawn {
  /** What the marks stand for. */
  readonly labels: readonly string[];
}

/** The plane with its dots, under what its marks stand for. */
export function drawPlane(plane: Plane, width: number, language: Language): DrawnPlane {
  const words = COST_WORDING[language];
  const points = [...plane.shown, ...(plane.observed === null ? [] : [plane.observed])];
  const x = { domain: around(points.map(inHundred), SIDES.x, LEAST.x) };
  const y = { domain: around(points.map(inKroner), SIDES.y, LEAST.y) };
  const size = { width, height: Math.min(Math.max(width * 0.6, HEIGHTS[0]), HEIGHTS[1]) };
  const corners = cornersOf(plane, plotScales(x, y, size, language), language);
  const inset = Math.max(...corners.map(({ lines }) => lines.length)) * LINE + 2 * PAD;
  const scales = plotScales(x, y, { ...size, inset }, language);
  const entries = keyOf(plane, language);
  const key = drawKey(entries, width);
  const heading = drawPlotHeading(words.moreCost, key.bottom + LINE / 2, width);
  const grid = drawGrid(scales, heading.bottom);
  const foot = drawPlotFoot(words.moreSuccesses, scales, grid.bottom, width);
  return {
    markup: [
      ...key.markup,
      ...heading.markup,
      ...grid.markup,
      ...drawOrigin(scales, heading.bottom),
      ...corners.flatMap((corner) => drawCorner(corner, scales, heading.bottom)),
      ...drawPoints(plane, scales, heading.bottom),
      ...foot.markup,
    ],
    bottom: foot.bottom,
    labels: entries.map(({ label }) => label),
  };
}

const inHundred = ({ effect }: PlanePoint): number => effect * 100;
const inKroner = ({ cost }: PlanePoint): number => cost / 100;

/** A domain around the origin, with room for the names of corners on both of its sides. */
function around(values: readonly number[], side: number, least: number): readonly [number, number] {
  const [from, to] = domainOf([0, ...values], 0);
  return [-Math.max(-from, side * to, least), Math.max(to, -side * from, least)];
}

/** A corner's name and share on a telephone, a word on each line: none of it may be cut off. */
const MOST_LINES = 6;

/** The name of a corner, broken where its side of the origin is narrow. */
interface Corner {
  readonly north: boolean;
  readonly east: boolean;
  readonly name: string;
  readonly lines: readonly string[];
}

function cornersOf(
  { quadrants, resamples }: Plane,
  { x, edges }: PlotScales,
  language: Language,
): readonly Corner[] {
  const origin = x.place(0);
  return QUADRANTS.map((quadrant) => {
    const [north, east] = [quadrant.startsWith("north"), quadrant.endsWith("East")];
    const share =
      quadrants === undefined
        ? ""
        : `: ${formatChance(quadrants[quadrant], language, resamples || undefined)}`;
    const name = `${COST_WORDING[language].quadrants[quadrant]}${share}`;
    const room = (east ? edges[1] - origin : origin - edges[0]) - 2 * PAD;
    return { north, east, name, lines: wrapText(name, room, SMALL, MOST_LINES) };
  });
}

function drawCorner(
  { north, east, name, lines }: Corner,
  scales: PlotScales,
  top: number,
): readonly Markup[] {
  const { edges, height } = scales;
  const x = east ? edges[1] - PAD : edges[0] + PAD;
  const first = north ? top + PAD + LINE / 2 : top + height - PAD - (lines.length - 0.5) * LINE;
  const anchor = east ? "end" : "start";
  return lines.map((line, index) =>
    svgText(line, { x, y: first + index * LINE, ...SMALL, anchor, ...wholeOf(lines, name) }),
  );
}

/** Both axes through the origin. */
function drawOrigin({ x, y, edges, height }: PlotScales, top: number): readonly Markup[] {
  const [across, down] = [top + y.place(0), x.place(0)];
  return [svgLine(edges[0], across, edges[1], across), svgLine(down, top, down, top + height)];
}

function drawPoints(plane: Plane, { x, y }: PlotScales, top: number): readonly Markup[] {
  const { shown, observed, willingnessToPay } = plane;
  const at = (point: PlanePoint): readonly [number, number] => [
    x.place(inHundred(point)),
    top + y.place(inKroner(point)),
  ];
  const dots = shown.map((point) => {
    const [cx, cy] = at(point);
    return element("circle", { cx, cy, r: DOT.radius });
  });
  return [
    ...(dots.length === 0 ? [] : [element("g", { "fill-opacity": DOT.opacity }, dots)]),
    ...(willingnessToPay === undefined ? [] : [drawWorth(willingnessToPay, { x, y }, top)]),
    ...(observed === null ? [] : [HALO, OBSERVED].map((mark) => drawPoint(mark, ...at(observed)))),
  ];
}

/** Where additional successes cost what they are worth: through the origin, as far as the axes go. */
function drawWorth(willingnessToPay: number, { x, y }: Pick<PlotScales, "x" | "y">, top: number): Markup {
  const slope = willingnessToPay / 100 / 100;
  const [start, end] = [
    Math.max(x.domain[0], y.domain[0] / slope),
    Math.min(x.domain[1], y.domain[1] / slope),
  ];
  return svgLine(
    x.place(start),
    top + y.place(start * slope),
    x.place(end),
    top + y.place(end * slope),
    WORTH,
  );
}

/** What the marks stand for; what isn't there has no entry. */
function keyOf(plane: Plane, language: Language): readonly KeyEntry[] {
  const words = COST_WORDING[language];
  const { observed, shown, resamples, willingnessToPay } = plane;
  const entries: KeyEntry[] = [];
  if (observed !== null) {
    const successes = formatNumber(inHundred(observed), { language, decimals: 1 });
    const cost = formatKroner(Math.round(inKroner(observed)) * 100, { language });
    entries.push({ label: words.observedAt(successes, cost), sample: sampleOfObserved });
  }
  if (shown.length > 0) {
    const count = formatCount(shown.length, { language });
    const all = formatCount(resamples, { language });
    entries.push({ label: words.resamples(count, all), sample: sampleOfDots });
  }
  if (willingnessToPay !== undefined) {
    const amount = formatKroner(willingnessToPay, { language });
    entries.push({ label: words.perSuccess(amount), sample: sampleOfWorth });
  }
  return entries;
}

function sampleOfObserved(x: number, y: number): readonly Markup[] {
  return [drawPoint(OBSERVED, x + SAMPLE / 2, y)];
}

function sampleOfDots(x: number, y: number): readonly Markup[] {
  const dots = [-8, 0, 8].map((aside) =>
    element("circle", { cx: x + SAMPLE / 2 + aside, cy: y, r: DOT.radius }),
  );
  return [element("g", { "fill-opacity": 2 * DOT.opacity }, dots)];
}

function sampleOfWorth(x: number, y: number): readonly Markup[] {
  return [svgLine(x, y, x + SAMPLE, y, WORTH)];
}
