import { competitionError, nearestWord } from "../../core/index.js";
import { periodKey } from "./periods.js";
import type { ValueSeries } from "./series.js";

/**
 * The place of the period that is 100; `null` where none is given and none will do.
 *
 * @throws CompetitionError `unknown-period`, `impossible-base`.
 */
export function baseOf(
  periods: readonly string[],
  lines: readonly ValueSeries[],
  asked: string | undefined,
  operation: string,
): number | null {
  const isBase = (at: number): boolean => lines.every((values) => (values[at] ?? 0) > 0);
  if (asked === undefined) {
    const found = periods.findIndex((_, at) => isBase(at));
    return found < 0 ? null : found;
  }
  const at = periods.findIndex((period) => periodKey(period) === periodKey(asked));
  if (at < 0) {
    const near = nearestWord(asked, periods);
    throw competitionError({
      code: "unknown-period",
      path: `${operation}.base`,
      received: asked,
      expected: `a period from ${periods[0] ?? ""} to ${periods.at(-1) ?? ""}`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  }
  if (isBase(at)) return at;
  throw competitionError({
    code: "impossible-base",
    path: `${operation}.base`,
    received: asked,
    expected: "a period in which all have a value above 0",
  });
}

/** Values with the one of the base period as 100. */
export function indexed(values: ValueSeries, base: number | null): ValueSeries {
  const hundred = base === null ? null : (values[base] ?? null);
  return values.map((value) => (value === null || hundred === null ? null : (100 * value) / hundred));
}
