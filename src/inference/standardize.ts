import {
  competitionError,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type OptionRules,
} from "../core/index.js";
import { checkColumns, type Column } from "./followUps.js";
import { directRate, dobsonLimits, gammaLimits, type DirectRate } from "./kernels/directRate.js";
import { clip, type Limits } from "./kernels/limits.js";
import { makeEstimate } from "./estimate.js";
import type { Estimate } from "./types.js";
import { fewEvents, NO_EVENT_BOUND, unitsNotEstimable } from "./unitsNotices.js";
import { UNIT_SOURCES } from "./unitsSources.js";

/** Events and totals by group, and how many of each group there are in the population that rates are to be of. */
export interface StandardizationData {
  readonly events: Column<number>;
  readonly total: Column<number>;
  /** Numbers of citizens, or shares, of each group: only their proportions count. */
  readonly standard: Column<number>;
}

/** The methods of {@link standardize}. */
export type StandardizationMethod = "dobson" | "dobson-exact" | "fay-feuer";

export interface StandardizationOptions {
  /** `dobson` by default. */
  readonly method?: StandardizationMethod | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

const RULES: OptionRules<{ method: StandardizationMethod; level: number }> = {
  method: oneOf(["dobson", "dobson-exact", "fay-feuer"]),
  level: levelRule,
};

const LIMITS: Readonly<Record<StandardizationMethod, (given: DirectRate, level: number) => Limits>> = {
  "dobson": (given, level) => dobsonLimits(given, level, "byar"),
  "dobson-exact": (given, level) => dobsonLimits(given, level, "exact"),
  "fay-feuer": gammaLimits,
};

/** Below so many events official statistics show no standardized rate. */
const ENOUGH = 10;

const OPERATION = "standardize";

/**
 * What would the rate be, if the groups had the sizes that they have in a standard population (direct standardization)?
 *
 * Two municipalities with citizens of different kinds are compared as if both had the same mix. With x events among n of
 * each group and the standard's shares w, the rate is Σ w x/n, and its variance Σ w² x/n² (Poisson). The interval:
 * - `dobson`: the limits L and U of the number of all events O = Σ x, moved to the rate:
 *   rate + √(variance/O)(L − O) and rate + √(variance/O)(U − O), with Byar's L and U;
 * - `dobson-exact`: the same with the exact limits of a Poisson count;
 * - `fay-feuer`: gamma distributions with the rate's mean and variance; the widest, never far below its level.
 *
 * Within [0, 1]. Without any event all of them take Fay and Feuer's upper limit, where an event would weigh most. Where
 * many have the event, shares vary less than Poisson counts and the interval is too wide, by up to 1/√(1 − p). A
 * standard in which a small group weighs much gives a rate that hangs on few citizens: look at the interval.
 *
 * @param data columns with a value per group: `events` and `total`, whole numbers, 0 ≤ events ≤ total; `standard`,
 *   numbers from 0, not all of them 0. Groups whose standard is 0 don't count
 * @param options `method`, `dobson` by default; `level`, 0.95 by default
 * @returns an estimate of measure `standardized-rate` with its `standardError` and the summed `counts`, without a test;
 *   `not-estimable` with the interval [0, 1] if a group of the standard has nobody (`empty-standard-group`): its rate
 *   isn't known. Join it to another
 * @throws CompetitionError `impossible-data`, `missing-column`, `unknown-column`, `columns-differ`, `impossible-count`,
 *   `impossible-weight`, `unknown-option` or `impossible-option`
 * @example
 * const events = [60, 10, 4];
 * standardize({ events, total: [400, 220, 95], standard: [1, 1, 1] }).estimate // 0.0792
 * @example
 * standardize({ events: [60, 10, 0], total: [400, 220, 0], standard: [1, 1, 1] }).reason // "empty-standard-group"
 * @see Dobson, Kuulasmaa, Eberle & Scherer (1991), Statistics in Medicine 10, 457–462, doi:10.1002/sim.4780100317;
 *   Fay & Feuer (1997), Statistics in Medicine 16, 791–801
 */
export function standardize(data: StandardizationData, options?: StandardizationOptions): Estimate {
  const { values, record } = resolveOptions(OPERATION, options, RULES);
  const { method, level } = values;
  const groups = checkColumns(OPERATION, data, { needed: ["events", "total", "standard"], others: [] });
  requireGroups(data, groups);
  const counted = { events: sumOf(data.events), total: sumOf(data.total) };
  const shared = {
    kind: "estimate",
    measure: "standardized-rate",
    method,
    counts: { count: counted },
    references: UNIT_SOURCES[method === "fay-feuer" ? "fay-feuer" : "dobson"],
    provenance: provenanceOf(OPERATION, record, { groups, ...counted }),
  } as const;
  const isEmpty = Array.from(data.standard).some((weight, i) => weight > 0 && data.total[i] === 0);
  if (isEmpty) {
    return makeEstimate({
      ...shared,
      status: "not-estimable",
      reason: "empty-standard-group",
      estimate: null,
      interval: { lower: 0, upper: 1, level, sides: 2, method },
      notices: [unitsNotEstimable("empty-standard-group")],
    });
  }
  const found = directRate(data.events, data.total, data.standard);
  const few = found.events < ENOUGH ? [fewEvents(found.events)] : [];
  return makeEstimate({
    ...shared,
    status: "estimated",
    estimate: found.rate,
    interval: { ...clip(LIMITS[method](found, level), 0, 1), level, sides: 2, method },
    standardError: Math.sqrt(found.variance),
    notices: found.events === 0 ? [NO_EVENT_BOUND] : few,
  });
}

function requireGroups({ events, total, standard }: StandardizationData, groups: number): void {
  for (let i = 0; i < groups; i++) {
    requireCount(total[i], `${OPERATION}.total[${i}]`, Number.MAX_SAFE_INTEGER, "a whole number from 0");
    const most = total[i] ?? 0;
    requireCount(events[i], `${OPERATION}.events[${i}]`, most, `a whole number from 0 to the total, ${most}`);
    const weight: unknown = standard[i];
    if (typeof weight === "number" && Number.isFinite(weight) && weight >= 0) continue;
    throw impossible("impossible-weight", `${OPERATION}.standard[${i}]`, weight, "a number from 0");
  }
  const sum = sumOf(standard);
  if (!(sum > 0 && sum < Infinity)) {
    throw impossible("impossible-weight", `${OPERATION}.standard`, sum, "weights with a sum above 0");
  }
}

function requireCount(value: unknown, path: string, most: number, expected: string): void {
  if (Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most) return;
  throw impossible("impossible-count", path, value, expected);
}

function sumOf(values: Column<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? NaN;
  return sum;
}

function impossible(code: string, path: string, received: unknown, expected: string): Error {
  return competitionError({ code, path, received, expected });
}
