import {
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { makeBetaBinomial, type BetaBinomial, type BetaBinomialData } from "./betaBinomialResult.js";
import { criticalValue } from "./decision.js";
import {
  betaBinomialFit,
  sumOf,
  type DispersionBoundary,
  type UnitCounts,
} from "./kernels/betaBinomialFit.js";
import { correlationMoments } from "./kernels/betaBinomialMoments.js";
import { checkedUnits, columnsOf, type UnitCount } from "./unitCounts.js";
import {
  COMPLETE_CORRELATION,
  fewUnits,
  NO_OVERDISPERSION,
  unitsNotEstimable,
  type UnitReason,
} from "./unitsNotices.js";
import { UNIT_SOURCES } from "./unitsSources.js";

export interface BetaBinomialOptions {
  /** `maximum-likelihood` by default. */
  readonly method?: "maximum-likelihood" | "moments" | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

interface Resolved {
  readonly method: "maximum-likelihood" | "moments";
  readonly level: number;
}

const RULES: OptionRules<Resolved> = { method: oneOf(["maximum-likelihood", "moments"]), level: levelRule };

/** With fewer units their variation is hardly known. */
const ENOUGH = 10;

const OPERATION = "betaBinomial";

/**
 * How are the true rates of units spread around their mean?
 *
 * Each unit's own rate is taken to be drawn from a beta distribution with mean μ and precision α + β (α = μ(α + β)), and its
 * events from a binomial with that rate. The intra-class correlation ρ = 1/(α + β + 1) is the share of the variance
 * between citizens that lies between units: 0 if all units have the same rate. It multiplies the variance of a
 * unit of n by 1 + (n − 1)ρ.
 * - `maximum-likelihood`: the largest likelihood, sought over all ρ from 0 to 1 and not from a start; standard errors
 *   by the observed information.
 * - `moments`: Kleinman's estimator with weights n: p = Σx/N, and ρ from Σ n(x/n − p)², between 0 and 1; the standard error
 *   of the mean is √(p(1 − p) Σ n(1 + (n − 1)ρ))/N.
 *
 * The interval is the mean's, on the scale of its logit, and takes ρ for known. With fewer than ten units ρ is hardly known.
 *
 * @param counts units with `events`, `total` and, if wanted, a `label`; those without anyone don't count
 * @param options `method`, `maximum-likelihood` by default; `level`, 0.95 by default
 * @returns an estimate of measure `mean-rate` with `correlation`, `correlationError` (not at a boundary, nor by
 *   moments), `precision`, `alpha` and `beta`, `logLikelihood` (of maximum likelihood), `converged`, `units`, and
 *   `boundary`: `none`; `no-overdispersion` where the units differ by no more than chance (ρ = 0, α and β infinite);
 *   `complete` where each has 0 or all (ρ = 1, α = β = 0). `not-estimable` with the interval [0, 1] for fewer than two units
 *   (`one-unit`), where nobody shares a unit (`no-repeats`) and where all or none have the event
 *   (`no-variation-of-units`): ρ isn't defined then
 * @throws CompetitionError `impossible-units`, `impossible-count`, `unknown-option` or `impossible-option`
 * @example
 * const counts = [{ events: 12, total: 40 }, { events: 25, total: 50 }, { events: 5, total: 30 }];
 * betaBinomial(counts).correlation // 0.058
 * @example
 * betaBinomial([{ events: 4, total: 40 }, { events: 5, total: 50 }]).boundary // "no-overdispersion"
 * @see Griffiths (1973), Biometrics 29, 637–648; Prentice (1986), Journal of the American Statistical Association
 *   81, 321–327; Kleinman (1973), Journal of the American Statistical Association 68, 46–54
 */
export function betaBinomial(counts: readonly UnitCount[], options?: BetaBinomialOptions): BetaBinomial {
  const { values, record } = resolveOptions(OPERATION, options, RULES);
  const { method, level } = values;
  const units = columnsOf(checkedUnits(OPERATION, counts));
  const pooled = { events: sumOf(units.events), total: sumOf(units.totals) };
  const shared = {
    kind: "estimate",
    measure: "mean-rate",
    method,
    counts: { count: pooled },
    units: units.events.length,
    references: UNIT_SOURCES[method === "moments" ? "beta-binomial-moments" : "beta-binomial-likelihood"],
    provenance: provenanceOf(OPERATION, record, { units: units.events.length, ...pooled }),
  } as const;
  const reason = whyNot(units);
  if (reason !== undefined) {
    return makeBetaBinomial({
      ...shared,
      status: "not-estimable",
      reason,
      estimate: null,
      interval: { lower: 0, upper: 1, level, sides: 2, method },
      correlation: null,
      precision: null,
      alpha: null,
      beta: null,
      converged: false,
      boundary: "none",
      notices: [unitsNotEstimable(reason)],
    });
  }
  const { mean, correlation, logitError, ...found } =
    method === "moments" ? byMoments(units) : byLikelihood(units);
  const precision = 1 / correlation - 1;
  return makeBetaBinomial({
    ...shared,
    status: "estimated",
    estimate: mean,
    standardError: logitError * mean * (1 - mean),
    interval: { ...logitLimits(mean, criticalValue(level, 2) * logitError), level, sides: 2, method },
    correlation,
    precision,
    alpha: mean * precision,
    beta: (1 - mean) * precision,
    ...found,
    converged: true,
    notices: noticesOf(found.boundary, units.events.length),
  });
}

function whyNot({ events, totals }: UnitCounts): UnitReason | undefined {
  if (events.length < 2) return "one-unit";
  if (totals.every((n) => n === 1)) return "no-repeats";
  const having = sumOf(events);
  return having === 0 || having === sumOf(totals) ? "no-variation-of-units" : undefined;
}

type Found = Pick<BetaBinomialData, "boundary" | "logLikelihood" | "correlationError"> & {
  readonly mean: number;
  readonly correlation: number;
  readonly logitError: number;
};

function byLikelihood(units: UnitCounts): Found {
  const { mean, theta, logLikelihood, boundary, logitVariance, logThetaVariance } = betaBinomialFit(units);
  const correlation = theta === Infinity ? 1 : theta / (1 + theta);
  return {
    mean,
    correlation,
    logitError: Math.sqrt(logitVariance),
    logLikelihood,
    boundary,
    ...(logThetaVariance === undefined
      ? {}
      : { correlationError: Math.sqrt(logThetaVariance) * correlation * (1 - correlation) }),
  };
}

function byMoments(units: UnitCounts): Found {
  const { mean, correlation: raw } = correlationMoments(units);
  const correlation = Math.min(Math.max(raw, 0), 1);
  const inflated = units.totals.reduce((sum, n) => sum + n * (1 + (n - 1) * correlation), 0);
  const all = sumOf(units.totals);
  const boundary: DispersionBoundary = raw <= 0 ? "no-overdispersion" : raw >= 1 ? "complete" : "none";
  return { mean, correlation, logitError: Math.sqrt(inflated / (mean * (1 - mean))) / all, boundary };
}

function logitLimits(mean: number, half: number): { readonly lower: number; readonly upper: number } {
  const logit = Math.log(mean / (1 - mean));
  return { lower: 1 / (1 + Math.exp(half - logit)), upper: 1 / (1 + Math.exp(-half - logit)) };
}

function noticesOf(boundary: DispersionBoundary, units: number): readonly Notice[] {
  return [
    ...(boundary === "no-overdispersion" ? [NO_OVERDISPERSION] : []),
    ...(boundary === "complete" ? [COMPLETE_CORRELATION] : []),
    ...(units < ENOUGH ? [fewUnits(units)] : []),
  ];
}
