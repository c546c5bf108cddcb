import { canonicalJson, deepFreeze, digestOf, digestOfValue, requireObject } from "../core/index.js";
import type { LedgerRecord, LineBase } from "./types.js";

/** What stands before the opening. */
export const NOTHING_BEFORE: string = "0".repeat(64);

/** What is known of a line that was frozen here all through, and so can't have changed since. */
interface Known {
  readonly digest: string;
  /** Of a line that was made here its canonical text, so that it is never written a second time. */
  readonly text?: string;
}

const lasting = new WeakMap<object, Known>();

/** The digest that a line must carry: SHA-256 of its canonical JSON (RFC 8785) without `digest`. */
export function lineDigest(record: LedgerRecord): string {
  return lasting.get(record)?.digest ?? digestOfValue({ ...record, digest: undefined });
}

/** The same, from a line's canonical text, in which its digest stands once: no text can hold its own SHA-256. */
export function textDigest(text: string, { digest }: LedgerRecord): string {
  const field = digestField(digest);
  const at = text.indexOf(field);
  return digestOf(text.slice(0, at) + text.slice(at + field.length));
}

/** Freezes a line all through, so that the digest that it must carry is never computed again. */
export function lastingLine(record: LedgerRecord, digest: string): LedgerRecord {
  lasting.set(record, { digest });
  return deepFreeze(record);
}

/** Stands for a digest until it is known; no field before it in a line can look like it. */
const UNKNOWN = "?";
const BLANK = digestField(UNKNOWN);

/** Further fields follow it in every line. */
function digestField(digest: string): string {
  return `"digest":"${digest}",`;
}

/** Where a line stands. */
export type Place = Omit<LineBase, "digest">;

/** What a line says, at its place; frozen, its fields in canonical order. */
export function sealed<Facts extends object>(facts: Facts, place: Place): Facts & LineBase {
  const blank = orderedCopy(Object.assign({}, facts, place, { digest: UNKNOWN })); // spreading them takes longer than all the rest
  const text = canonicalJson(blank);
  const at = text.indexOf(BLANK);
  const digest = digestOf(text.slice(0, at) + text.slice(at + BLANK.length));
  blank["digest"] = digest;
  const line = Object.freeze(blank) as Facts & LineBase;
  lasting.set(line, {
    digest,
    text: text.slice(0, at) + digestField(digest) + text.slice(at + BLANK.length),
  });
  return line;
}

/** A frozen copy whose fields stand in canonical order, so that `JSON.stringify` writes the ledger's line too. */
export function canonicalCopy<Value>(value: Value): Value {
  return ordered(value) as Value;
}

function ordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.freeze(Array.isArray(value) ? value.map(ordered) : orderedCopy(value));
}

/** The same without being frozen itself. */
function orderedCopy(value: object): Record<string, unknown> {
  const fields = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const name of namesInOrder(fields)) {
    const part = fields[name];
    if (part === undefined) continue;
    if (name === "__proto__") Object.defineProperty(copy, name, { value: ordered(part), enumerable: true });
    else copy[name] = ordered(part);
  }
  return copy;
}

/** By insertion: there are few, most of them in order already, and to sort them anew takes as much memory as a whole line. */
function namesInOrder(fields: object): readonly string[] {
  const names = Object.keys(fields);
  for (let at = 1; at < names.length; at++) {
    const name = names[at] ?? "";
    let place = at;
    for (; place > 0 && name < (names[place - 1] ?? ""); place--) names[place] = names[place - 1] ?? "";
    names[place] = name;
  }
  return names;
}

/**
 * The text of a ledger file: one canonical line (RFC 8785) per record, each ended by a line feed.
 *
 * @param records Lines of a ledger, such as `ledger.records` or the `records` to append.
 * @example
 * formatLedger(ledger.records) // the whole file
 * @example
 * formatLedger([]) // ""
 */
export function formatLedger(records: Iterable<LedgerRecord>): string {
  requireObject("formatLedger.records", records, {
    expected: "records of a ledger",
    hint: "Write formatLedger(ledger.records).",
    accepts: (given) => Symbol.iterator in given,
  });
  let text = "";
  for (const record of records) text += `${lasting.get(record)?.text ?? canonicalJson(record)}\n`;
  return text;
}
