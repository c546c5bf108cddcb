import type { Language } from "../../display/index.js";

/** What the page says of itself, beside its contents. */
export interface PageWords {
  readonly skip: string;
  readonly contents: string;
  /** Over a figure's numbers as tables, shown on request. */
  readonly numbers: string;
  readonly warning: string;
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  da: {
    skip: "Gå til indholdet",
    contents: "Indhold",
    numbers: "Figurens tal som tabel",
    warning: "Om tallene",
  },
  en: {
    skip: "Skip to the content",
    contents: "Contents",
    numbers: "The figure's numbers as a table",
    warning: "About the figures",
  },
};
