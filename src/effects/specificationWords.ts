import type { Language } from "../display/index.js";

interface SpecificationWords {
  readonly heading: string;
  readonly onlyOne: string;
  readonly tooEarly: string;
  readonly same: (all: string) => string;
  readonly differs: (others: string, all: string) => string;
  readonly text: string;
  readonly caption: (comparison: string) => string;
  readonly question: string;
  readonly reading: string;
  readonly byDefault: string;
  readonly flips: (arm: string) => string;
  readonly rate: (arm: string) => string;
  readonly difference: string;
  readonly verdict: string;
  readonly lowest: string;
  readonly highest: string;
  readonly versus: (arm: string, reference: string) => string;
}

export const SPECIFICATION_WORDS: Readonly<Record<Language, SpecificationWords>> = {
  da: {
    heading: "Hvis kriteriet læses på en anden måde",
    onlyOne: "Kriteriet lader ikke noget stå åbent: der er kun én måde at læse det på.",
    tooEarly: "Det er for tidligt at sammenligne, uanset hvordan kriteriet læses.",
    same: (all) =>
      `Konklusionen er den samme, uanset hvordan kriteriet læses: alle ${all} kombinationer af læsninger fører til den.`,
    differs: (others, all) =>
      `Konklusionen afhænger af, hvordan kriteriet læses: ${others} af ${all} kombinationer af læsninger fører til en anden.`,
    text: "Hvor kriteriet er tavst, er der valgt én læsning. Tabellen viser, hvor mange udfald der bliver anderledes, når en enkelt af dem ændres, og hvad forskellen så er. De sidste to rækker er de kombinationer, der giver den mindste og den største forskel. Tallene i parentes er kontraktens eget mål.",
    caption: (comparison) => `Udfald og forskel ved andre læsninger af kriteriet: ${comparison}`,
    question: "Det, kriteriet lader stå åbent",
    reading: "Læsning",
    byDefault: "Alle valgte læsninger",
    flips: (arm) => `${arm}: ændrede udfald`,
    rate: (arm) => `${arm}: succesrate`,
    difference: "Forskel i procentpoint (konfidensinterval)",
    verdict: "Konklusion",
    lowest: "Mindste forskel",
    highest: "Største forskel",
    versus: (arm, reference) => `${arm} sammenlignet med ${reference}`,
  },
  en: {
    heading: "If the criterion is read in another way",
    onlyOne: "The criterion leaves nothing open: there is only one way to read it.",
    tooEarly: "It is too early to compare, however the criterion is read.",
    same: (all) =>
      `The conclusion is the same however the criterion is read: all ${all} combinations of readings lead to it.`,
    differs: (others, all) =>
      `The conclusion hangs on how the criterion is read: ${others} of ${all} combinations of readings lead to another.`,
    text: "Where the criterion is silent, one reading was chosen. The table shows how many outcomes become others when a single one of them is changed, and what the difference is then. The last two rows are the combinations that give the smallest and the largest difference. Numbers in parentheses are the contract's own measure.",
    caption: (comparison) => `Outcomes and difference by other readings of the criterion: ${comparison}`,
    question: "What the criterion leaves open",
    reading: "Reading",
    byDefault: "All chosen readings",
    flips: (arm) => `${arm}: outcomes changed`,
    rate: (arm) => `${arm}: success rate`,
    difference: "Difference in percentage points (confidence interval)",
    verdict: "Conclusion",
    lowest: "Smallest difference",
    highest: "Largest difference",
    versus: (arm, reference) => `${arm} compared with ${reference}`,
  },
};
