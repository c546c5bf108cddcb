import { SUPPRESSED, type Notice, type Publishable } from "../core/index.js";
import type { Language } from "../display/index.js";
import { readableComparisons, type ArmRate, type PublishableEffect } from "../effects/index.js";
import type { Criterion, Wording } from "../outcomes/index.js";
import type { EditionData } from "./types.js";

// What the sections look up in the review's data again and again.

/** The effect that decides, if it is among those given. */
export function primaryEffect(data: Pick<EditionData, "effects">): PublishableEffect | undefined {
  return data.effects.find(({ primary }) => primary);
}

export function rateOf(effect: PublishableEffect, arm: string): Publishable<ArmRate> | undefined {
  return effect.rates.find((rate) => rate.arm === arm);
}

export function criterionOf(data: Pick<EditionData, "criteria">, id: string): Criterion | undefined {
  return data.criteria.find((criterion) => criterion.id === id);
}

/** The criterion's own words, or its id where the protocol doesn't have it. */
export function criterionName(data: Pick<EditionData, "criteria">, id: string): Wording {
  return criterionOf(data, id)?.name ?? { da: id, en: id };
}

/** A notice with its criterion in words, where it names one. */
export function withCriterionName(notice: Notice, data: EditionData, language: Language): Notice {
  const { criterion } = notice;
  return typeof criterion === "string"
    ? { ...notice, criterion: criterionName(data, criterion)[language] }
    : notice;
}

/** Whether a deciding comparison rests on too few to be published. */
export function isWithheld(data: EditionData): boolean {
  return primaryEffect(data)?.verdicts.some(({ code }) => code === SUPPRESSED) ?? false;
}

/** Whether nothing is concluded yet: the units are compared once enough have been followed for long enough. */
export function isTooEarly(data: EditionData): boolean {
  const effect = primaryEffect(data);
  return effect === undefined || effect.verdicts.every(({ code }) => code === "too-early");
}

/** Whether there is a deciding comparison that may be read: neither too early nor withheld. */
export function isCompared(data: EditionData): boolean {
  const effect = primaryEffect(data);
  return effect !== undefined && readableComparisons(effect).length > 0;
}
