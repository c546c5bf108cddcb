import type { Language } from "../../display/index.js";
import type { Participant } from "../../outcomes/index.js";

/** The words of this part of the review, in both languages. */
export interface ChanceWords {
  readonly heading: string;
  readonly complete: (batches: number) => string;
  readonly alternation: string;
  readonly strata: (columns: string) => string;
  readonly caption: string;
  readonly course: string;
  readonly allocated: string;
  readonly meanDays: string;
  readonly participation: Readonly<Record<Participant["participation"], string>>;
  readonly again: (again: number, referrals: number) => string;
  readonly notVerified: string;
  readonly chainVerified: string;
  readonly drawsVerified: string;
  readonly invalid: (findings: number) => string;
  readonly head: (size: number, root: string) => string;
}

export const CHANCE_WORDS: Readonly<Record<Language, ChanceWords>> = {
  da: {
    heading: "Sådan fordelte tilfældet borgerne",
    complete: (batches) =>
      `Hver uges visiterede borgere er fordelt ved lodtrækning, i alt ${batches} uger. Inden for hver lodtrækning havde alle den aftalte sandsynlighed for hver enhed.`,
    alternation:
      "Hver anden borger er visiteret til den ene enhed, begyndelsen ved lodtrækning. Rækkefølgen kan derefter forudsiges af den, der kender den, og det svækker sikkerheden for, at grupperne er ens.",
    strata: (columns) => ` Der er trukket lod særskilt inden for hver gruppe af »${columns}«.`,
    caption: "Forløbet hos hver enhed, alle visiterede borgere",
    course: "Forløb",
    allocated: "Visiterede borgere i alt",
    meanDays: "Gennemsnitlig længde af begyndte og sluttede forløb blandt de fulgt længe nok, dage",
    participation: {
      "completed": "Afsluttet",
      "running": "I gang",
      "returned": "Tilbagevisiteret",
      "expired": "Udløbet uden resultat",
      "withdrawn": "Afbrudt",
      "never-started": "Aldrig begyndt",
      "not-reported": "Intet forløb indberettet",
    },
    again: (again, referrals) =>
      `${again} af de ${referrals} visiteringer gælder en borger, der var visiteret før. En borger tæller én gang, ved den første visitering.`,
    notVerified: "Lodtrækningsprotokollen er ikke efterprøvet i denne rapport.",
    chainVerified:
      "Lodtrækningsprotokollens kæde er efterprøvet og ubrudt. Selve lodtrækningerne kan efterprøves, når nøglen frigives.",
    drawsVerified:
      "Lodtrækningsprotokollen er efterprøvet: kæden er ubrudt, og hver lodtrækning er genberegnet af nøglen.",
    invalid: (findings) =>
      `Lodtrækningsprotokollen holder ikke: efterprøvningen fandt ${findings} fejl. Rapportens sammenligning kan ikke bruges, før de er forklaret.`,
    head: (size, root) => `Lodtrækningsprotokol: ${size} linjer, rod ${root}.`,
  },
  en: {
    heading: "How chance divided the citizens",
    complete: (batches) =>
      `The citizens referred in each week were divided by lot, ${batches} weeks in all. Within each draw everyone had the agreed probability of each unit.`,
    alternation:
      "Every second citizen was referred to the one unit, the first by lot. The order can be foretold from then on by anyone who knows it, which weakens the assurance that the groups are alike.",
    strata: (columns) => ` Lots were drawn separately within each group of “${columns}”.`,
    caption: "The course with each unit, all citizens referred",
    course: "Course",
    allocated: "Citizens referred in all",
    meanDays: "Mean length of courses begun and ended among those followed long enough, days",
    participation: {
      "completed": "Completed",
      "running": "Running",
      "returned": "Returned",
      "expired": "Expired without result",
      "withdrawn": "Withdrawn",
      "never-started": "Never started",
      "not-reported": "No course reported",
    },
    again: (again, referrals) =>
      `${again} of the ${referrals} referrals are of a citizen who had been referred before. A citizen counts once, by the first referral.`,
    notVerified: "The ledger of the draws has not been verified in this review.",
    chainVerified:
      "The chain of the ledger was verified and is unbroken. The draws themselves can be verified once the key is revealed.",
    drawsVerified:
      "The ledger was verified: the chain is unbroken, and every draw was computed again from the key.",
    invalid: (findings) =>
      `The ledger does not hold: verification found ${findings} errors. The comparison can't be used until they are explained.`,
    head: (size, root) => `Ledger: ${size} lines, root ${root}.`,
  },
};
