const FORMULA = /^'*[=+\-@\t\r]/;
const NEUTRALIZED = /^'+[=+\-@\t\r]/;

/** Text that a spreadsheet won't take for a formula: an apostrophe in front where it could. */
export function neutralized(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was neutralized: an exact inverse, so that a pseudonym such as `-x9` comes back as itself. */
export function restored(text: string): string {
  return text.startsWith("'") && NEUTRALIZED.test(text) ? text.slice(1) : text;
}
