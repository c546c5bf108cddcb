import type { Language, Note } from "./blocks.js";

/** The few words that writers add of their own. */
export const WORDS: Readonly<Record<Language, { figure: string; tones: Record<Note["tone"], string> }>> = {
  da: { figure: "Figur", tones: { info: "Bemærk", caution: "Forbehold", warning: "Advarsel" } },
  en: { figure: "Figure", tones: { info: "Note", caution: "Caution", warning: "Warning" } },
};
