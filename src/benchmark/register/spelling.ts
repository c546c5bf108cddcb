/**
 * A text as it is compared: case, outer and repeated white space don't count, and Å is Aa.
 *
 * Danish place names are spelled either way (Århus, Aarhus; Aabenraa, Åbenrå).
 */
export function comparable(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase().replaceAll("å", "aa");
}

/**
 * A place's name as it is compared: a code beside it (`607 Fredericia`, `Fredericia (607)`), a footnote's star and the
 * words around it (`Kommunen`, `Jobcenter`, `Kommune`, `Kom.`) are none of it, and any dash or space is a hyphen.
 */
export function comparableName(name: string): string {
  return comparable(name)
    .replace(/\s*[*¹²³]+$/, "")
    .replace(/\s*\(0?\d{3}\)$/, "")
    .replace(/^0?\d{3}[ -]+(?=\p{L})/u, "")
    .replace(/^(kommunen|jobcenter) /, "")
    .replace(/ ((regions)?kommune|kom\.?)$/, "")
    .replace(/\s*[\p{Pd}\u2212\u00AD]\s*| /gu, "-");
}
