/** Text without characters that XML can't hold, which would make the file unreadable, or that turn the reading direction. */
export function shown(text: string): string {
  return text.replaceAll(/(?![\t\n])\p{Cc}|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "\uFFFD");
}
