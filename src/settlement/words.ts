import type { Notice } from "../core/index.js";
import { formatCount, type Language } from "../display/index.js";

interface SettlementWords {
  readonly lead: (name: string, total: string, asOf: string) => string;
  readonly totals: { readonly caption: string; readonly columns: readonly string[] };
  /** How many lines stand behind the totals; they are in the rows. */
  readonly lines: (count: string) => string;
  readonly notices: Readonly<Record<string, (facts: NoticeFacts) => string>>;
}

interface NoticeFacts {
  readonly arm: string;
  readonly criterion: string;
  readonly term: string;
  readonly referrals: string;
  readonly count: string;
}

export const SETTLEMENT_WORDS: Readonly<Record<Language, SettlementWords>> = {
  da: {
    lead: (name, total, asOf) => `${name} har ${total} til gode pr. ${asOf}.`,
    totals: {
      caption: "Afregning efter enhed",
      columns: ["Enhed", "Grundbeløb", "Antal", "Resultatafhængig bonus", "Antal", "I alt"],
    },
    lines: (count) => `Beløbene er summen af ${count} linjer, én for hver borger og betaling.`,
    notices: {
      "term-missing": ({ arm, term, criterion }) =>
        ({
          all: `${arm}: der er ingen betalingsvilkår.`,
          base: `${arm}: der er intet grundbeløb; det er overladt til tilbuddet.`,
          bonus: `${arm}: der er ingen bonus for succeskriteriet »${criterion}«.`,
        })[term] ?? `${arm}: ${term}`,
      "further-referrals-not-settled": ({ referrals }) =>
        `${referrals} visiteringer ud over borgernes første er ikke afregnet.`,
      "delivered-by-another": ({ arm, count }) =>
        `${arm}: ${count} forløb er leveret af en anden. Afregningen følger lodtrækningen; se dem efter.`,
      "start-missing": ({ arm, count }) =>
        `${arm}: ${count} forløb har ingen startdato og derfor intet grundbeløb; se dem efter.`,
    },
  },
  en: {
    lead: (name, total, asOf) => `${name} is owed ${total} as of ${asOf}.`,
    totals: {
      caption: "Settlement by unit",
      columns: ["Unit", "Base", "Number", "Result bonus", "Number", "Total"],
    },
    lines: (count) => `The amounts are the sum of ${count} lines, one for each citizen and payment.`,
    notices: {
      "term-missing": ({ arm, term, criterion }) =>
        ({
          all: `${arm}: there are no payment terms.`,
          base: `${arm}: there is no base payment; it is left to the bid.`,
          bonus: `${arm}: there is no bonus for the criterion “${criterion}”.`,
        })[term] ?? `${arm}: ${term}`,
      "further-referrals-not-settled": ({ referrals }) =>
        `${referrals} referrals after the citizens' first are not settled.`,
      "delivered-by-another": ({ arm, count }) =>
        `${arm}: ${count} courses were delivered by another. The lines follow the draw; look at them.`,
      "start-missing": ({ arm, count }) =>
        `${arm}: ${count} courses have no starting date and therefore no base payment; look at them.`,
    },
  },
};

/** A notice of a statement as a sentence; the arms by the names that `nameOf` knows. */
export function describeStatementNotice(
  notice: Notice,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (arm: string) => string },
): string {
  const text = (fact: string): string => String(notice[fact] ?? "");
  const number = (fact: string): string => {
    const value = notice[fact];
    return formatCount(typeof value === "number" ? value : null, { language });
  };
  const facts = {
    arm: nameOf(text("arm")),
    criterion: text("criterion"),
    term: text("term"),
    referrals: number("referrals"),
    count: number("count"),
  };
  return SETTLEMENT_WORDS[language].notices[notice.code]?.(facts) ?? notice.code;
}
