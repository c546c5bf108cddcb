import {
  numberCell,
  splitRecords,
  type CellProblem,
  type RowProblem,
  type Separator,
} from "../../tables/index.js";
import { isMissing } from "./missing.js";
import { cprIn } from "./texts.js";

/** How a file's further columns are to be read. */
export interface Further {
  readonly separator: Separator;
  /** Headings of columns in which no cell is a number: words, which are no covariates. */
  readonly words: ReadonlySet<string>;
}

/** Looks through a file's columns for those that hold words only. */
export function furtherColumns(body: string): Further {
  const { cells, separator } = splitRecords(body);
  const [header = [], ...records] = cells.filter((record) => record.some((cell) => cell.trim() !== ""));
  const words = header.filter((_, position) => {
    const filled = records
      .map((record) => (record[position] ?? "").trim())
      .filter((cell) => !isMissing(cell));
    return filled.length > 0 && filled.every((cell) => isWord(numberCell(cell, separator)));
  });
  return { separator, words: new Set(words.map((heading) => heading.trim())) };
}

function isWord(read: number | CellProblem): boolean {
  return typeof read === "object" && read.code === "impossible-number";
}

/** The further cells of a row as numbers, and those that are none. */
export function covariatesOf(
  cells: readonly (readonly [column: string, text: string])[],
  { separator, words }: Further,
): { readonly covariates: Readonly<Record<string, number>>; readonly problems: readonly RowProblem[] } {
  const covariates: Record<string, number> = {};
  const problems: RowProblem[] = [];
  for (const [column, text] of cells) {
    const cpr = cprIn(text);
    if (cpr !== undefined) problems.push({ ...cpr, column });
    if (cpr !== undefined || words.has(column) || isMissing(text)) continue;
    const value = numberCell(text, separator);
    if (typeof value === "object") problems.push({ ...value, column });
    else covariates[column] = value;
  }
  return { covariates, problems };
}
