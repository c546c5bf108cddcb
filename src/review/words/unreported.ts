import type { Language } from "../../display/index.js";

/** The words of page one where there is nothing to make a figure of. */
interface UnreportedWords {
  /** Instead of an amount of 0, where no course of the unit is known. */
  readonly noCourse: (arm: string) => string;
  /** Instead of a verdict, where no outcome is known of either unit. */
  readonly noOutcome: (arm: string, reference: string) => string;
}

export const UNREPORTED_WORDS: Readonly<Record<Language, UnreportedWords>> = {
  da: {
    noCourse: (arm) => `${arm}: kan ikke opgøres: intet forløb er indberettet.`,
    noOutcome: (arm, reference) =>
      `${arm} og ${reference} kan ikke sammenlignes: intet udfald kendes. Se efter, om udtrækket er tomt.`,
  },
  en: {
    noCourse: (arm) => `${arm}: cannot be computed: no course was reported.`,
    noOutcome: (arm, reference) =>
      `${arm} and ${reference} cannot be compared: no outcome is known. Look whether the extract is empty.`,
  },
};
