import { SUPPRESSED, sumShown, type Publishable } from "../../core/index.js";
import { formatCount, type Language } from "../../display/index.js";
import type { ArmRate, PublishableEffect, PublishableVerdict } from "../../effects/index.js";
import { rateOf } from "../read.js";

/** Below so many known outcomes a share of a hundred would claim to know more than the counts do. */
const FEWEST_OF_A_HUNDRED = 20;

/**
 * Both arms' rates as natural frequencies: of a hundred citizens, how many, and where few are known the counts
 * themselves; empty where one has no rate.
 */
export function frequencySentence(
  effect: PublishableEffect,
  verdict: PublishableVerdict,
  language: Language,
): string {
  const own = rateOf(effect, verdict.arm);
  const other = rateOf(effect, verdict.reference);
  if (own === undefined || other === undefined) return "";
  const [ours, theirs] = [own.rate.estimate, other.rate.estimate];
  if (typeof ours !== "number" || typeof theirs !== "number") return "";
  const [few, fewThere] = [knownOf(own), knownOf(other)];
  if (few < FEWEST_OF_A_HUNDRED || fewThere < FEWEST_OF_A_HUNDRED) {
    const [a, b] = [countsOf(own, language), countsOf(other, language)];
    return language === "da"
      ? `Af dem, hvis udfald kendes, opnåede ${a} succes hos ${own.name} og ${b} hos ${other.name}.`
      : `Of those whose outcome is known, ${a} succeeded with ${own.name} and ${b} with ${other.name}.`;
  }
  const [a, b] = [perHundred(ours), perHundred(theirs)];
  return language === "da"
    ? `Af 100 visiterede opnåede omkring ${a} succes hos ${own.name} og ${b} hos ${other.name}.`
    : `Of 100 citizens referred, about ${a} succeeded with ${own.name} and ${b} with ${other.name}.`;
}

/** How many outcomes a rate is made of; a hidden number of them isn't taken for few. */
function knownOf({ counts: { success, failure } }: Publishable<ArmRate>): number {
  const known = sumShown([success, failure]);
  return known === SUPPRESSED ? Infinity : known;
}

function countsOf({ counts: { success, failure } }: Publishable<ArmRate>, language: Language): string {
  const known = formatCount(sumShown([success, failure]), { language });
  return `${formatCount(success, { language })} ${language === "da" ? "af" : "of"} ${known}`;
}

function perHundred(rate: number): string {
  return String(Math.round(rate * 100));
}

/** A text with a capital at its beginning. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
