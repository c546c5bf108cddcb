import type { Language } from "../../display/index.js";
import type { WithheldPart } from "../types.js";

/** Why a part isn't in a published edition; undefined where it isn't left out for that. */
export function withheldText(
  part: WithheldPart,
  withheld: readonly WithheldPart[] | undefined,
  language: Language,
): string | undefined {
  return withheld?.includes(part) === true ? SENTENCES[language][part] : undefined;
}

const SENTENCES: Readonly<Record<Language, Readonly<Record<WithheldPart, string>>>> = {
  da: {
    readings:
      "Andre læsninger af kriteriet vises ikke i denne udgave: de hviler på for få borgere til at offentliggøres.",
    targets: "Nogle af målene vises ikke i denne udgave: de hviler på for få borgere til at offentliggøres.",
    benchmark:
      "Sammenligningen med andre kommuner vises ikke i denne udgave: den er ikke lavet til offentliggørelse eller hviler på for få borgere.",
    settlement:
      "Nogle af afregningens beløb vises ikke i denne udgave: de hviler på for få borgere til at offentliggøres.",
    costs: "Omkostningerne vises ikke i denne udgave: de hviler på for få borgere til at offentliggøres.",
  },
  en: {
    readings:
      "Other readings of the criterion are not shown in this edition: they rest on too few citizens to be published.",
    targets:
      "Some of the targets are not shown in this edition: they rest on too few citizens to be published.",
    benchmark:
      "The comparison with other municipalities is not shown in this edition: it was not made for publication, or rests on too few citizens.",
    settlement:
      "Some amounts of the settlement are not shown in this edition: they rest on too few citizens to be published.",
    costs: "The costs are not shown in this edition: they rest on too few citizens to be published.",
  },
};
