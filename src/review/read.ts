import type { Notice } from "../core/index.js";
import type { Language } from "../display/index.js";
import type { ArmRate, Effect } from "../effects/index.js";
import type { Criterion, Wording } from "../outcomes/index.js";
import type { ReviewData } from "./types.js";

// What the sections look up in the review's data again and again.

/** The effect that decides, if it is among those given. */
export function primaryEffect(data: ReviewData): Effect | undefined {
  return data.effects.find(({ primary }) => primary);
}

export function rateOf(effect: Effect, arm: string): ArmRate | undefined {
  return effect.rates.find((rate) => rate.arm === arm);
}

export function criterionOf(data: ReviewData, id: string): Criterion | undefined {
  return data.criteria.find((criterion) => criterion.id === id);
}

/** The criterion's own words, or its id where the protocol doesn't have it. */
export function criterionName(data: ReviewData, id: string): Wording {
  return criterionOf(data, id)?.name ?? { da: id, en: id };
}

/** A notice with its criterion in words, where it names one. */
export function withCriterionName(notice: Notice, data: ReviewData, language: Language): Notice {
  const { criterion } = notice;
  return typeof criterion === "string"
    ? { ...notice, criterion: criterionName(data, criterion)[language] }
    : notice;
}

/** Whether the deciding comparison has too few citizens to be read. */
export function isTooEarly(data: ReviewData): boolean {
  return primaryEffect(data)?.verdicts.some(({ code }) => code === "too-early") ?? true;
}
