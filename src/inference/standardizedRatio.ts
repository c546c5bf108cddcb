import {
  competitionError,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type OptionRules,
} from "../core/index.js";
import { byar, exactCount, isByarBelowZero, midPCount, type CountMethod } from "./kernels/poissonCount.js";
import { alternativeRule } from "./question.js";
import { makeRatioOfCounts, type StandardizedRatio } from "./standardizedRatioResult.js";
import type { Alternative, EstimateTest, Interval } from "./types.js";
import { BYAR_BELOW_ZERO, unitsNotEstimable } from "./unitsNotices.js";
import { UNIT_SOURCES } from "./unitsSources.js";

/** How many events there were, and how many were to be expected. */
export interface ObservedExpected {
  readonly observed: number;
  readonly expected: number;
}

/** The methods of {@link standardizedRatio}. */
export type StandardizedRatioMethod = "byar" | "exact" | "mid-p";

export interface StandardizedRatioOptions {
  /** `byar` by default. */
  readonly method?: StandardizedRatioMethod | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
  /** `two-sided` by default. */
  readonly alternative?: Alternative | undefined;
}

const RULES: OptionRules<{ method: StandardizedRatioMethod; level: number; alternative: Alternative }> = {
  method: oneOf(["byar", "exact", "mid-p"]),
  level: levelRule,
  alternative: { ...alternativeRule, default: "two-sided" },
};

const METHODS = {
  "byar": { tails: byar, name: "byar", sources: UNIT_SOURCES["byar"] },
  "exact": { tails: exactCount, name: "exact", sources: UNIT_SOURCES["exact-count"] },
  "mid-p": { tails: midPCount, name: "mid-p", sources: UNIT_SOURCES["mid-p-count"] },
} as const;

const OPERATION = "standardizedRatio";

/**
 * Were there more or fewer events than expected, for citizens like these (indirect standardization)?
 *
 * The ratio is O/E: 1.2 is a fifth more than expected. O is taken as a Poisson count, E as known without error. With
 * q = (1 − level)/2 the limits of the count, divided by E, are
 * - `byar`: O(1 − 1/(9O) − z/(3√O))³ and O′(1 − 1/(9O′) + z/(3√O′))³ with O′ = O + 1 and z the normal deviate of q; as good as
 *   exact from some few events on. Below 0 for tiny counts at high levels; the limit is 0 then, and a notice tells.
 * - `exact`: the expectations at which a count as high, or as low, has probability q (Garwood); never below its level.
 * - `mid-p`: the same with half the probability of O itself; near its level on average.
 *
 * The test is of the same method: its two-sided p-value is twice the smaller tail, at most 1, and it is below 1 − level
 * exactly where the interval excludes 1.
 *
 * Successes of a third or half of all citizens vary less than a Poisson count, by the factor √(1 − p): the interval is
 * too wide then, not too narrow. Units differ for more reasons than chance and case mix: hold many of them
 * against {@link funnelLimits} with their {@link overdispersion} before calling one an outlier.
 *
 * @param counts `observed`, a whole number from 0; `expected`, a number from 0
 * @param options `method`, `byar` by default; `level`, 0.95 by default; `alternative`, `two-sided` by default; a
 *   one-sided one gives a one-sided interval
 * @returns an estimate of measure `standardized-ratio` with its `observed` and `expected`, and the test against 1;
 *   `not-estimable` (`nothing-expected`) with the interval from 0 to infinity if E is 0
 * @throws CompetitionError `impossible-data`, `impossible-count`, `impossible-number`, `unknown-option` or
 *   `impossible-option`
 * @example
 * standardizedRatio({ observed: 45, expected: 31.4 }).interval // 1.045 to 1.918
 * @example
 * standardizedRatio({ observed: 0, expected: 2 }, { method: "exact" }).interval // 0 to 1.844
 * @see Breslow & Day (1987), Statistical Methods in Cancer Research 2, section 2.3; Garwood (1936), Biometrika 28,
 *   437–442
 */
export function standardizedRatio(
  counts: ObservedExpected,
  options?: StandardizedRatioOptions,
): StandardizedRatio {
  const { values, record } = resolveOptions(OPERATION, options, RULES);
  const { level, alternative } = values;
  const { tails, name, sources } = METHODS[values.method];
  const { observed, expected } = checked(counts);
  const sides = alternative === "two-sided" ? 2 : 1;
  const shared = {
    kind: "estimate",
    measure: "standardized-ratio",
    method: name,
    observed,
    expected,
    references: sources,
    provenance: provenanceOf(OPERATION, record, { observed, expected }),
  } as const;
  if (expected === 0) {
    return makeRatioOfCounts({
      ...shared,
      status: "not-estimable",
      reason: "nothing-expected",
      estimate: null,
      interval: { lower: 0, upper: Infinity, level, sides, method: name },
      notices: [unitsNotEstimable("nothing-expected")],
    });
  }
  const tail = (1 - level) / sides;
  const interval: Interval = {
    lower: alternative === "less" ? 0 : tails.lower(observed, tail) / expected,
    upper: alternative === "greater" ? Infinity : tails.upper(observed, tail) / expected,
    level,
    sides,
    method: name,
  };
  const isBelowZero = name === "byar" && alternative !== "less" && isByarBelowZero(observed, tail);
  return makeRatioOfCounts({
    ...shared,
    status: "estimated",
    estimate: observed / expected,
    interval,
    test: testOf(tails, observed, expected, alternative),
    notices: isBelowZero ? [BYAR_BELOW_ZERO] : [],
  });
}

function testOf(
  tails: CountMethod,
  observed: number,
  expected: number,
  alternative: Alternative,
): EstimateTest {
  const high = tails.atLeast(observed, expected);
  const low = tails.atMost(observed, expected);
  const twoSided = Math.min(1, 2 * Math.min(high, low));
  const pValue = alternative === "two-sided" ? twoSided : alternative === "greater" ? high : low;
  return { pValue, alternative, nullValue: 1 };
}

function checked(counts: ObservedExpected): ObservedExpected {
  if (typeof counts !== "object" || counts === null) {
    throw impossible("impossible-data", OPERATION, counts, "{ observed, expected }");
  }
  const { observed, expected } = counts;
  if (!Number.isSafeInteger(observed) || observed < 0) {
    throw impossible("impossible-count", `${OPERATION}.observed`, observed, "a whole number from 0");
  }
  if (!Number.isFinite(expected) || expected < 0) {
    throw impossible("impossible-number", `${OPERATION}.expected`, expected, "a number from 0");
  }
  return { observed, expected };
}

function impossible(code: string, path: string, received: unknown, expected: string): Error {
  return competitionError({ code, path, received, expected });
}
