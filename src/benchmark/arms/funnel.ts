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
import { FEWEST_PEERS } from "./spread.js";
import type { Funnel, FunnelLimits, FunnelPoint, FunnelWidth } from "../types.js";
import { countWithin } from "./unit.js";
import type { Units } from "./units.js";

/** Up to so many whole sizes each has its exact limits, which are steps; of more so many, which is finer than can be drawn. */
const STEPS = 300;
/** Widened limits are lines, for which fewer will do. */
const POINTS = 96;
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
 * side, additive τ²), the limits that carry it stand beside, and it is by them that a unit is inside or outside. Where they vary
 * by a test but not once winsorized, `width` says that the limits are too narrow. Fewer than three municipalities don't tell
 * how municipalities vary: limits aren't widened by them (`unknown`).
 */
export function funnelOf(
  peers: readonly Peer[],
  units: Units,
  { reference, cluster }: Basis,
  level: number,
): Funnel {
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
  const { tauSquared = 0, phi, pValue } = found;
  const isKnown = municipalities.length >= FEWEST_PEERS;
  const spread = isKnown && tauSquared > 0 ? { tauSquared } : undefined;
  const all = [...municipalities, ...own];
  const sizes = all.map(({ point }) => point.size);
  const differ = [pValue, cluster?.spread.pValue ?? 1].some((each) => each < 1 - level);
  return {
    target,
    points: all.map(({ point }) => ({ ...point, outside: outsideOf(point, target, spread) })),
    limits: limitsAt(target, wholeSizes(sizes), undefined),
    ...(spread === undefined ? {} : { overdispersed: limitsAt(target, rootSizes(sizes), spread) }),
    dispersion: spread === undefined ? 1 : phi,
    width: spread === undefined ? widthOf(isKnown, differ) : "overdispersion",
    pValue,
  };
}

/** Of limits that aren't widened. */
function widthOf(isKnown: boolean, differ: boolean): FunnelWidth {
  if (!isKnown) return "unknown";
  return differ ? "chance-despite-overdispersion" : "chance";
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

/** Every whole size from the smallest to the largest or, with a wider range, so many evenly with those of the units. */
function wholeSizes(sizes: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const steps = Math.min(high - low, STEPS);
  return inOrder([...evenly(low, high, steps), ...sizes]);
}

/** Evenly on the scale of their roots, on which limits bend least, with those of the units. */
function rootSizes(sizes: readonly number[]): readonly number[] {
  const [low, high] = [Math.sqrt(Math.min(...sizes)), Math.sqrt(Math.max(...sizes))];
  return inOrder([...evenly(low, high, POINTS).map((root) => root ** 2), ...sizes]);
}

function evenly(low: number, high: number, steps: number): readonly number[] {
  return Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / Math.max(steps, 1));
}

/** Whole sizes, each once. */
function inOrder(sizes: readonly number[]): readonly number[] {
  return [...new Set(sizes.map(Math.round))].toSorted((a, b) => a - b);
}
