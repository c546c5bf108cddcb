import { scaleBand } from "d3-scale";
import { element, formatMonth, textWidth, type Language, type Markup } from "../display/index.js";
import { LINE, SMALL, type Drawn } from "./panel.js";
import { drawInParts, type DrawnInParts } from "./parts.js";
import { drawGrid, drawPlotFoot, drawPlotHeading } from "./plotFrame.js";
import { drawKey, SAMPLE, type KeyEntry } from "./plotKey.js";
import { marginOf, plotScales, standApart, type PlotScales, type PlotTick } from "./plotScales.js";
import type { MonthPlotCounts, MonthPlotSubject } from "./monthsSubject.js";
import { MONTH_WORDING } from "./monthsWording.js";

/** Widths of the bars of a month as shares of its place, and how dark they are. */
const BARS = {
  referred: { width: 0.84, fill: 0.16 },
  started: { width: 0.56, fill: 0.36 },
  success: { width: 0.26, fill: 1 },
} as const;
const OUTLINE = 1.5;
const GROUND = 0.07;
const GAP = 10;
const HEIGHT = 130;
/** From this count on an axis has whole numbers only. */
const LEAST = 5;

/** A plot for each arm under the other, all on one scale, under what their marks stand for. */
export function drawMonths(subject: MonthPlotSubject, width: number, language: Language): DrawnInParts {
  return drawInParts([...subject.arms.keys()], (some) => drawArms(subject, some, width, language));
}

/** The plots of some arms, by their places among all. */
function drawArms(
  subject: MonthPlotSubject,
  some: readonly number[],
  width: number,
  language: Language,
): Drawn {
  const { arms, months } = subject;
  const words = MONTH_WORDING[language];
  const most = Math.max(LEAST, ...months.flatMap(({ counts }) => counts.map(({ referred }) => referred)));
  const y = { domain: [0, most] as const };
  const size = { width, height: HEIGHT, margin: marginOf(y, language) + GAP };
  const plain = plotScales({ domain: [0, 1] }, y, size, language);
  const places = scaleBand<number>()
    .domain(months.map((_, index) => index))
    .range(plain.edges);
  const scales = { ...plain, x: { ...plain.x, ticks: monthTicks(subject, places, language, width) } };
  const key = drawKey(keyOf(subject, language), width);
  const markup: Markup[] = [...key.markup];
  let bottom = key.bottom + GAP / 2;
  some.forEach((index) => {
    const heading = drawPlotHeading(`${arms[index] ?? ""} (${words.citizens})`, bottom, width);
    const grid = drawGrid(scales, heading.bottom);
    markup.push(
      ...heading.markup,
      ...months.flatMap(({ mature }, at) =>
        mature ? [] : [drawGround(places(at) ?? 0, places.bandwidth(), heading.bottom)],
      ),
      ...grid.markup,
      ...months.flatMap(({ mature, counts }, at) => {
        const own = counts[index];
        const place = { x: places(at) ?? 0, width: places.bandwidth() };
        return own === undefined ? [] : drawBars(own, mature, place, scales, heading.bottom);
      }),
    );
    bottom = grid.bottom + GAP;
  });
  const foot = drawPlotFoot(words.month, scales, bottom - GAP, width);
  return { markup: [...markup, ...foot.markup], bottom: foot.bottom };
}

interface Place {
  readonly x: number;
  readonly width: number;
}

function drawBars(
  counts: MonthPlotCounts,
  mature: boolean,
  place: Place,
  { y, height }: PlotScales,
  top: number,
): readonly Markup[] {
  return (["referred", "started", "success"] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => {
      const at = top + y.place(counts[kind]);
      return bar(kind, kind !== "success" || mature, place, at, top + height);
    });
}

/** One bar in the middle of a place; as an outline where it may still grow. */
function bar(
  kind: keyof typeof BARS,
  filled: boolean,
  { x, width }: Place,
  top: number,
  floor: number,
): Markup {
  const { width: share, fill } = BARS[kind];
  const wide = share * width;
  const box = { x: x + (width - wide) / 2, y: top, width: wide, height: floor - top };
  return filled
    ? element("rect", { ...box, "fill-opacity": fill === 1 ? undefined : fill })
    : element("rect", { ...box, "fill": "none", "stroke": "currentColor", "stroke-width": OUTLINE });
}

function drawGround(x: number, width: number, top: number): Markup {
  return element("rect", { x, "y": top, width, "height": HEIGHT, "fill-opacity": GROUND });
}

/** Each month's name, or every second, third, …, as far as they have room. */
function monthTicks(
  { months }: MonthPlotSubject,
  places: { (index: number): number | undefined; bandwidth(): number },
  language: Language,
  width: number,
): readonly PlotTick[] {
  const all = months.map(({ month }, index): PlotTick => {
    const label = formatMonth(month, { language, short: true });
    const half = textWidth(label, SMALL) / 2;
    const at = (places(index) ?? 0) + places.bandwidth() / 2;
    return { at: Math.min(Math.max(at, half), width - half), label };
  });
  for (let stride = 1; stride < all.length; stride += 1) {
    const thinned = all.filter((_, index) => index % stride === 0);
    if (standApart(thinned)) return thinned;
  }
  return all.slice(0, 1);
}

function keyOf({ months }: MonthPlotSubject, language: Language): readonly KeyEntry[] {
  const words = MONTH_WORDING[language];
  const [isMature, isOpen] = [true, false].map((which) => months.some(({ mature }) => mature === which));
  return [
    { label: words.referred, sample: sample("referred", true) },
    { label: words.started, sample: sample("started", true) },
    ...(isMature === true ? [{ label: words.success, sample: sample("success", true) }] : []),
    ...(isOpen === true
      ? [
          { label: words.soFar, sample: sample("success", false) },
          {
            label: words.ground,
            sample: (x: number, y: number) => [
              element("rect", {
                x,
                "y": y - LINE / 2,
                "width": SAMPLE,
                "height": LINE,
                "fill-opacity": GROUND,
              }),
            ],
          },
        ]
      : []),
  ];
}

function sample(kind: keyof typeof BARS, filled: boolean): NonNullable<KeyEntry["sample"]> {
  return (x, y) => [bar(kind, filled, { x, width: SAMPLE }, y - LINE / 2 + 1, y + LINE / 2 - 1)];
}
