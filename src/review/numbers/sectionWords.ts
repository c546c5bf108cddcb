import type { Language } from "../../display/index.js";

interface SectionWords {
  readonly heading: string;
  readonly text: string;
  readonly caption: string;
  readonly columns: readonly [number: string, what: string, value: string, rows: string, how: string];
  readonly of: string;
  readonly level: (level: string) => string;
  readonly variances: Readonly<Record<string, string>>;
  /** Why there is no value or no interval, where no method says it. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly kroner: (limits: string) => string;
  /** Of places whose items are counted. */
  readonly howMany: (places: string) => string;
}

/** The words of the list of numbers in the appendix. */
export const SECTION_WORDS: Readonly<Record<Language, SectionWords>> = {
  da: {
    heading: "Tallene på første side",
    text: "Første side henviser til tallene med N og et nummer. Her står for hvert tal, hvilke antal det er lavet af, efter hvilken regel og med hvilken metode; i parentes står konfidensintervallet. Hvor rapporten er skrevet til en mappe, har »tables/numbers.csv« de samme tal og rapportens øvrige hovedtal uafrundet, hvert med et navn, der er det samme i alle rapporter, og med stedet i »review.json«.",
    caption: "Tal på første side og deres grundlag",
    columns: ["Nr.", "Tal", "Værdi", "Lavet af", "Regel og metode"],
    of: "af",
    level: (level) => `niveau ${level}`,
    variances: { "sato": "Satos varians", "greenland-robins": "Greenland og Robins’ varians" },
    reasons: {
      "zero-variance": "intet konfidensinterval: udfaldene varierer ikke",
      "costs-alike": "intet konfidensinterval: omkostningerne varierer ikke",
    },
    kroner: (limits) => `${limits} kr.`,
    howMany: (places) => `antal i ${places}`,
  },
  en: {
    heading: "The numbers of page one",
    text: "Page one refers to its numbers by N and a number. Listed for each are the counts it is made of, the rule and the method; the confidence interval is in brackets. Where the review is written to a folder, “tables/numbers.csv” has the same numbers and the review’s other main ones unrounded, each with a name that is the same in all reviews and with its place in “review.json”.",
    caption: "Numbers of page one and what they rest on",
    columns: ["No.", "Number", "Value", "Made of", "Rule and method"],
    of: "of",
    level: (level) => `level ${level}`,
    variances: { "sato": "Sato’s variance", "greenland-robins": "Greenland and Robins’s variance" },
    reasons: {
      "zero-variance": "no confidence interval: the outcomes don’t vary",
      "costs-alike": "no confidence interval: the costs don’t vary",
    },
    kroner: (limits) => `DKK ${limits}`,
    howMany: (places) => `items of ${places}`,
  },
};
