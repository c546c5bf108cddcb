import { formatDate, type Language } from "../../display/index.js";
import { isWithheld } from "../read.js";
import type { EditionData, WithheldPart } from "../types.js";

/** Why a part isn't in a published edition; undefined where it isn't left out. */
export function withheldText(
  part: WithheldPart,
  withheld: readonly WithheldPart[] | undefined,
  language: Language,
): string | undefined {
  return withheld?.includes(part) === true ? SENTENCES[language][part] : undefined;
}

/** Which of the agreed targets aren't in a published edition, and why; undefined where all are. */
export function targetsWithheldText(
  { withheld, targets }: Pick<EditionData, "withheld" | "targets">,
  language: Language,
): string | undefined {
  if (targets === null) return withheldText("targets", withheld, language);
  const shown = new Set(targets.targets.map(({ number }) => number));
  const left = Array.from({ length: Number(targets.agreed) }, (_, index) => index + 1).filter(
    (number) => !shown.has(number),
  );
  return left.length === 0 ? undefined : TARGETS_LEFT[language](left.map(String), String(targets.agreed));
}

/** In which edition the comparison's numbers were shown last; undefined where this one shows them, or none did. */
export function comparedInText(data: EditionData, language: Language): string | undefined {
  const { comparedIn } = data;
  if (comparedIn == null) return undefined;
  return LAST[language][isWithheld(data) ? "all" : "numbers"](formatDate(comparedIn, { language }));
}

const LAST: Readonly<Record<Language, Readonly<Record<"all" | "numbers", (date: string) => string>>>> = {
  da: {
    all: (date) =>
      `Den seneste sammenligning, der kunne offentliggøres, står i udgaven pr. ${date}. Siden er der kommet for få til, at en ny kan vises uden at røbe dem.`,
    numbers: (date) =>
      `De seneste tal for sammenligningen, der kunne offentliggøres, står i udgaven pr. ${date}. Siden er der kommet for få til, at nye kan vises uden at røbe dem.`,
  },
  en: {
    all: (date) =>
      `The last comparison that could be published stands in the edition as of ${date}. Too few have come to it since for a new one to be shown without telling of them.`,
    numbers: (date) =>
      `The last figures of the comparison that could be published stand in the edition as of ${date}. Too few have come to it since for new ones to be shown without telling of them.`,
  },
};

const TARGETS_LEFT: Readonly<Record<Language, (numbers: readonly string[], agreed: string) => string>> = {
  da: (numbers, agreed) =>
    `Mål ${listed(numbers, "og")} (${numbers.length} af ${agreed} aftalte) vises ikke i denne udgave, fordi små antal borgere kunne regnes ud af ${numbers.length === 1 ? "det" : "dem"}.`,
  en: (numbers, agreed) =>
    numbers.length === 1
      ? `Target ${listed(numbers, "and")} (1 of ${agreed} agreed) is not shown in this edition, since small counts of citizens could be worked out from it.`
      : `Targets ${listed(numbers, "and")} (${numbers.length} of ${agreed} agreed) are not shown in this edition, since small counts of citizens could be worked out from them.`,
};

function listed(numbers: readonly string[], and: string): string {
  const [last = "", ...before] = numbers.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(", ")} ${and} ${last}`;
}

const SENTENCES: Readonly<Record<Language, Readonly<Record<WithheldPart, string>>>> = {
  da: {
    comparison:
      "Sammenligningen efter det afgørende kriterium er helt eller delvis holdt tilbage af diskretionshensyn, ikke fordi det er for tidligt: et lille antal kunne ellers regnes ud.",
    readings:
      "Andre læsninger af kriteriet vises ikke i denne udgave, fordi små antal borgere kunne regnes ud af dem.",
    targets: "De aftalte mål vises ikke i denne udgave, fordi små antal borgere kunne regnes ud af dem.",
    benchmark:
      "Sammenligningen med andre kommuner vises ikke i denne udgave: den er ikke lavet til offentliggørelse, eller små antal borgere kunne regnes ud af den.",
    settlement:
      "Nogle af afregningens beløb vises ikke i denne udgave, fordi små antal borgere kunne regnes ud af dem.",
    costs:
      "Omkostningerne pr. visitering og pr. succes vises ikke i denne udgave, fordi små antal borgere kunne regnes ud af dem.",
    sampleRatio:
      "Om fordelingen gav enhederne så mange borgere, som den skulle, vises ikke: antallene er skjult.",
    time: "Kurverne over, hvornår succeserne kom, vises ikke, fordi små antal borgere kunne regnes ud af dem.",
    months: "Tallene måned for måned vises ikke, fordi små antal borgere kunne regnes ud af dem.",
    missing:
      "Grundene til, at udfald er ukendte, vises ikke, fordi små antal borgere kunne regnes ud af dem.",
    ratings:
      "Hvor tilfredse borgerne er, vises ikke i denne udgave, kun hvor mange der har svaret og klaget: af et gennemsnit tæt på skalaens ende, eller af to udgavers gennemsnit, kunne enkelte borgeres svar regnes ud.",
    trend:
      "Udviklingen over årene sammenholdt med andre kommuner vises ikke: den er ikke lavet til offentliggørelse.",
    claims: "Leverandørens egne krav og indberetninger vises ikke: de handler om enkelte borgere.",
    expectedPayments:
      "Hvad der endnu kan komme til betaling, vises ikke, fordi små antal borgere kunne regnes ud af beløbene.",
  },
  en: {
    comparison:
      "The comparison by the deciding criterion is withheld in whole or in part to protect confidentiality, not because it is too early: a small count could be worked out otherwise.",
    readings:
      "Other readings of the criterion are not shown in this edition, since small counts of citizens could be worked out from them.",
    targets:
      "The agreed targets are not shown in this edition, since small counts of citizens could be worked out from them.",
    benchmark:
      "The comparison with other municipalities is not shown in this edition: it was not made for publication, or small counts of citizens could be worked out from it.",
    settlement:
      "Some amounts of the settlement are not shown in this edition, since small counts of citizens could be worked out from them.",
    costs:
      "The costs per referral and per success are not shown in this edition, since small counts of citizens could be worked out from them.",
    sampleRatio:
      "Whether the allocation gave the units as many citizens as it should is not shown: the counts are hidden.",
    time: "The curves of when successes came are not shown, since small counts of citizens could be worked out from them.",
    months:
      "The figures month by month are not shown, since small counts of citizens could be worked out from them.",
    missing:
      "The reasons why outcomes are unknown are not shown, since small counts of citizens could be worked out from them.",
    ratings:
      "How content the citizens were is not shown in this edition, only how many answered and complained: from a mean near the end of the scale, or from two editions' means, single citizens' answers could be worked out.",
    trend:
      "The development over the years beside other municipalities is not shown: it was not made for publication.",
    claims: "The supplier's own claims and reports are not shown: they are about single citizens.",
    expectedPayments:
      "What may still have to be paid is not shown, since small counts of citizens could be worked out from the amounts.",
  },
};
