import { oneOf, resolveOptions, type OptionRules } from "../core/index.js";
import { criticalValue } from "./decision.js";
import {
  impossibleFunnel,
  readFunnel,
  type Funnel,
  type RateFunnel,
  type RatioFunnel,
} from "./funnelSubject.js";
import { exactLimit } from "./kernels/funnel.js";
import { clip, type Limits } from "./kernels/limits.js";

/** What limits are widened by: an `overdispersion(…)` result, or one of its numbers. */
export interface FunnelDispersion {
  readonly phi?: number | undefined;
  readonly tauSquared?: number | undefined;
}

export interface FunnelLimitOptions {
  /** `exact` by default. */
  readonly method?: "exact" | "normal" | undefined;
  /** Two-sided levels as proportions; 0.95 and 0.998 by default. */
  readonly levels?: readonly number[] | undefined;
  /** Widens the limits by the variation that was found between units; none by default, which every row says. */
  readonly overdispersion?: FunnelDispersion | undefined;
  /** How it widens them: `additive` by default where there is a `tauSquared`, else `multiplicative`. */
  readonly adjustment?: "additive" | "multiplicative" | undefined;
}

/** Limits for a unit of one size at one level. */
export interface FunnelLimitsRow {
  /** Citizens of the unit, of a rate. */
  readonly total?: number;
  /** Expected events of the unit, of a ratio. */
  readonly expected?: number;
  readonly level: number;
  readonly target: number;
  readonly lower: number;
  readonly upper: number;
  /** The fewest and the most events that are within the limits: whole steps. */
  readonly fewest: number;
  readonly most: number;
  readonly method: "exact" | "normal";
  /** `none`: the limits are for chance alone, as if all units had the same true value. */
  readonly adjustment: "none" | "additive" | "multiplicative";
}

interface Resolved {
  readonly method: "exact" | "normal";
  readonly levels: readonly number[];
  readonly overdispersion?: FunnelDispersion;
  readonly adjustment?: "additive" | "multiplicative";
}

const RULES: OptionRules<Resolved> = {
  method: oneOf(["exact", "normal"]),
  levels: {
    default: [0.95, 0.998],
    expected: "an array of proportions between 0 and 1, such as [0.95, 0.998]",
    accepts: (value) =>
      Array.isArray(value) && value.length > 0 && value.every((each) => Number(each) > 0 && Number(each) < 1),
  },
  overdispersion: {
    expected: "a result of overdispersion, or { phi } or { tauSquared }, numbers from 0",
    accepts: isDispersion,
  },
  adjustment: {
    expected: "one of additive, multiplicative",
    accepts: (value) => value === "additive" || value === "multiplicative",
  },
};

const OPERATION = "funnelLimits";

/**
 * Between which limits would a unit's rate lie, if it differed from the target by chance only?
 *
 * Small municipalities vary more by chance than large ones, so the limits form a funnel. Beyond the 95 % limits lies one in
 * twenty by chance, beyond the 99.8 % limits one in five hundred. With q = (1 − level)/2 and n citizens:
 * - `exact`: the binomial distribution. With r the smallest count of which P(X ≤ r) reaches q, or 1 − q, the limit is
 *   (r − (P(X ≤ r) − q)/P(X = r))/n (Spiegelhalter). It is drawn as a smooth line; what is really possible are whole
 *   numbers, and those within, from `fewest` to `most`, are the steps. A count equal to `most` may lie a little
 *   above the line, and is within all the same: its probability, and of all above, is more than q.
 * - `normal`: t ± z √(t(1 − t)/n).
 *
 * With `expected` in place of `totals` they are limits for observed over expected events, by the Poisson
 * distribution with E·t expected, and t ± z √(t/E).
 *
 * Limits for chance alone are too narrow where municipalities differ for other reasons ({@link overdispersion}), which they
 * nearly always do: give its result, and every limit's distance from the target is multiplied by √φ (`multiplicative`,
 * where φ > 1) or by √(1 + τ²/s²), s being the standard error at the target (`additive`): of `normal` ones that is
 * t ± z √(s² + τ²). Exact ones, which lie half an event below the middle of their step, are moved to it first: as lines, by which
 * widened ones decide, they would lie too low on both sides. Each row says which. Limits stay
 * in the parameter space, so that a lower limit is never below 0. Nobody is a 0 to 1, or 0 to infinity.
 *
 * @param subject `{ target, totals }`, a rate from 0 to 1 and whole numbers from 0; or `{ target, expected }`, a ratio
 *   from 0 to 1000, by default 1, and numbers from 0 to 1e12
 * @param options `method`, `exact` by default; `levels`, [0.95, 0.998] by default; `overdispersion`, none by default;
 *   `adjustment`
 * @returns a row for each size and, within it, level, in the order given, frozen
 * @throws CompetitionError `impossible-target`, `impossible-count`, `impossible-number`, `impossible-data`,
 *   `unknown-option` or `impossible-option` (also an `adjustment` without its number)
 * @example
 * funnelLimits({ target: 0.05, totals: [500] })[0] // { total: 500, level: 0.95, lower: 0.0307, upper: 0.069, … }
 * @example
 * funnelLimits({ expected: [0] }, { levels: [0.95] })[0] // { expected: 0, lower: 0, upper: Infinity, … }
 * @see Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, doi:10.1002/sim.1970, appendix A
 */
export function funnelLimits(
  subject: RateFunnel | RatioFunnel,
  options?: FunnelLimitOptions,
): readonly FunnelLimitsRow[] {
  const { values } = resolveOptions<Resolved>(OPERATION, options, RULES);
  const funnel = readFunnel(subject);
  const adjustment = adjustmentOf(values);
  const rows = funnel.sizes.flatMap((size) =>
    values.levels.map((level): FunnelLimitsRow => {
      const { lower, upper, fewest, most } = limitsAt(funnel, size, level, values, adjustment);
      const { target } = funnel;
      const { method } = values;
      return Object.freeze({
        ...funnel.sizeOf(size),
        level,
        target,
        lower,
        upper,
        fewest,
        most,
        method,
        adjustment,
      });
    }),
  );
  return Object.freeze(rows);
}

/** Of an event: a limit between steps, at which a count begins, lies so much below the middle of its step. */
const HALF = 0.5;

function limitsAt(
  { target, law, space, mostOf }: Funnel,
  size: number,
  level: number,
  { method, overdispersion }: Resolved,
  adjustment: FunnelLimitsRow["adjustment"],
): Limits & { readonly fewest: number; readonly most: number } {
  const greatest = mostOf(size);
  if (size === 0) return { ...space, fewest: 0, most: greatest };
  const variance = law.variance(size);
  // A target of 0 or 1 leaves nothing to chance.
  if (variance === 0) return { lower: target, upper: target, fewest: target * size, most: target * size };
  const widened = factorOf(variance, overdispersion, adjustment);
  if (method === "exact") {
    const q = (1 - level) / 2;
    const below = exactLimit(law, size, q, "lower");
    const above = exactLimit(law, size, q, "upper");
    if (adjustment === "none" || widened === 1) {
      const limits = clip({ lower: below.limit, upper: above.limit }, space.lower, space.upper);
      return { ...limits, fewest: below.count, most: above.count };
    }
    const stretched = (limit: number): number => target + (limit + HALF / size - target) * widened;
    return whole({ lower: stretched(below.limit), upper: stretched(above.limit) }, space, size, greatest);
  }
  const half = criticalValue(level, 2) * Math.sqrt(variance) * widened;
  return whole({ lower: target - half, upper: target + half }, space, size, greatest);
}

/** Limits within the parameter space, with the whole counts that lie between them. */
function whole(
  limits: Limits,
  space: Limits,
  size: number,
  greatest: number,
): Limits & { readonly fewest: number; readonly most: number } {
  const { lower, upper } = clip(limits, space.lower, space.upper);
  return {
    lower,
    upper,
    fewest: Math.ceil(lower * size),
    most: Math.min(Math.floor(upper * size), greatest),
  };
}

function factorOf(
  variance: number,
  { phi = 1, tauSquared = 0 }: FunnelDispersion = {},
  adjustment: FunnelLimitsRow["adjustment"],
): number {
  if (adjustment === "multiplicative") return Math.sqrt(Math.max(phi, 1));
  return adjustment === "additive" ? Math.sqrt(1 + tauSquared / variance) : 1;
}

function adjustmentOf({ overdispersion, adjustment }: Resolved): FunnelLimitsRow["adjustment"] {
  if (overdispersion === undefined) {
    if (adjustment === undefined) return "none";
    throw impossibleFunnel(
      "impossible-option",
      "adjustment",
      adjustment,
      "no adjustment without overdispersion",
    );
  }
  const chosen = adjustment ?? (overdispersion.tauSquared === undefined ? "multiplicative" : "additive");
  const needed = chosen === "additive" ? "tauSquared" : "phi";
  if (overdispersion[needed] !== undefined) return chosen;
  throw impossibleFunnel(
    "impossible-option",
    "overdispersion",
    overdispersion,
    `a value with ${needed} for ${chosen}`,
  );
}

function isDispersion(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { phi, tauSquared } = value as { readonly phi?: unknown; readonly tauSquared?: unknown };
  const given = [phi, tauSquared].filter((each) => each !== undefined);
  return given.length > 0 && given.every((each) => typeof each === "number" && each >= 0 && each < Infinity);
}
