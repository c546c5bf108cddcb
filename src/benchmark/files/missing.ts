import type { CellReader, CellValue } from "../../tables/index.js";

/** What tables have in the place of a number that isn't told: not known, too few to be shown, or of no meaning. */
const MARKS: ReadonlySet<string> = new Set(["", "-", "–", ".", "..", "...", "null"]);

/** Whether a cell tells that there is no number. */
export function isMissing(text: string): boolean {
  return MARKS.has(text.trim().toLowerCase());
}

/** A reader's value, or `missing` where a mark says that there is none. */
export function orMissing<Value extends CellValue>(read: CellReader<Value>): CellReader<Value | "missing"> {
  return (text, separator) => (isMissing(text) ? "missing" : read(text, separator));
}
