import { SUPPRESSED, sumShown, type Publishable } from "../../core/index.js";
import { formatCount, type Language } from "../../display/index.js";
import type { ArmRate, PublishableEffect } from "../../effects/index.js";
import { rateOf } from "../read.js";

/** Below so many known outcomes a share of a hundred would claim to know more than the counts do. */
const FEWEST_OF_A_HUNDRED = 20;

/**
 * Arms' rates as natural frequencies: of a hundred citizens, how many, and where few are known the counts
 * themselves; empty where one has no rate.
 */
export function frequencySentence(
  effect: PublishableEffect,
  arms: readonly string[],
  language: Language,
): string {
  const rates = arms.flatMap((arm) => rateOf(effect, arm) ?? []);
  if (rates.length < arms.length || rates.some(({ rate }) => typeof rate.estimate !== "number")) return "";
  const words = WORDS[language];
  const isOfFew = rates.some((each) => knownOf(each) < FEWEST_OF_A_HUNDRED);
  const [first = "", ...others] = rates.map((each, at) => {
    const many = isOfFew ? countsOf(each, language) : perHundred(each);
    return words.at(at === 0 ? `${isOfFew ? "" : words.about}${many}${words.success}` : many, each.name);
  });
  const last = others.length === 0 ? "" : `${words.and}${others.at(-1)}`;
  return `${isOfFew ? words.ofKnown : words.ofHundred} ${[first, ...others.slice(0, -1)].join(", ")}${last}.`;
}

const WORDS = {
  da: {
    ofHundred: "Af 100 visiterede opnåede",
    ofKnown: "Af dem, hvis udfald kendes, opnåede",
    about: "omkring ",
    success: " succes",
    at: (many: string, name: string) => `${many} hos ${name}`,
    and: " og ",
  },
  en: {
    ofHundred: "Of 100 citizens referred,",
    ofKnown: "Of those whose outcome is known,",
    about: "about ",
    success: " succeeded",
    at: (many: string, name: string) => `${many} with ${name}`,
    and: " and ",
  },
} as const;

/** How many outcomes a rate is made of; a hidden number of them isn't taken for few. */
function knownOf({ counts: { success, failure } }: Publishable<ArmRate>): number {
  const known = sumShown([success, failure]);
  return known === SUPPRESSED ? Infinity : known;
}

function countsOf({ counts: { success, failure } }: Publishable<ArmRate>, language: Language): string {
  const known = formatCount(sumShown([success, failure]), { language });
  return `${formatCount(success, { language })} ${language === "da" ? "af" : "of"} ${known}`;
}

function perHundred({ rate }: Publishable<ArmRate>): string {
  return typeof rate.estimate === "number" ? String(Math.round(rate.estimate * 100)) : "";
}

/** A text with a capital at its beginning. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
