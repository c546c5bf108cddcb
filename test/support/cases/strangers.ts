import type { Language } from "../../../src/display/index.js";
import { numbersIn, withoutDates, withoutTexts } from "./printed.js";

/** Numbers that are no data, each with what it is. */
const NO_DATA: readonly (readonly [what: string, where: RegExp])[] = [
  ["the document's own tables, figures and targets", /(?:Tabel|Figur|Mål|Table|Figure|Target) \d+/g],
  ["the name of a digest", /SHA-256/g],
  [
    "where p-values and shares are no longer told apart",
    /(?:[<>]|under|below|over|above) 0[.,](?:001|999|1)(?:\s?%)?|(?:under|below|over|above) (?:1|99)\s?%/g,
  ],
  ["from how many decided outcomes on payments are estimated", /(?:Under|Below) 20(?= )/g],
  ["the hundred of a natural frequency", /(?:Af|pr\.|Of|per) 100(?= )/g],
  [
    "what simulations of the prediction interval gave, for every review",
    /(?:I simulationer med|In simulations with) .*?(?:mellem dem|between them)\./g,
  ],
];

/** Numbers of a text that none of the known ones rounds to; those of known texts and dates are no numbers. */
export function strangersTo(
  known: { readonly numbers: readonly number[]; readonly texts: readonly string[] },
  text: string,
  language: Language,
): readonly string[] {
  const bare = NO_DATA.reduce(
    (rest, [, where]) => rest.replaceAll(where, " "),
    withoutTexts(withoutDates(text, known.texts, language), known.texts),
  );
  return numbersIn(bare, language)
    .filter(({ value, decimals, units }) => {
      const within = 0.5 * 10 ** -decimals * (1 + 1e-9);
      return !known.numbers.some((number) => units.some((unit) => Math.abs(number * unit - value) <= within));
    })
    .map(({ value, context }) => `${value} in »${context}«`);
}
