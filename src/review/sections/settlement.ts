import { formatKroner, type Block, type Language } from "../../display/index.js";
import type { ReviewData } from "../types.js";

/** What the contract's terms come to, from the same outcomes. */
export function settlementSection({ statement }: ReviewData, language: Language): readonly Block[] {
  if (statement === null) return [];
  const words = WORDS[language];
  return [
    { block: "heading", level: 2, text: words.heading, id: "settlement" },
    { block: "paragraph", text: words.text },
    {
      block: "table",
      id: "table-settlement",
      caption: words.caption,
      columns: words.columns.map((heading, index) => ({ heading, align: index === 0 ? "left" : "right" })),
      rows: statement.totals.map(({ name, base, bonus, total }) => [
        name,
        ...[base, bonus, total].map((amount) => formatKroner(amount, { language })),
      ]),
    },
  ];
}

const WORDS: Readonly<
  Record<Language, { heading: string; text: string; caption: string; columns: readonly string[] }>
> = {
  da: {
    heading: "Afregning",
    text: "Beløbene er beregnet af de samme udfald som resultaterne ovenfor, målt som kontrakten siger. Satser, som udbuddet ikke oplyser, er ikke med.",
    caption: "Til afregning, så vidt satserne er oplyst",
    columns: ["Enhed", "Grundbeløb", "Resultatafhængig bonus", "I alt"],
  },
  en: {
    heading: "Settlement",
    text: "The amounts are computed from the same outcomes as the results above, measured as the contract says. Rates that the tender doesn't state are not included.",
    caption: "Owed, as far as rates are stated",
    columns: ["Unit", "Base", "Result bonus", "Total"],
  },
};
