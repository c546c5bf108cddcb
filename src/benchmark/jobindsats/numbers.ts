import type { CellProblem } from "../../tables/index.js";
import { isMissing } from "../files/missing.js";
import type { GridCell } from "./grid.js";

/** The sign before decimals. */
export type DecimalMark = "," | ".";

const COMMA = /^[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+$|^[+-]?\d{1,3}(\.\d{3}){2,}$/;
const POINT = /^[+-]?(\d+|\d{1,3}(,\d{3})+)\.(\d{1,2}|\d{4,})$/;
const UNDECIDED = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/**
 * The decimal mark that a table's texts show: a comma before decimals or two groups of thousands, or a point before
 * decimals that can't be a group.
 *
 * @returns Nothing where no text shows it; `both` where they contradict each other.
 */
export function markOf(texts: Iterable<string>): DecimalMark | "both" | undefined {
  let [comma, point] = [false, false];
  for (const text of texts) {
    const plain = withoutSpaces(text);
    comma ||= COMMA.test(plain);
    point ||= POINT.test(plain);
  }
  if (comma && point) return "both";
  return comma ? "," : point ? "." : undefined;
}

/** A number with its printed digits, in the form `1234.50`. */
export interface ReadNumber {
  readonly value: number;
  readonly digits: string;
}

/**
 * Reads a cell as a number, by the table's decimal mark; `missing` for a mark that there is none.
 *
 * Where the mark isn't known, `1.234` is a thousand and more if it must be whole, else it can be read two ways.
 */
export function readNumber(
  cell: GridCell,
  mark: DecimalMark | undefined,
  whole: boolean,
): ReadNumber | "missing" | CellProblem {
  if (cell === null || (typeof cell === "string" && isMissing(cell))) return "missing";
  if (typeof cell === "number") return found(String(cell), whole);
  const plain = withoutSpaces(cell);
  if (mark === undefined && !whole && UNDECIDED.test(plain)) return AMBIGUOUS;
  return found(mark === "." ? plain.replace(/,(?=\d{3}(\D|$))/g, "") : danish(plain), whole);
}

/** Danish digits as JavaScript has them; points that group no thousands stay and spoil the number. */
function danish(plain: string): string {
  const grouped = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain);
  return (grouped ? plain.replaceAll(".", "") : plain.includes(".") ? "" : plain).replace(",", ".");
}

function found(digits: string, whole: boolean): ReadNumber | CellProblem {
  if (!(whole ? /^\d+$/ : /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i).test(digits))
    return whole ? NO_WHOLE : NO_NUMBER;
  return { value: Number(digits), digits };
}

function withoutSpaces(text: string): string {
  return text
    .replace(/(?<=\d)[\s\u00A0\u202F](?=\d{3})/g, "")
    .replace("\u2212", "-")
    .trim();
}

const NO_WHOLE: CellProblem = { code: "impossible-number", expected: "a whole number from 0" };
const NO_NUMBER: CellProblem = {
  code: "impossible-number",
  expected: "a number with the decimal mark of the other numbers",
};
const AMBIGUOUS: CellProblem = {
  code: "ambiguous-number",
  expected: "a number that can't be read two ways",
  hint: 'Nothing else in the file shows its decimal mark: say it to parseJobindsats, decimal: "," or decimal: ".", or write thousands without a mark.',
};
