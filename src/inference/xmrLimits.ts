import {
  competitionError,
  oneOf,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import {
  longRuns,
  middleOf,
  movingRanges,
  nearLimits,
  RANGE_FACTORS,
  type ProcessSignal,
  type RangeCenter,
} from "./kernels/processLimits.js";
import { clamp } from "./kernels/limits.js";
import { CONSTANT_SERIES, shortSeries, unitsNotEstimable } from "./unitsNotices.js";
import { UNIT_SOURCES } from "./unitsSources.js";
import { makeProcessChart, type ProcessChart, type ProcessPoint } from "./xmrResult.js";

/** A value of a series, with the period it is of if wanted. */
export interface SeriesValue {
  readonly period?: string | undefined;
  readonly value: number;
}

export interface ProcessOptions {
  /** What the moving ranges are taken together by; `mean` by default, `median` where single jumps are not to count. */
  readonly range?: RangeCenter | undefined;
  /** The middle of the values; `mean` by default. */
  readonly center?: "mean" | "median" | undefined;
  /** How many of the first values the limits are taken from, at least 2; all by default. */
  readonly baseline?: number | undefined;
  /** The lowest value there can be, such as 0 for a rate; none by default. */
  readonly minimum?: number | undefined;
  /** The highest value there can be, such as 1 for a rate; none by default. */
  readonly maximum?: number | undefined;
}

interface Resolved {
  readonly range: RangeCenter;
  readonly center: "mean" | "median";
  readonly baseline?: number;
  readonly minimum: number;
  readonly maximum: number;
}

const RULES: OptionRules<Resolved> = {
  range: oneOf(["mean", "median"]),
  center: oneOf(["mean", "median"]),
  baseline: {
    expected: "a whole number from 2",
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 2,
  },
  minimum: { default: -Infinity, expected: "a number", accepts: isNumber },
  maximum: { default: Infinity, expected: "a number", accepts: isNumber },
};

/** Limits of fewer values still move with each further one. */
const ENOUGH = 10;

const OPERATION = "xmrLimits";

/**
 * Which values of a series are more than its usual ups and downs?
 *
 * The chart for individual values and moving ranges (XmR). The usual variation is seen from how far each value lies from the
 * one before, |xᵢ − xᵢ₋₁|, whose mean is mR̄. The natural process limits are x̄ ± 2.66 mR̄, and the largest usual range
 * 3.268 mR̄. Signals, each by its name:
 * - `beyond-limit`: a value outside of the limits;
 * - `near-limit`: three among four values in a row nearer to the same limit than to the center;
 * - `long-run`: eight values in a row on the same side of the center;
 * - `large-range`: a jump from the value before that is larger than the largest usual one.
 *
 * Where nothing is signalled, to explain single ups and downs is to explain chance. Of a series without change about three
 * values in a thousand are beyond a limit (`test/simulation/units.test.ts`); trends and seasons give signals of their
 * own, and what they mean the chart doesn't say. The printed factors are rounded: 3/d₂ is 2.6587. With `range: "median"` they are
 * 3.145 and 3.865, for series with a few large jumps that would widen the limits.
 *
 * @param series numbers, or `{ period, value }`, in the order of time and the same distance apart, all of them there
 * @param options `range`, `mean` by default; `center`, `mean` by default; `baseline`, the number of first values that
 *   center and limits are taken from, all by default; `minimum` and `maximum`, between which limits are kept
 * @returns `center`, `lower`, `upper`, `range` (the typical moving range), `rangeLimit`, and `points`, each with `period`,
 *   `value`, `range` (`null` for the first) and its `signals`. `not-estimable` without limits for fewer than two values
 * @throws CompetitionError `impossible-series`, `unknown-option` or `impossible-option`
 * @example
 * xmrLimits([39, 41, 41, 41, 43, 44, 41, 42, 40, 41, 44, 40]).upper // 46.01
 * @example
 * xmrLimits([0.41]).reason // "too-few-values"
 * @see Wheeler (1993), Understanding Variation: The Key to Managing Chaos, SPC Press
 */
export function xmrLimits(series: readonly (number | SeriesValue)[], options?: ProcessOptions): ProcessChart {
  const { values: chosen, record } = resolveOptions(OPERATION, options, RULES);
  const { minimum, maximum } = chosen;
  if (minimum > maximum)
    throw impossible("impossible-option", "minimum", minimum, `at most the maximum, ${maximum}`);
  const given = readSeries(series);
  const values = given.map(({ value }) => value);
  const ranges = movingRanges(values);
  const shared = {
    kind: "process-chart",
    method: "individuals-chart",
    references: UNIT_SOURCES["individuals-chart"],
    provenance: provenanceOf(OPERATION, record, { values: values.length }),
  } as const;
  const points = (signalsAt: (i: number) => readonly ProcessSignal[]): readonly ProcessPoint[] =>
    given.map((point, i) => ({ ...point, range: ranges[i - 1] ?? null, signals: signalsAt(i) }));
  if (values.length < 2) {
    return makeProcessChart({
      ...shared,
      status: "not-estimable",
      reason: "too-few-values",
      center: values[0] ?? null,
      lower: minimum,
      upper: maximum,
      range: null,
      rangeLimit: Infinity,
      points: points(() => []),
      notices: [unitsNotEstimable("too-few-values")],
    });
  }
  const baseline = Math.min(chosen.baseline ?? values.length, values.length);
  const factors = RANGE_FACTORS[chosen.range];
  const center = middleOf(values.slice(0, baseline), chosen.center);
  const range = middleOf(ranges.slice(0, baseline - 1), chosen.range);
  const reach = factors.values * range;
  const [lower, upper] = [center - reach, center + reach].map((limit) => clamp(limit, minimum, maximum));
  const rangeLimit = factors.ranges * range;
  const runs = longRuns(values, center);
  const near = nearLimits(values, center, reach);
  return makeProcessChart({
    ...shared,
    status: "estimated",
    center,
    lower: lower ?? minimum,
    upper: upper ?? maximum,
    range,
    rangeLimit,
    points: points((i) => [
      ...signal("beyond-limit", Math.abs((values[i] ?? center) - center) > reach),
      ...signal("near-limit", near[i] === true),
      ...signal("long-run", runs[i] === true),
      ...signal("large-range", (ranges[i - 1] ?? 0) > rangeLimit),
    ]),
    notices: noticesOf(baseline, range),
  });
}

function signal(name: ProcessSignal, isThere: boolean): readonly ProcessSignal[] {
  return isThere ? [name] : [];
}

function noticesOf(values: number, range: number): readonly Notice[] {
  return [...(values < ENOUGH ? [shortSeries(values)] : []), ...(range === 0 ? [CONSTANT_SERIES] : [])];
}

function readSeries(series: readonly (number | SeriesValue)[]): readonly SeriesValue[] {
  if (!Array.isArray(series)) throw impossible("impossible-series", "series", series, "an array of values");
  return series.map((point: number | SeriesValue, i) => {
    const { value, period = undefined } =
      typeof point === "object" && point !== null ? point : { value: point };
    if (typeof value !== "number" || !Number.isFinite(value)) {
      throw impossible("impossible-series", `series[${i}]`, point, "a number, or { period, value }");
    }
    if (period === undefined) return { value };
    if (typeof period === "string") return { period, value };
    throw impossible("impossible-series", `series[${i}].period`, period, "a text, or none");
  });
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && !Number.isNaN(value);
}

function impossible(code: string, part: string, received: unknown, expected: string): Error {
  return competitionError({ code, path: `${OPERATION}.${part}`, received, expected });
}
