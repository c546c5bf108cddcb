import { formatCounted, type Language } from "../../display/index.js";

/** The words of page one where there is nothing to make a figure of. */
interface UnreportedWords {
  /** Instead of an amount of 0, where no course of the unit is known. */
  readonly noCourse: (arm: string) => string;
  /** Beside an amount, where no course of many referrals is known. */
  readonly someCourses: (count: number) => string;
}

export const UNREPORTED_WORDS: Readonly<Record<Language, UnreportedWords>> = {
  da: {
    noCourse: (arm) => `${arm}: kan ikke opgøres: intet forløb er indberettet.`,
    someCourses: (count) =>
      `For ${formatCounted(count, ["visitering", "visiteringer"], { language: "da" })} er intet forløb indberettet; hvad de måtte koste, er ikke medregnet.`,
  },
  en: {
    noCourse: (arm) => `${arm}: cannot be computed: no course was reported.`,
    someCourses: (count) =>
      `No course was reported for ${formatCounted(count, ["referral", "referrals"], { language: "en" })}; what they may cost is not included.`,
  },
};
