import { SUPPRESSED, type Publishable } from "../../core/index.js";
import { formatKroner, type Block, type Language } from "../../display/index.js";
import { describeStatementNotice, unstatedOf, type ArmTotal } from "../../settlement/index.js";
import { withCriterionName } from "../read.js";
import type { EditionData } from "../types.js";
import { SETTLEMENT_SECTION_WORDS } from "../words/settlement.js";

/** What the contract's terms come to, from the same outcomes. */
export function settlementSection(data: EditionData, language: Language): readonly Block[] {
  const { statement } = data;
  if (statement === null) return [];
  const words = SETTLEMENT_SECTION_WORDS[language];
  const nameOf = (arm: string): string => statement.totals.find((total) => total.arm === arm)?.name ?? arm;
  return [
    { block: "heading", level: 2, text: words.heading, id: "settlement" },
    { block: "paragraph", text: isOpen(statement) ? `${words.text}${words.openText}` : words.text },
    totalsTable(statement, language),
    ...statement.notices
      .filter(({ severity }) => severity !== "info")
      .map((notice): Block => ({
        block: "note",
        tone: notice.severity,
        text: describeStatementNotice(withCriterionName(notice, data, language), { language, nameOf }),
      })),
  ];
}

type Settled = NonNullable<EditionData["statement"]>;

function totalsTable(statement: Settled, language: Language): Block {
  const words = SETTLEMENT_SECTION_WORDS[language];
  const columns = columnsOf(statement);
  return {
    block: "table",
    id: "table-settlement",
    caption: isOpen(statement) ? words.openCaption : words.caption,
    columns: [
      { heading: words.unit, align: "left" },
      ...columns.map((column) => ({ heading: words[column], align: "right" as const })),
    ],
    rows: statement.totals.map((total) => [
      total.name,
      ...columns.map((column) => amountText(statement, total, column, language)),
    ]),
  };
}

/** Whether the terms leave a rate open, so that something is left out. */
function isOpen({ notices }: Settled): boolean {
  return notices.some(({ code }) => code === "term-missing");
}

type Sum = "base" | "bonus" | "adjustments" | "total" | "vat";

/** Adjustments and VAT only where there are any. */
function columnsOf({ totals }: Settled): readonly Sum[] {
  const isThere = (sum: Sum): boolean => totals.some((total) => total[sum] !== 0);
  return [
    "base",
    "bonus",
    ...(["adjustments"] as const).filter(isThere),
    "total",
    ...(["vat"] as const).filter(isThere),
  ];
}

/** What nobody stated is no amount of 0, and a total without it says so. */
function amountText(statement: Settled, total: Publishable<ArmTotal>, sum: Sum, language: Language): string {
  const words = SETTLEMENT_SECTION_WORDS[language];
  const unstated = unstatedOf(statement, total.arm);
  if (unstated === "all" || (unstated === "base" && sum === "base")) return words.unstated;
  const amount = formatKroner(total[sum], { language });
  return unstated === "base" && sum === "total" && total.total !== SUPPRESSED
    ? words.plusBase(amount)
    : amount;
}
