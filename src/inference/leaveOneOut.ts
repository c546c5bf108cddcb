import { deepFreeze, resolveOptions } from "../core/index.js";
import type { Studies } from "./kernels/weighing.js";
import { RANDOM_EFFECTS_RULES, type RandomEffectsOptions } from "./metaOptions.js";
import { readStudies, type ReadStudies, type Study } from "./metaStudies.js";
import { summaryOf, type PredictionInterval, type Summary } from "./metaSummary.js";
import type { Interval } from "./types.js";

/** What the other studies say without this one. */
export interface LeftOut {
  /** Who is left out. */
  readonly label: string;
  /** Mean of the others. */
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly tauSquared: number;
  readonly iSquared: number;
  /** Where the others let a true value be expected. */
  readonly prediction: PredictionInterval;
  /** Mean of all less mean of the others: how far it moves the mean. */
  readonly shift: number;
  /** The shift in standard errors of the mean (DFFITS). */
  readonly influence: number;
  /** Its own estimate less the others' mean, in standard errors of that difference. */
  readonly residual: number;
}

/**
 * Does a result hang on a single study, and which one doesn't fit the others?
 *
 * {@link randomEffects} of all studies but one, for each of them. `influence`, how many standard errors it moves the mean:
 * (μ − μ₍ᵢ₎)/√(h(v + τ²₍ᵢ₎)), where μ₍ᵢ₎ and τ²₍ᵢ₎ are without it and h is its share of the weight. `residual`, how far it
 * lies from what the others let expect: (y − μ₍ᵢ₎)/√(v + τ²₍ᵢ₎ + SE₍ᵢ₎²), about normal if it is one of them; beyond ±2 for
 * one in twenty all the same. To compare a municipality with the others is to take it out of them first: it lies in no
 * mean that it is held against here.
 *
 * @param studies three or more, as {@link randomEffects} takes them; of fewer there are no rows, since two others at
 *   least must be left
 * @param options as {@link randomEffects} takes them
 * @returns a row for each study, in the order given
 * @throws CompetitionError as {@link randomEffects} does
 * @example
 * const studies = [
 *   { label: "A", estimate: -0.4, variance: 0.03 },
 *   { label: "B", estimate: 0.3, variance: 0.06 },
 *   { label: "C", estimate: 0.25, variance: 0.01 },
 * ];
 * leaveOneOut(studies)[0]?.estimate // 0.257
 * @example
 * leaveOneOut(studies.slice(1)) // []
 * @see Viechtbauer & Cheung (2010), Research Synthesis Methods 1, 112–125, doi:10.1002/jrsm.11
 */
export function leaveOneOut(studies: readonly Study[], options?: RandomEffectsOptions): readonly LeftOut[] {
  const { values } = resolveOptions("leaveOneOut", options, RANDOM_EFFECTS_RULES);
  const read = readStudies(studies);
  if (read.labels.length < 3) return Object.freeze([]);
  const whole = summaryOf(read, values);
  return deepFreeze(read.labels.map((_, i) => rowOf(i, read, whole, summaryOf(without(read, i), values))));
}

function without({ estimates, variances }: Studies, left: number): Studies {
  return {
    estimates: estimates.filter((_, i) => i !== left),
    variances: variances.filter((_, i) => i !== left),
  };
}

function rowOf(i: number, read: ReadStudies, whole: Summary, others: Summary): LeftOut {
  const { labels, estimates, variances } = read;
  const [estimate = 0, variance = 0] = [estimates[i], variances[i]];
  const { tauSquared, iSquared, interval, prediction } = others;
  const { standardError } = others.student;
  const share = whole.standardError ** 2 / (variance + whole.tauSquared);
  const shift = whole.mean - others.mean;
  const spread = variance + tauSquared;
  return {
    label: labels[i] ?? "",
    estimate: others.mean,
    standardError,
    interval,
    tauSquared,
    iSquared,
    prediction,
    shift,
    influence: shift / Math.sqrt(share * spread),
    residual: (estimate - others.mean) / Math.sqrt(spread + standardError ** 2),
  };
}
