import type { CellReader, CellValue } from "./types.js";

/** How many texts a column remembers; then it begins anew, so that keys without an end don't fill the memory. */
const MOST = 50_000;

/**
 * A reader that remembers what it made of a text.
 *
 * Dates, words and the keys of neighboring rows repeat: each is read once, and the rows share one value.
 */
export function remembered<Value extends CellValue>(read: CellReader<Value>): CellReader<Value> {
  const known = new Map<string, Value>();
  return (text, separator) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text, separator);
    if (typeof value === "object") return value; // a problem: each row has its own
    if (known.size === MOST) known.clear();
    known.set(text, value);
    return value;
  };
}
