import { competitionError, oneOf, resolveOptions, type OptionRules } from "../core/index.js";
import { neutralized } from "./formulas.js";
import type { Separator } from "./types.js";

export interface WriteOptions {
  /** `;` by default. */
  readonly separator?: Separator;
  /** `,` by default, `.` where commas separate the cells. */
  readonly decimal?: "," | ".";
  /** At least so many digits after the decimal mark, by column: `{ amount: 2 }` writes 5 as `5,00`. */
  readonly decimals?: Readonly<Record<string, number>>;
  /**
   * Begins the file with a byte order mark, without which a Danish Excel takes UTF-8 for windows-1252 (`LeverandÃ¸ren`);
   * none by default. `parseTable` passes over it; many programs for statistics take it for a part of the first heading.
   */
  readonly byteOrderMark?: boolean;
}

/**
 * Rows as CSV (RFC 4180 quoting, each line ended by a line feed), the named columns in their order.
 *
 * Absent and `null` cells are empty. A text that begins with `=`, `+`, `-`, `@`, tab or carriage
 * return gets an apostrophe in front, so that a spreadsheet doesn't take it for a formula;
 * `parseTable` takes it away again.
 *
 * @throws CompetitionError `impossible-cell` on a value that is no text, boolean or number;
 * `unknown-option`, `impossible-option`.
 * @example
 * writeTable([{ arm: "own", rate: 0.5 }], ["arm", "rate"]) // "arm;rate\nown;0,5\n"
 * @example
 * writeTable([{ note: "=1+1" }], ["note"]) // "note\n'=1+1\n"
 */
export function writeTable<Row extends object>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
  options: WriteOptions = {},
): string {
  const { values } = resolveOptions<WriteOptions>("writeTable", options, RULES);
  const { separator = ";", decimal, decimals = {}, byteOrderMark = false } = values;
  const mark = decimal ?? (separator === "," ? "." : ",");
  const lines = [columns.map((name) => quoted(neutralized(name), separator)).join(separator)];
  for (const [index, row] of rows.entries()) {
    const cells = columns.map((name) =>
      cellText(row[name], mark, decimals[name] ?? 0, `rows[${index}].${name}`),
    );
    lines.push(cells.map((cell) => quoted(cell, separator)).join(separator));
  }
  return `${byteOrderMark ? BYTE_ORDER_MARK : ""}${lines.join("\n")}\n`;
}

const BYTE_ORDER_MARK = "\uFEFF";

const RULES: OptionRules<WriteOptions> = {
  separator: oneOf([";", ",", "\t"]),
  decimal: { expected: "a comma or a point", accepts: (value) => value === "," || value === "." },
  decimals: {
    default: {},
    expected: "whole numbers from 0 to 20 by column",
    accepts: (value) =>
      typeof value === "object" &&
      value !== null &&
      Object.values(value).every((each) => Number.isInteger(each) && each >= 0 && each <= 20),
  },
  byteOrderMark: {
    default: false,
    expected: "true or false",
    accepts: (value) => typeof value === "boolean",
  },
};

function cellText(value: unknown, decimal: "," | ".", decimals: number, path: string): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return neutralized(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number" && !Number.isNaN(value))
    return numberText(value, decimals).replace(".", decimal);
  throw competitionError({
    code: "impossible-cell",
    path,
    received: value,
    expected: "text, a number, a boolean, null or nothing",
  });
}

/** The shortest digits that tell a number, with zeros up to so many decimals. */
function numberText(value: number, decimals: number): string {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  const [whole = "", fraction = ""] = text.split(".");
  const digits = fraction.padEnd(decimals, "0");
  return digits === "" ? whole : `${whole}.${digits}`;
}

function quoted(text: string, separator: Separator): string {
  const special =
    text.includes(separator) || text.includes('"') || text.includes("\n") || text.includes("\r");
  return special ? `"${text.replaceAll('"', '""')}"` : text;
}
