import { levelRule, oneOf, prepareOptions, resolveOptions, type OptionRules } from "../core/index.js";
import { checkedCount } from "./counts.js";
import { criticalValue } from "./decision.js";
import { makeEstimate } from "./estimate.js";
import { frozenNotices, frozenProvenance, type Writable } from "./frozen.js";
import { agrestiCoull } from "./kernels/agrestiCoull.js";
import { arcsine } from "./kernels/arcsine.js";
import { clopperPearson, midP } from "./kernels/exactProportion.js";
import { jeffreys } from "./kernels/jeffreys.js";
import type { Limits } from "./kernels/limits.js";
import { wald, waldStandardError } from "./kernels/wald.js";
import { wilson, wilsonCorrected } from "./kernels/wilson.js";
import { notEstimable, ZERO_VARIANCE } from "./notices.js";
import { SOURCES } from "./sources.js";
import type { Count, Estimate, EstimateData } from "./types.js";

/** The methods of {@link proportion}. */
export type ProportionMethod =
  "wilson" | "wilson-cc" | "clopper-pearson" | "mid-p" | "jeffreys" | "agresti-coull" | "arcsine" | "wald";

export interface ProportionOptions {
  /** `wilson` by default. */
  readonly method?: ProportionMethod | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

const RULES: OptionRules<{ method: ProportionMethod; level: number }> = {
  method: oneOf([
    "wilson",
    "wilson-cc",
    "clopper-pearson",
    "mid-p",
    "jeffreys",
    "agresti-coull",
    "arcsine",
    "wald",
  ]),
  level: levelRule,
};

const prepared = prepareOptions(RULES, (options) => {
  const { values, record } = resolveOptions("proportion", options, RULES);
  return { values, record: Object.freeze(record) };
});

/** Limits of x of n ≥ 1 at a two-sided level. */
const LIMITS: Readonly<Record<ProportionMethod, (x: number, n: number, level: number) => Limits>> = {
  "wilson": (x, n, level) => wilson(x, n, criticalValue(level, 2)),
  "wilson-cc": (x, n, level) => wilsonCorrected(x, n, criticalValue(level, 2)),
  "clopper-pearson": clopperPearson,
  "mid-p": midP,
  "jeffreys": jeffreys,
  "agresti-coull": (x, n, level) => agrestiCoull(x, n, criticalValue(level, 2)),
  "arcsine": (x, n, level) => arcsine(x, n, criticalValue(level, 2)),
  "wald": (x, n, level) => wald(x, n, criticalValue(level, 2)),
};

/**
 * What proportion of a population has an event, judged by x events among n observations?
 *
 * The estimate is p̂ = x/n for every method; the methods differ in the interval. Let z be the normal
 * quantile of (1 + level)/2.
 * - `wilson`: the p with |p̂ − p| ≤ z √(p(1 − p)/n). Near its level on average for every n.
 * - `wilson-cc`: the same with continuity correction; hardly ever below its level.
 * - `clopper-pearson`: the two one-sided exact tests inverted; never below its level, often far above.
 * - `mid-p`: the same with half the probability of x itself; a compromise.
 * - `jeffreys`: equal tails of Beta(x + 1/2, n − x + 1/2); doesn't reach 0 or 1.
 * - `agresti-coull`: Wald's around Wilson's midpoint.
 * - `arcsine`: Wald's on the scale arcsin √p.
 * - `wald`: p̂ ± z √(p̂(1 − p̂)/n); no width at x = 0 or n, for comparison with older reports only.
 *
 * Observations are taken as independent, with one probability.
 *
 * @param count whole numbers, 0 ≤ events ≤ total
 * @param options `method`, `wilson` by default; `level`, 0.95 by default
 * @returns an estimate of measure `proportion` with a two-sided interval within [0, 1], without a
 *   test; an empty total is `not-estimable` with the interval [0, 1]
 * @throws CompetitionError `impossible-count`, `unknown-option` or `impossible-option`
 * @example
 * proportion({ events: 412, total: 1204 }).interval // 0.3159 to 0.3695
 * @example
 * proportion({ events: 0, total: 0 }).estimate // null
 * @see Brown, Cai & DasGupta (2001), doi:10.1214/ss/1009213286, for a comparison of the methods;
 *   each result's `references` has the source of its own
 */
export function proportion(count: Count, options?: ProportionOptions): Estimate {
  const { values, record } = prepared(options);
  const { method, level } = values;
  const counts = Object.freeze({ count: checkedCount(count, "count") });
  const { events, total } = counts.count;
  const provenance = frozenProvenance("proportion", record, counts);
  if (total === 0) {
    return makeEstimate({
      kind: "estimate",
      status: "not-estimable",
      reason: "no-observations",
      measure: "proportion",
      method,
      estimate: null,
      interval: { lower: 0, upper: 1, level, sides: 2, method },
      counts,
      references: SOURCES[method],
      notices: [notEstimable("no-observations")],
      provenance,
    });
  }
  const { lower, upper } = LIMITS[method](events, total, level);
  const standardError = method === "wald" ? waldStandardError(events, total) : undefined;
  const data: Writable<EstimateData> = {
    kind: "estimate",
    status: "estimated",
    measure: "proportion",
    method,
    estimate: events / total,
    interval: Object.freeze({ lower, upper, level, sides: 2, method }),
    counts,
    references: SOURCES[method],
    notices: frozenNotices(standardError === 0 ? [ZERO_VARIANCE] : []),
    provenance,
  };
  if (standardError !== undefined) data.standardError = standardError;
  return makeEstimate(Object.freeze(data));
}
