import type { SurvivalStep } from "./kaplanMeier.js";

/** Mean time without an event up to a horizon, and its variance. */
export interface RestrictedMean {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The area under a survival curve up to `until`, ∫ S(t) dt, with Greenwood's variance
 * Σ A(t)² d/(n(n − d)) over the times up to `until`, where A(t) is the area from t on.
 *
 * After its last time the curve is taken as it is there: `until` is not to lie beyond, unless the
 * curve has reached 0.
 *
 * @see Royston & Parmar (2013), BMC Medical Research Methodology 13, 152, doi:10.1186/1471-2288-13-152
 */
export function restrictedMeanOf(steps: readonly SurvivalStep[], until: number): RestrictedMean {
  let mean = 0;
  let variance = 0;
  let end = until;
  for (const { time, survival, events, atRisk } of steps.filter((step) => step.time < until).toReversed()) {
    mean += survival * (end - time);
    end = time;
    // Where all who are left have the event the curve is 0 from here on, and so is the area.
    if (atRisk > events) variance += mean ** 2 * (events / (atRisk * (atRisk - events)));
  }
  return { mean: mean + end, variance };
}
