import { formatDate, type Language } from "../../display/index.js";
import type { EditionData, WithheldPart } from "../types.js";

/** Why a part isn't in a published edition; undefined where it isn't left out. */
export function withheldText(
  part: WithheldPart,
  withheld: readonly WithheldPart[] | undefined,
  language: Language,
): string | undefined {
  return withheld?.includes(part) === true ? SENTENCES[language][part] : undefined;
}

/** In which edition the comparison was shown last; undefined where this one shows it, or none did. */
export function comparedInText({ comparedIn }: EditionData, language: Language): string | undefined {
  return comparedIn == null ? undefined : LAST[language](formatDate(comparedIn, { language }));
}

const LAST: Readonly<Record<Language, (date: string) => string>> = {
  da: (date) =>
    `Den seneste sammenligning, der kunne offentliggøres, står i udgaven pr. ${date}. Siden er der kommet for få til, at en ny kan vises uden at røbe dem.`,
  en: (date) =>
    `The last comparison that could be published stands in the edition as of ${date}. Too few have come to it since for a new one to be shown without telling of them.`,
};

const SENTENCES: Readonly<Record<Language, Readonly<Record<WithheldPart, string>>>> = {
  da: {
    comparison:
      "Sammenligningen efter det afgørende kriterium er helt eller delvis holdt tilbage af hensyn til fortroligheden, ikke fordi det er for tidligt: et lille antal kunne ellers regnes ud.",
    readings:
      "Andre læsninger af kriteriet vises ikke i denne udgave: de hviler på for få borgere til at offentliggøres.",
    targets: "Nogle af målene vises ikke i denne udgave: de hviler på for få borgere til at offentliggøres.",
    benchmark:
      "Sammenligningen med andre kommuner vises ikke i denne udgave: den er ikke lavet til offentliggørelse eller hviler på for få borgere.",
    settlement:
      "Nogle af afregningens beløb vises ikke i denne udgave: de hviler på for få borgere til at offentliggøres.",
    costs: "Omkostningerne vises ikke i denne udgave: de hviler på for få borgere til at offentliggøres.",
    sampleRatio:
      "Om fordelingen gav enhederne så mange borgere, som den skulle, vises ikke: antallene er skjult.",
    time: "Kurverne over, hvornår succeserne kom, vises ikke: hvert trin er en enkelt borger eller få.",
    months: "Tallene måned for måned vises ikke: i en måned er der få borgere.",
    missing: "Grundene til, at udfald er ukendte, vises ikke: hver af dem gælder få borgere.",
    ratings: "Tilfredshed og klager vises ikke: svarene er få og kommer fra enkelte borgere.",
    trend:
      "Udviklingen over årene ved siden af andre kommuner vises ikke: den er ikke lavet til offentliggørelse.",
    claims: "Leverandørens egne krav og indberetninger vises ikke: de handler om enkelte borgere.",
    expectedPayments:
      "Hvad der endnu kan komme til betaling, vises ikke: beløbene er satser gange få borgere.",
  },
  en: {
    comparison:
      "The comparison by the deciding criterion is withheld in whole or in part for discretion, not because it is too early: a small count could be worked out otherwise.",
    readings:
      "Other readings of the criterion are not shown in this edition: they rest on too few citizens to be published.",
    targets:
      "Some of the targets are not shown in this edition: they rest on too few citizens to be published.",
    benchmark:
      "The comparison with other municipalities is not shown in this edition: it was not made for publication, or rests on too few citizens.",
    settlement:
      "Some amounts of the settlement are not shown in this edition: they rest on too few citizens to be published.",
    costs: "The costs are not shown in this edition: they rest on too few citizens to be published.",
    sampleRatio:
      "Whether the allocation gave the units as many citizens as it should is not shown: the counts are hidden.",
    time: "The curves of when successes came are not shown: each step is a single citizen, or few.",
    months: "The figures month by month are not shown: a month has few citizens.",
    missing: "The reasons why outcomes are unknown are not shown: each of them concerns few citizens.",
    ratings: "Satisfaction and complaints are not shown: the answers are few and come from single citizens.",
    trend:
      "The development over the years beside other municipalities is not shown: it was not made for publication.",
    claims: "The supplier's own claims and reports are not shown: they are about single citizens.",
    expectedPayments:
      "What may still have to be paid is not shown: the amounts are rates times few citizens.",
  },
};
