import Papa from "papaparse";
import { pseudonymize, type Key } from "../allocation/index.js";
import { isCompetitionError, nearestWord, type Notice } from "../core/index.js";
import { containsCpr, decodeText, issueList, splitRecords, type IssueList } from "../tables/index.js";

/** A file whose identifiers are pseudonyms now; everything else is as it was. */
export interface PseudonymizedText {
  readonly text: string;
  readonly rows: number;
  readonly notices: readonly Notice[];
}

/** One record of the file and the line that it begins on. */
interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * Replaces the cells of some columns by keyed pseudonyms and leaves all others as they are.
 *
 * @throws CompetitionError `rows-in-error` with every issue: a column that isn't there, a record of
 * another length than the header, an empty cell, a CPR number without its leading zero, a CPR number in
 * another column.
 */
export function pseudonymizeColumns(
  bytes: Uint8Array,
  { name, columns, key }: { readonly name: string; readonly columns: readonly string[]; readonly key: Key },
): PseudonymizedText {
  const { text, notices } = decodeText(bytes, name);
  const issues = issueList(name);
  const { separator, lines } = linesOf(text, issues);
  const [header = { row: 1, cells: [] }, ...records] = lines;
  const headings = header.cells.map((heading) => heading.trim());
  const positions = positionsOf({ ...header, cells: headings }, columns, issues);
  const replaced = records.map((record) => {
    checkRecord(record, headings, positions, issues);
    return record.cells.map((cell, position) => {
      if (!positions.has(position) || cell.trim() === "") return cell;
      const place = { row: record.row, column: headings[position] ?? "" };
      return pseudonymOf(cell, key, place, issues);
    });
  });
  issues.throwIfAny();
  const written = Papa.unparse([[...header.cells], ...replaced], { delimiter: separator, newline: "\n" });
  return { text: `${written}\n`, rows: records.length, notices };
}

/** The pseudonym of a cell; what it refuses for the cell's own sake is one more issue. */
function pseudonymOf(
  cell: string,
  key: Key,
  place: { readonly row: number; readonly column: string },
  issues: IssueList,
): string {
  try {
    return pseudonymize(cell, key);
  } catch (error) {
    if (!isCompetitionError(error, "leading-zero-lost")) throw error;
    const { code, received, expected = "", hint = "" } = error;
    issues.add({ ...place, code, received, expected, hint });
    return cell;
  }
}

function linesOf(
  text: string,
  issues: IssueList,
): { readonly separator: string; readonly lines: readonly Line[] } {
  const { separator, cells, lines, broken } = splitRecords(text.replaceAll("\r\n", "\n"));
  for (const index of broken) {
    issues.add({ code: "broken-quotes", row: lines[index] ?? 0, expected: "quotation marks in pairs" });
  }
  const numbered = cells.map((each, index) => ({ row: lines[index] ?? 0, cells: each }));
  return { separator, lines: numbered.filter((line) => line.cells.some((cell) => cell.trim() !== "")) };
}

function positionsOf(
  { row, cells: headings }: Line,
  columns: readonly string[],
  issues: IssueList,
): ReadonlySet<number> {
  for (const column of columns.filter((each) => !headings.includes(each))) {
    const near = nearestWord(column, headings);
    issues.add({
      code: "missing-column",
      row,
      column,
      received: headings.join(", "),
      expected: `a column ${column}`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  }
  return new Set(columns.map((column) => headings.indexOf(column)));
}

function checkRecord(
  { row, cells }: Line,
  headings: readonly string[],
  positions: ReadonlySet<number>,
  issues: IssueList,
): void {
  if (cells.length !== headings.length) {
    const expected = `${headings.length} cells, as in the header`;
    issues.add({ code: "other-length", row, received: cells.length, expected });
    return;
  }
  for (const [position, column] of headings.entries()) {
    const cell = cells[position]?.trim() ?? "";
    if (positions.has(position)) {
      if (cell === "") {
        issues.add({ code: "empty-cell", row, column, received: "", expected: "an identifier" });
      }
    } else if (containsCpr(cell)) {
      const hint = `Add --column ${column}, or leave the column out.`;
      issues.add({ code: "cpr-shaped", row, column, expected: "no CPR number", hint });
    }
  }
}
