import type { Language } from "../../display/index.js";

/** The words of page one where there is nothing to make a figure of. */
interface UnreportedWords {
  /** Instead of an amount of 0, where no course of the unit is known. */
  readonly noCourse: (arm: string) => string;
}

export const UNREPORTED_WORDS: Readonly<Record<Language, UnreportedWords>> = {
  da: {
    noCourse: (arm) => `${arm}: kan ikke opgøres: intet forløb er indberettet.`,
  },
  en: {
    noCourse: (arm) => `${arm}: cannot be computed: no course was reported.`,
  },
};
