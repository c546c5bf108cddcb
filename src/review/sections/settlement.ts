import type { Notice } from "../../core/index.js";
import { formatKroner, type Block, type Language } from "../../display/index.js";
import { describeStatementNotice } from "../../settlement/index.js";
import { criterionName } from "../read.js";
import type { ReviewData } from "../types.js";

/** What the contract's terms come to, from the same outcomes. */
export function settlementSection(data: ReviewData, language: Language): readonly Block[] {
  const { statement } = data;
  if (statement === null) return [];
  const words = WORDS[language];
  const withTerms = new Set(statement.items.map(({ arm }) => arm));
  const nameOf = (arm: string): string => statement.totals.find((total) => total.arm === arm)?.name ?? arm;
  return [
    { block: "heading", level: 2, text: words.heading, id: "settlement" },
    { block: "paragraph", text: words.text },
    {
      block: "table",
      id: "table-settlement",
      caption: words.caption,
      columns: words.columns.map((heading, index) => ({ heading, align: index === 0 ? "left" : "right" })),
      rows: statement.totals.map(({ arm, name, base, bonus, total }) => [
        name,
        ...(withTerms.has(arm)
          ? [base, bonus, total].map((amount) => formatKroner(amount, { language }))
          : [words.unstated, words.unstated, words.unstated]),
      ]),
    },
    ...statement.notices
      .filter(({ severity }) => severity !== "info")
      .map((notice): Block => ({
        block: "note",
        tone: notice.severity,
        text: describeStatementNotice(named(notice, data, language), { language, nameOf }),
      })),
  ];
}

/** The notice with its criterion in words, where it names one. */
function named(notice: Notice, data: ReviewData, language: Language): Notice {
  const { criterion } = notice;
  return typeof criterion === "string"
    ? { ...notice, criterion: criterionName(data, criterion)[language] }
    : notice;
}

const WORDS: Readonly<
  Record<
    Language,
    { heading: string; text: string; caption: string; columns: readonly string[]; unstated: string }
  >
> = {
  da: {
    heading: "Afregning",
    text: "Beløbene er beregnet af de samme udfald som resultaterne ovenfor, målt som kontrakten siger. En bonus følger af hver succes, der er sikker på opgørelsesdatoen, også hos borgere, hvis måleperiode endnu løber; der kan derfor være flere end i tabellen over kontraktens egne tal. Satser, som udbuddet ikke oplyser, er ikke med.",
    caption: "Til afregning, så vidt satserne er oplyst",
    columns: ["Enhed", "Grundbeløb", "Resultatafhængig bonus", "I alt"],
    unstated: "intet at afregne",
  },
  en: {
    heading: "Settlement",
    text: "The amounts are computed from the same outcomes as the results above, measured as the contract says. A bonus follows from every success that is certain on the date of the review, also of citizens whose window is still open; there may therefore be more than in the table of the contract's own figures. Rates that the tender doesn't state are not included.",
    caption: "Owed, as far as rates are stated",
    columns: ["Unit", "Base", "Result bonus", "Total"],
    unstated: "nothing to settle",
  },
};
