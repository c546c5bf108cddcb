import { deepFreeze, digestOfValue } from "../core/index.js";
import { writeJsonLines } from "../tables/index.js";
import type { LedgerRecord } from "./types.js";

/** What stands before the opening. */
export const NOTHING_BEFORE: string = "0".repeat(64);

/** Digests of lines that were frozen here all through, and so can't have changed since. */
const lasting = new WeakMap<object, string>();

/** The digest that a line must carry: SHA-256 of its canonical JSON (RFC 8785) without `digest`. */
export function lineDigest(record: LedgerRecord): string {
  return lasting.get(record) ?? digestOfValue({ ...record, digest: undefined });
}

/** Freezes a line all through; its digest is computed now and never again. */
export function lastingLine(record: LedgerRecord): LedgerRecord {
  lasting.set(record, lineDigest(record));
  return deepFreeze(record);
}

/** A line tied to the one before it; frozen, its fields in canonical order. */
export function sealed<Body extends object>(
  body: Body,
  previous: string,
): Body & { readonly previous: string; readonly digest: string } {
  const linked = { ...body, previous };
  const digest = digestOfValue(linked);
  const line = canonicalCopy({ ...linked, digest });
  lasting.set(line, digest);
  return line;
}

/** A frozen copy whose fields stand in canonical order, so that `JSON.stringify` writes the ledger's line too. */
export function canonicalCopy<Value>(value: Value): Value {
  return ordered(value) as Value;
}

function ordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(ordered));
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.freeze(Object.fromEntries(sorted.map(([name, part]) => [name, ordered(part)])));
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
