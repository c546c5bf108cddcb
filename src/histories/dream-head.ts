import { issueList, splitRecords, type Separator } from "../tables/index.js";

/** The header of a file whose records are too wide to be cut into strings all at once. */
export interface Head {
  readonly headings: readonly string[];
  /** The line that the header stands on. */
  readonly line: number;
  readonly separator: Separator;
  readonly newline: "\n" | "\r";
  /** Where the first record after it begins. */
  readonly next: number;
}

/** A line in which Excel may tell the separator, and blank ones, before the header. */
const BEFORE = /^(?:sep=[;,\t][;,\t ]*[\r\n]+)?(?:[;,\t ]*[\r\n]+)*/i;

/**
 * Finds the header, cut as every table's is.
 *
 * @throws CompetitionError `rows-in-error` where a quotation mark in it isn't closed.
 */
export function readHead(text: string, file: string): Head {
  const newline = text.includes("\n") ? "\n" : "\r";
  const top = BEFORE.exec(text)?.[0].length ?? 0;
  const end = text.indexOf(newline, top);
  const next = end === -1 ? text.length : end + 1;
  const { cells, separator, broken } = splitRecords(text.slice(0, next));
  const position = cells.findLastIndex((each) => each.some((cell) => cell.trim() !== ""));
  const line = text.slice(0, top).split(newline).length;
  const issues = issueList(file);
  if (broken.has(position)) {
    issues.add({ code: "broken-quotes", row: line, expected: "quotation marks in pairs, in the header too" });
  }
  issues.throwIfAny();
  return { headings: (cells[position] ?? []).map((cell) => cell.trim()), line, separator, newline, next };
}
