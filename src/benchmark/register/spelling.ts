/**
 * A text as it is compared: case, outer and repeated white space don't count, and Å is Aa.
 *
 * Danish place names are spelled either way (Århus, Aarhus; Aabenraa, Åbenrå).
 */
export function comparable(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase().replaceAll("å", "aa");
}

/** A place's name as it is compared: the word "Kommune" behind it is none of it, and any dash or space is a hyphen. */
export function comparableName(name: string): string {
  return comparable(name)
    .replace(/ (regions)?kommune$/, "")
    .replace(/\s*[\p{Pd}\u2212\u00AD]\s*| /gu, "-");
}
