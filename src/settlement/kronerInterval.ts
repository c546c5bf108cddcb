import { formatInterval, type Language } from "../display/index.js";

/** Two limits in øre as whole kroner: da `1.000 til 2.000 kr.`, en `DKK 1,000 to 2,000`. */
export function kronerInterval(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  language: Language,
): string {
  const limits = formatInterval({ lower: lower / 100, upper: upper / 100 }, { language, decimals: 0 });
  return language === "da" ? `${limits} kr.` : `DKK ${limits}`;
}
