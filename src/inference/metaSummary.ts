import { poolStudies, type Pooled } from "./kernels/randomEffects.js";
import type { Studies } from "./kernels/weighing.js";
import type { RandomEffectsSettings } from "./metaOptions.js";
import { studentInterval, type StudentEstimate } from "./student.js";
import { REAL_LINE } from "./studentResult.js";
import type { Interval } from "./types.js";

/** Where the true value of a further study may be expected. */
export interface PredictionInterval extends Interval {
  /** Of Student's t; with none the interval is everything. */
  readonly degreesOfFreedom: number;
}

/** Two or more estimates taken together, with the intervals that belong to them. */
export interface Summary extends Pooled {
  /** The mean with the standard error that was asked for. */
  readonly student: StudentEstimate;
  readonly interval: Interval;
  readonly prediction: PredictionInterval;
}

/** Takes two or more estimates together. */
export function summaryOf(studies: Studies, settings: RandomEffectsSettings): Summary {
  const { method, adjustment, level } = settings;
  const k = studies.estimates.length;
  const pooled = poolStudies(studies, method);
  const isAdjusted = adjustment === "hartung-knapp";
  const student = {
    estimate: pooled.mean,
    standardError: isAdjusted ? pooled.adjustedError : pooled.standardError,
    degreesOfFreedom: isAdjusted ? k - 1 : Infinity,
  };
  return {
    ...pooled,
    student,
    interval: studentInterval(student, level, adjustment),
    prediction: predictionOf(student, pooled.tauSquared, k - (settings.prediction === "k-2" ? 2 : 1), level),
  };
}

/** Mean ± t √(τ² + its variance), or everything where t has no degrees of freedom. */
export function predictionOf(
  { estimate, standardError }: StudentEstimate,
  tauSquared: number,
  degreesOfFreedom: number,
  level: number,
): PredictionInterval {
  const method = "student";
  if (degreesOfFreedom < 1) return { ...REAL_LINE, level, sides: 2, method, degreesOfFreedom: 0 };
  const further = {
    estimate,
    standardError: Math.sqrt(tauSquared + standardError ** 2),
    degreesOfFreedom,
  };
  return { ...studentInterval(further, level, method), degreesOfFreedom };
}
