import { formatDay, readDay } from "../core/index.js";
import { isCprShaped } from "./cpr.js";
import type { CellProblem, CellReader, CellValue, Column } from "./types.js";

/** A column that is there, every cell of it filled. */
export function required<Value extends CellValue>(read: CellReader<Value>): Column<Value, "required"> {
  return { presence: "required", read };
}

/** A column that is there, with cells that may be empty. */
export function mayBeEmpty<Value extends CellValue>(read: CellReader<Value>): Column<Value, "may-be-empty"> {
  return { presence: "may-be-empty", read };
}

/** A column that may be missing, with cells that may be empty. */
export function optional<Value extends CellValue>(read: CellReader<Value>): Column<Value, "optional"> {
  return { presence: "optional", read };
}

/** Text as it stands, without white space around it. */
export const textCell: CellReader<string> = (text) => text;

/** A day, ISO or Danish (`2005-12-31`, `31-12-2005`, `31.12.2005`, `31/12/2005`), as an ISO date. */
export const dateCell: CellReader<string> = (text) => {
  const day = readDay(text);
  if (day === undefined) return IMPOSSIBLE_DATE;
  return ISO_SHAPE.test(text) ? text : formatDay(day); // an ISO date stays as it is: a third of the time of many
};

const ISO_SHAPE = /^\d{4}-/; // 1-12-2005 has a hyphen in the same place

const IMPOSSIBLE_DATE: CellProblem = {
  code: "impossible-date",
  expected: "a day of the calendar as YYYY-MM-DD or DD-MM-YYYY",
};

/** A whole number from 0; points may group its thousands (`1.234`), except where commas separate the cells. */
export const wholeNumberCell: CellReader<number> = (text, separator) => {
  const grouped = separator !== "," && /^\d{1,3}(\.\d{3})+$/.test(text);
  const plain = grouped ? text.replaceAll(".", "") : text;
  const value = /^\d+$/.test(plain) ? Number(plain) : undefined;
  return value !== undefined && Number.isSafeInteger(value) ? value : NO_WHOLE_NUMBER;
};

const NO_WHOLE_NUMBER: CellProblem = { code: "impossible-number", expected: "a whole number from 0" };

/**
 * A number with decimal comma or point.
 *
 * Points group thousands where they can't be anything else (`1.234,5`, `1.234.567`). `1.234` alone
 * can be read two ways and is refused; where commas separate the cells, decimals have a point, and
 * it is `1,234` that is refused.
 */
export const numberCell: CellReader<number> = (text, separator) => {
  const ambiguous = separator === "," ? /^[+-]?[1-9]\d{0,2},\d{3}$/ : /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
  if (ambiguous.test(text)) return AMBIGUOUS_NUMBER;
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(text))
    return Number(text.replaceAll(".", "").replace(",", "."));
  if (!/^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(text)) return NO_NUMBER;
  const value = Number(text.replace(",", "."));
  return Number.isFinite(value) ? value : NO_NUMBER;
};

const AMBIGUOUS_NUMBER: CellProblem = {
  code: "ambiguous-number",
  expected: "a number that can't be read two ways",
  hint: "Write thousands without a mark, and decimals as the rest of the file has them.",
};

const NO_NUMBER: CellProblem = {
  code: "impossible-number",
  expected: "a number such as 12,5 or 12.5",
};

/** One of a few words, in any case, as the list writes it; the issue of another word names the nearest. */
export function wordCell<const Word extends string>(
  words: readonly Word[],
  code = "unknown-word",
): CellReader<Word> {
  const byText = new Map<string, Word>(words.map((word) => [word.toLowerCase(), word]));
  const unknown: CellProblem = { code, expected: `one of ${words.join(", ")}`, among: words };
  return (text) => byText.get(text) ?? byText.get(text.toLowerCase()) ?? unknown;
}

/** A pseudonym; anything shaped like a personal identification number (CPR) is refused. */
export const citizenCell: CellReader<string> = (text) => (isCprShaped(text) ? CPR_SHAPED : text);

const CPR_SHAPED: CellProblem = {
  code: "cpr-shaped",
  expected: "a pseudonym",
  hint: "Replace personal identification numbers by a keyed pseudonym before the data leave their register (`pseudonymize`).",
};
