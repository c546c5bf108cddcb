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
  const day = Number(digits[1]);
  return day >= 1 && day <= (LONGEST_MONTH[Number(digits[2]) - 1] ?? 0);
}

/** A text as an error may show it: with a mask for whatever is shaped like a personal identification number. */
export function withoutCpr(text: string): string {
  return text.replaceAll(/(?<!\d)\d{6}[-–\s]?\d{4}(?!\d)/g, (found) =>
    isCprShaped(found) ? "ddmmyy-••••" : found,
  );
}
