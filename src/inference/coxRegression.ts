import {
  competitionError,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
  type ResolvedOption,
} from "../core/index.js";
import { coefficientsOf, modelTestsOf } from "./coxCoefficients.js";
import { readCoxData, type CoxData, type CoxInputs } from "./coxData.js";
import { makeFit } from "./fit.js";
import { coxFit, type CoxFit } from "./kernels/coxFit.js";
import type { Ties } from "./kernels/coxLikelihood.js";
import { riskSets } from "./kernels/riskSets.js";
import { notEstimable, ZERO_VARIANCE, type Reason } from "./notices.js";
import { aliasedTerms, fewClusters } from "./regressionNotices.js";
import {
  fewEvents,
  INDEPENDENT_ROWS,
  monotoneLikelihood,
  notConverged,
  smallStrata,
} from "./survivalNotices.js";
import { SURVIVAL_SOURCES } from "./survivalSources.js";
import type { Fit, FitData } from "./types.js";

/** What the standard errors of a Cox model build on. */
export type CoxCovariance = "model" | "robust";

export interface CoxOptions {
  /** How events at the same time share the risk set; `efron` by default. */
  readonly ties?: Ties | undefined;
  /** `model` by default, `robust` with clusters. */
  readonly covariance?: CoxCovariance | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

/** With fewer events per stratum its risk sets are so small that their rows hang together. */
const FEW_EVENTS = 10;
/** With fewer clusters a covariance over them is hardly one. */
const FEW_CLUSTERS = 10;

interface Resolved {
  readonly ties: Ties;
  readonly covariance?: CoxCovariance;
  readonly level: number;
}

const RULES: OptionRules<Resolved> = {
  ties: oneOf(["efron", "breslow"]),
  covariance: {
    expected: "one of model, robust",
    accepts: (value) => value === "model" || value === "robust",
  },
  level: levelRule,
};

/**
 * How does the hazard of an event change with what is known of each person at the start?
 *
 * At any time the hazard is h₀(t) exp(Σ βx), with a baseline h₀ that is left free, in each stratum its
 * own; exp(β) is the hazard ratio of one unit of x, the other terms being equal, taken to be the same at
 * all times. β is where the partial likelihood is largest. `ties`: with d events at a time, `efron` lets
 * them leave the risk set one after the other, each by l/d on average; `breslow` lets none leave, which
 * draws β towards 0. Interval and test are Wald's, β ± z SE.
 *
 * `covariance`: `model` is the inverse of the information I. `robust` is Lin and Wei's I⁻¹(Σ uu′)I⁻¹ over the
 * sums u of score residuals by cluster, or by row without clusters, without a small-sample factor: right also
 * where the rows of a cluster hang together or the hazards are not quite proportional. Of `modelTests` Wald's
 * rests on it, and is the one shown; the likelihood-ratio and score tests take all rows as independent, which the
 * notice `independent-rows` says where there are clusters.
 *
 * With many small strata, such as the blocks of a draw, the rows of a stratum share what little its risk sets
 * tell: a robust covariance then needs the strata as clusters, and the notice `small-strata` says so.
 *
 * A term that is a combination of others within strata is left out, with the notice `aliased-terms`. Where the
 * likelihood rises without end, because those with the event always have the extreme value, the coefficient is
 * infinite, its interval excludes nothing and its p-value is 1; the notice `monotone-likelihood` names it, and
 * `converged` is false. The likelihood-ratio test among `modelTests` holds nevertheless, of independent rows.
 * A robust standard error of 0, where the scores of every cluster cancel out, has the notice `zero-variance`.
 *
 * @param data `time` from 0, `event`, and `predictors`, a record of columns of numbers, booleans or names (a
 *   category with k names becomes k − 1 terms, the first in order being the one compared with); `stratum`; `clusters`
 * @param options `ties`, `efron` by default; `covariance`, `model` by default and `robust` with clusters;
 *   `level`, 0.95 by default
 * @returns a fit with log hazard ratios; `not-estimable` without coefficients if no one has the event
 *   or there is one cluster only
 * @throws CompetitionError `impossible-time`, `impossible-event`, `impossible-number`, `impossible-label`,
 *   `missing-column`, `unknown-column`, `columns-differ`, `impossible-data`, `unknown-option` or
 *   `impossible-option`, also for `covariance: "model"` with clusters
 * @example
 * const data = { time: [1, 2, 3, 4], event: [1, 1, 1, 1], predictors: { supplier: [1, 0, 1, 0] } };
 * coxRegression(data).coefficients[0]?.estimate // 0.9406: a hazard ratio of (1 + √17)/2
 * @example
 * coxRegression({ ...data, predictors: { supplier: [1, 1, 0, 0] } }).coefficients[0]?.estimate // Infinity
 * @see Cox (1972), Journal of the Royal Statistical Society, Series B 34, 187–220; Efron (1977), Journal of the
 *   American Statistical Association 72, 557–565; Lin & Wei (1989), ibid. 84, 1074–1078
 */
export function coxRegression(data: CoxData, options?: CoxOptions): Fit {
  const { values, record } = resolveOptions("coxRegression", options, RULES);
  const inputs = readCoxData("coxRegression", data);
  const covariance = covarianceOf(values.covariance, inputs);
  const sets = riskSets(inputs.time, inputs.event, inputs.stratum);
  const { events } = sets;
  const clusterCount = inputs.clusters?.count ?? Infinity;
  const frame = {
    kind: "fit",
    method: "cox-regression",
    observations: inputs.rows,
    events,
    references: [
      ...SURVIVAL_SOURCES[values.ties],
      ...(covariance.value === "robust" ? SURVIVAL_SOURCES.robust : []),
    ],
    provenance: provenanceOf(
      "coxRegression",
      { ...record, covariance },
      {
        rows: inputs.rows,
        events,
        strata: inputs.strata,
        ...(inputs.clusters === undefined ? {} : { clusters: clusterCount }),
      },
    ),
  } as const;
  if (events === 0) return nothing(frame, inputs.rows === 0 ? "no-observations" : "no-event");
  if (clusterCount < 2) return nothing(frame, "too-few-clusters");
  const clusters =
    covariance.value === "robust" ? (inputs.clusters?.codes ?? rowNumbers(inputs.rows)) : undefined;
  const fit = coxFit(sets, inputs.columns, values.ties, clusters);
  if (fit === undefined) return nothing(frame, "not-converged");
  const kept = fit.kept.map((column) => inputs.terms[column] ?? "");
  const coefficients = coefficientsOf(kept, fit, values.level, covariance.value);
  return makeFit({
    ...frame,
    status: "estimated",
    coefficients,
    covariance: fit.covariance,
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: fit.nullLogLikelihood,
    modelTests: modelTestsOf(fit),
    converged: fit.converged,
    notices: [
      ...aliasedTerms(inputs.terms.filter((term) => !kept.includes(term))),
      ...endNotices(kept, fit),
      ...(coefficients.some(({ standardError }) => standardError === 0) ? [ZERO_VARIANCE] : []),
      ...(clusterCount < FEW_CLUSTERS ? [fewClusters(clusterCount - 1)] : []),
      ...(clusters !== undefined && splitsSmallStrata(inputs, clusters, events)
        ? [smallStrata(inputs.strata, events)]
        : []),
      ...fewEvents(events),
      ...(inputs.clusters !== undefined && kept.length > 0 ? [INDEPENDENT_ROWS] : []),
    ],
  });
}

/** @throws CompetitionError `impossible-option` for the model's covariance with clusters. */
function covarianceOf(
  given: CoxCovariance | undefined,
  { clusters }: CoxInputs,
): ResolvedOption & { readonly value: CoxCovariance } {
  if (given === undefined) {
    return clusters === undefined
      ? { value: "model", source: "default" }
      : { value: "robust", source: "derived" };
  }
  if (given === "robust" || clusters === undefined) return { value: given, source: "given" };
  throw competitionError({
    code: "impossible-option",
    path: "coxRegression.covariance",
    received: given,
    expected: "robust, since there are clusters: the model takes all rows as independent",
  });
}

/** Whether strata of few events each are taken apart by clusters. */
function splitsSmallStrata(
  { stratum, strata }: CoxInputs,
  clusters: ArrayLike<number>,
  events: number,
): boolean {
  if (strata === 1 || events >= FEW_EVENTS * strata) return false;
  const clusterOf = new Map<number, number>();
  stratum.forEach((code, row) => clusterOf.set(code, clusters[row] ?? 0));
  return stratum.some((code, row) => clusterOf.get(code) !== clusters[row]);
}

function rowNumbers(rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row);
}

function nothing(
  frame: Omit<FitData, "status" | "coefficients" | "covariance" | "converged" | "notices">,
  reason: Reason,
): Fit {
  return makeFit({
    ...frame,
    status: "not-estimable",
    reason,
    coefficients: [],
    covariance: [],
    converged: false,
    notices: [notEstimable(reason)],
  });
}

function endNotices(
  terms: readonly string[],
  { coefficients, converged, iterations }: CoxFit,
): readonly Notice[] {
  const endless = terms.filter((_, index) => !Number.isFinite(coefficients[index]));
  if (endless.length > 0) return [monotoneLikelihood(endless)];
  return converged ? [] : [notConverged(iterations)];
}
