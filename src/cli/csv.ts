import type { Language, Row } from "../display/index.js";
import { writeTable } from "../tables/index.js";

/**
 * A table of results as a CSV file. In Danish it is made for people: decimal commas, and a byte order mark, without which
 * a Danish Excel takes `ø` for other letters. In English it is made for programs: decimal points, and no mark.
 */
export function csvText(
  rows: readonly Row[],
  language: Language,
  columns: readonly string[] = [...new Set(rows.flatMap((row) => Object.keys(row)))],
): string {
  return language === "da"
    ? writeTable(rows, columns, { byteOrderMark: true })
    : writeTable(rows, columns, { decimal: "." });
}
