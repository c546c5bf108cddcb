import type { Language } from "../../display/index.js";
import {
  readableComparisons,
  readingSentence,
  restsOnReading,
  verdictSentence,
  type PublishableEffect,
  type PublishableVerdict,
} from "../../effects/index.js";
import type { EditionData } from "../types.js";

/** The verdict's sentence, and beside it, where most readings of the criterion lead to another, that they do. */
export function conclusionText(
  data: EditionData,
  effect: PublishableEffect,
  verdict: PublishableVerdict,
  language: Language,
): string {
  const reading = mostReadingsText(data, effect, verdict, language);
  return [verdictSentence(effect, verdict, language), reading ?? []].flat().join(" ");
}

/** That most readings of the criterion lead to another conclusion; undefined where they don't, or nothing is concluded. */
export function mostReadingsText(
  { specification }: EditionData,
  effect: PublishableEffect,
  { arm }: PublishableVerdict,
  language: Language,
): string | undefined {
  const isConcluded = readableComparisons(effect).some((comparison) => comparison.arm === arm);
  return isConcluded && specification?.criterion === effect.criterion && restsOnReading(specification, arm)
    ? readingSentence(specification, arm, language)
    : undefined;
}
