import { competitionError } from "../core/index.js";
import type { Row } from "../display/index.js";

/** Named tables of plain rows, such as a review's `tables`. */
export type NamedTables = Readonly<Record<string, readonly Row[]>>;

const LONGEST_SHEET_NAME = 31;

/**
 * An XLSX workbook with one sheet per table: numbers as numbers, texts as texts, so that a cell that
 * begins with `=` stays a text.
 *
 * Needs the optional package `write-excel-file`.
 *
 * @param tables Tables by name, such as `review.tables`; the names become those of the sheets, cut at
 *   31 characters.
 * @returns The bytes of the file.
 * @throws CompetitionError `package-missing` if the optional package isn't installed;
 *   `nothing-to-write` without any table.
 *
 * @example
 * await writeFile("review.xlsx", await writeWorkbook(review.tables))
 * @example
 * await writeWorkbook({ empty: [] }) // one sheet without rows
 */
export async function writeWorkbook(tables: NamedTables): Promise<Uint8Array> {
  const entries = Object.entries(tables);
  if (entries.length === 0) {
    throw competitionError({
      code: "nothing-to-write",
      path: "tables",
      received: tables,
      expected: "at least one table",
    });
  }
  const { default: writeXlsxFile } = await loadWriter();
  const taken = new Set<string>();
  const sheets = entries.map(([name, rows]) => ({ sheet: sheetName(name, taken), data: sheetData(rows) }));
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

async function loadWriter(): Promise<typeof import("write-excel-file/universal")> {
  try {
    return await import("write-excel-file/universal");
  } catch {
    throw competitionError({
      code: "package-missing",
      path: "write-excel-file",
      expected: "the optional package write-excel-file",
      hint: "Install it: npm install write-excel-file@4.1.1",
    });
  }
}

type Cell = {
  readonly value: string | number | boolean;
  readonly type: StringConstructor | NumberConstructor | BooleanConstructor;
  readonly fontWeight?: "bold";
} | null;

function sheetData(rows: readonly Row[]): Cell[][] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const head = names.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  return [head, ...rows.map((row) => names.map((name) => cellOf(row[name] ?? null)))];
}

function cellOf(value: Row[string]): Cell {
  if (value === null) return null;
  if (typeof value === "number") {
    return Number.isFinite(value) ? { value, type: Number } : { value: String(value), type: String };
  }
  return typeof value === "boolean" ? { value, type: Boolean } : { value, type: String };
}

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
