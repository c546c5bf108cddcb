import type { Language } from "../display/index.js";
import type { VerdictCode } from "./types.js";

interface SpecificationWords {
  readonly heading: string;
  readonly onlyOne: string;
  readonly contractAlone: string;
  readonly uncounted: (questions: readonly string[]) => string;
  readonly tooEarly: string;
  readonly nothing: string;
  readonly tried: Readonly<Record<"all" | "single", (count: string) => string>>;
  readonly same: (all: string) => string;
  /** Some lead to another conclusion. */
  readonly differs: (others: string, all: string, about: string, to: string) => string;
  /** Most do. */
  readonly rests: (others: string, all: string, about: string, to: string) => string;
  /** A conclusion, as what a reading leads to. */
  readonly to: Readonly<Record<VerdictCode, (arm: string) => string>>;
  /** The only other one. */
  readonly namely: (to: string) => string;
  /** One of several. */
  readonly each: (count: string, to: string) => string;
  readonly about: (arm: string, reference: string) => string;
  readonly text: string;
  readonly extremes: string;
  readonly partial: string;
  readonly caption: (comparison: string) => string;
  readonly reading: string;
  readonly byDefault: string;
  readonly flips: (arm: string) => string;
  readonly difference: string;
  readonly verdict: string;
  readonly lowest: string;
  readonly highest: string;
  readonly versus: (arm: string, reference: string) => string;
}

const quoted = (texts: readonly string[], before: string, after: string): string =>
  texts.map((text) => `${before}${text}${after}`).join(", ");

export const SPECIFICATION_WORDS: Readonly<Record<Language, SpecificationWords>> = {
  da: {
    heading: "Hvis kriteriet læses på en anden måde",
    onlyOne: "Kriteriet lader ikke noget stå åbent: der er kun én måde at læse det på.",
    contractAlone:
      "Det, kriteriet lader stå åbent, har kun betydning for kontraktens eget mål. Målt fra visiteringen er læsningerne ens, så sammenligningen siger ikke noget om dem.",
    uncounted: (questions) =>
      `${quoted(questions, "»", "«")} har kun betydning for kontraktens eget mål. Det kan ikke ændre sammenligningen fra visiteringen, så de læsninger er ikke talt med.`,
    tooEarly: "Det er for tidligt at sammenligne, uanset hvordan kriteriet læses.",
    nothing: "Der kan ikke beregnes nogen forskel, uanset hvordan kriteriet læses.",
    tried: {
      all: (count) => `${count} kombinationer af læsninger`,
      single: (count) => `${count} læsninger, ændret én ad gangen,`,
    },
    same: (all) => `Konklusionen er den samme, uanset hvordan kriteriet læses: alle ${all} fører til den.`,
    differs: (others, all, about, to) =>
      `Konklusionen${about} afhænger af, hvordan kriteriet læses: ${others} af ${all} fører til en anden konklusion${to}.`,
    rests: (others, all, about, to) =>
      `De fleste måder at læse kriteriet på fører til en anden konklusion${about}: ${others} af ${all} gør det${to}.`,
    to: {
      "better": (arm) => `at ${arm} har en højere succesrate`,
      "worse": (arm) => `at ${arm} har en lavere succesrate`,
      "not-worse": (arm) => `at ${arm} ikke klarer sig dårligere`,
      "inconclusive": () => "at tallene ikke kan afgøre det",
      "too-early": () => "at det er for tidligt at sammenligne",
    },
    namely: (to) => `, nemlig ${to}`,
    each: (count, to) => `${count} til, ${to}`,
    about: (arm, reference) => ` om ${arm} sammenlignet med ${reference}`,
    text: "Hvor kriteriet er tavst, er der valgt én læsning. Tabellen viser, hvor mange udfald der bliver anderledes, når en enkelt af dem ændres, og hvad forskellen så er. Tallene i parentes er kontraktens eget mål.",
    extremes: "De sidste to rækker er de kombinationer, der giver den mindste og den største forskel.",
    partial:
      "Hvor mange udfald hver læsning ændrer, vises ikke i denne udgave: det er ofte få borgere, og deres antal kunne regnes ud.",
    caption: (comparison) => `Udfald og forskel ved andre læsninger af kriteriet: ${comparison}`,
    reading: "Det, kriteriet lader stå åbent, og hvordan det læses",
    byDefault: "Alle valgte læsninger",
    flips: (arm) => `${arm}: ændrede udfald`,
    difference: "Forskel i procentpoint (konfidensinterval)",
    verdict: "Konklusion",
    lowest: "Mindste forskel",
    highest: "Største forskel",
    versus: (arm, reference) => `${arm} sammenlignet med ${reference}`,
  },
  en: {
    heading: "If the criterion is read in another way",
    onlyOne: "The criterion leaves nothing open: there is only one way to read it.",
    contractAlone:
      "What the criterion leaves open matters only to the contract's own measure. Measured from the referral all readings are the same, so that the comparison tells nothing of them.",
    uncounted: (questions) =>
      `${quoted(questions, "“", "”")} matters only to the contract's own measure. It can't change the comparison from the referral, so these readings aren't counted.`,
    tooEarly: "It is too early to compare, however the criterion is read.",
    nothing: "No difference can be computed, however the criterion is read.",
    tried: {
      all: (count) => `${count} combinations of readings`,
      single: (count) => `${count} readings, changed one at a time,`,
    },
    same: (all) => `The conclusion is the same however the criterion is read: all ${all} lead to it.`,
    differs: (others, all, about, to) =>
      `The conclusion${about} depends on how the criterion is read: ${others} of ${all} lead to another conclusion${to}.`,
    rests: (others, all, about, to) =>
      `Most ways of reading the criterion lead to another conclusion${about}: ${others} of ${all} do${to}.`,
    to: {
      "better": (arm) => `that ${arm} has a higher success rate`,
      "worse": (arm) => `that ${arm} has a lower success rate`,
      "not-worse": (arm) => `that ${arm} does no worse`,
      "inconclusive": () => "that the figures can't decide it",
      "too-early": () => "that it is too early to compare",
    },
    namely: (to) => `, namely ${to}`,
    each: (count, to) => `${count} conclude ${to}`,
    about: (arm, reference) => ` on ${arm} compared with ${reference}`,
    text: "Where the criterion is silent, one reading was chosen. The table shows how many outcomes change when a single one of them is changed, and what the difference is then. Numbers in parentheses are the contract's own measure.",
    extremes: "The last two rows are the combinations that give the smallest and the largest difference.",
    partial:
      "How many outcomes each reading changes is not shown in this edition: often they are of few citizens, whose number could be worked out.",
    caption: (comparison) => `Outcomes and difference by other readings of the criterion: ${comparison}`,
    reading: "What the criterion leaves open, and how it is read",
    byDefault: "All chosen readings",
    flips: (arm) => `${arm}: outcomes changed`,
    difference: "Difference in percentage points (confidence interval)",
    verdict: "Conclusion",
    lowest: "Smallest difference",
    highest: "Largest difference",
    versus: (arm, reference) => `${arm} compared with ${reference}`,
  },
};
