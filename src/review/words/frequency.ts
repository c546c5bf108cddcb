import type { Language } from "../../display/index.js";
import type { Effect, Verdict } from "../../effects/index.js";
import { rateOf } from "../read.js";

/** Both arms' rates as natural frequencies: of a hundred citizens, how many; empty where one has no rate. */
export function frequencySentence(effect: Effect, verdict: Verdict, language: Language): string {
  const own = rateOf(effect, verdict.arm);
  const other = rateOf(effect, verdict.reference);
  if (own === undefined || other === undefined) return "";
  if (own.rate.estimate === null || other.rate.estimate === null) return "";
  const a = perHundred(own.rate.estimate);
  const b = perHundred(other.rate.estimate);
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
