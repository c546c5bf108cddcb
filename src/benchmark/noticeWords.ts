import type { Notice } from "../core/index.js";
import { formatCount, formatNumber, formatPValue, type Language } from "../display/index.js";

type Sentence = (notice: Notice, language: Language) => string;

const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  "overdispersion-not-carried": {
    da: (notice, language) =>
      `Intervallerne afspejler kun den tilfældige variation i tallene, ikke at kommunerne er forskellige indbyrdes (χ² = ${statistic(notice, language)}, ${count(notice, "peers", language)} kommuner, ${pValue(notice, language)}).`,
    en: (notice, language) =>
      `The intervals carry only the chance in the figures, not that the municipalities differ among themselves (χ² = ${statistic(notice, language)}, ${count(notice, "peers", language)} municipalities, ${pValue(notice, language)}).`,
  },
  "peers-of-another-measure": {
    da: (notice) => `Uden tal, der måler det samme, og derfor ikke med: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `Without figures that measure the same, and therefore left out: ${list(notice, "municipalities")}.`,
  },
  "lower-is-better": {
    da: () => "Kommunernes tal er af den slags, hvor det lave er det gode.",
    en: () => "The municipalities' figures are of the kind where low is good.",
  },
};

/** A notice of a benchmark as a sentence. */
export function describeBenchmarkNotice(notice: Notice, language: Language): string {
  return SENTENCES[notice.code]?.[language](notice, language) ?? notice.code;
}

function number(notice: Notice, fact: string): number | null {
  const value = notice[fact];
  return typeof value === "number" ? value : null;
}

function count(notice: Notice, fact: string, language: Language): string {
  return formatCount(number(notice, fact), { language });
}

function statistic(notice: Notice, language: Language): string {
  return formatNumber(number(notice, "statistic"), { language, decimals: 1 });
}

function pValue(notice: Notice, language: Language): string {
  return formatPValue(number(notice, "pValue"), { language });
}

function list(notice: Notice, fact: string): string {
  const value = notice[fact];
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}
