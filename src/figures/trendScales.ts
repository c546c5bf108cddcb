import { shortenText, textWidth, type Language } from "../display/index.js";
import { SMALL } from "./panel.js";
import {
  domainOf,
  marginOf,
  percentAxis,
  plotHeight,
  plotScales,
  standApart,
  type PlotAxis,
  type PlotScales,
  type PlotTick,
} from "./plotScales.js";
import type { TrendPlotSubject } from "./trendSubject.js";

/** Room for the names of the lines. */
export interface NameRoom {
  readonly width: number;
  readonly height: number;
}

export interface TrendScales extends PlotScales {
  /** Where the first, second, … period stands. */
  readonly period: (index: number) => number;
  /** Height of a value, from the top of the plot. */
  readonly value: (value: number) => number;
}

/** Least width of what an axis shows: a flat line isn't stretched into a mountain. */
const LEAST = { index: 10, proportion: 10, points: 5, difference: 0.1 } as const;
/** What an axis has in any case: where an index begins, and no difference. */
const ALWAYS = { index: [100], proportion: [], points: [0], difference: [0] } as const;
const INSET = 8;
const LONGEST = 110;

/** Periods at equal distances and values as high as they come, with room for the names of the lines at the right. */
export function trendScales(
  subject: TrendPlotSubject,
  width: number,
  names: NameRoom,
  language: Language,
): TrendScales {
  const labels = subject.periods.map((period) => shortenText(period, LONGEST, SMALL));
  const half = Math.max(...labels.map((label) => textWidth(label, SMALL))) / 2;
  const factor = subject.measure === "proportion" || subject.measure === "points" ? 100 : 1;
  const y = valueAxis(subject, factor, language);
  const size = {
    width: width - Math.max(names.width, half),
    height: Math.max(plotHeight(width), names.height),
    inset: INSET,
    margin: Math.max(marginOf(y, language), half - INSET),
  };
  const scales = plotScales({ domain: [0, 1] }, y, size, language);
  const [left, right] = scales.edges;
  const isAlone = labels.length === 1;
  const step = isAlone ? 0 : (right - left - 2 * INSET) / (labels.length - 1);
  const period = (index: number): number => (isAlone ? (left + right) / 2 : left + INSET + index * step);
  return {
    ...scales,
    x: { ...scales.x, ticks: periodTicks(labels, period) },
    period,
    value: (value) => scales.y.place(value * factor),
  };
}

function valueAxis(
  { measure, series, limits }: TrendPlotSubject,
  factor: number,
  language: Language,
): PlotAxis {
  const values = series.flatMap((each) => each.values.filter((value) => value !== null));
  const shown = [...values, ...(limits === undefined ? [] : [limits.lower, limits.upper])];
  const [from, to] = domainOf([...shown.map((value) => value * factor), ...ALWAYS[measure]], LEAST[measure]);
  return measure === "proportion"
    ? { ...percentAxis(language), domain: [Math.max(0, from), Math.min(100, to)] }
    : { domain: [from, to] };
}

/** Each period's name, or every second, third, …, as far as they have room. */
function periodTicks(labels: readonly string[], place: (index: number) => number): readonly PlotTick[] {
  const all = labels.map((label, index) => ({ at: place(index), label }));
  for (let stride = 1; stride < all.length; stride += 1) {
    const thinned = all.filter((_, index) => index % stride === 0);
    if (standApart(thinned)) return thinned;
  }
  return all.slice(0, 1);
}
