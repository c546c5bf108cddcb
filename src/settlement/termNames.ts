import type { Language } from "../display/index.js";

/** A term of an arm by what it is, instead of by its place in the plan: `terms[0].bonuses[1]` is "Bonus nr. 2". */
export function nameOfTerm(term: string, language: Language): string {
  const [, of = "", at, clawback] = /^terms\[\d+\]\.(\w+)(?:\[(\d+)\])?(\.clawback)?$/.exec(term) ?? [];
  const name = NAMES[language][clawback === undefined ? of : "clawback"];
  if (name === undefined) return term;
  return at === undefined ? name : `${name} ${NUMBER[language]} ${Number(at) + 1}`;
}

const NAMES: Readonly<Record<Language, Readonly<Partial<Record<string, string>>>>> = {
  da: {
    base: "Grundbeløb",
    lateStart: "Fradrag for sen start",
    bonuses: "Bonus",
    clawback: "Tilbagebetaling af bonus",
    caps: "Loft",
    minimums: "Garantibeløb",
  },
  en: {
    base: "Base",
    lateStart: "Late start",
    bonuses: "Bonus",
    clawback: "Repayment of bonus",
    caps: "Cap",
    minimums: "Minimum",
  },
};

const NUMBER: Readonly<Record<Language, string>> = { da: "nr.", en: "no." };
