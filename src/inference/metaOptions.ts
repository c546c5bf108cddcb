import { levelRule, oneOf, type OptionRules } from "../core/index.js";
import type { TauSquaredMethod } from "./kernels/tauSquared.js";

/** How the standard error of the mean is made. */
export type MeanAdjustment = "hartung-knapp" | "none";

/** Degrees of freedom of a prediction, with k estimates. */
export type PredictionDegrees = "k-2" | "k-1";

export interface RandomEffectsOptions {
  /** Of τ²; `reml` by default. */
  readonly method?: TauSquaredMethod | undefined;
  /** `hartung-knapp` by default. */
  readonly adjustment?: MeanAdjustment | undefined;
  /** Degrees of freedom of the prediction interval's t, `k-2` by default. */
  readonly prediction?: PredictionDegrees | undefined;
  /** Confidence level as a proportion, of all intervals; 0.95 by default. */
  readonly level?: number | undefined;
}

/** Options, each with its value. */
export interface RandomEffectsSettings {
  readonly method: TauSquaredMethod;
  readonly adjustment: MeanAdjustment;
  readonly prediction: PredictionDegrees;
  readonly level: number;
}

export const RANDOM_EFFECTS_RULES: OptionRules<RandomEffectsSettings> = {
  method: oneOf(["reml", "paule-mandel", "dersimonian-laird"]),
  adjustment: oneOf(["hartung-knapp", "none"]),
  prediction: oneOf(["k-2", "k-1"]),
  level: levelRule,
};
