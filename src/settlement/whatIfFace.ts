import { formatDate, formatKroner, type Block, type Face, type Language } from "../display/index.js";
import { describeStatementNotice } from "./noticeWords.js";
import type { TermsComparedData } from "./whatIfTypes.js";

/** How plans compared show themselves: a table, what it leaves out, and what the plans do. */
export const whatIfFace: Face<TermsComparedData> = {
  blocks: whatIfBlocks,
  rows: ({ plans }) => plans.flatMap(({ name, totals }) => totals.map((total) => ({ plan: name, ...total }))),
};

function whatIfBlocks({ plans, asOf, notices }: TermsComparedData, language: Language): readonly Block[] {
  const words = WORDS[language];
  const kroner = (amount: number): string => formatKroner(amount, { language });
  const nameOf = (arm: string): string => plans[0]?.totals.find((total) => total.arm === arm)?.name ?? arm;
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
    ...notices.map((notice): Block => {
      const text = describeStatementNotice(notice, { language, nameOf });
      return { block: "note", tone: notice.severity, text: words.ofPlan(String(notice["plan"]), text) };
    }),
  ];
}

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly caption: (asOf: string) => string;
      readonly columns: (first: string) => readonly string[];
      readonly caveat: string;
      readonly ofPlan: (plan: string, notice: string) => string;
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
    ofPlan: (plan, notice) => `Vilkår »${plan}«: ${notice}`,
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
    ofPlan: (plan, notice) => `Terms “${plan}”: ${notice}`,
  },
};
