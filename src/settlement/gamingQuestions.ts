import { formatCount, type Language } from "../display/index.js";
import { spanInWords, type Wording } from "../outcomes/index.js";
import type { CountedSign, GamingSign, GamingSignsData } from "./gamingTypes.js";
import { GAMING_WORDS, type SignFacts } from "./gamingWords.js";
import { nameOfGroup } from "./groupNames.js";

/** Names of arms and criteria. */
export type Names = Pick<GamingSignsData, "arms" | "criteria">;

/** What a sign is told with, in a language. */
export function factsOf(sign: CountedSign, { arms, criteria }: Names, language: Language): SignFacts {
  const nameOf = (id: string | undefined): string => arms.find(({ arm }) => arm === id)?.name ?? id ?? "";
  const count = (value: number): string => formatCount(value, { language });
  return {
    arm: nameOf(sign.arm),
    otherArm: nameOf(sign.otherArm),
    criterion: criteria.find(({ criterion }) => criterion === sign.criterion)?.name[language] ?? "",
    factor: nameOfGroup(sign.factor ?? "", language),
    group: nameOfGroup(sign.group ?? "", language),
    within: sign.within === undefined ? "" : spanInWords(sign.within, language),
    workingDays: count(sign.workingDays ?? 0),
    events: count(sign.count.events),
    total: count(sign.count.total),
    otherEvents: count(sign.comparedWith.events),
    otherTotal: count(sign.comparedWith.total),
  };
}

/** A sign as a question in both languages: what was found, what to ask, and what may explain it. */
export function questionOf(
  sign: CountedSign,
  names: Names,
): Pick<GamingSign, "finding" | "question" | "innocent"> {
  const { code } = sign;
  return {
    finding: inBoth((language) => GAMING_WORDS[language].signs[code].finding(factsOf(sign, names, language))),
    question: inBoth((language) => GAMING_WORDS[language].signs[code].question),
    innocent: inBoth((language) => GAMING_WORDS[language].signs[code].innocent),
  };
}

function inBoth(text: (language: Language) => string): Wording {
  return { da: text("da"), en: text("en") };
}
