import { competitionError } from "./errors.js";

/**
 * Canonical JSON by RFC 8785: keys sorted by UTF-16 code units, no white space, numbers as
 * ECMAScript prints them. The same value gives the same bytes everywhere.
 *
 * Properties that are `undefined` are left out, as `JSON.stringify` does.
 *
 * @throws CompetitionError `not-json` on a value that JSON can't carry: `NaN`, infinities, functions.
 */
export function canonicalJson(value: unknown): string {
  const text = isPlainlySorted(value) ? JSON.stringify(value) : written(value);
  if (text !== undefined) return text;
  const [path, received] = culprit(value, "") ?? ["", value];
  throw competitionError({
    code: "not-json",
    path: path === "" ? "value" : path.replace(/^\./, ""),
    received,
    expected: "null, a boolean, a string, a finite number, an array or a plain object",
  });
}

/** The text of a value; `undefined` if it, or something in it, can't be written. */
function written(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return isScalar(value) ? JSON.stringify(value) : undefined;
  let text = "";
  if (Array.isArray(value)) {
    for (const part of value) {
      const inner = written(part);
      if (inner === undefined) return undefined;
      text += text === "" ? inner : `,${inner}`;
    }
    return `[${text}]`;
  }
  const record = value as Record<string, unknown>;
  for (const key of sortedKeys(record)) {
    const part = record[key];
    if (part === undefined) continue;
    const inner = written(part);
    if (inner === undefined) return undefined;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${inner}`;
  }
  return `{${text}}`;
}

/** Tells whether a text is the canonical JSON of the value that was read from it. */
export function isCanonicalJson(text: string, value: unknown): boolean {
  return canonicalJson(value) === text;
}

/** Whether all keys are in order, and nothing is in it that the engine's own writer, which is fast, writes otherwise. */
function isPlainlySorted(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isScalar(value);
  if (Array.isArray(value)) {
    for (const part of value) if (!isPlainlySorted(part)) return false; // `every` would pass over a gap
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let before: string | undefined;
  for (const key in value) {
    if (before !== undefined && !(before < key)) return false;
    const part = (value as Record<string, unknown>)[key];
    if (part !== undefined && !isPlainlySorted(part)) return false;
    before = key;
  }
  return true;
}

function sortedKeys(record: object): readonly string[] {
  return Object.keys(record).toSorted();
}

function isScalar(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "boolean" || typeof value === "string";
}

/** Where in a value the first thing stands that can't be written, and what it is. */
function culprit(value: unknown, path: string): [path: string, received: unknown] | undefined {
  if (typeof value !== "object" || value === null) return isScalar(value) ? undefined : [path, value];
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined && !Array.isArray(value)) continue;
    const found = culprit(part, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A copy for JSON of a result, with infinities as `"Infinity"` and `"-Infinity"`; `undefined` falls away. */
export function jsonCopy(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, jsonCopy);
  if (Array.isArray(value)) return value.map(jsonCopy);
  if (typeof value !== "object" || value === null) return value;
  const own = Object.entries(value).filter(([, part]) => part !== undefined && typeof part !== "function");
  return Object.fromEntries(own.map(([key, part]) => [key, jsonCopy(part)]));
}
