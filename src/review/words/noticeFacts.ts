import type { Language } from "../../display/index.js";

/** What a sentence asks of its notice, already in the language's form. */
export interface Facts {
  readonly count: (fact: string) => string;
  /** The same with its noun. */
  readonly counted: (fact: string, one: string, many: string) => string;
  readonly text: (fact: string) => string;
  readonly list: (fact: string) => string;
  readonly date: (fact: string) => string;
  /** Pairs of states, with the citizens and days of each. */
  readonly pairs: () => string;
}

/** A sentence for each code, in both languages. */
export type Sentences = Readonly<Record<string, Readonly<Record<Language, (facts: Facts) => string>>>>;
