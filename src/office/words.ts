import type { Language } from "../display/index.js";

/** The few words that a document or a workbook adds of its own. */
export const OFFICE_WORDS: Readonly<
  Record<
    Language,
    {
      readonly simulated: string;
      readonly contents: string;
      readonly sheet: string;
      readonly about: string;
      readonly rows: string;
      readonly result: string;
      readonly page: string;
      readonly of: string;
      readonly numbers: string;
      /** Behind a caption. */
      readonly seeNumbers: string;
    }
  >
> = {
  da: {
    simulated: "Simulerede tal",
    contents: "Indhold",
    sheet: "Ark",
    about: "Hvad det viser",
    rows: "Rækker",
    result: "Resultat",
    page: "Side ",
    of: " af ",
    numbers: "Figurernes tal",
    seeNumbers: "Tallene står bagest, under »Figurernes tal«.",
  },
  en: {
    simulated: "Simulated figures",
    contents: "Contents",
    sheet: "Sheet",
    about: "What it shows",
    rows: "Rows",
    result: "Result",
    page: "Page ",
    of: " of ",
    numbers: "The figures' numbers",
    seeNumbers: "The numbers stand at the end, under “The figures' numbers”.",
  },
};
