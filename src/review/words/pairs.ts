import type { Notice } from "../../core/index.js";
import { formatCounted, type Language, type Noun } from "../../display/index.js";
import { stateName } from "../../outcomes/index.js";

const NOUNS: Readonly<Record<Language, Readonly<Record<"citizens" | "days" | "further", Noun>>>> = {
  da: { citizens: ["borger", "borgere"], days: ["dag", "dage"], further: ["andet par", "andre par"] },
  en: { citizens: ["citizen", "citizens"], days: ["day", "days"], further: ["other pair", "other pairs"] },
};

/** The pairs of states in a notice, with the citizens and days of each: `company practice + cash assistance (2 citizens, 14 days)`. */
export function pairsText(notice: Notice, language: Language): string {
  const { citizens, days, further } = NOUNS[language];
  const counts = (fact: string, place: number): number => {
    const values = notice[fact];
    return Array.isArray(values) ? Number(values[place]) : 0;
  };
  const { pairs, furtherPairs } = notice;
  const told = (Array.isArray(pairs) ? pairs : []).map((pair, place) => {
    const people = formatCounted(counts("citizensOfPairs", place), citizens, { language });
    const names = String(pair)
      .split(" + ")
      .map((state) => stateName(state, language));
    return `${names.join(" + ")} (${people}, ${formatCounted(counts("daysOfPairs", place), days, { language })})`;
  });
  const rest = typeof furtherPairs === "number" ? furtherPairs : 0;
  return [...told, ...(rest > 0 ? [formatCounted(rest, further, { language })] : [])].join("; ");
}
