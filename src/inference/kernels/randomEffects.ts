import { TAU_SQUARED, type TauSquaredMethod } from "./tauSquared.js";
import { weigh, type Studies } from "./weighing.js";

/** Two or more estimates taken together, their true values lying around a mean with the variance τ². */
export interface Pooled {
  readonly tauSquared: number;
  readonly mean: number;
  /** Of the mean, 1/√Σw. */
  readonly standardError: number;
  /** Hartung and Knapp's: √(Σw(y − mean)²/((k − 1)Σw)). */
  readonly adjustedError: number;
  /** Of the mean, if τ² is 0. */
  readonly fixedError: number;
  /** Part of the variance of a typical estimate that is τ². */
  readonly iSquared: number;
  /** Cochran's Q. */
  readonly q: number;
}

/** Takes estimates together. */
export function poolStudies(given: Studies, method: TauSquaredMethod): Pooled {
  const [origin, studies] = ordered(given);
  const k = studies.estimates.length;
  const tauSquared = TAU_SQUARED[method](studies);
  const [fixed, random] = [weigh(studies, 0), weigh(studies, tauSquared)];
  const typical = (k - 1) / fixed.spare;
  return {
    tauSquared,
    mean: origin + random.mean,
    standardError: 1 / Math.sqrt(random.total),
    adjustedError: Math.sqrt(random.q / (k - 1) / random.total),
    fixedError: 1 / Math.sqrt(fixed.total),
    iSquared: tauSquared / (tauSquared + typical),
    q: fixed.q,
  };
}

/** In increasing order and seen from the smallest: neither their order nor what they have in common leaves a trace. */
export function ordered({ estimates, variances }: Studies): readonly [origin: number, studies: Studies] {
  const pairs = Array.from(estimates, (estimate, i) => [estimate, variances[i] ?? 0] as const).toSorted(
    ([y, v], [other, w]) => y - other || v - w,
  );
  const origin = pairs[0]?.[0] ?? 0;
  return [
    origin,
    {
      estimates: Float64Array.from(pairs, ([estimate]) => estimate - origin),
      variances: Float64Array.from(pairs, ([, variance]) => variance),
    },
  ];
}
