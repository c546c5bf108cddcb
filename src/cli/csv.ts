import type { Language } from "../display/index.js";
import { writeTable } from "../tables/index.js";

/**
 * A table of results as a CSV file. In Danish it is made for people: decimal commas, and a byte order mark, without which
 * a Danish Excel takes `ø` for other letters. In English it is made for programs: decimal points, and no mark.
 */
export function csvText<Row extends object>(
  rows: readonly Row[],
  language: Language,
  columns: readonly (keyof Row & string)[] = columnsOf(rows),
): string {
  return language === "da"
    ? writeTable(rows, columns, { byteOrderMark: true })
    : writeTable(rows, columns, { decimal: "." });
}

/** All columns that any row has, in the order in which they come. */
function columnsOf<Row extends object>(rows: readonly Row[]): readonly (keyof Row & string)[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row) as (keyof Row & string)[]))];
}
