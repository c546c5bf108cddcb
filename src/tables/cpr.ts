const HYPHENATED = /^\d{6}[-–\s]\d{4}$/;
const TEN_DIGITS = /^(\d{2})(\d{2})\d{6}$/;
const LONGEST_MONTH: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a text looks like a Danish personal identification number: `DDMMYY-SSSS`, or ten digits
 * that begin with a day and a month.
 *
 * Modulus 11 is no judge of it: numbers issued since 2007 need not satisfy it.
 */
export function isCprShaped(text: string): boolean {
  if (text.length < 10 || text.length > 11) return false;
  if (text.length === 11) return HYPHENATED.test(text);
  const digits = TEN_DIGITS.exec(text);
  if (digits === null) return false;
  return isDate(Number(digits[1]), Number(digits[2]));
}

const UUID = /(?<![\da-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f])/gi;

/** In two parts, whatever dash or space stands between them; no further digit before or after. */
const PARTED = /(?<!\d)(\d{2})(\d{2})\d{2}(?:\s*[\p{Pd}\u2212]\s*|\s+)\d{4}(?!\d)/gu;

/** Ten digits that are a word of their own: no letter or digit beside them, and no decimals. */
const IN_A_ROW = /(?<![\p{L}\p{N}])(?<!\d[.,])(\d{2})(\d{2})\d{6}(?![\p{L}\p{N}])(?![.,]\d)/gu;

/**
 * Whether a personal identification number stands in a text, alone or among other things.
 *
 * Inside of a text only what begins with a day and a month counts (of replacement numbers 60 may be added to the
 * day): `DDMMYY-SSSS` anywhere, ten digits only as a word of their own. Pseudonyms of letters and digits hold
 * such runs by chance and aren't meant, nor are UUIDs and decimals.
 */
export function containsCpr(text: string): boolean {
  if (text.length < 10 || !/\d{6}/.test(text)) return false;
  if (isCprShaped(text.trim())) return true;
  const rest = text.replaceAll(UUID, "");
  return [...rest.matchAll(PARTED), ...rest.matchAll(IN_A_ROW)].some(([, day, month]) =>
    isDate(Number(day) % 60, Number(month)),
  );
}

function isDate(day: number, month: number): boolean {
  return day >= 1 && day <= (LONGEST_MONTH[month - 1] ?? 0);
}

/** A text as an error may show it: with a mask for whatever is shaped like a personal identification number. */
export function withoutCpr(text: string): string {
  return text.replaceAll(/(?<!\d)\d{6}(?:\s*[\p{Pd}\u2212]\s*|\s*)\d{4}(?!\d)/gu, (found) =>
    /\D/.test(found) || isCprShaped(found) || containsCpr(found) ? "ddmmyy-••••" : found,
  );
}
