const LONGEST = 80;

/** A received value in a few words, for an error's sentence: never a page of JSON, never a crash. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(shorten(value));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Date) return "a Date";
  const numbers = numbersText(value);
  if (numbers !== undefined && numbers.length <= LONGEST) return numbers;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  const keys = Object.keys(value);
  return keys.length === 0 ? "an empty object" : shorten(`an object with ${keys.join(", ")}`);
}

/** What holds nothing but numbers as it would be written: `[95]`, `{ alpha: -1, beta: 1 }`. Texts and bytes may be keys. */
function numbersText(value: unknown, depth: number = 2): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth === 0)
    return undefined;
  if (Array.isArray(value)) {
    const items = value.slice(0, LONGEST).map((item: unknown) => numbersText(item, depth - 1));
    return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  // What an accessor would say isn't asked: it may throw.
  const fields = Object.entries(Object.getOwnPropertyDescriptors(value));
  const texts = fields.map(([name, field]) => {
    const text = numbersText(field.value, depth - 1);
    return text === undefined ? undefined : `${name}: ${text}`;
  });
  return texts.length === 0 || texts.includes(undefined) ? undefined : `{ ${texts.join(", ")} }`;
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/**
 * The known word nearest to a mistyped one, if it is near enough to be meant (Levenshtein distance
 * of at most a third of its length).
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const given = String(word).toLowerCase();
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const distance = editDistance(given, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best !== undefined && least <= Math.max(2, Math.ceil(given.length / 3)) ? best : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
