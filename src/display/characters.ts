/** Control characters but tab and line feed, lone surrogates, non-characters, and marks that turn the direction of writing. */
const ACTING = /(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/**
 * Text that only shows and never acts: a character that would steer a terminal, turn the reading
 * direction or break XML becomes U+FFFD. Line ends become a line feed.
 */
export function visible(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(ACTING, "\uFFFD");
}

/** A JSON text in which such characters stand as escapes: they don't act where it is shown, and the value is the same. */
export function escapedJson(json: string): string {
  return json.replace(ACTING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same on one line: runs of breaks and white space become one space. */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/[ \t\n]+/g, " ")
    .trim();
}
