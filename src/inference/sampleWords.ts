import type { Notice } from "../core/index.js";
import { formatCounted, formatNumber, type Language, type Noun } from "../display/index.js";

type Wording = Readonly<Record<Language, string>>;
type NoticeWording = Readonly<Record<Language, (notice: Notice) => string>>;

/** Why nothing can be said of samples. */
export const SAMPLE_REASONS: Readonly<Record<string, Wording>> = {
  "too-few-values": {
    en: "a group has fewer than two values",
    da: "en gruppe har færre end to værdier",
  },
  "constant-values": {
    en: "within the groups nobody differs from anybody, so that there is nothing to measure the difference by",
    da: "inden for grupperne er alle ens, så der er intet at måle forskellen med",
  },
  "one-possible-arm": {
    en: "the draw could put people into one arm only",
    da: "lodtrækningen kunne kun placere nogen i én gruppe",
  },
};

/** What the notices of these methods say. */
export const SAMPLE_NOTICES: Readonly<Record<string, NoticeWording>> = {
  "no-spread": {
    en: () =>
      "Nobody differs from anybody in either group: the difference is 0 in any unit, and the interval excludes nothing.",
    da: () => "Alle er ens i begge grupper: forskellen er 0 i enhver enhed, og intervallet udelukker intet.",
  },
  "impossible-arms": {
    en: ({ arms }) => `The draw’s probability is 0, but people are there: ${listed(arms)}.`,
    da: ({ arms }) => `Lodtrækningens sandsynlighed er 0, men nogen er der: ${listed(arms)}.`,
  },
  "few-expected": {
    en: ({ smallest }) =>
      `Only ${formatNumber(Number(smallest), { language: "en", decimals: 1 })} are expected in an arm, where this test is only approximate.`,
    da: ({ smallest }) =>
      `Kun ${formatNumber(Number(smallest), { language: "da", decimals: 1 })} er forventet i en gruppe, hvor testen kun er tilnærmet.`,
  },
  "level-out-of-reach": {
    en: () => "There are too few values for an interval of this level, so that it excludes nothing.",
    da: () => "Der er for få værdier til et interval på dette niveau, så det udelukker intet.",
  },
  "coarse-ranks": {
    en: () =>
      "A group has fewer than 10 values, where the normal approximation of interval and p-value is coarse.",
    da: () => "En gruppe har færre end 10 værdier, hvor normaltilnærmelsen af interval og p-værdi er grov.",
  },
  "whole-steps": {
    en: ({ distinct }) =>
      `There ${distinct === 1 ? "is" : "are"} only ${counted(distinct, ["distinct value", "distinct values"], "en")}: estimate and limits can only be steps between them, and a limit at the null value can go with a small p-value, since all values between the steps are in the interval and the step itself is not. The probability of a higher value, or the means, tell more.`,
    da: ({ distinct }) =>
      `Der er kun ${counted(distinct, ["værdi", "forskellige værdier"], "da")}: estimat og grænser kan kun være trin mellem dem, og en grænse på nulværdien kan stå sammen med en lille p-værdi, fordi alle værdier mellem trinene er i intervallet, men trinet selv ikke. Sandsynligheden for en højere værdi, eller gennemsnittene, siger mere.`,
  },
};

/** The words around samples. */
export const SAMPLE_PHRASES: Readonly<
  Record<
    Language,
    {
      readonly values: Noun;
      readonly mean: string;
      readonly median: string;
      readonly standardDeviation: string;
    }
  >
> = {
  en: {
    values: ["value", "values"],
    mean: "mean",
    median: "median",
    standardDeviation: "standard deviation",
  },
  da: {
    values: ["værdi", "værdier"],
    mean: "gennemsnit",
    median: "median",
    standardDeviation: "standardafvigelse",
  },
};

/** What a test expected, where it isn't that the groups are alike. */
export const EXPECTED_PHRASES: Readonly<Record<string, Wording>> = {
  "sample-ratio-chi-squared": { en: "Expected from the draw", da: "Forventet ud fra lodtrækningen" },
  "sample-ratio-exact": { en: "Expected from the draw", da: "Forventet ud fra lodtrækningen" },
};

function counted(value: unknown, noun: Noun, language: Language): string {
  return formatCounted(Number(value), noun, { language });
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(", ") : String(values);
}
