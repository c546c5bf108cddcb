import { deepFreeze, type Notice } from "../core/index.js";
import {
  decodeText,
  issueList,
  withoutCpr,
  type DecodedText,
  type FoundIssue,
  type ParsedTable,
} from "../tables/index.js";
import { lastingLine } from "./lines.js";
import { readLine } from "./read-line.js";
import type { LedgerRecord } from "./types.js";

/**
 * Reads a ledger file (JSON Lines, one canonical line per record) and checks the form of each line:
 * fields, their types, the canonical text, to the byte: another encoding, a byte order mark, line ends of
 * another system or a space are refused. It doesn't check the chain: openLedger and verifyLedger do.
 *
 * @param input The file's bytes, or its text.
 * @param options `name` of the file, as issues shall name it; `ledger.jsonl` by default.
 * @returns `rows`, the records in order, frozen, with `notices` (`no-final-line-feed` where the file
 * doesn't end with a line feed: its end may be missing) and `source`.
 * @throws CompetitionError `rows-in-error` with every issue: line, field, received, expected;
 * `empty-file`.
 * @example
 * const ledger = openLedger(protocol, parseLedger(bytes, { name: "ledger.jsonl" }));
 * @example
 * parseLedger('{"type":"opening"', { name: "ledger.jsonl" }) // throws: line 1 is torn
 */
export function parseLedger(
  input: Uint8Array | string,
  { name = "ledger.jsonl" }: { readonly name?: string } = {},
): ParsedTable<LedgerRecord> {
  const decoded = decodeText(input, name);
  const { text, digest } = decoded;
  const whole = text.endsWith("\n");
  const issues = issueList(name);
  if (!isPlain(input, decoded)) issues.add(OTHER_ENCODING);
  if (text.includes("\r\n")) issues.add(OTHER_LINE_ENDS);
  const rows: LedgerRecord[] = [];
  const lines = text.includes("\r\n") ? [] : (whole ? text.slice(0, -1) : text).split("\n");
  for (const [index, line] of lines.entries()) {
    const reading = readLine(line);
    if (reading.record === undefined && index === lines.length - 1 && !whole) {
      issues.add({ ...TORN_LINE, row: index + 1, received: withoutCpr(line).slice(-40) });
      continue;
    }
    if (reading.record !== undefined) rows.push(lastingLine(reading.record, reading.digest));
    for (const { field, ...problem } of reading.problems) {
      issues.add({ ...problem, row: index + 1, ...(field === "" ? {} : { column: field }) });
    }
  }
  issues.throwIfAny();
  const cut: Notice = { code: "no-final-line-feed", severity: "caution", file: name };
  return deepFreeze({
    rows,
    notices: whole ? [] : [cut],
    source: { name, digest, rows: rows.length },
    rowNumber: (index) => index + 1,
  });
}

/** Whether a file's bytes are its text's own in UTF-8. Every ledger begins with a brace, which is itself in UTF-8. */
function isPlain(input: Uint8Array | string, { text, notices }: DecodedText): boolean {
  const first = typeof input === "string" ? input.codePointAt(0) : input[0];
  return first === text.codePointAt(0) && notices.length === 0;
}

const EDITED = "An editor, or a transfer as text, may have changed the file: restore it from a copy.";

const OTHER_LINE_ENDS: FoundIssue = {
  code: "not-canonical",
  row: 1,
  received: "lines that end in a carriage return and a line feed",
  expected: "line feeds only, as formatLedger writes them",
  hint: EDITED,
};

const TORN_LINE = {
  code: "torn-line",
  expected: "a whole line that ends in a line feed",
  hint: "A write was cut off here: the command allocate sets such a line aside, and goes on before it.",
} as const;

const OTHER_ENCODING: FoundIssue = {
  code: "not-canonical",
  row: 1,
  received: "a byte order mark, or another encoding",
  expected: "UTF-8 without a byte order mark, as formatLedger writes it",
  hint: EDITED,
};
