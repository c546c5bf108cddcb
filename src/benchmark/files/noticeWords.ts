import type { Notice } from "../../core/index.js";
import { formatCounted, type Language } from "../../display/index.js";

type Sentence = (facts: {
  readonly file: string;
  /** The municipalities, areas or columns that it is about. */
  readonly names: string;
  readonly counted: (fact: string, one: string, many: string) => string;
  readonly column: string;
  readonly nearest: string | undefined;
}) => string;

/** What was noticed while files were read: any table, then those of municipalities. */
const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  "windows-1252": {
    da: ({ file }) => `${file} er læst som windows-1252.`,
    en: ({ file }) => `${file} was read as windows-1252.`,
  },
  "no-rows": {
    da: ({ file }) => `${file} har ingen rækker.`,
    en: ({ file }) => `${file} has no rows.`,
  },
  "columns-not-used": {
    da: ({ counted, file, names }) =>
      `${file}: ${counted("columns", "kolonne", "kolonner")} bruges ikke; de første: ${names}.`,
    en: ({ counted, file, names }) =>
      `${file}: ${counted("columns", "column is", "columns are")} not used; the first: ${names}.`,
  },
  "column-not-used": {
    da: ({ file, column }) => `${file}: kolonnen ${column} bruges ikke.`,
    en: ({ file, column }) => `${file}: the column ${column} is not used.`,
  },
  "column-near-miss": {
    da: ({ file, column, nearest }) => `${file}: kolonnen ${column} bruges ikke; mentes ${nearest}?`,
    en: ({ file, column, nearest }) => `${file}: the column ${column} is not used; was ${nearest} meant?`,
  },
  "unknown-municipality": {
    da: ({ file, names, nearest }) =>
      `${file}: ingen af de 98 kommuner: ${names}${nearest === undefined ? "." : `; mentes ${nearest}?`}`,
    en: ({ file, names, nearest }) =>
      `${file}: none of the 98 municipalities: ${names}${nearest === undefined ? "." : `; was ${nearest} meant?`}`,
  },
  "areas-apart": {
    da: ({ file, names }) => `${file}: rækker, der ikke er en kommunes, er holdt for sig: ${names}.`,
    en: ({ file, names }) => `${file}: rows that are no municipality's are kept apart: ${names}.`,
  },
  "events-reconstructed": {
    da: ({ file, counted }) =>
      `${file}: ${counted("rows", "række har", "rækker har")} en rate, som kun ét antal med succes giver; det er brugt.`,
    en: ({ file, counted }) =>
      `${file}: ${counted("rows", "row has", "rows have")} a rate that only one number of successes gives; it is used.`,
  },
  "events-nearest": {
    da: ({ file, names }) =>
      `${file}: raten kan komme af flere antal med succes, hvis indbyrdes forskel er lille i forhold til tilfældige udsving; det nærmeste er brugt: ${names}.`,
    en: ({ file, names }) =>
      `${file}: the rate may be that of several numbers of successes, which differ by little compared with chance; the nearest is used: ${names}.`,
  },
  "events-not-known": {
    da: ({ file, names }) =>
      `${file}: raten er kendt, men hverken antallet med succes eller noget nær det, så der er ingen grænser: ${names}.`,
    en: ({ file, names }) =>
      `${file}: the rate is known, but not the number of successes, nor nearly, so that there are no limits: ${names}.`,
  },
  "rate-beside-events": {
    da: ({ file }) => `${file}: rater ved siden af et antal med succes er ikke brugt.`,
    en: ({ file }) => `${file}: rates beside a number of successes are not used.`,
  },
  "rate-of-no-count": {
    da: ({ file, names }) =>
      `${file}: intet helt antal giver raten; er den en andel af noget andet? Det gælder ${names}.`,
    en: ({ file, names }) =>
      `${file}: no whole number gives the rate; is it a share of something else? That is so of ${names}.`,
  },
  "shares-below-one-percent": {
    da: ({ file }) => `${file}: andelene er angivet som procent, men ingen er over 1; er de brøkdele?`,
    en: ({ file }) =>
      `${file}: the shares are said to be per cent, but none is above 1; are they proportions?`,
  },
  "figure-not-told": {
    da: ({ file, counted, names }) =>
      `${file}: ${counted("rows", "række mangler sit tal eller en del af det og er ikke med", "rækker mangler deres tal eller en del af det og er ikke med")}: ${names}.`,
    en: ({ file, counted, names }) =>
      `${file}: ${counted("rows", "row lacks its figure or a part of it and is left out", "rows lack their figure or a part of it and are left out")}: ${names}.`,
  },
  "figure-partly-told": {
    da: ({ file, names }) => `${file}: en del af tallene er ikke oplyst: ${names}.`,
    en: ({ file, names }) => `${file}: a part of the figures isn't told: ${names}.`,
  },
  "trend-of-several-benefits": {
    da: ({ file, names }) =>
      `${file}: tallene fra flere perioder gælder forskellige ydelser (${names}), og det fremgår ikke, hvilken der menes; udviklingen er derfor ikke vist.`,
    en: ({ file, names }) =>
      `${file}: the figures of several periods are about different benefits (${names}), and nothing tells which is meant; the development is therefore not shown.`,
  },
  "columns-numbered": {
    da: ({ file, names }) => `${file}: kolonner med samme overskrift er nummereret: ${names}.`,
    en: ({ file, names }) => `${file}: columns of one heading are numbered: ${names}.`,
  },
};

const NAMES = ["municipalities", "areas", "names", "columns", "benefits"] as const;

/** A notice of `parseMunicipalities`, `parseJobindsats`, `parseClusters` or `parseConditions` as a sentence; nothing for another. */
export function describeFileNotice(notice: Notice, language: Language): string | undefined {
  const { code, file, column, nearest } = notice;
  const named = NAMES.map((name) => notice[name]).find((each) => each !== undefined) ?? [];
  return SENTENCES[code]?.[language]({
    file: String(file ?? ""),
    names: [named].flat().join(", "),
    counted: (fact, one, many) => formatCounted(Number(notice[fact] ?? 0), [one, many], { language }),
    column: String(column ?? ""),
    nearest: nearest === undefined ? undefined : String(nearest),
  });
}
