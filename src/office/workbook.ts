import { competitionError, readDay, requireObject, resolveOptions, type OptionRules } from "../core/index.js";
import type { Row } from "../display/index.js";
import { loadOptional } from "./load.js";

/** Named tables of plain rows, such as a review's `tables`. */
export type NamedTables = Readonly<Record<string, readonly Row[]>>;

/** How the cells of a column are shown: ISO dates as dates, numbers as amounts in kroner, both as Danes write them. */
export type CellFormat = "date" | "kroner";

export interface WorkbookOptions {
  /** Formats by column, in every table that has the column; texts and numbers as they are by default. */
  readonly formats?: Readonly<Record<string, CellFormat>>;
}

const LONGEST_SHEET_NAME = 31;

/**
 * An XLSX workbook with one sheet per table: numbers as numbers, texts as texts, so that a cell that
 * begins with `=` stays a text; dates and amounts where `formats` names their columns.
 *
 * Needs the optional package `write-excel-file`.
 *
 * @param tables Tables by name, such as `review.tables`; the names become those of the sheets, cut at
 *   31 characters.
 * @param options `formats`: `date` or `kroner`, by column.
 * @returns The bytes of the file.
 * @throws CompetitionError `package-missing` if the optional package isn't installed;
 *   `nothing-to-write` without any table; `unknown-option`, `impossible-option`.
 *
 * @example
 * await writeFile("review.xlsx", await writeWorkbook(review.tables))
 * @example
 * await writeWorkbook(settlementTables(statement), { formats: SETTLEMENT_FORMATS })
 * @example
 * await writeWorkbook({ empty: [] }) // one sheet without rows
 */
export async function writeWorkbook(tables: NamedTables, options: WorkbookOptions = {}): Promise<Uint8Array> {
  const { formats = {} } = resolveOptions<WorkbookOptions>("writeWorkbook", options, RULES).values;
  requireObject("writeWorkbook.tables", tables, {
    expected: "tables by name: { name: rows }",
    hint: "Give review.tables, or { table: result.toRows() }.",
    accepts: (given) => Object.values(given).every((rows) => Array.isArray(rows)),
  });
  const entries = Object.entries(tables);
  if (entries.length === 0) {
    throw competitionError({
      code: "nothing-to-write",
      path: "tables",
      received: tables,
      expected: "at least one table",
    });
  }
  const { default: writeXlsxFile } = await loadOptional(
    "write-excel-file",
    "4.1.1",
    () => import("write-excel-file/universal"),
  );
  const taken = new Set<string>();
  const sheets = entries.map(([name, rows]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return {
      sheet: sheetName(name, taken),
      data: sheetData(rows, columns, formats),
      columns: columns.map((column) => ({ width: widthOf(column, rows, formats[column]) })),
    };
  });
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const RULES: OptionRules<WorkbookOptions> = {
  formats: {
    default: {},
    expected: 'date or kroner by column, such as { amount: "kroner" }',
    accepts: (value) =>
      typeof value === "object" &&
      value !== null &&
      Object.values(value).every((format) => format === "date" || format === "kroner"),
  },
};

/** Codes of number formats with Danish separators, whichever language the spreadsheet speaks. */
const CODES: Readonly<Record<CellFormat, string>> = {
  date: "[$-406]dd\\-mm\\-yyyy",
  kroner: '[$-406]#,##0.00\\ "kr."',
};

/** In characters: a date and an amount of millions fit. */
const WIDTHS: Readonly<Record<CellFormat, number>> = { date: 12, kroner: 18 };

/** As wide as the longest cell or the bold heading, within limits. */
function widthOf(column: string, rows: readonly Row[], format: CellFormat | undefined): number {
  if (format !== undefined) return Math.max(WIDTHS[format], column.length + 2);
  const longest = rows.reduce((most, row) => Math.max(most, String(row[column] ?? "").length), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, column.length + 2, longest + 1));
}

const NARROWEST = 8;
const WIDEST = 60;

type Cell = {
  readonly value: string | number | boolean;
  readonly type: StringConstructor | NumberConstructor | BooleanConstructor;
  readonly fontWeight?: "bold";
  readonly format?: string;
} | null;

function sheetData(
  rows: readonly Row[],
  names: readonly string[],
  formats: Readonly<Record<string, CellFormat>>,
): Cell[][] {
  const head = names.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  return [head, ...rows.map((row) => names.map((name) => cellOf(row[name] ?? null, formats[name])))];
}

function cellOf(value: Row[string], format: CellFormat | undefined): Cell {
  if (value === null) return null;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { value: String(value), type: String };
    return { value, type: Number, ...(format === "kroner" ? { format: CODES.kroner } : {}) };
  }
  if (typeof value === "boolean") return { value, type: Boolean };
  const serial = format === "date" ? serialOf(value) : undefined;
  return serial === undefined ? { value, type: String } : { value: serial, type: Number, format: CODES.date };
}

/** A spreadsheet's number of a day, which is right from March 1900 on: it takes 1900 for a leap year. */
function serialOf(date: string): number | undefined {
  const day = readDay(date);
  return day === undefined || day < MARCH_1900 ? undefined : day + 25_569;
}

const MARCH_1900 = -25_508;

/** A name that a sheet may have: no signs that the format forbids, no longer than 31, none twice. */
function sheetName(name: string, taken: Set<string>): string {
  const clean = name.replaceAll(/[\\/?*[\]:]/g, "-").slice(0, LONGEST_SHEET_NAME) || "table";
  let unique = clean;
  for (let count = 2; taken.has(unique.toLowerCase()); count++) {
    unique = `${clean.slice(0, LONGEST_SHEET_NAME - String(count).length - 1)}-${count}`;
  }
  taken.add(unique.toLowerCase());
  return unique;
}
