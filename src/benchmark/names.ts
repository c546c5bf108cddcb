/**
 * A text as it is compared: case, outer and repeated white space don't count, and Å is Aa.
 *
 * Danish place names are spelled either way (Århus, Aarhus; Aabenraa, Åbenrå).
 */
export function comparable(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase().replaceAll("å", "aa");
}

/** Whether two names mean the same municipality; the word "Kommune" behind a name is none of it. */
export function sameMunicipality(a: string, b: string): boolean {
  return municipalityKey(a) === municipalityKey(b);
}

/** What a municipality's name is recognized by. */
export function municipalityKey(name: string): string {
  return comparable(name).replace(/ kommune$/, "");
}
