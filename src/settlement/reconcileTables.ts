import { oneOf, resolveOptions, type OptionRules } from "../core/index.js";
import type { Language, Row } from "../display/index.js";
import { writeTable } from "../tables/index.js";
import { disputes } from "./reconcileDisputes.js";
import { entryRow } from "./reconcileFace.js";
import type { Reconciliation } from "./reconcileTypes.js";
import type { LineItem, MonthSum, StatementData, Unpaid } from "./types.js";

export interface SettlementTablesOptions {
  /** Adds the claims that were held against the statement. */
  readonly reconciliation?: Reconciliation;
  /** Of what each side is asked: `en` by default. */
  readonly language?: Language;
}

/** How the columns of `settlementTables` are to be shown, for a workbook. */
export const SETTLEMENT_FORMATS: Readonly<Record<string, "date" | "kroner">> = {
  date: "date",
  claimedOn: "date",
  dueOn: "date",
  amount: "kroner",
  vat: "kroner",
  claimed: "kroner",
  owed: "kroner",
  undisputed: "kroner",
  difference: "kroner",
};

const LINE_COLUMNS: readonly (keyof LineItem)[] = [
  "arm",
  "citizen",
  "sequence",
  "kind",
  "criterion",
  "degree",
  "week",
  "instalment",
  "team",
  "term",
  "date",
  "amount",
  "vat",
];

const MONTH_COLUMNS: readonly (keyof MonthSum)[] = ["arm", "month", "kind", "lines", "amount", "vat"];

const UNPAID_COLUMNS: readonly (keyof Unpaid)[] = [
  "arm",
  "citizen",
  "sequence",
  "kind",
  "criterion",
  "instalment",
  "term",
  "standing",
  "reason",
];

const ENTRY_COLUMNS: readonly string[] = Object.keys(
  entryRow({ status: "agreed", claimed: 0, owed: 0, undisputed: 0 }),
);
const DISPUTE_COLUMNS: readonly string[] = [...ENTRY_COLUMNS, "why", "ask"];

interface SettlementTable {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * A statement as tables for people: `statement`, `months` and `unpaid`; with claims also `reconciliation`,
 * `disputes-municipality` and `disputes-supplier`. Amounts are in kroner, as in `claims.csv`.
 *
 * @param options `reconciliation`, and `language` of what the sides are asked.
 * @returns rows by the tables' names, each table's of one shape.
 * @throws CompetitionError `unknown-option`, `impossible-option`.
 * @example
 * const tables = settlementTables(statement, { reconciliation, language: "da" });
 * await writeFile("statement.xlsx", await writeWorkbook(tables, { formats: SETTLEMENT_FORMATS }));
 * @example
 * Object.keys(settlementTables(statement)) // ["statement", "months", "unpaid"]
 */
export function settlementTables(
  statement: StatementData,
  options: SettlementTablesOptions = {},
): Readonly<Record<string, readonly Row[]>> {
  return Object.fromEntries(tablesOf(statement, options).map(([name, { rows }]) => [name, rows]));
}

/**
 * The same tables as CSV files: `statement.csv` and so on, with semicolons and decimal commas;
 * what a spreadsheet could take for a formula is made harmless.
 *
 * @returns the text of each file by its name, a header also where a table has no rows.
 * @throws CompetitionError `unknown-option`, `impossible-option`.
 * @example
 * const files = settlementFiles(statement, { reconciliation, language: "da" });
 * await writeFile("disputes-supplier.csv", files["disputes-supplier.csv"] ?? "");
 * @example
 * Object.keys(settlementFiles(statement)) // ["statement.csv", "months.csv", "unpaid.csv"]
 */
export function settlementFiles(
  statement: StatementData,
  options: SettlementTablesOptions = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tablesOf(statement, options).map(([name, { rows, columns }]) => [
      `${name}.csv`,
      writeTable(rows, columns),
    ]),
  );
}

function tablesOf(
  { items, months, unpaid }: StatementData,
  options: SettlementTablesOptions,
): readonly (readonly [string, SettlementTable])[] {
  const { reconciliation, language = "en" } = resolveOptions("settlementTables", options, RULES).values;
  const settled: readonly (readonly [string, SettlementTable])[] = [
    ["statement", tableOf(items, LINE_COLUMNS)],
    ["months", tableOf(months, MONTH_COLUMNS)],
    ["unpaid", tableOf(unpaid, UNPAID_COLUMNS)],
  ];
  if (reconciliation === undefined) return settled;
  const sideOf = (side: "municipality" | "supplier"): SettlementTable =>
    tableOf(disputes(reconciliation, side, { language }), DISPUTE_COLUMNS);
  return [
    ...settled,
    ["reconciliation", tableOf(reconciliation.entries.map(entryRow), ENTRY_COLUMNS)],
    ["disputes-municipality", sideOf("municipality")],
    ["disputes-supplier", sideOf("supplier")],
  ];
}

const RULES: OptionRules<SettlementTablesOptions> = {
  reconciliation: {
    expected: "what reconcileClaims found",
    accepts: (value) => typeof value === "object" && value !== null && "entries" in value,
  },
  language: oneOf(["en", "da"]),
};

/** Rows of some columns, amounts in kroner: an øre less than 2⁵³ divided by 100 has its two decimals exactly. */
function tableOf<Column extends string>(
  rows: readonly Readonly<Partial<Record<Column, Row[string] | undefined>>>[],
  columns: readonly Column[],
): SettlementTable {
  const cell = (column: Column, value: Row[string]): Row[string] =>
    SETTLEMENT_FORMATS[column] === "kroner" && typeof value === "number" ? value / 100 : value;
  return {
    columns,
    rows: rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column, cell(column, row[column] ?? null)])),
    ),
  };
}
