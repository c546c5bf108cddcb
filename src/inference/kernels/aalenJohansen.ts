import type { RiskStep } from "./riskSteps.js";

/** Whose variance a cumulative incidence has. */
export type IncidenceError = "infinitesimal-jackknife" | "aalen" | "delta";

/** A cumulative incidence at one of its times. */
export interface IncidenceStep extends RiskStep {
  /** Probability that an event of the cause has come by this time. */
  readonly incidence: number;
  readonly standardError: number;
}

/** Variances of the shares of those at risk who have the cause, or another, at a time; and their covariance. */
interface ShareVariances {
  readonly cause: number;
  readonly other: number;
  readonly both: number;
}

/**
 * The Aalen-Johansen estimate F(t) = Σ S(t−) d/n of one cause's cumulative incidence, S being the
 * Kaplan-Meier curve of all causes together.
 *
 * S and F change from time to time by the shares of those at risk who have the cause, or another;
 * their covariance matrix is carried along with them. The shares vary as those of a multinomial
 * variable (`delta`: Greenwood's variance generalized), or, cause by cause, as Aalen has it, with
 * n − 1 (`aalen`). The `infinitesimal-jackknife`, Σ (∂F/∂w)² over persons, is the same number as
 * `delta`, for the influences of different times are uncorrelated.
 *
 * @param cause 1, 2, …
 * @see Aalen & Johansen (1978), Scandinavian Journal of Statistics 5, 141–150; Aalen (1978), Annals of
 *   Statistics 6, 534–545; Gaynor et al. (1993), Journal of the American Statistical Association 88, 400–409
 */
export function incidenceSteps(
  steps: readonly RiskStep[],
  cause: number,
  error: IncidenceError,
): readonly IncidenceStep[] {
  const variancesOf = error === "aalen" ? aalenVariances : multinomialVariances;
  let survival = 1;
  let incidence = 0;
  let survivalVariance = 0;
  let covariance = 0;
  let variance = 0;
  let others = 0;
  return steps.map((step) => {
    const { atRisk, events } = step;
    const ofCause = step.byCause[cause - 1] ?? 0;
    const shares = variancesOf(atRisk, ofCause, events - ofCause);
    const share = ofCause / atRisk;
    const rest = (atRisk - events) / atRisk;
    const square = survival * survival;
    variance += share * (2 * covariance + share * survivalVariance) + square * shares.cause;
    covariance = rest * (covariance + share * survivalVariance) - square * (shares.cause + shares.both);
    survivalVariance =
      rest * rest * survivalVariance + square * (shares.cause + shares.other + 2 * shares.both);
    incidence += survival * share;
    survival *= rest;
    others += events - ofCause;
    if (survival === 0 && others === 0) {
      // Everyone has had the cause: what the sums approach but for rounding.
      incidence = 1;
      variance = survivalVariance;
    }
    return { ...step, incidence, standardError: Math.sqrt(Math.max(0, variance)) };
  });
}

function multinomialVariances(n: number, cause: number, other: number): ShareVariances {
  return {
    cause: (cause * (n - cause)) / n ** 3,
    other: (other * (n - other)) / n ** 3,
    both: -(cause * other) / n ** 3,
  };
}

function aalenVariances(n: number, cause: number, other: number): ShareVariances {
  return { cause: aalenVariance(n, cause), other: aalenVariance(n, other), both: 0 };
}

/** d(n − d)/(n²(n − 1)); the last one at risk counts as 1. */
function aalenVariance(n: number, events: number): number {
  return (events / n ** 2) * (events <= 1 ? 1 : (n - events) / (n - 1));
}
