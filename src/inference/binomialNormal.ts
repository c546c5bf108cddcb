import { levelRule, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import { chiSquaredCdf } from "../numerics/index.js";
import {
  makeBinomialNormalEstimate,
  type BinomialNormalData,
  type BinomialNormalEstimate,
} from "./binomialNormalEstimate.js";
import { binomialNormalFit, type BinomialNormalFit } from "./kernels/binomialNormal.js";
import { predictiveLimits } from "./kernels/predictiveRate.js";
import { readCounts, type LabelledCount } from "./labelledCounts.js";
import { emptyCounts, NO_PREDICTION, notPooled, type MetaReason } from "./metaNotices.js";
import { META_SOURCES } from "./metaSources.js";
import { studentInterval } from "./student.js";
import { REAL_LINE } from "./studentResult.js";
import type { Count, Interval } from "./types.js";

export interface BinomialNormalOptions {
  /** Confidence level as a proportion, of both intervals; 0.95 by default. */
  readonly level?: number | undefined;
}

const RULES: OptionRules<{ level: number }> = { level: levelRule };

/**
 * Around which rate do municipalities lie, how far apart, and where may a further one be expected, if their counts are
 * small?
 *
 * Each has x ~ Binomial(n, p), and the logits of the true rates lie around μ: logit p ~ N(μ, τ²). Where {@link randomEffects}
 * asks for an estimate with a known variance, which a rate of 0 or 1 or a few events don't have, this takes the counts
 * as they are, without adding halves. μ and τ have the largest likelihood Π ∫ Binomial(x | n, logit⁻¹(μ + τz)) φ(z) dz,
 * its integrals good to twelve digits and its maximum found among all there are.
 * - `estimate` is logit⁻¹(μ), the rate of the typical municipality: half of them have a higher one. It isn't the mean of
 *   the rates, nor the rate of all citizens together. `logit` has μ with its standard error from the observed information.
 * - `interval` is logit⁻¹(μ ± t SE), t with k − 1 degrees of freedom: with few municipalities the likelihood takes τ for
 *   too small, and normal limits would be too narrow.
 * - `prediction` holds the true rate of a further municipality: it is what to compare one with. It is mixed from N(μ̂(τ), τ² +
 *   SE(τ)²) over all τ, weighted by the likelihood with μ integrated out, since the likeliest τ is often 0 by mere chance. Of
 *   large counts that is Student's t with k − 2 degrees of freedom. With two municipalities it excludes nothing.
 * - `tauSquared`, τ², is the variance of the logits; with τ = 0.5 and a typical rate of 30 % two in three municipalities
 *   lie between 21 and 41 %. `tauSquaredError` is `null` where τ² is 0, at the border of what is possible.
 * - `likelihoodRatio` tests that τ² is 0: twice the difference of the log-likelihoods against half a chi-squared with one
 *   degree of freedom and half a 0, since τ² can't be negative. A high p-value is no proof that all rates are equal.
 *
 * With a typical rate of 27 %, its 95 % interval holds it in 98 % of cases with 4 municipalities of 30 and τ = 0.5, 96 % with 8 of
 * 30, 95 % with 15 of 20, and 93 % with 8 of 100 and τ = 0.3; the prediction holds a further rate in 100, 97, 95 and 97 %
 * (`test/simulation/randomEffects.test.ts`). With four or fewer it excludes little.
 *
 * @param counts `{ label, events, total }` each, whole numbers with 0 ≤ events ≤ total; those of no one are left out
 *   with a notice
 * @param options `level` of both intervals, 0.95 by default
 * @returns an estimate of measure `typical-rate`. `not-estimable` with fewer than two municipalities that have anyone
 *   (`too-few-studies`), if in each either all or none have the event (`all-or-none-in-each`: then the
 *   likelihood rises for ever), or if it still rises at τ = 20 (`no-maximum`, `converged: false`)
 * @throws CompetitionError `impossible-counts`, `impossible-count`, `impossible-label`, `unknown-option` or
 *   `impossible-option`
 * @example
 * const counts = [
 *   { label: "A", events: 3, total: 20 },
 *   { label: "B", events: 5, total: 25 },
 *   { label: "C", events: 0, total: 15 },
 *   { label: "D", events: 9, total: 30 },
 * ];
 * binomialNormal(counts).estimate // 0.171
 * @example
 * binomialNormal([{ events: 0, total: 10 }, { events: 10, total: 10 }]).reason // "all-or-none-in-each"
 * @see Stijnen, Hamza & Özdemir (2010), Statistics in Medicine 29, 3046–3067, doi:10.1002/sim.4040; Self & Liang (1987),
 *   Journal of the American Statistical Association 82, 605–610
 */
export function binomialNormal(
  counts: readonly LabelledCount[],
  options?: BinomialNormalOptions,
): BinomialNormalEstimate {
  const { values, record } = resolveOptions("binomialNormal", options, RULES);
  const given = readCounts(counts);
  const counted = given.filter(({ total }) => total > 0);
  const reason = reasonOf(counted);
  const fit = reason === undefined ? binomialNormalFit(counted) : undefined;
  const found =
    fit === undefined ? notFound(reason ?? "no-maximum", values.level) : foundIn(fit, counted, values.level);
  const empty = given.length - counted.length;
  return makeBinomialNormalEstimate({
    kind: "estimate",
    measure: "typical-rate",
    method: "binomial-normal",
    ...found,
    studies: given,
    references: META_SOURCES["binomial-normal"],
    notices: [...found.notices, ...(empty > 0 ? [emptyCounts(empty)] : [])],
    provenance: provenanceOf("binomialNormal", record, {
      counts: given.length,
      events: given.reduce((sum, { events }) => sum + events, 0),
      total: given.reduce((sum, { total }) => sum + total, 0),
    }),
  });
}

function reasonOf(counted: readonly Count[]): MetaReason | undefined {
  if (counted.length < 2) return "too-few-studies";
  const isMixed = counted.some(({ events, total }) => events > 0 && events < total);
  return isMixed ? undefined : "all-or-none-in-each";
}

/** Everything of a result that is found out. */
type Found = Omit<
  BinomialNormalData,
  "kind" | "measure" | "method" | "references" | "provenance" | "studies"
>;

function notFound(reason: MetaReason, level: number): Found {
  const whole = { lower: 0, upper: 1, level, sides: 2 } as const;
  return {
    status: "not-estimable",
    reason,
    estimate: null,
    interval: { ...whole, method: "student" },
    logit: null,
    tauSquared: null,
    tauSquaredError: null,
    prediction: { ...whole, method: "predictive" },
    likelihoodRatio: null,
    converged: false,
    notices: [notPooled(reason)],
  };
}

function foundIn(fit: BinomialNormalFit, counted: readonly Count[], level: number): Found {
  const { mean, tau, meanError, tauSquaredError, logLikelihood, nullLogLikelihood } = fit;
  const student = { estimate: mean, standardError: meanError, degreesOfFreedom: counted.length - 1 };
  const isPair = counted.length === 2;
  const predicted = isPair ? REAL_LINE : predictiveLimits(counted, fit, level);
  const statistic = tau === 0 ? 0 : Math.max(0, 2 * (logLikelihood - nullLogLikelihood));
  return {
    status: "estimated",
    estimate: rateOf(mean),
    interval: inRates(studentInterval(student, level, "student")),
    logit: { estimate: mean, standardError: meanError },
    tauSquared: tau * tau,
    tauSquaredError,
    prediction: inRates({ ...predicted, level, sides: 2, method: "predictive" }),
    likelihoodRatio: {
      statistic,
      pValue: statistic === 0 ? 1 : chiSquaredCdf(statistic, 1, "upper") / 2,
      logLikelihood,
      nullLogLikelihood,
    },
    converged: true,
    notices: isPair ? [NO_PREDICTION] : [],
  };
}

function inRates(limits: Interval): Interval {
  return { ...limits, lower: rateOf(limits.lower), upper: rateOf(limits.upper) };
}

function rateOf(logit: number): number {
  return logit < 0 ? Math.exp(logit) / (1 + Math.exp(logit)) : 1 / (1 + Math.exp(-logit));
}
