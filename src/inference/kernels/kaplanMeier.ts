import type { RiskStep } from "./riskSteps.js";

/** A survival curve at one of its times. */
export interface SurvivalStep extends RiskStep {
  /** Probability of no event up to and including this time. */
  readonly survival: number;
  /** Greenwood's; `null` where the curve has reached 0, for there is none. */
  readonly standardError: number | null;
}

/**
 * The product-limit estimate S(t) = Π (n − d)/n over the times up to t, with Greenwood's standard
 * error S(t) √Σ d/(n(n − d)).
 *
 * @see Kaplan & Meier (1958), doi:10.1080/01621459.1958.10501452
 */
export function kaplanMeierSteps(steps: readonly RiskStep[]): readonly SurvivalStep[] {
  let survival = 1;
  let relativeVariance = 0;
  return steps.map((step) => {
    const { atRisk, events } = step;
    survival *= (atRisk - events) / atRisk;
    relativeVariance += events / (atRisk * (atRisk - events));
    return {
      ...step,
      survival,
      standardError: survival === 0 ? null : survival * Math.sqrt(relativeVariance),
    };
  });
}
