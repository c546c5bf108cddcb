import { formatLevel, formatPercent, svgLine, type Language, type Markup } from "../display/index.js";
import { COST_WORDING } from "./costWording.js";
import { drawPoint } from "./marks.js";
import { LINE, type Drawn } from "./panel.js";
import { drawGrid, drawPlotBand, drawPlotFoot, drawPlotHeading, pathThrough } from "./plotFrame.js";
import { drawKey, SAMPLE, type KeyEntry } from "./plotKey.js";
import { domainOf, marginOf, percentAxis, plotHeight, plotScales, type PlotScales } from "./plotScales.js";
import type { ShareShape } from "./sharePlotRows.js";
import { lookOf, stroke } from "./survivalLegend.js";

/** A value at a share, in the unit of its axis. */
interface SharePoint {
  readonly share: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

/** What one of the plots shows. */
interface Plot {
  readonly heading: string;
  readonly points: readonly SharePoint[];
}

const GAP = LINE / 2;
/** Two plots need less height each than one alone. */
const HEIGHT = 0.75;

/** Costs above successes on the same shares, under what their marks stand for. */
export function drawShares(costs: ShareShape, width: number, language: Language): Drawn {
  const words = COST_WORDING[language];
  const plots = plotsOf(costs, language).map((plot) => ({
    ...plot,
    axis: {
      domain: domainOf(
        plot.points.flatMap(({ lower, expected, upper }) => [lower, expected, upper]),
        1,
      ),
    },
  }));
  const margin = Math.max(...plots.map(({ axis }) => marginOf(axis, language)));
  const size = { width, margin, height: plotHeight(width) * HEIGHT };
  const key = drawKey(keyOf(costs, language), width);
  const markup: Markup[] = [...key.markup];
  let bottom = key.bottom;
  for (const [index, { heading, points, axis }] of plots.entries()) {
    const scales = plotScales(percentAxis(language), axis, size, language);
    const over = drawPlotHeading(heading, bottom + GAP, width);
    const grid = drawGrid(scales, over.bottom);
    markup.push(
      ...over.markup,
      ...grid.markup,
      drawDrawn(costs.drawn, scales, over.bottom),
      ...drawPlot(points, index, scales, over.bottom),
    );
    bottom = grid.bottom;
    if (index < plots.length - 1) continue;
    const foot = drawPlotFoot(words.share(costs.armName), scales, bottom, width);
    markup.push(...foot.markup);
    bottom = foot.bottom;
  }
  return { markup, bottom };
}

function plotsOf({ rows }: ShareShape, language: Language): readonly Plot[] {
  const words = COST_WORDING[language];
  return [
    {
      heading: words.cost,
      points: rows.map(({ share, cost: { expected, lower, upper } }) => ({
        share,
        expected: expected / 100,
        lower: lower / 100,
        upper: upper / 100,
      })),
    },
    { heading: words.successes, points: rows.map(({ share, successes }) => ({ share, ...successes })) },
  ];
}

/** The line of what is expected with its band, and a mark at each share; a single share has its interval as a line. */
function drawPlot(
  points: readonly SharePoint[],
  index: number,
  { x, y }: PlotScales,
  top: number,
): readonly Markup[] {
  const { mark } = lookOf(index);
  const [only, another] = points;
  const through = (value: (point: SharePoint) => number): readonly (readonly [number, number])[] =>
    points.map((point) => [x.place(point.share * 100), top + y.place(value(point))]);
  const places = through(({ expected }) => expected);
  return [
    drawPlotBand(
      through(({ upper }) => upper),
      through(({ lower }) => lower),
      mark.color,
    ),
    stroke(pathThrough(places), { mark, dash: undefined }),
    ...(only !== undefined && another === undefined ? [drawLimits(only, mark.color, { x, y }, top)] : []),
    ...places.map((place) => drawPoint({ ...mark, radius: 3.5 }, ...place)),
  ];
}

function drawLimits(
  { share, lower, upper }: SharePoint,
  color: string,
  { x, y }: Pick<PlotScales, "x" | "y">,
  top: number,
): Markup {
  const at = x.place(share * 100);
  return svgLine(at, top + y.place(lower), at, top + y.place(upper), { color, width: 4 });
}

function drawDrawn(drawn: number, { x, height }: PlotScales, top: number): Markup {
  const at = x.place(drawn * 100);
  return svgLine(at, top, at, top + height, { dashed: true });
}

function keyOf({ drawn, level }: ShareShape, language: Language): readonly KeyEntry[] {
  const words = COST_WORDING[language];
  return [
    {
      label: words.interval(formatLevel(level, { language })),
      sample: (x, y) => [
        drawPlotBand(
          [
            [x, y - 6],
            [x + SAMPLE, y - 6],
          ],
          [
            [x, y + 6],
            [x + SAMPLE, y + 6],
          ],
          "currentColor",
        ),
      ],
    },
    {
      label: words.drawn(formatPercent(drawn, { language, decimals: 0 })),
      sample: (x, y) => [svgLine(x, y, x + SAMPLE, y, { dashed: true })],
    },
  ];
}
