import type { Notice } from "../core/index.js";
import { formatCounted, type Language } from "../display/index.js";

interface SettlementWords {
  readonly lead: (name: string, total: string, asOf: string) => string;
  readonly totals: { readonly caption: string; readonly columns: readonly string[] };
  /** How many lines stand behind the totals; they are in the rows. */
  readonly lines: (count: number) => string;
  readonly notices: Readonly<Record<string, (facts: NoticeFacts) => string>>;
}

interface NoticeFacts {
  readonly arm: string;
  readonly criterion: string;
  readonly term: string;
  readonly counted: (fact: string, one: string, many: string) => string;
}

export const SETTLEMENT_WORDS: Readonly<Record<Language, SettlementWords>> = {
  da: {
    lead: (name, total, asOf) => `${name} har ${total} til gode pr. ${asOf}.`,
    totals: {
      caption: "Afregning efter enhed",
      columns: ["Enhed", "Grundbeløb", "Antal", "Resultatafhængig bonus", "Antal", "I alt"],
    },
    lines: (count) =>
      `Beløbene er summen af ${formatCounted(count, ["linje", "linjer"], { language: "da" })}, én for hver borger og betaling.`,
    notices: {
      "term-missing": ({ arm, term, criterion }) =>
        ({
          all: `${arm}: der er ingen betalingsvilkår.`,
          base: `${arm}: der er intet grundbeløb; det er overladt til tilbuddet.`,
          bonus: `${arm}: der er ingen bonus for succeskriteriet »${criterion}«.`,
        })[term] ?? `${arm}: ${term}`,
      "further-referrals-not-settled": ({ counted }) =>
        `${counted("referrals", "visitering", "visiteringer")} ud over borgernes første er ikke afregnet.`,
      "delivered-by-another": ({ arm, counted }) =>
        `${arm}: ${counted("count", "forløb", "forløb")} er leveret af en anden. Afregningen følger lodtrækningen; se efter.`,
      "start-missing": ({ arm, counted }) =>
        `${arm}: ${counted("count", "forløb", "forløb")} har ingen startdato og derfor intet grundbeløb; se efter.`,
    },
  },
  en: {
    lead: (name, total, asOf) => `${name} is owed ${total} as of ${asOf}.`,
    totals: {
      caption: "Settlement by unit",
      columns: ["Unit", "Base", "Number", "Result bonus", "Number", "Total"],
    },
    lines: (count) =>
      `The amounts are the sum of ${formatCounted(count, ["line", "lines"], { language: "en" })}, one for each citizen and payment.`,
    notices: {
      "term-missing": ({ arm, term, criterion }) =>
        ({
          all: `${arm}: there are no payment terms.`,
          base: `${arm}: there is no base payment; it is left to the bid.`,
          bonus: `${arm}: there is no bonus for the criterion “${criterion}”.`,
        })[term] ?? `${arm}: ${term}`,
      "further-referrals-not-settled": ({ counted }) =>
        `${counted("referrals", "referral after a citizen's first is", "referrals after the citizens' first are")} not settled.`,
      "delivered-by-another": ({ arm, counted }) =>
        `${arm}: ${counted("count", "course was", "courses were")} delivered by another. The lines follow the draw; look into it.`,
      "start-missing": ({ arm, counted }) =>
        `${arm}: ${counted("count", "course has", "courses have")} no starting date and therefore no base payment; look into it.`,
    },
  },
};

/** A notice of a statement as a sentence; the arms by the names that `nameOf` knows. */
export function describeStatementNotice(
  notice: Notice,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (arm: string) => string },
): string {
  const text = (fact: string): string => String(notice[fact] ?? "");
  const facts: NoticeFacts = {
    arm: nameOf(text("arm")),
    criterion: text("criterion"),
    term: text("term"),
    counted: (fact, one, many) => {
      const value = notice[fact];
      return formatCounted(typeof value === "number" ? value : null, [one, many], { language });
    },
  };
  return SETTLEMENT_WORDS[language].notices[notice.code]?.(facts) ?? notice.code;
}
