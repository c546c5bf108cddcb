import {
  formatCount,
  formatDate,
  formatKroner,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import type { LineItem, StatementData } from "./types.js";
import { describeStatementNotice, SETTLEMENT_WORDS } from "./words.js";

/** How a statement shows itself: what each arm is owed, the sums, and what is missing. The lines are its rows. */
export const statementFace: Face<StatementData> = { blocks: statementBlocks, rows: statementRows };

/** A statement as blocks, for a report that takes it in. */
export function statementBlocks(statement: StatementData, language: Language): readonly Block[] {
  const words = SETTLEMENT_WORDS[language];
  const { items, totals, asOf, notices } = statement;
  const kroner = (amount: number): string => formatKroner(amount, { language });
  const withoutTerms = notices.filter((notice) => notice["term"] === "all").map((notice) => notice["arm"]);
  const nameOf = (arm: string): string => totals.find((each) => each.arm === arm)?.name ?? arm;
  const number = (arm: string, kind: LineItem["kind"]): string =>
    formatCount(items.filter((item) => item.arm === arm && item.kind === kind).length, { language });
  return [
    ...totals
      .filter(({ arm }) => !withoutTerms.includes(arm))
      .map(({ name, total }): Block => {
        const text = words.lead(name, kroner(total), formatDate(asOf, { language }));
        return { block: "paragraph", style: "lead", text };
      }),
    {
      block: "table",
      caption: words.totals.caption,
      columns: words.totals.columns.map((heading, index) => ({
        heading,
        align: index === 0 ? "left" : "right",
      })),
      rows: totals.map(({ arm, name, base, bonus, total }) => [
        name,
        kroner(base),
        number(arm, "base"),
        kroner(bonus),
        number(arm, "bonus"),
        kroner(total),
      ]),
    },
    { block: "paragraph", style: "small", text: words.lines(items.length) },
    ...notices.map((notice): Block => {
      return {
        block: "note",
        tone: notice.severity,
        text: describeStatementNotice(notice, { language, nameOf }),
      };
    }),
  ];
}

function statementRows({ items }: StatementData): readonly Row[] {
  return items.map(({ arm, citizen, sequence, kind, criterion, date, amount }) => ({
    arm,
    citizen: citizen ?? null,
    sequence: sequence ?? null,
    kind,
    criterion: criterion ?? null,
    date,
    amount,
  }));
}
