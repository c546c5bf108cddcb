import { scaleLinear } from "d3-scale";
import {
  formatCount,
  formatNumber,
  formatPercent,
  textWidth,
  wrapText,
  type Language,
} from "../display/index.js";
import { SMALL } from "./panel.js";
import { atRiskAt, groupsOf, isInformative, type CurveLine } from "./survivalLines.js";

/** A time at which the axis and the numbers at risk stand. */
export interface TimeTick {
  readonly time: number;
  readonly x: number;
  readonly label: string;
}

export interface ShareTick {
  readonly y: number;
  readonly label: string;
}

/** Where times and shares stand, from the top of the plot. */
export interface Scales {
  /** Left and right edge of the plot. */
  readonly plot: readonly [number, number];
  readonly height: number;
  readonly xOf: (time: number) => number;
  readonly yOf: (share: number) => number;
  readonly times: readonly TimeTick[];
  readonly shares: readonly ShareTick[];
}

/** Least space between two numbers side by side. */
const BETWEEN = 10;
const GAP = 8;
/** Widest name of a group beside its numbers at risk, in pixels and as a share of the width; longer ones are broken. */
const WIDEST_NAME = 160;
const NAME_SHARE = 0.28;
const HEIGHTS = [200, 340] as const;

/** Room for the lines' numbers at risk and the shares, and the scales in what is left. */
export function scalesOf(lines: readonly CurveLine[], width: number, language: Language): Scales {
  const height = Math.min(Math.max(width * 0.42, HEIGHTS[0]), HEIGHTS[1]);
  const share = scaleLinear()
    .domain([0, mostOf(lines)])
    .nice(5)
    .range([height, 0]);
  const decimals = Math.max(0, ...share.ticks(5).map(decimalsOfPercent));
  const shares = share
    .ticks(5)
    .map((value) => ({ y: share(value), label: formatPercent(value, { language, decimals }) }));
  const names = groupsOf(lines).map(({ group }) => textWidth(group, SMALL));
  const margin = Math.max(
    ...shares.map(({ label }) => textWidth(label, SMALL)),
    (names.length > 1 ? Math.min(Math.max(...names), WIDEST_NAME, width * NAME_SHARE) : 0) +
      widestCount(lines, language) / 2 +
      GAP,
  );
  const last = Math.max(...lines.map(({ steps }) => steps.at(-1)?.time ?? 0));
  const edge =
    Math.max(textWidth(formatNumber(last, { language, decimals: 2 }), SMALL), widestCount(lines, language)) /
    2;
  const plot = [Math.ceil(margin + GAP), Math.floor(width - Math.max(edge, GAP))] as const;
  const time = scaleLinear()
    .domain([0, last === 0 ? 1 : last])
    .range(plot);
  return {
    plot,
    height,
    xOf: (value) => time(value),
    yOf: (value) => share(value),
    times: timeTicks(lines, time, language),
    shares,
  };
}

/** Names of groups in as many lines as they need beside the plot. */
export function nameLines(
  group: string,
  { plot }: Scales,
  lines: readonly CurveLine[],
  language: Language,
): readonly string[] {
  return wrapText(group, plot[0] - 2 * GAP - widestCount(lines, language) / 2, SMALL, 3);
}

/** Survival curves go from 1 to 0; incidences as high as they or their limits come. */
function mostOf(lines: readonly CurveLine[]): number {
  if (lines.some(({ start }) => start === 1)) return 1;
  const reached = lines.flatMap(({ steps }) =>
    steps.map((step) => Math.max(step.estimate, isInformative(step) ? step.upper : 0)),
  );
  return Math.max(0.01, ...reached);
}

function decimalsOfPercent(share: number): number {
  return (
    [0, 1, 2].find((digits) => Math.abs(share * 100 - Number((share * 100).toFixed(digits))) < 1e-9) ?? 3
  );
}

/** As many round times as have room for their labels and for the numbers at risk under them. */
function timeTicks(
  lines: readonly CurveLine[],
  scale: { (time: number): number; ticks: (count: number) => number[] },
  language: Language,
): readonly TimeTick[] {
  const room = widestCount(lines, language);
  const candidates = [8, 6, 5, 4, 3, 2, 1].map((count) => {
    const times = scale.ticks(count);
    const decimals = Math.max(0, ...times.map(decimalsOf));
    return times.map((time) => ({ time, x: scale(time), label: formatNumber(time, { language, decimals }) }));
  });
  return candidates.find((ticks) => standApart(ticks, room)) ?? [];
}

function decimalsOf(time: number): number {
  return [0, 1, 2, 3, 4, 5].find((digits) => Number(time.toFixed(digits)) === time) ?? 6;
}

function standApart(ticks: readonly TimeTick[], room: number): boolean {
  return ticks.every(({ x, label }, index) => {
    const next = ticks[index + 1];
    if (next === undefined) return true;
    const needed = Math.max(room, textWidth(label, SMALL), textWidth(next.label, SMALL)) + BETWEEN;
    return next.label !== label && next.x - x >= needed;
  });
}

function widestCount(lines: readonly CurveLine[], language: Language): number {
  return Math.max(...lines.map((line) => textWidth(formatCount(atRiskAt(line, 0), { language }), SMALL)));
}
