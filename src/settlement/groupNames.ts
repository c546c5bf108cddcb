import type { Language } from "../display/index.js";

/**
 * A factor of the draw's strata, or a level of one, in words: `ageGroup` is da "aldersgruppe", `over-30` is "over 30". A
 * name that the tenders don't know is its own words apart: `motherTongue` is "mother tongue".
 */
export function nameOfGroup(id: string, language: Language): string {
  const known = KNOWN[id];
  if (known !== undefined) return known[language];
  const [, side, number, unit] = /^(over|under)-(\d+)(?:-(months|weeks|years))?$/.exec(id) ?? [];
  if (side !== undefined)
    return [side, number, ...(unit === undefined ? [] : [UNITS[language][unit]])].join(" ");
  return id.replaceAll(
    /(\p{Ll})(\p{Lu})(?=\p{Ll})/gu,
    (_, before, after) => `${before} ${String(after).toLowerCase()}`,
  );
}

/** The factors of the tenders that a draw decides. */
const KNOWN: Readonly<Partial<Record<string, Readonly<Record<Language, string>>>>> = {
  ageGroup: { da: "aldersgruppe", en: "age group" },
  targetGroup: { da: "målgruppe", en: "target group" },
  unemployment: { da: "ledighed", en: "unemployment" },
};

const UNITS: Readonly<Record<Language, Readonly<Partial<Record<string, string>>>>> = {
  da: { months: "måneder", weeks: "uger", years: "år" },
  en: { months: "months", weeks: "weeks", years: "years" },
};
