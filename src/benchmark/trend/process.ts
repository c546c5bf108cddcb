import type { Notice } from "../../core/index.js";
import { xmrLimits } from "../../inference/index.js";
import { isRolling } from "./periods.js";
import type { ValueSeries } from "./series.js";
import type { TrendData } from "./types.js";

/** The usual ups and downs of the differences, and what is more than those. */
export type Process = Pick<TrendData, "limits" | "signals" | "notices" | "references">;

/** Of a line whose differences can't be read as a process. */
export const NO_PROCESS: Process = { signals: [], notices: [], references: [] };

/** The municipality's values less another's. */
export function differencesOf(own: ValueSeries, other: ValueSeries): ValueSeries {
  return own.map((each, at) => {
    const beside = other[at] ?? null;
    return each === null || beside === null ? null : each - beside;
  });
}

/** Equal differences of rates differ in their last digits; an XmR chart would take that for ups and downs. */
const PRECISION = 1e12;

/** Natural process limits of the differences by an XmR chart; none from fewer periods than the minimum. */
export function processOf(
  periods: readonly string[],
  differences: readonly (number | null)[],
  minimumPeriods: number,
): Process {
  const known = differences.flatMap((value, at) =>
    value === null ? [] : [{ value, at, period: periods[at] ?? "" }],
  );
  if (known.length < minimumPeriods) {
    const notice: Notice = {
      code: "few-periods",
      severity: "caution",
      periods: known.length,
      minimum: minimumPeriods,
    };
    return { signals: [], notices: [notice], references: [] };
  }
  const { center, lower, upper, range, points, notices, references } = xmrLimits(
    known.map(({ period, value }) => ({ period, value: Math.round(value * PRECISION) / PRECISION })),
  );
  const [first, last] = [known[0]?.at ?? 0, known.at(-1)?.at ?? 0];
  const gaps = last - first + 1 - known.length;
  return {
    ...(center === null ? {} : { limits: { center, lower, upper } }),
    // Without any ups and downs a mean's last digit would be beyond the limits.
    signals: points.flatMap(({ period = "", signals }) =>
      signals.length === 0 || range === 0 ? [] : [{ period, rules: signals }],
    ),
    references,
    notices: [
      ...notices,
      ...(gaps === 0 ? [] : [{ code: "gaps-passed-over", severity: "caution", periods: gaps } as const]),
      ...(isRolling(periods[0] ?? "") ? [{ code: "overlapping-periods", severity: "warning" } as const] : []),
    ],
  };
}
