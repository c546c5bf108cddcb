import { competitionError, digestOf, type Notice } from "../core/index.js";

/** A file's text with the digest of its bytes. */
export interface DecodedText {
  readonly text: string;
  /** SHA-256 of the bytes; of a string, of its UTF-8. */
  readonly digest: string;
  readonly notices: readonly Notice[];
}

/**
 * Reads bytes as text: UTF-8, UTF-16 where a byte order mark says so, else windows-1252, which a
 * notice tells.
 *
 * @param least What a file of the kind has to hold, for the error of an empty one.
 * @throws CompetitionError `empty-file`; `not-text` for bytes that are no text, such as a workbook;
 * `impossible-input` for what is neither bytes nor a string.
 */
export function decodeText(
  input: Uint8Array | string,
  name: string,
  least: string = "at least a header line",
): DecodedText {
  if (typeof input !== "string" && !ArrayBuffer.isView(input)) throw notBytes(name, input);
  const { text, fallback } = typeof input === "string" ? { text: input, fallback: false } : decode(input);
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (plain.includes("\0")) throw notText(name, plain);
  if (plain.trim() === "") {
    throw competitionError({
      code: "empty-file",
      path: name,
      received: plain,
      expected: least,
    });
  }
  const notices: Notice[] = fallback ? [{ code: "windows-1252", severity: "info", file: name }] : [];
  return { text: plain, digest: digestOf(input), notices };
}

function decode(bytes: Uint8Array): { text: string; fallback: boolean } {
  const marked = utf16Of(bytes);
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes), fallback: false };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), fallback: false };
  } catch {
    return { text: windows1252(bytes), fallback: true };
  }
}

/** What windows-1252 has on the bytes 0x80 to 0x9F; five of them it leaves to control characters. */
const FROM_0X80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** Node 20's decoder takes windows-1252 for Latin-1, so that the characters on 0x80 to 0x9F are put in here. */
function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replaceAll(/[\u0080-\u009F]/g, (each) => FROM_0X80[each.charCodeAt(0) - 0x80] ?? each);
}

function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function notBytes(name: string, received: unknown): Error {
  return competitionError({
    code: "impossible-input",
    path: name,
    received,
    expected: "the bytes of a file (Uint8Array) or its text",
    hint: "Is an await missing where the file is read?",
  });
}

function notText(name: string, text: string): Error {
  return competitionError({
    code: "not-text",
    path: name,
    received: text.startsWith("PK") ? "a workbook or another archive" : "bytes that are no text",
    expected: "text in UTF-8, UTF-16 with a byte order mark, or windows-1252",
    hint: "Save the table as CSV (UTF-8).",
  });
}
