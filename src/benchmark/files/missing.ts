import type { CellReader, CellValue } from "../../tables/index.js";

/**
 * What tables have in the place of a number that isn't told: not known, too few to be shown, or of no meaning. Those of
 * Jobindsats, Danmarks Statistik, Eurostat (`:`) and spreadsheets (`#N/A`, in Danish `#I/T`).
 */
const MARKS: ReadonlySet<string> = new Set(
  ["", "-", "–", "—", ".", "..", "...", "…", ":", "*", "**", "null", "nan"].concat([
    "na",
    "n/a",
    "n.a.",
    "#n/a",
    "#i/t",
    "i/t",
    "i.a.",
    "i/a",
  ]),
);

/** Counts that were made unreadable because they are small: `<5`. */
const BELOW = /^<\s*=?\s*\d+$/;

/** Whether a cell tells that there is no number. */
export function isMissing(text: string): boolean {
  const mark = text.trim().toLowerCase();
  return MARKS.has(mark) || BELOW.test(mark);
}

/** A reader's value, or `missing` where a mark says that there is none. */
export function orMissing<Value extends CellValue>(read: CellReader<Value>): CellReader<Value | "missing"> {
  return (text, separator) => {
    if (isMissing(text)) return "missing";
    const value = read(text, separator);
    return typeof value === "object" && value.hint === undefined ? { ...value, hint: HINT } : value;
  };
}

const HINT = "Where a number isn't told, leave the cell empty or write ..";
