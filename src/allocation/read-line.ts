import { isCanonicalJson } from "../core/index.js";
import { withoutCpr } from "../tables/index.js";
import { lineDigest, textDigest } from "./lines.js";
import { recordProblems } from "./record-shapes.js";
import type { Problem } from "./shape.js";
import type { LedgerRecord } from "./types.js";

/** A line as a record, or all that keeps it from being one. */
export type LineReading =
  | {
      readonly record: LedgerRecord;
      /** The digest that it must carry. */
      readonly digest: string;
      readonly problems: readonly [];
    }
  | { readonly record: undefined; readonly problems: readonly Problem[] };

/** Takes a value as a line of a ledger if it is whole and well-typed; chain and content are the audit's affair. */
export function readRecord(value: unknown): LineReading {
  return readAs(value, lineDigest);
}

/** Takes a line of a ledger file as a record; the text has to be the canonical one to the letter. */
export function readLine(text: string): LineReading {
  if (text.trim() === "") return refused("empty-line", text, "a line of the ledger; this one is empty");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("invalid-json", text, "one whole JSON object on the line");
  }
  const reading = readAs(value, (record) => textDigest(text, record));
  return reading.record === undefined || isCanonicalJson(text, value)
    ? reading
    : refused("not-canonical", text, "the line as formatLedger writes it: keys sorted, no white space");
}

function readAs(value: unknown, digestOfLine: (record: LedgerRecord) => string): LineReading {
  const problems = recordProblems(value);
  if (problems.length > 0) return { record: undefined, problems };
  const record = value as LedgerRecord; // the shapes are those of the type
  return { record, digest: digestOfLine(record), problems: [] };
}

function refused(code: string, text: string, expected: string): LineReading {
  return {
    record: undefined,
    problems: [{ code, field: "", received: withoutCpr(text).slice(-40), expected }],
  };
}
