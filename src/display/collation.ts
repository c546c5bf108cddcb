/** Letters that count as others, by Danish rules of alphabetization (Retskrivningsordbogen). */
const AS: Readonly<Record<string, string>> = {
  ä: "æ",
  ö: "ø",
  ő: "ø",
  œ: "ø",
  ü: "y",
  ű: "y",
  ð: "d",
  þ: "th",
  ß: "ss",
  ł: "l",
};
const LETTERS = "abcdefghijklmnopqrstuvwxyzæøå";

/**
 * Compares two texts by the Danish alphabet: æ, ø and å come after z, and aa is å (Aabenraa stands
 * last). Case and other accents only decide between words that are otherwise equal. The same order
 * on every machine: it asks no locale.
 *
 * @returns A negative number, zero or a positive number, as `sort` wants it.
 * @example
 * ["Aarhus", "Ærø", "Odense", "Øster"].sort(compareDanish) // ["Odense", "Ærø", "Øster", "Aarhus"]
 * @example
 * compareDanish("Åbenrå", "Aabenraa") // not 0: equal in the alphabet, then by their characters
 */
export function compareDanish(a: string, b: string): number {
  const [first, second] = [ranks(a), ranks(b)];
  for (let index = 0; index < Math.min(first.length, second.length); index++) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (first.length !== second.length) return first.length - second.length;
  return a < b ? -1 : Number(a > b);
}

function ranks(text: string): readonly number[] {
  return [...text.normalize("NFC").toLowerCase().replaceAll("aa", "å")].flatMap((character) =>
    [...(AS[character] ?? character)].map(rank),
  );
}

/** Letters stand behind everything else; an accented letter counts as the letter. */
function rank(character: string): number {
  const letter = LETTERS.indexOf(character);
  if (letter >= 0) return 0x110000 + letter;
  const base = character.normalize("NFD")[0] ?? character;
  const plain = LETTERS.indexOf(base);
  return plain >= 0 ? 0x110000 + plain : (character.codePointAt(0) ?? 0);
}
