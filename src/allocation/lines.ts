import { canonicalJson, deepFreeze, digestOf, digestOfValue } from "../core/index.js";
import { writeJsonLines } from "../tables/index.js";
import type { LedgerRecord, LineBase } from "./types.js";

/** What stands before the opening. */
export const NOTHING_BEFORE: string = "0".repeat(64);

/** Digests of lines that were frozen here all through, and so can't have changed since. */
const lasting = new WeakMap<object, string>();

/** The digest that a line must carry: SHA-256 of its canonical JSON (RFC 8785) without `digest`. */
export function lineDigest(record: LedgerRecord): string {
  return lasting.get(record) ?? digestOfValue({ ...record, digest: undefined });
}

/** The same, from a line's canonical text, in which its digest stands once: no text can hold its own SHA-256. */
export function textDigest(text: string, { digest }: LedgerRecord): string {
  const field = `"digest":"${digest}",`; // further fields follow it in every line
  const at = text.indexOf(field);
  return digestOf(text.slice(0, at) + text.slice(at + field.length));
}

/** Freezes a line all through, so that the digest that it must carry is never computed again. */
export function lastingLine(record: LedgerRecord, digest: string): LedgerRecord {
  lasting.set(record, digest);
  return deepFreeze(record);
}

/** Where a line stands. */
export type Place = Omit<LineBase, "digest">;

/** What a line says, at its place; frozen, its fields in canonical order. */
export function sealed<Facts extends object>(facts: Facts, place: Place): Facts & LineBase {
  const linked = canonicalCopy(Object.assign({}, facts, place)); // spreading both takes longer than all the rest
  const digest = digestOf(canonicalJson(linked));
  const line = withDigest(linked, digest) as Facts & LineBase;
  lasting.set(line, digest);
  return line;
}

/** The same line with its digest where it belongs. */
function withDigest(linked: object, digest: string): object {
  const line: Record<string, unknown> = {};
  for (const name of Object.keys(linked)) {
    if (name > "digest" && line["digest"] === undefined) line["digest"] = digest;
    line[name] = linked[name as keyof typeof linked];
  }
  return Object.freeze(line);
}

/** A frozen copy whose fields stand in canonical order, so that `JSON.stringify` writes the ledger's line too. */
export function canonicalCopy<Value>(value: Value): Value {
  return ordered(value) as Value;
}

function ordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(ordered));
  const fields = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(fields).toSorted()) {
    const part = fields[name];
    if (part === undefined) continue;
    if (name === "__proto__") Object.defineProperty(copy, name, { value: ordered(part), enumerable: true });
    else copy[name] = ordered(part);
  }
  return Object.freeze(copy);
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
  return writeJsonLines(records);
}
