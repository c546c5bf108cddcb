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
 * A plain hash of a CPR number is no protection: there are fewer than 4·10⁸ plausible numbers, so
 * anyone can hash them all in a minute and look the citizen up. It takes a key that the holder of
 * the data doesn't have. With the key at hand pseudonyms remain personal data.
 *
 * @param id The identifier, white space around it ignored; a CPR number means the same with and
 * without its hyphen.
 * @param key At least 16 bytes, other than the key that the arms are drawn with.
 * @throws CompetitionError `identifier-required`, `key-required`, `weak-key`.
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
  const plain = isCprShaped(trimmed) ? trimmed.replace(/\D/g, "") : trimmed;
  return base32(keyedDigest(checkKey(key, "pseudonymize.key"), `pseudonym/1|${plain}`));
}

function base32(bytes: Uint8Array): string {
  const digitAt = (position: number): string => {
    const bit = position * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return LETTERS.charAt((pair >> (11 - (bit & 7))) & 31);
  };
  return Array.from({ length: LENGTH }, (_, position) => digitAt(position)).join("");
}
