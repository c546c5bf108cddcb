import { oneOf, resolveOptions, type OptionRules } from "../core/index.js";
import type { Language, Row } from "../display/index.js";
import { writeTable } from "../tables/index.js";
import { danishClaims, danishStatement } from "./danishTables.js";
import { checkGiven } from "./given.js";
import { plainClaims, plainStatement } from "./plainTables.js";
import type { Reconciliation } from "./reconcileTypes.js";
import { shortDate } from "./shortDates.js";
import { SETTLEMENT_FORMATS, type NamedTable } from "./tables.js";
import type { StatementData } from "./types.js";

export interface SettlementTablesOptions {
  /** Adds the claims that were held against the statement. */
  readonly reconciliation?: Reconciliation;
  /** `en`, the default, for programs; `da` for people. */
  readonly language?: Language;
}

/**
 * A statement as tables: `statement`, `months` and `unpaid`; with claims also `reconciliation`,
 * `disputes-municipality` and `disputes-supplier`. Amounts are in kroner, as in `claims.csv`, and dates ISO.
 *
 * In English they are made for programs: columns and codes are those of the results. In Danish they are made for the
 * supplier and the clerk: Danish headings, and names in place of the ids of units, criteria, terms and reasons.
 *
 * @param options `reconciliation`, and `language`.
 * @returns rows by the tables' names, each table's of one shape.
 * @throws CompetitionError `unknown-option`, `impossible-option`; `impossible-input` for what is no statement.
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
  const { tables } = tablesOf("settlementTables", statement, options);
  return Object.fromEntries(tables.map(([name, { rows }]) => [name, rows]));
}

/**
 * The same tables as CSV files, `statement.csv` and so on, with semicolons; what a spreadsheet could take for a formula
 * is made harmless.
 *
 * In English dates are ISO and amounts have a decimal point. In Danish dates are `31-12-2026`, amounts have a decimal
 * comma and two decimals, and a byte order mark tells a spreadsheet that the text is UTF-8. `parseClaims` reads either.
 *
 * @returns the text of each file by its name, a header also where a table has no rows.
 * @throws CompetitionError as {@link settlementTables}.
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
  const { tables, language } = tablesOf("settlementFiles", statement, options);
  const write = language === "da" ? danishFile : plainFile;
  return Object.fromEntries(tables.map(([name, table]) => [`${name}.csv`, write(table)]));
}

function plainFile({ rows, columns }: NamedTable[1]): string {
  return writeTable(rows, columns, { decimal: "." });
}

const DECIMALS = Object.fromEntries(
  Object.entries(SETTLEMENT_FORMATS).flatMap(([column, format]) =>
    format === "kroner" ? [[column, 2]] : [],
  ),
);

function danishFile({ rows, columns }: NamedTable[1]): string {
  const dates = columns.filter((column) => SETTLEMENT_FORMATS[column] === "date");
  const danish = rows.map((row): Row => {
    const own = dates.map((column) => [column, danishDate(row[column] ?? null)] as const);
    return { ...row, ...Object.fromEntries(own) };
  });
  return writeTable(danish, columns, { decimals: DECIMALS, byteOrderMark: true });
}

function danishDate(date: Row[string]): Row[string] {
  return typeof date === "string" ? shortDate(date, "da") : date;
}

function tablesOf(
  operation: string,
  statement: StatementData,
  options: SettlementTablesOptions,
): { readonly language: Language; readonly tables: readonly NamedTable[] } {
  checkGiven(operation, { statement });
  const { reconciliation, language = "en" } = resolveOptions(operation, options, RULES).values;
  if (reconciliation !== undefined) checkGiven(operation, { reconciliation });
  const isDanish = language === "da";
  const settled = isDanish ? danishStatement(statement) : plainStatement(statement);
  const claimed = reconciliation === undefined ? [] : (isDanish ? danishClaims : plainClaims)(reconciliation);
  return { language, tables: [...settled, ...claimed].map(inKroner) };
}

const RULES: OptionRules<SettlementTablesOptions> = {
  reconciliation: {
    expected: "what reconcileClaims found",
    accepts: (value) => typeof value === "object" && value !== null,
  },
  language: oneOf(["en", "da"]),
};

function inKroner([name, { columns, rows }]: NamedTable): NamedTable {
  const amounts = columns.filter((column) => SETTLEMENT_FORMATS[column] === "kroner");
  return [
    name,
    {
      columns,
      rows: rows.map((row): Row => {
        return { ...row, ...Object.fromEntries(amounts.map((each) => [each, kronerOf(row[each] ?? null)])) };
      }),
    },
  ];
}

/** An amount in kroner: an øre less than 2⁵³ divided by 100 has its two decimals exactly. */
function kronerOf(ore: Row[string]): Row[string] {
  return typeof ore === "number" ? ore / 100 : ore;
}
