import { funnelLimits, overdispersion, type FunnelDispersion } from "../../inference/index.js";
import type { Basis } from "./basis.js";
import {
  informationAt,
  mixOf,
  mixOfStandard,
  rateAt,
  shiftAt,
  type GroupCounts,
  type Standard,
} from "./caseMix.js";
import type { Peer } from "./peers.js";
import type { Funnel, FunnelLimits, FunnelPoint } from "../types.js";
import { countWithin } from "./unit.js";
import type { Units } from "./units.js";

/** Up to so many sizes each has its limits; beyond that about as many as `SIZES`. */
const STEPS = 400;
const SIZES = 96;
/** Rates brought to another case mix and back lose their last digits. */
const SLIGHT = 1e-6;
const LEVELS = [0.95, 0.998] as const;

interface Sized {
  readonly point: Omit<FunnelPoint, "outside">;
  /** Observed less expected over the standard deviation of chance. */
  readonly z: number;
  /** Of the rate, by chance alone at the target. */
  readonly standardError: number;
}

/**
 * Municipalities and arms at their size and rate with the cluster's case mix, against the pooled rate, with exact
 * limits of chance at 95 and 99.8 %. Where the municipalities vary beyond chance (winsorized at a tenth on either
 * side, additive τ²), the limits that carry it stand beside, and it is by them that a unit is inside or outside.
 */
export function funnelOf(peers: readonly Peer[], units: Units, { reference }: Basis): Funnel {
  const { standard } = reference;
  const target = rateAt(mixOfStandard(standard), 0);
  const municipalities = peers.flatMap(({ municipality, groups }) =>
    sized({ name: municipality }, groups, standard),
  );
  const own = [
    ...units.arms.flatMap(({ name, groups }) => sized({ name, unit: "arm" }, groups, standard)),
    ...sized({ name: units.whole.name, unit: "whole" }, units.whole.groups, standard),
  ];
  const found = overdispersion({
    z: municipalities.map(({ z }) => z),
    standardErrors: municipalities.map(({ standardError }) => standardError),
  });
  const { tauSquared = 0, phi } = found;
  const spread = tauSquared > 0 ? { tauSquared } : undefined;
  const all = [...municipalities, ...own];
  const sizes = sizesFor(all.map(({ point }) => point.size));
  return {
    target,
    points: all.map(({ point }) => ({ ...point, outside: outsideOf(point, target, spread) })),
    limits: limitsAt(target, sizes, undefined),
    ...(spread === undefined ? {} : { overdispersed: limitsAt(target, sizes, spread) }),
    dispersion: spread === undefined ? 1 : phi,
  };
}

function sized(
  named: Pick<FunnelPoint, "name" | "unit">,
  groups: GroupCounts,
  standard: Standard,
): readonly Sized[] {
  const { events, total } = countWithin(groups, standard);
  if (total === 0) return [];
  const mix = mixOf(groups, standard);
  const deviation = Math.sqrt(total * informationAt(mix, 0));
  // One group can't be mixed otherwise: its rate is its own, to the last digit, as it stands elsewhere.
  const rate =
    standard.groups.size === 1
      ? events / total
      : rateAt(mixOfStandard(standard), shiftAt(mix, events / total));
  return [
    {
      point: { ...named, size: total, rate },
      z: (events - total * rateAt(mix, 0)) / deviation,
      standardError: deviation / total,
    },
  ];
}

/**
 * The highest level whose limits a rate lies outside of, at its own size. Exact limits are drawn between whole counts:
 * a rate may lie a little beyond the line while its count is still one of those within.
 */
function outsideOf(
  { size, rate }: Omit<FunnelPoint, "outside">,
  target: number,
  spread: FunnelDispersion | undefined,
): number {
  const events = rate * size;
  const rows = rowsAt(target, [size], spread).filter(
    ({ lower, upper, fewest, most }) =>
      (rate < lower && events < fewest - SLIGHT) || (rate > upper && events > most + SLIGHT),
  );
  return Math.max(0, ...rows.map(({ level }) => level));
}

function limitsAt(
  target: number,
  sizes: readonly number[],
  spread: FunnelDispersion | undefined,
): readonly FunnelLimits[] {
  const rows = rowsAt(target, sizes, spread);
  return LEVELS.map((level) => ({
    level,
    exact: spread === undefined,
    points: rows
      .filter((row) => row.level === level)
      .map(({ total = 0, lower, upper }) => ({ size: total, lower, upper })),
  }));
}

function rowsAt(
  target: number,
  totals: readonly number[],
  spread: FunnelDispersion | undefined,
): ReturnType<typeof funnelLimits> {
  return funnelLimits(
    { target, totals },
    { levels: LEVELS, ...(spread === undefined ? {} : { overdispersion: spread }) },
  );
}

/**
 * Every whole size from the smallest to the largest, where exact limits have their steps; with a wider range so many
 * of them that the steps can't be seen, evenly on the scale of their roots, on which limits bend least.
 */
function sizesFor(sizes: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  if (high - low <= STEPS) return Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const [from, to] = [Math.sqrt(low), Math.sqrt(high)];
  const grid = Array.from({ length: SIZES }, (_, step) =>
    Math.round((from + ((to - from) * step) / (SIZES - 1)) ** 2),
  );
  return [...new Set(grid)];
}
