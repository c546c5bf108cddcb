import type { Language } from "../../display/index.js";
import type { PublishableEffect, PublishableVerdict } from "../../effects/index.js";
import { rateOf } from "../read.js";

/** Both arms' rates as natural frequencies: of a hundred citizens, how many; empty where one has no rate. */
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
  const [a, b] = [perHundred(ours), perHundred(theirs)];
  return language === "da"
    ? `Af 100 visiterede opnåede omkring ${a} succes hos ${own.name} og ${b} hos ${other.name}.`
    : `Of 100 citizens referred, about ${a} succeeded with ${own.name} and ${b} with ${other.name}.`;
}

function perHundred(rate: number): string {
  return String(Math.round(rate * 100));
}

/** A text with a capital at its beginning. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
