import type { Language } from "../../display/index.js";

/** The words of this part of the review, in both languages. */
export interface SettlementSectionWords {
  readonly heading: string;
  readonly text: string;
  readonly caption: string;
  /** The caption and the remark where the terms leave a rate open. */
  readonly openCaption: string;
  readonly openText: string;
  readonly unit: string;
  readonly base: string;
  readonly bonus: string;
  readonly adjustments: string;
  readonly total: string;
  readonly vat: string;
  readonly unstated: string;
  /** A total without a base payment, which nobody stated. */
  readonly plusBase: (amount: string) => string;
  /** The same as a sentence of page one, with the unit's name. */
  readonly paid: Readonly<Record<"stated" | "base", (arm: string, amount: string) => string>>;
  readonly nothingStated: (arm: string) => string;
  readonly none: string;
}

export const SETTLEMENT_SECTION_WORDS: Readonly<Record<Language, SettlementSectionWords>> = {
  da: {
    heading: "Afregning",
    text: "Beløbene er beregnet af de samme udfald som resultaterne ovenfor, målt som kontrakten siger. Hver succes, der ligger fast på opgørelsesdatoen, giver en bonus, også hos borgere, hvis måleperiode endnu løber; der kan derfor være flere bonusser end succeser i tabellen over kontraktens egne tal.",
    openText: " Satser, som udbuddet ikke oplyser, er ikke medregnet.",
    caption: "Til afregning",
    openCaption: "Til afregning, så vidt satserne er oplyst",
    unit: "Enhed",
    base: "Grundbeløb",
    bonus: "Resultatafhængig bonus",
    adjustments: "Fradrag, loft og garantibeløb",
    total: "I alt",
    vat: "Hertil moms",
    unstated: "ikke oplyst",
    plusBase: (amount) => `${amount} plus grundbeløb`,
    paid: {
      stated: (arm, amount) => `${arm}: ${amount} til afregning indtil nu.`,
      base: (arm, amount) =>
        `${arm}: ${amount} til afregning indtil nu. Hertil kommer grundbeløbet, som ikke er oplyst og derfor ikke er medregnet.`,
    },
    nothingStated: (arm) => `${arm}: betalingen er ikke oplyst.`,
    none: "Der er ikke oplyst nogen betalingsvilkår, så det kan ikke opgøres, hvad resultaterne kostede.",
  },
  en: {
    heading: "Settlement",
    text: "The amounts are computed from the same outcomes as the results above, measured as the contract says. Every success that is certain on the date of the review brings a bonus, also of citizens whose window is still open; there may therefore be more bonuses than successes in the table of the contract's own figures.",
    openText: " Rates that the tender doesn't state are not included.",
    caption: "Owed",
    openCaption: "Owed, as far as rates are stated",
    unit: "Unit",
    base: "Base payment",
    bonus: "Result bonus",
    adjustments: "Deductions, caps and minimums",
    total: "Total",
    vat: "VAT on top",
    unstated: "not stated",
    plusBase: (amount) => `${amount} plus base payment`,
    paid: {
      stated: (arm, amount) => `${arm}: ${amount} due so far.`,
      base: (arm, amount) =>
        `${arm}: ${amount} due so far. The base payment comes on top; it isn't stated and so isn't included.`,
    },
    nothingStated: (arm) => `${arm}: the payment isn't stated.`,
    none: "No payment terms were stated, so it can't be said what the results cost.",
  },
};
