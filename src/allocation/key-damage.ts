/** A key as it may have been before an editor or a shell wrote its file, and what happened to it then. */
export interface Repair {
  readonly damage: string;
  readonly bytes: Uint8Array;
}

const MARK = [0xef, 0xbb, 0xbf];
const LINE_FEED = 10;
const RETURN = 13;

/** Whether bytes begin with the byte order mark of UTF-8. */
export function isMarked(bytes: Uint8Array): boolean {
  return MARK.every((byte, index) => bytes[index] === byte);
}

/** Whether bytes are a text saved as UTF-16: nearly every other one is 0, as it is by chance in no key. */
export function isWide(bytes: Uint8Array): boolean {
  return [0, 1].some((offset) => {
    const half = bytes.filter((_, index) => index % 2 === offset);
    return half.length > 0 && half.filter((byte) => byte === 0).length >= 0.9 * half.length;
  });
}

/** Whether bytes are a file of JSON, such as a protocol that was given in the key's place. */
export function isJson(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes).trim();
  if (!/^[[{]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What a key may have been. */
export function repairsOf(bytes: Uint8Array): readonly Repair[] {
  const end = bytes.findLastIndex((byte) => byte !== LINE_FEED && byte !== RETURN) + 1;
  return [
    { damage: "its file begins with a byte order mark", bytes: isMarked(bytes) ? bytes.slice(3) : bytes },
    {
      damage: "the byte order mark that its file began with is gone",
      bytes: Uint8Array.of(...MARK, ...bytes),
    },
    { damage: "its file was saved as UTF-16", bytes: bytes.filter((byte) => byte !== 0 && byte < 0xfe) },
    { damage: "it ends with a line feed", bytes: bytes.slice(0, end) },
    { damage: "the line feed at its end is gone", bytes: Uint8Array.of(...bytes, LINE_FEED) },
    { damage: "the line feed at its end is gone", bytes: Uint8Array.of(...bytes, RETURN, LINE_FEED) },
  ];
}
