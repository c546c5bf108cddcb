import type { Interval } from "../../inference/index.js";
import { studentTQuantile } from "../../numerics/index.js";
import type { Normal } from "../ranks.js";
import type { Bounded } from "../types.js";
import {
  expit,
  linearModel,
  logisticModel,
  type FittedModel,
  type Subject,
  type Unfitted,
} from "./models.js";

/** A municipality beside the prediction of a model that never saw it. */
export interface Placed {
  readonly expectedRate: number;
  readonly ratio: Bounded;
  /** Observed less expected on the model's scale. */
  readonly difference: Normal;
}

/** How a model is fitted, and how a municipality is held against it. */
export interface Method {
  readonly fit: (subjects: readonly Subject[], names: readonly string[]) => FittedModel | Unfitted;
  readonly place: (subject: Subject, model: FittedModel, level: number) => Placed;
}

export const METHODS: Readonly<Record<"logistic" | "linear", Method>> = {
  /**
   * In log odds: the municipality's own variance φ/(n p (1 − p)) and the prediction's φ x′Vx. Without any success, or
   * with nothing else, half a success and one citizen are added for the limits.
   */
  logistic: {
    fit: logisticModel,
    place: (subject, { predict, dispersion, degreesOfFreedom }, level) => {
      const { events, total } = subject.count ?? { events: 0, total: 0 };
      const predicted = predict(subject);
      const [observed, of] = events === 0 || events === total ? [events + 0.5, total + 1] : [events, total];
      const p = observed / of;
      const estimate = Math.log(p / (1 - p)) - predicted.estimate;
      const standardError = Math.sqrt(dispersion * (1 / (of * p * (1 - p)) + predicted.variance));
      const distance = studentTQuantile((1 - level) / 2, degreesOfFreedom, "upper") * standardError;
      const expectedRate = expit(predicted.estimate);
      const ratio = (difference: number): number => expit(predicted.estimate + difference) / expectedRate;
      return {
        expectedRate,
        ratio: {
          estimate: subject.rate / expectedRate,
          interval: limits(
            events === 0 ? 0 : ratio(estimate - distance),
            events === total ? 1 / expectedRate : ratio(estimate + distance),
            level,
          ),
        },
        difference: { estimate, standardError },
      };
    },
  },
  /**
   * In rates: the observed over the limits of the prediction for a further municipality. A straight line may go below 0,
   * where there is no ratio.
   */
  linear: {
    fit: linearModel,
    place: (subject, { predict, dispersion, degreesOfFreedom }, level) => {
      const { estimate: expectedRate, variance } = predict(subject);
      const standardError = Math.sqrt(dispersion + variance);
      const distance = studentTQuantile((1 - level) / 2, degreesOfFreedom, "upper") * standardError;
      const over = (expected: number): number => (expected > 0 ? subject.rate / expected : Infinity);
      const ratio: Bounded =
        expectedRate > 0
          ? {
              estimate: over(expectedRate),
              interval: limits(over(expectedRate + distance), over(expectedRate - distance), level),
            }
          : { estimate: null, interval: limits(0, Infinity, level) };
      return {
        expectedRate,
        ratio,
        difference: { estimate: subject.rate - expectedRate, standardError },
      };
    },
  },
};

function limits(lower: number, upper: number, level: number): Interval {
  return { lower, upper, level, sides: 2, method: "prediction" };
}
