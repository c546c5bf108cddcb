import type { Language } from "../../display/index.js";
import type { Destination } from "../../outcomes/index.js";

/** The words of this part of the review, in both languages. */
export interface ResultsWords {
  readonly heading: string;
  readonly cohort: (longest: string) => string;
  readonly early: string;
  readonly deciding: string;
  readonly exitHeading: string;
  readonly exitText: string;
  readonly exitCaption: string;
  readonly where: string;
  readonly successes: string;
  readonly others: string;
  readonly destinations: Readonly<Record<Destination, string>>;
}

export const RESULTS_WORDS: Readonly<Record<Language, ResultsWords>> = {
  da: {
    heading: "Resultater",
    cohort: (longest) =>
      `Enhederne sammenlignes på de borgere, der er visiteret så tidligt, at alle kan være fulgt lige længe: først det længst tilladte forløb (${longest}), derefter succeskriteriets egen måleperiode. Alle tæller i den enhed, som lodtrækningen gav dem, også de, der aldrig begyndte eller blev tilbagevisiteret.`,
    early: "Tallene nedenfor er foreløbige. De sammenlignes ikke, før nok borgere er fulgt længe nok.",
    deciding:
      "Dette kriterium afgør sammenligningen. Det blev fastlagt i protokollen før den første visitering.",
    exitHeading: "Hvor borgerne gik hen",
    exitText:
      "At være uden kommunal forsørgelse er ikke det samme som at være i arbejde. Tabellen viser, hvor de borgere var, der er fulgt længe nok: for dem, der lykkedes, den dag kriteriet blev opfyldt; for de øvrige måleperiodens sidste dag.",
    exitCaption: "Borgere fulgt længe nok, efter situation på den afgørende dag (det afgørende kriterium)",
    where: "Situation",
    successes: "succes",
    others: "ikke succes",
    destinations: {
      "ordinary-work": "Ordinært arbejde",
      "education": "Ordinær uddannelse",
      "subsidized-work": "Støttet arbejde og fleksjob",
      "municipal-support": "Kommunal forsørgelse",
      "other-support": "Anden forsørgelse",
      "own-means": "Egne midler (ingen registrering)",
      "gone": "Død, udvandret, fraflyttet eller pensioneret",
    },
  },
  en: {
    heading: "Results",
    cohort: (longest) =>
      `The units are compared on the citizens referred early enough for all to have been followed equally long: first the longest permitted course (${longest}), then the criterion's own follow-up. Everyone counts in the unit that the draw gave them, including those who never started or were returned.`,
    early:
      "The figures below are provisional. They are not compared until enough citizens have been followed for long enough.",
    deciding:
      "This criterion decides the comparison. It was fixed in the protocol before the first referral.",
    exitHeading: "Where the citizens went",
    exitText:
      "To be without municipal support is not the same as to be in work. The table shows where the citizens followed for long enough were: for those who succeeded, on the day the criterion was met; for the others, on the last day of the follow-up.",
    exitCaption: "Citizens followed long enough, by situation on the deciding day (the deciding criterion)",
    where: "Situation",
    successes: "success",
    others: "no success",
    destinations: {
      "ordinary-work": "Ordinary work",
      "education": "Ordinary education",
      "subsidized-work": "Subsidized work and fleksjob",
      "municipal-support": "Municipal support",
      "other-support": "Other support",
      "own-means": "Own means (nothing recorded)",
      "gone": "Dead, emigrated, moved away or pensioned",
    },
  },
};
