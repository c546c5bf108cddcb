import { scaleLinear, scaleLog } from "d3-scale";
import { formatNumber, formatPercent, textWidth, type Font, type Language } from "../display/index.js";
import type { Measure } from "./measures.js";

export interface Tick {
  readonly x: number;
  /** Middle of its label. */
  readonly middle: number;
  readonly label: string;
}

/** A scale from values to pixels, with the ticks that fit under it. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** Place of a value; values outside are held at the edge. */
  readonly place: (value: number) => number;
  readonly ticks: readonly Tick[];
}

/** How far tick labels may reach beyond their axis. */
export const ASIDE = 20;
/** Fewest pixels between two tick labels. */
const GAP = 12;
/** Space beside the outermost values, as a share of what lies between them. */
const MARGIN = 0.04;

/**
 * The axis of a measure on which all finite values have their place.
 *
 * @param values Infinities, and what isn't positive on a logarithmic scale, are left outside.
 */
export function axisOf(
  measure: Measure,
  values: readonly number[],
  range: readonly [number, number],
  font: Font,
  language: Language,
): Axis {
  const domain = measure.scale === "log" ? logDomain(values) : linearDomain(values, measure);
  const scale = (measure.scale === "log" ? scaleLog() : scaleLinear())
    .domain(domain)
    .range(range)
    .clamp(true);
  const place = (value: number): number => scale(value);
  const candidates = [6, 5, 4, 3, 2].map((count) => {
    const round = tickValues(measure, domain, count);
    const label = tickFormat(round, measure, language);
    return round.map((value) => tickAt(place(value), label(value), range, font));
  });
  const ticks = candidates.find((each) => standApart(each, font)) ?? [];
  return { domain, range, place, ticks };
}

function linearDomain(values: readonly number[], { unit }: Measure): [number, number] {
  const finite = values.filter(Number.isFinite);
  const [least, most] = finite.length === 0 ? [0, 1] : [Math.min(...finite), Math.max(...finite)];
  if (unit === "rank") return [least - 0.5, most + 0.5];
  const margin = MARGIN * (most - least) || Math.max(Math.abs(least) / 10, 0.01);
  const [from, to] = [least - margin, most + margin];
  return unit === "percent" ? [Math.max(0, from), Math.min(1, to)] : [from, to];
}

function logDomain(values: readonly number[]): [number, number] {
  const finite = values.filter((value) => Number.isFinite(value) && value > 0);
  if (finite.length === 0) return [0.1, 10];
  return [Math.min(...finite) / 1.05, Math.max(...finite) * 1.05];
}

function tickValues({ scale, unit }: Measure, domain: [number, number], count: number): readonly number[] {
  const [from, to] = domain;
  if (unit === "rank") return rankTicks(domain, count);
  if (scale === "linear" || to / from < 10) return scaleLinear(domain, [0, 1]).ticks(count);
  const first = exponentOf(from);
  const decades = exponentOf(to) - first + 1;
  const stride = Math.max(1, Math.ceil(decades / count));
  const steps = decades <= count / 2 ? [1, 2, 5] : [1];
  return Array.from({ length: decades }, (_, index) => index)
    .filter((index) => index % stride === 0)
    .flatMap((index) => steps.map((step) => Number(`${step}e${first + index}`)))
    .filter((value) => value >= from && value <= to);
}

/** The first rank, the last, and round ones that aren't too near to these. */
function rankTicks([from, to]: readonly [number, number], count: number): readonly number[] {
  const [first, last] = [Math.ceil(from), Math.floor(to)];
  const round = scaleLinear([from, to], [0, 1]).ticks(count);
  const step = Math.max(1, (round[1] ?? 1) - (round[0] ?? 0));
  const between = round.filter(
    (rank) => Number.isInteger(rank) && rank >= first + step / 2 && rank <= last - step / 2,
  );
  return [...new Set([first, ...between, last])];
}

/** Exponent of ten, read off the digits: a logarithm may be off by one rounding from engine to engine. */
function exponentOf(value: number): number {
  return Number(value.toExponential().split("e")[1]);
}

/** As many decimals as the ticks of a linear axis need together, and each of a logarithmic one by itself. */
function tickFormat(
  ticks: readonly number[],
  { unit, scale }: Measure,
  language: Language,
): (value: number) => string {
  const factor = unit === "percent" || unit === "points" ? 100 : 1;
  const decimalsOf = (value: number): number =>
    [0, 1, 2, 3, 4, 5].find((each) => isWhole(value * factor * 10 ** each)) ?? 6;
  const shared = Math.max(0, ...ticks.map(decimalsOf));
  return (value) => {
    const decimals = scale === "log" ? decimalsOf(value) : shared;
    return unit === "percent"
      ? formatPercent(value, { language, decimals })
      : formatNumber(value * factor, { language, decimals });
  };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6 * Math.max(1, Math.abs(value));
}

function tickAt(x: number, label: string, [from, to]: readonly [number, number], font: Font): Tick {
  const half = textWidth(label, font) / 2;
  return { x, label, middle: Math.max(Math.min(x, to + ASIDE - half), from - ASIDE + half) };
}

function standApart(ticks: readonly Tick[], font: Font): boolean {
  return ticks.every((tick, index) => {
    const next = ticks[index + 1];
    return (
      next === undefined ||
      next.middle - tick.middle >= (textWidth(tick.label, font) + textWidth(next.label, font)) / 2 + GAP
    );
  });
}
