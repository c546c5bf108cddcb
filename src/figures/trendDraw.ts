import { svgLine, svgText, textWidth, wrapText, type Language, type Markup } from "../display/index.js";
import type { Point } from "./geometry.js";
import { drawPoint } from "./marks.js";
import { LINE, SMALL, SMALL_HEADING, type Drawn } from "./panel.js";
import { drawGrid, drawPlotFoot, drawPlotHeading, pathThrough, wholeOf } from "./plotFrame.js";
import { drawKey } from "./plotKey.js";
import { spread } from "./spread.js";
import { trendKey } from "./trendKey.js";
import { drawProcess, drawSignal, drawTrendLine, looksOf, type TrendLook } from "./trendLooks.js";
import { trendScales, type NameRoom, type TrendScales } from "./trendScales.js";
import type { TrendCaptions } from "./trendText.js";
import { ownSeries, rulesOf, type TrendPlotSeries, type TrendPlotSubject } from "./trendSubject.js";

const GAP = 8;
/** Widest name of a line in pixels, and as a share of the figure; longer ones are broken. */
const WIDEST = { pixels: 170, share: 0.3 } as const;
const NAME_LINE = 14;
/** From the edge of the plot to the names: room for lines from where a series ends to its name. */
const REACH = 16;
/** With more periods than this, marks at each would hide the line. */
const MARKED = 24;

/** A series with its look, its places, and what stands at its end. */
interface Line {
  readonly series: TrendPlotSeries;
  readonly look: TrendLook;
  readonly names: readonly string[];
}

/** Series by period with their names at their ends, over the band of the limits. */
export function drawTrend(
  subject: TrendPlotSubject,
  captions: TrendCaptions,
  width: number,
  language: Language,
): Drawn {
  const looks = looksOf(subject.series);
  const lines = subject.series.flatMap((series, index): readonly Line[] => {
    const look = looks[index];
    const isShown = look !== undefined && series.values.some((value) => value !== null);
    return isShown ? [{ series, look, names: namesOf(series, width) }] : [];
  });
  const scales = trendScales(subject, width, roomOf(lines), language);
  const key = drawKey(trendKey(subject, language), width);
  const heading = drawPlotHeading(captions.values, key.bottom === 0 ? 0 : key.bottom + LINE / 2, width);
  const top = heading.bottom;
  const grid = drawGrid(scales, top);
  const foot = drawPlotFoot(captions.periods, scales, grid.bottom, width);
  // What is pointed out, and else what comes first, lies over the others.
  const [above, below] = [true, false].map((which) =>
    lines.filter(({ series }) => (series.highlight === true) === which).toReversed(),
  );
  return {
    markup: [
      ...key.markup,
      ...heading.markup,
      ...grid.markup,
      ...drawLimits(subject, scales, top),
      ...[...(below ?? []), ...(above ?? [])].flatMap((line) => drawLine(line, scales, top)),
      ...drawSignals(subject, scales, top),
      ...drawNames(lines, scales, top),
      ...foot.markup,
    ],
    bottom: foot.bottom,
  };
}

function fontOf({ highlight }: TrendPlotSeries): typeof SMALL {
  return highlight === true ? SMALL_HEADING : SMALL;
}

function namesOf(series: TrendPlotSeries, width: number): readonly string[] {
  return wrapText(series.label, Math.min(WIDEST.pixels, WIDEST.share * width), fontOf(series), 4);
}

function roomOf(lines: readonly Line[]): NameRoom {
  const widths = lines.flatMap(({ series, names }) => names.map((name) => textWidth(name, fontOf(series))));
  return {
    width: Math.ceil(Math.max(...widths)) + REACH + GAP,
    height: lines.reduce((sum, { names }) => sum + names.length * NAME_LINE, 0),
  };
}

/** The band of the limits with its center line. */
function drawLimits(
  { limits }: TrendPlotSubject,
  { edges, height, value }: TrendScales,
  top: number,
): readonly Markup[] {
  if (limits === undefined) return [];
  const heightOf = (at: number): number => top + Math.min(Math.max(value(at), 0), height);
  const { lower, center, upper } = limits;
  return drawProcess(edges, [heightOf(upper), heightOf(center), heightOf(lower)]);
}

/** A line with gaps where values are missing; a value between two gaps is a mark alone. */
function drawLine({ series, look }: Line, { period, value }: TrendScales, top: number): readonly Markup[] {
  const places = series.values.map((each, index): Point | null =>
    each === null ? null : [period(index), top + value(each)],
  );
  const runs = runsOf(places);
  const isMarked = places.length <= MARKED;
  const marked = runs.flatMap((run) =>
    isMarked || run.length === 1 ? run : run === runs.at(-1) ? run.slice(-1) : [],
  );
  return [
    ...runs.filter((run) => run.length > 1).map((run) => drawTrendLine(pathThrough(run), look)),
    ...marked.map(([x, y]) => drawPoint(look.mark, x, y)),
  ];
}

/** Pieces without a gap. */
function runsOf(places: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const place of places) {
    if (place === null) runs.push([]);
    else runs.at(-1)?.push(place);
  }
  return runs.filter((run) => run.length > 0);
}

function drawSignals(
  subject: TrendPlotSubject,
  { period, value }: TrendScales,
  top: number,
): readonly Markup[] {
  const rules = rulesOf(subject);
  const own = ownSeries(subject);
  return (subject.signals ?? []).flatMap(({ period: at, rule }) => {
    const signal = own?.values[at];
    return typeof signal === "number"
      ? [drawSignal(rules.indexOf(rule), [period(at), top + value(signal)])]
      : [];
  });
}

/** Names beside the ends of their lines, moved apart where they would stand on each other. */
function drawNames(
  lines: readonly Line[],
  { edges, height, period, value }: TrendScales,
  top: number,
): readonly Markup[] {
  const ends = lines.map(({ series, names }) => {
    const last = series.values.findLastIndex((each) => each !== null);
    return { x: period(last), at: value(series.values[last] ?? 0), height: names.length * NAME_LINE };
  });
  const left = edges[1] + REACH;
  return spread(ends, height).flatMap((middle, index) => {
    const [line, end] = [lines[index], ends[index]];
    if (line === undefined || end === undefined) return [];
    const { series, look, names } = line;
    const first = top + middle - ((names.length - 1) * NAME_LINE) / 2;
    return [
      svgLine(end.x + look.mark.radius + 2, top + end.at, left - 3, top + middle, {
        strength: "muted",
        width: 0.75,
      }),
      ...names.map((name, row) =>
        svgText(name, {
          x: left,
          y: first + row * NAME_LINE,
          ...fontOf(series),
          ...wholeOf(names, series.label),
        }),
      ),
    ];
  });
}
