import type { Language } from "../../display/index.js";

/** The words of this part of the review, in both languages. */
export interface ResultsWords {
  readonly heading: string;
  readonly cohort: (longest: string) => string;
  /** What the columns of every table are. */
  readonly reading: string;
  readonly targets: string;
  readonly early: string;
  readonly deciding: string;
}

export const RESULTS_WORDS: Readonly<Record<Language, ResultsWords>> = {
  da: {
    heading: "Resultater",
    cohort: (longest) =>
      `Enhederne sammenlignes på de borgere, der er visiteret så tidligt, at alle kan være fulgt lige længe fra visiteringen: gennem kriteriets egen måleperiode og, når kriteriet måles efter forløbet, forinden gennem det længst tilladte forløb (${longest}). Alle tæller med i den enhed, fordelingen gav dem, også de, der aldrig begyndte eller blev tilbagevisiteret.`,
    reading:
      "KI er konfidensintervallet: de værdier, som tallene er forenelige med. p-værdien siger, hvor ofte tilfældet alene ville give en mindst så stor forskel.",
    targets: "Holdt op mod de aftalte mål",
    early: "Tallene nedenfor er foreløbige. De sammenlignes ikke, før nok borgere er fulgt længe nok.",
    deciding:
      "Dette kriterium afgør sammenligningen. Det blev fastlagt i protokollen før den første visitering.",
  },
  en: {
    heading: "Results",
    cohort: (longest) =>
      `The units are compared on the citizens referred early enough for all to have been followed equally long from the referral: through the criterion's own follow-up and, where the criterion is measured after the course, before that through the longest permitted course (${longest}). Everyone counts in the unit that the allocation gave them, including those who never started or were returned.`,
    reading:
      "CI is the confidence interval: the values that the figures are compatible with. The p-value tells how often chance alone would give a difference at least as large.",
    targets: "Held against the agreed targets",
    early:
      "The figures below are provisional. They are not compared until enough citizens have been followed for long enough.",
    deciding:
      "This criterion decides the comparison. It was fixed in the protocol before the first referral.",
  },
};
