import { canonicalJson, deepFreeze, type Notice, type Source } from "../core/index.js";
import { withoutCpr } from "./cpr.js";
import { decodeText } from "./decode.js";
import { issueList } from "./issues.js";

/** One line of a JSON Lines file. */
export interface JsonLine {
  /** Line of the file, the first being 1. */
  readonly row: number;
  /** The line as it stands, without its end. */
  readonly text: string;
  readonly value: unknown;
}

export interface ParsedLines {
  readonly rows: readonly JsonLine[];
  readonly notices: readonly Notice[];
  readonly source: Source;
}

/**
 * Reads JSON Lines: one JSON value per line; blank lines are passed over.
 *
 * @throws CompetitionError `rows-in-error` with an issue `invalid-json` for each line that is torn
 * or otherwise no JSON; `empty-file`.
 * @example
 * parseJsonLines('{"a":1}\n{"a":2}\n', { name: "ledger.jsonl" }).rows[1] // { row: 2, text: '{"a":2}', value: { a: 2 } }
 * @example
 * parseJsonLines('{"a":1}\n{"a":', { name: "ledger.jsonl" }) // throws: row 2 is torn
 */
export function parseJsonLines(input: Uint8Array | string, options: { readonly name: string }): ParsedLines {
  const { text, digest, notices } = decodeText(input, options.name);
  const issues = issueList(options.name);
  const rows: JsonLine[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === "") continue;
    try {
      rows.push({ row: index + 1, text: line, value: JSON.parse(line) as unknown });
    } catch {
      issues.add({
        code: "invalid-json",
        row: index + 1,
        received: withoutCpr(line).slice(-40),
        expected: "one whole JSON value on the line",
      });
    }
  }
  issues.throwIfAny();
  return deepFreeze({ rows, notices, source: { name: options.name, digest, rows: rows.length } });
}

/** Values as JSON Lines, each canonical (RFC 8785), each line ended by a line feed. */
export function writeJsonLines(values: Iterable<unknown>): string {
  const lines: string[] = [];
  for (const value of values) lines.push(canonicalJson(value), "\n");
  return lines.join("");
}
