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
  return write(value, "");
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((part, index) => write(part, `${path}[${index}]`)).join(",")}]`;
  if (typeof value === "object") {
    const parts = Object.keys(value)
      .toSorted()
      .flatMap((key) => {
        const part = (value as Record<string, unknown>)[key];
        return part === undefined ? [] : [`${JSON.stringify(key)}:${write(part, `${path}.${key}`)}`];
      });
    return `{${parts.join(",")}}`;
  }
  throw competitionError({
    code: "not-json",
    path: path === "" ? "value" : path.replace(/^\./, ""),
    received: value,
    expected: "null, a boolean, a string, a finite number, an array or a plain object",
  });
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
