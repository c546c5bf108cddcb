import { formatKroner, svgLine, type Language, type Markup } from "../display/index.js";
import type { AcceptabilityPoint, WorthLine } from "./acceptabilityLines.js";
import { COST_WORDING } from "./costWording.js";
import { drawPoint } from "./marks.js";
import { drawGrid, drawPlotFoot, drawPlotHeading, pathThrough } from "./plotFrame.js";
import { drawKey, SAMPLE, type KeyEntry } from "./plotKey.js";
import { percentAxis, plotHeight, plotScales, type PlotScales } from "./plotScales.js";
import { lookOf, stroke } from "./survivalLegend.js";
import { LINE, type Drawn } from "./panel.js";

const GAP = LINE / 2;

/** Curves under what their lines stand for, with the amount that is marked. */
export function drawAcceptability(
  lines: readonly WorthLine[],
  worth: number | undefined,
  width: number,
  language: Language,
): Drawn {
  const words = COST_WORDING[language];
  const amounts = lines.flatMap(({ points }) => points.map(({ willingnessToPay }) => willingnessToPay / 100));
  const most = Math.max(1, ...amounts, (worth ?? 0) / 100);
  const scales = plotScales(
    { domain: [0, most] },
    percentAxis(language),
    { width, height: plotHeight(width) },
    language,
  );
  const key = drawKey(keyOf(lines, worth, language), width);
  const heading = drawPlotHeading(words.probability, key.bottom === 0 ? 0 : key.bottom + GAP, width);
  const top = heading.bottom;
  const grid = drawGrid(scales, top);
  const foot = drawPlotFoot(words.worth, scales, grid.bottom, width);
  return {
    markup: [
      ...key.markup,
      ...heading.markup,
      ...grid.markup,
      ...(worth === undefined ? [] : [drawWorth(worth, scales, top)]),
      ...lines.flatMap((line, index) => drawLine(line, index, scales, top)),
      ...foot.markup,
    ],
    bottom: foot.bottom,
  };
}

function drawWorth(worth: number, { x, height }: PlotScales, top: number): Markup {
  const at = x.place(worth / 100);
  return svgLine(at, top, at, top + height, { strength: "muted", dashed: true });
}

/** A line through its points, with the mark at its end. */
function drawLine(
  { points }: WorthLine,
  index: number,
  { x, y }: PlotScales,
  top: number,
): readonly Markup[] {
  const look = lookOf(index);
  const at = ({ willingnessToPay, probability }: AcceptabilityPoint): readonly [number, number] => [
    x.place(willingnessToPay / 100),
    top + y.place(probability * 100),
  ];
  const places = points.map(at);
  const end = places.at(-1);
  return [
    ...(places.length > 1 ? [stroke(pathThrough(places), look)] : []),
    ...(end === undefined ? [] : [drawPoint(look.mark, ...end)]),
  ];
}

/** A single curve without a label needs no key. */
function keyOf(
  lines: readonly WorthLine[],
  worth: number | undefined,
  language: Language,
): readonly KeyEntry[] {
  const named = lines.flatMap(({ label }, index): readonly KeyEntry[] => {
    const look = lookOf(index);
    const sample: KeyEntry["sample"] = (x, y) => [
      stroke(
        pathThrough([
          [x, y],
          [x + SAMPLE, y],
        ]),
        look,
      ),
      drawPoint(look.mark, x + SAMPLE, y),
    ];
    return label === "" ? [] : [{ label, sample }];
  });
  if (worth === undefined) return named;
  const label = COST_WORDING[language].perSuccess(formatKroner(worth, { language }));
  return [...named, { label, sample: sampleOfWorth }];
}

function sampleOfWorth(x: number, y: number): readonly Markup[] {
  return [svgLine(x, y, x + SAMPLE, y, { strength: "muted", dashed: true })];
}
