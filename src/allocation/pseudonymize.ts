import { competitionError, keyedDigest } from "../core/index.js";
import { isCprShaped } from "../tables/index.js";
import { checkKey, type Key } from "./key.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const LENGTH = 26;

/**
 * A pseudonym that stands for an identifier and can't be led back to it without the key.
 *
 * The first 130 bits of HMAC-SHA-256(key, "pseudonym/1|" ‖ id) as 26 letters and digits in base 32
 * (RFC 4648, lower case). All pseudonyms are equally long, so that none begins another and none has
 * the ten digits of a CPR number.
 *
 * A plain hash of a CPR number is no protection: of its 10¹⁰ digits fewer than 4·10⁸ are plausible (the days of
 * a century, 10,000 for each), so anyone can hash them all in a minute and look the citizen up. A salt that
 * stands beside the data doesn't help. It takes a key that the holder of the data doesn't have. With the key
 * at hand pseudonyms remain personal data.
 *
 * @param id The identifier, white space around it ignored. A CPR number means the same with and without its
 * hyphen, whatever dash or space that is. One without its leading zero, as spreadsheets store who was born on
 * the first nine days of a month, would be somebody else and is refused.
 * @param key At least 16 bytes, other than the key that the arms are drawn with.
 * @throws CompetitionError `identifier-required`, `leading-zero-lost`, `key-required`, `weak-key`; none of them
 * repeats the identifier.
 * @example
 * pseudonymize("case 1041", key) // "yx3p…", 26 characters, always the same for this key
 * @example
 * pseudonymize("010203-1234", key) === pseudonymize("0102031234", key) // true
 */
export function pseudonymize(id: string, key: Key): string {
  const trimmed = typeof id === "string" ? id.trim() : "";
  if (trimmed === "") {
    throw competitionError({
      code: "identifier-required",
      path: "pseudonymize.id",
      expected: "a text that identifies a citizen",
    });
  }
  const plain = trimmed.replace(PARTED, "$1$2");
  if (PARTED_SHORT.test(trimmed) || (/^\d{9}$/.test(plain) && isCprShaped(`0${plain}`))) throw zeroLost();
  return base32(keyedDigest(checkKey(key, "pseudonymize.key"), `pseudonym/1|${plain}`));
}

/** A CPR number in its two parts, whatever stands between them. */
const PARTED = /^(\d{6})[\s\p{Pd}\u2212]+(\d{4})$/u;
const PARTED_SHORT = /^\d{5}[\s\p{Pd}\u2212]+\d{4}$/u;

function zeroLost(): Error {
  return competitionError({
    code: "leading-zero-lost",
    path: "pseudonymize.id",
    received: "nine digits that a zero before them would make a CPR number",
    expected: "a CPR number with all of its ten digits, or an identifier that can't be taken for one",
    hint: "Spreadsheets drop a leading zero: format the column as text and put it back. If it is no CPR number, write what it is before it, such as case.",
  });
}

function base32(bytes: Uint8Array): string {
  const digitAt = (position: number): string => {
    const bit = position * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return LETTERS.charAt((pair >> (11 - (bit & 7))) & 31);
  };
  return Array.from({ length: LENGTH }, (_, position) => digitAt(position)).join("");
}
