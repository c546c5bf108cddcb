import { formatDate, formatKroner, type Block, type Face, type Language } from "../display/index.js";
import type { TermsComparedData } from "./whatIfTypes.js";

/** How plans compared show themselves: a table, and what it leaves out. */
export const whatIfFace: Face<TermsComparedData> = {
  blocks: whatIfBlocks,
  rows: ({ plans }) => plans.flatMap(({ name, totals }) => totals.map((total) => ({ plan: name, ...total }))),
};

function whatIfBlocks({ plans, asOf }: TermsComparedData, language: Language): readonly Block[] {
  const words = WORDS[language];
  const kroner = (amount: number): string => formatKroner(amount, { language });
  return [
    {
      block: "table",
      caption: words.caption(formatDate(asOf, { language })),
      columns: words.columns(plans[0]?.name ?? "").map((heading, index) => ({
        heading,
        align: index < 2 ? "left" : "right",
      })),
      rows: plans.flatMap(({ name, totals }) =>
        totals.map((each) => [
          name,
          each.name,
          kroner(each.base),
          kroner(each.bonus),
          kroner(each.adjustments),
          kroner(each.total),
          kroner(each.difference),
        ]),
      ),
    },
    { block: "note", tone: "caution", text: words.caveat },
  ];
}

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly caption: (asOf: string) => string;
      readonly columns: (first: string) => readonly string[];
      readonly caveat: string;
    }
  >
> = {
  da: {
    caption: (asOf) => `De samme udfald afregnet efter forskellige vilkår, ${asOf}`,
    columns: (first) => [
      "Vilkår",
      "Enhed",
      "Grundbeløb",
      "Resultatafhængig bonus",
      "Reguleringer",
      "I alt",
      `Forskel til ${first}`,
    ],
    caveat:
      "Kun beløbene er ændret. Andre vilkår kan få enhederne til at arbejde anderledes, og så bliver også resultaterne anderledes.",
  },
  en: {
    caption: (asOf) => `The same outcomes settled under different terms, ${asOf}`,
    columns: (first) => [
      "Terms",
      "Unit",
      "Base",
      "Result bonus",
      "Adjustments",
      "Total",
      `Difference from ${first}`,
    ],
    caveat:
      "Only the amounts differ. Other terms may make the units work otherwise, and then the results differ too.",
  },
};
