import { formatCount, formatKroner, type Language, type Table } from "../display/index.js";
import { lineKinds } from "./sums.js";
import { unstatedOf } from "./stated.js";
import { nameOfMonth } from "./shortDates.js";
import type { Ore } from "./terms.js";
import type { LineKind, MonthSum, StatementData } from "./types.js";
import { SETTLEMENT_WORDS } from "./words.js";

/** Sums by arm, month and kind that make up one row of a table. */
type Sums = readonly MonthSum[];

/** A column of sums with the cells that it makes. */
interface SumColumn {
  readonly heading: string;
  /** What it is of, where it is of one kind. */
  readonly kind?: LineKind;
  readonly cell: (sums: Sums) => string;
}

/** What each arm is owed by kind, with the number of base payments and bonuses. */
export function armTable(statement: StatementData, language: Language): Table {
  const words = SETTLEMENT_WORDS[language];
  const { totals, months } = statement;
  const columns = sumColumns(months, language, ["base", "bonus"]);
  return {
    block: "table",
    caption: words.captions.arms,
    columns: [{ heading: words.unit, align: "left" }, ...columns.map(toTheRight)],
    rows: totals.map(({ arm, name }) => {
      const own = months.filter((sum) => sum.arm === arm);
      const unstated = unstatedOf(statement, arm);
      return [
        name,
        ...columns.map(({ kind, cell }) =>
          unstated === "all" || (unstated === "base" && kind === "base") ? words.unstated : cell(own),
        ),
      ];
    }),
  };
}

/** The same by month. */
export function monthTable(
  { totals, months }: StatementData,
  nameOf: (arm: string) => string,
  language: Language,
): Table {
  const words = SETTLEMENT_WORDS[language];
  const columns = sumColumns(months, language, []);
  return {
    block: "table",
    caption: words.captions.months,
    columns: [
      { heading: words.unit, align: "left" },
      { heading: words.month, align: "left" },
      ...columns.map(toTheRight),
    ],
    rows: totals.flatMap(({ arm }) => {
      const own = months.filter((sum) => sum.arm === arm);
      return [...new Set(own.map(({ month }) => month))].map((month) => {
        const sums = own.filter((sum) => sum.month === month);
        return [nameOf(arm), nameOfMonth(month, language), ...columns.map(({ cell }) => cell(sums))];
      });
    }),
  };
}

/** A column for each kind that has lines (with their number for some), the total, and VAT where there is any. */
function sumColumns(months: Sums, language: Language, numbered: readonly LineKind[]): readonly SumColumn[] {
  const words = SETTLEMENT_WORDS[language];
  const kroner = (amount: Ore): string => formatKroner(amount, { language });
  const amountOf = (sums: Sums): Ore => sums.reduce((sum, { amount }) => sum + amount, 0);
  const vatOf = (sums: Sums): Ore => sums.reduce((sum, { vat }) => sum + vat, 0);
  const kinds = lineKinds.filter((kind) => months.some((sum) => sum.kind === kind));
  return [
    ...kinds.flatMap((kind): readonly SumColumn[] => {
      const of = (sums: Sums): Sums => sums.filter((sum) => sum.kind === kind);
      const amount = { kind, heading: words.kinds[kind], cell: (sums: Sums) => kroner(amountOf(of(sums))) };
      if (!numbered.includes(kind)) return [amount];
      const linesOf = (sums: Sums): number => of(sums).reduce((sum, { lines }) => sum + lines, 0);
      return [
        amount,
        { kind, heading: words.number, cell: (sums) => formatCount(linesOf(sums), { language }) },
      ];
    }),
    { heading: words.total, cell: (sums) => kroner(amountOf(sums)) },
    ...(months.every(({ vat }) => vat === 0)
      ? []
      : [
          { heading: words.vat, cell: (sums: Sums) => kroner(vatOf(sums)) },
          { heading: words.withVat, cell: (sums: Sums) => kroner(amountOf(sums) + vatOf(sums)) },
        ]),
  ];
}

function toTheRight({ heading }: SumColumn): Table["columns"][number] {
  return { heading, align: "right" };
}
