import type { Publishable } from "../../core/index.js";
import { formatKroner, type Block, type Language } from "../../display/index.js";
import { describeStatementNotice, type ArmTotal } from "../../settlement/index.js";
import { withCriterionName } from "../read.js";
import type { EditionData } from "../types.js";

/** What the contract's terms come to, from the same outcomes. */
export function settlementSection(data: EditionData, language: Language): readonly Block[] {
  const { statement } = data;
  if (statement === null) return [];
  const words = WORDS[language];
  const withoutTerms = statement.notices.filter(({ term }) => term === "all").map(({ arm }) => arm);
  const nameOf = (arm: string): string => statement.totals.find((total) => total.arm === arm)?.name ?? arm;
  const columns = columnsOf(statement, language);
  return [
    { block: "heading", level: 2, text: words.heading, id: "settlement" },
    { block: "paragraph", text: words.text },
    {
      block: "table",
      id: "table-settlement",
      caption: words.caption,
      columns: [
        { heading: words.unit, align: "left" },
        ...columns.map(({ heading }) => ({ heading, align: "right" as const })),
      ],
      rows: statement.totals.map((total) => [
        total.name,
        ...columns.map(({ of }) =>
          withoutTerms.includes(total.arm) ? words.unstated : formatKroner(of(total), { language }),
        ),
      ]),
    },
    ...statement.notices
      .filter(({ severity }) => severity !== "info")
      .map((notice): Block => ({
        block: "note",
        tone: notice.severity,
        text: describeStatementNotice(withCriterionName(notice, data, language), { language, nameOf }),
      })),
  ];
}

/** Adjustments and VAT only where there are any. */
function columnsOf({ totals }: Shown, language: Language): readonly SumColumn[] {
  const words = WORDS[language];
  const adjusted = totals.some(({ adjustments }) => adjustments !== 0);
  const taxed = totals.some(({ vat }) => vat !== 0);
  return [
    { heading: words.base, of: ({ base }) => base },
    { heading: words.bonus, of: ({ bonus }) => bonus },
    ...(adjusted
      ? [{ heading: words.adjustments, of: ({ adjustments }: Publishable<ArmTotal>) => adjustments }]
      : []),
    { heading: words.total, of: ({ total }) => total },
    ...(taxed ? [{ heading: words.vat, of: ({ vat }: Publishable<ArmTotal>) => vat }] : []),
  ];
}

type Shown = NonNullable<EditionData["statement"]>;

interface SumColumn {
  readonly heading: string;
  /** In øre. */
  readonly of: (total: Publishable<ArmTotal>) => Publishable<number>;
}

const WORDS: Readonly<
  Record<
    Language,
    Readonly<
      Record<
        | "heading"
        | "text"
        | "caption"
        | "unit"
        | "base"
        | "bonus"
        | "adjustments"
        | "total"
        | "vat"
        | "unstated",
        string
      >
    >
  >
> = {
  da: {
    heading: "Afregning",
    text: "Beløbene er beregnet af de samme udfald som resultaterne ovenfor, målt som kontrakten siger. En bonus følger af hver succes, der er sikker på opgørelsesdatoen, også hos borgere, hvis måleperiode endnu løber; der kan derfor være flere end i tabellen over kontraktens egne tal. Satser, som udbuddet ikke oplyser, er ikke med.",
    caption: "Til afregning, så vidt satserne er oplyst",
    unit: "Enhed",
    base: "Grundbeløb",
    bonus: "Resultatafhængig bonus",
    adjustments: "Fradrag, loft og garantibeløb",
    total: "I alt",
    vat: "Hertil moms",
    unstated: "intet at afregne",
  },
  en: {
    heading: "Settlement",
    text: "The amounts are computed from the same outcomes as the results above, measured as the contract says. A bonus follows from every success that is certain on the date of the review, also of citizens whose window is still open; there may therefore be more than in the table of the contract's own figures. Rates that the tender doesn't state are not included.",
    caption: "Owed, as far as rates are stated",
    unit: "Unit",
    base: "Base",
    bonus: "Result bonus",
    adjustments: "Deductions, caps and minimums",
    total: "Total",
    vat: "VAT on top",
    unstated: "nothing to settle",
  },
};
