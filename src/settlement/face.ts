import type { Notice, Publishable } from "../core/index.js";
import {
  formatDate,
  formatKroner,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import { nameOfCriterion } from "./criterionNames.js";
import { describeStatementNotice } from "./noticeWords.js";
import { armTable, monthTable } from "./sumTables.js";
import type { StatementData } from "./types.js";
import { unpaidTable } from "./unpaidTable.js";
import { SETTLEMENT_WORDS } from "./words.js";

/**
 * How a statement shows itself: what each arm is owed, the sums by arm and by month, what isn't settled and why, and
 * what is missing. The lines are its rows, amounts in øre.
 */
export const statementFace: Face<StatementData> = { blocks: statementBlocks, rows: statementRows };

/** A statement as blocks, for a report that takes it in. */
function statementBlocks(statement: StatementData, language: Language): readonly Block[] {
  const { items, totals, notices } = statement;
  const words = SETTLEMENT_WORDS[language];
  const nameOf = (arm: string): string => totals.find((each) => each.arm === arm)?.name ?? arm;
  return [
    ...leads(statement, language),
    armTable(statement, language),
    { block: "paragraph", style: "small", text: words.lines(items.length) },
    ...(items.length === 0 ? [] : [monthTable(statement, nameOf, language)]),
    ...(statement.unpaid.length === 0 ? [] : [unpaidTable(statement, nameOf, language)]),
    ...notices
      .filter(({ severity }) => severity !== "info")
      .map((notice): Block => {
        const text = describeStatementNotice(withNames(notice, statement, language), { language, nameOf });
        return { block: "note", tone: notice.severity, text };
      }),
    ...defaults(statement, nameOf, language),
  ];
}

/** What defaults were taken for, in a short list: what is said of several arms alike is said once. */
function defaults(
  statement: StatementData,
  nameOf: (arm: string) => string,
  language: Language,
): readonly Block[] {
  const infos = statement.notices.filter(({ severity }) => severity === "info");
  if (infos.length === 0) return [];
  const { and, defaults: opening } = SETTLEMENT_WORDS[language];
  const alike = new Map<string, Notice[]>();
  for (const notice of infos) {
    const { arm: _arm, ...rest } = notice;
    const key = JSON.stringify(rest);
    alike.set(key, [...(alike.get(key) ?? []), notice]);
  }
  const items = [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const names = [first, ...others].map(({ arm }) => nameOf(String(arm)));
    const last = names.at(-1) ?? "";
    const all = names.length === 1 ? last : `${names.slice(0, -1).join(", ")} ${and} ${last}`;
    return [describeStatementNotice(withNames(first, statement, language), { language, nameOf: () => all })];
  });
  return [
    { block: "paragraph", text: opening },
    { block: "list", items },
  ];
}

function withNames(notice: Notice, statement: StatementData, language: Language): Notice {
  const { criterion } = notice;
  if (typeof criterion !== "string") return notice;
  return { ...notice, criterion: nameOfCriterion(statement, criterion, language) };
}

/** What each arm with terms is owed; one that was paid more than it keeps has to pay back. */
function leads({ totals, notices, asOf }: StatementData, language: Language): readonly Block[] {
  const words = SETTLEMENT_WORDS[language];
  const kroner = (amount: number): string => formatKroner(Math.abs(amount), { language });
  const withoutTerms = notices.filter((notice) => notice["term"] === "all").map((notice) => notice["arm"]);
  return totals
    .filter(({ arm }) => !withoutTerms.includes(arm))
    .map(({ name, total, vat }): Block => {
      const say = total < 0 ? words.owes : words.lead;
      const text = say(
        name,
        kroner(total),
        formatDate(asOf, { language }),
        vat === 0 ? undefined : kroner(vat),
      );
      return { block: "paragraph", style: "lead", text };
    });
}

/** A row for each line with the same columns whatever it is for: `amount` and `vat` in øre, the rest as in the line. */
export function statementRows({ items }: Publishable<StatementData>): readonly Row[] {
  return items.map((item) => ({
    arm: item.arm,
    citizen: item.citizen ?? null,
    sequence: item.sequence ?? null,
    referredOn: item.referredOn ?? null,
    team: item.team ?? null,
    kind: item.kind,
    term: item.term,
    criterion: item.criterion ?? null,
    degree: item.degree ?? null,
    week: item.week ?? null,
    instalment: item.instalment ?? null,
    date: item.date,
    amount: item.amount,
    vat: item.vat,
  }));
}
