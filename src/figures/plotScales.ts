import { scaleLinear } from "d3-scale";
import { formatNumber, textWidth, type Language } from "../display/index.js";
import { SMALL } from "./panel.js";

/** A round value of an axis, and where it stands. */
export interface PlotTick {
  readonly at: number;
  readonly label: string;
}

/** An axis of a plot with two of them; values outside its domain have no place on it. */
export interface PlotScale {
  readonly domain: readonly [number, number];
  readonly place: (value: number) => number;
  readonly ticks: readonly PlotTick[];
}

/** What an axis runs through: values in the unit that is shown, and the sign behind each of its numbers. */
export interface PlotAxis {
  readonly domain: readonly [number, number];
  readonly suffix?: string;
}

/** The scales of a plot, its corner at the top left being where the upper edge of the figure is. */
export interface PlotScales {
  readonly x: PlotScale;
  readonly y: PlotScale;
  /** Left and right edge. */
  readonly edges: readonly [number, number];
  readonly height: number;
}

const GAP = 8;
/** Fewest pixels between two labels side by side. */
const BETWEEN = 12;
const HEIGHTS = [200, 340] as const;
/** Space beside the outermost values, as a share of what lies between them. */
const MARGIN = 0.05;

/** The domain in which values have their place with some space around, at least so wide. */
export function domainOf(values: readonly number[], least: number): readonly [number, number] {
  const [from, to] = extent(values);
  const margin = Math.max(MARGIN * (to - from), (least - (to - from)) / 2);
  return [from - margin, to + margin];
}

/** Least and greatest of values, of which there may be many. */
export function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

/** How large a plot is, without what stands around it. */
export interface PlotSize {
  /** Of the whole figure. */
  readonly width: number;
  readonly height: number;
  /** Space above and below the domain; none by default. */
  readonly inset?: number;
  /** Room for the numbers beside it; what they need by default. */
  readonly margin?: number;
}

/** The scales of a plot, as wide as the numbers beside it leave room for. */
export function plotScales(x: PlotAxis, y: PlotAxis, size: PlotSize, language: Language): PlotScales {
  const { width, height, inset = 0, margin = marginOf(y, language) } = size;
  const half = widest(COUNTS.flatMap((count) => labelled(x, count, language))) / 2;
  const edges = [Math.ceil(Math.max(margin, half)), Math.floor(width - Math.max(half, GAP))] as const;
  return {
    x: scaleOf(x, edges, COUNTS, language),
    y: scaleOf(y, [height - inset, inset], [ROWS], language),
    edges,
    height,
  };
}

/** Room that the numbers of a vertical axis need beside their plot. */
export function marginOf(y: PlotAxis, language: Language): number {
  return widest(labelled(y, ROWS, language)) + GAP;
}

const ROWS = 5;

const COUNTS = [8, 6, 5, 4, 3, 2] as const;

function scaleOf(
  axis: PlotAxis,
  range: readonly [number, number],
  counts: readonly number[],
  language: Language,
): PlotScale {
  const scale = scaleLinear().domain(axis.domain).range(range);
  const place = (value: number): number => scale(value);
  const candidates = counts.map((count) =>
    labelled(axis, count, language).map(({ value, label }) => ({ at: place(value), label })),
  );
  const isRow = range[0] < range[1];
  const ticks = candidates.find((each) => areDistinct(each) && (!isRow || standApart(each))) ?? [];
  return { domain: axis.domain, place, ticks };
}

/** Round values of an axis, all with as many decimals as they need together. */
function labelled(
  { domain, suffix = "" }: PlotAxis,
  count: number,
  language: Language,
): readonly { readonly value: number; readonly label: string }[] {
  const values = scaleLinear().domain(domain).ticks(count);
  const decimals = [0, 1, 2, 3].find((digits) => values.every((value) => isShort(value, digits))) ?? 4;
  return values.map((value) => ({ value, label: `${formatNumber(value, { language, decimals })}${suffix}` }));
}

function isShort(value: number, digits: number): boolean {
  return Math.abs(value - Number(value.toFixed(digits))) < 1e-9 * Math.max(1, Math.abs(value));
}

function widest(ticks: readonly { readonly label: string }[]): number {
  return Math.max(0, ...ticks.map(({ label }) => textWidth(label, SMALL)));
}

function areDistinct(ticks: readonly PlotTick[]): boolean {
  return new Set(ticks.map(({ label }) => label)).size === ticks.length;
}

export function standApart(ticks: readonly PlotTick[]): boolean {
  return ticks.every(({ at, label }, index) => {
    const next = ticks[index + 1];
    return (
      next === undefined ||
      next.at - at >= (textWidth(label, SMALL) + textWidth(next.label, SMALL)) / 2 + BETWEEN
    );
  });
}

/** An axis from 0 to 100 per cent, in per cent. */
export function percentAxis(language: Language): PlotAxis {
  return { domain: [0, 100], suffix: language === "da" ? "\u202F%" : "%" };
}

/** Height of a plot in a figure of a width. */
export function plotHeight(width: number): number {
  return Math.min(Math.max(width * 0.42, HEIGHTS[0]), HEIGHTS[1]);
}
