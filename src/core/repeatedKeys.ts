import { competitionError } from "./errors.js";

/** Texts, names with their colon, and the brackets of objects: all that a key's place depends on. */
const PARTS = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}]/g;

/**
 * Refuses JSON in which an object has a key twice: `JSON.parse` takes the last of them, other readers the first,
 * so that two people could read two things in one file.
 *
 * @param json Text that `JSON.parse` takes.
 * @throws CompetitionError `repeated-key`, naming it.
 */
export function checkKeysOnce(json: string, path: string): void {
  const objects: Set<unknown>[] = [];
  for (const [part, text = "", colon] of json.matchAll(PARTS)) {
    if (part === "{") objects.push(new Set());
    else if (part === "}") objects.pop();
    else if (colon !== undefined) {
      const key: unknown = JSON.parse(`"${text}"`); // written with escapes it is still the same key
      const seen = objects.at(-1);
      if (seen?.has(key) === true) throw repeatedKey(String(key), path);
      seen?.add(key);
    }
  }
}

function repeatedKey(key: string, path: string): Error {
  return competitionError({
    code: "repeated-key",
    path,
    received: key,
    expected: "each key once in an object",
    hint: "Readers differ in which of the two they take; leave one out.",
  });
}
