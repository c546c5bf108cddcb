import { levelRule, type OptionRules } from "../core/index.js";
import { alternativeRule } from "./question.js";
import type { Alternative } from "./types.js";

/** Options of a comparison of two samples. */
export interface SampleOptions {
  /** Confidence level as a proportion; 0.95 by default. A one-sided interval puts all of 1 − level on one side. */
  readonly level?: number | undefined;
  /** `two-sided` by default. */
  readonly alternative?: Alternative | undefined;
}

/** The rules of {@link SampleOptions}. */
export const SAMPLE_RULES: OptionRules<{ readonly level: number; readonly alternative: Alternative }> = {
  level: levelRule,
  alternative: { ...alternativeRule, default: "two-sided" },
};
