import { formatCounted, type Language } from "../display/index.js";
import type { LineKind, Unpaid, UnpaidReason } from "./types.js";

interface SettlementWords {
  /** What an arm is owed, or owes; VAT is absent where there is none. */
  readonly lead: (name: string, total: string, asOf: string, vat: string | undefined) => string;
  readonly owes: (name: string, total: string, asOf: string, vat: string | undefined) => string;
  readonly kinds: Readonly<Record<LineKind, string>>;
  /** What a supplier takes off itself. */
  readonly deduction: string;
  readonly unit: string;
  readonly month: string;
  readonly number: string;
  readonly total: string;
  readonly vat: string;
  readonly withVat: string;
  /** Of what nobody stated, instead of an amount. */
  readonly unstated: string;
  readonly captions: { readonly arms: string; readonly months: string; readonly unpaid: string };
  readonly unpaid: { readonly payment: string; readonly standing: string; readonly reason: string };
  readonly standings: Readonly<Record<Unpaid["standing"], string>>;
  readonly reasons: Readonly<Record<UnpaidReason, string>>;
  /** What stands above the defaults that were taken. */
  readonly defaults: string;
  readonly and: string;
  /** How many lines stand behind the totals; they are in the rows. */
  readonly lines: (count: number) => string;
}

export const SETTLEMENT_WORDS: Readonly<Record<Language, SettlementWords>> = {
  da: {
    lead: (name, total, asOf, vat) =>
      `${name} er berettiget til ${total} pr. ${asOf}${vat === undefined ? "" : `, hertil ${vat} i moms`}: i alt siden kontraktens start, uden fradrag af det, der allerede er betalt.`,
    owes: (name, total, asOf, vat) =>
      `${name} skal betale ${total} tilbage pr. ${asOf}${vat === undefined ? "" : `, hertil ${vat} i moms`}.`,
    kinds: {
      "base": "Grundbeløb",
      "late-start": "Fradrag for sen start",
      "bonus": "Resultatafhængig bonus",
      "clawback": "Tilbagebetaling",
      "cap": "Over loft",
      "minimum": "Garantibeløb",
    },
    deduction: "Fradrag",
    unit: "Enhed",
    month: "Måned",
    number: "Antal",
    total: "I alt",
    vat: "Moms",
    withVat: "I alt med moms",
    unstated: "ikke oplyst",
    captions: {
      arms: "Afregning efter enhed",
      months: "Afregning efter måned",
      unpaid: "Ikke afregnet, efter årsag",
    },
    unpaid: { payment: "Betaling", standing: "Stilling", reason: "Årsag" },
    standings: { open: "kan endnu forfalde", lost: "bortfaldet", unknown: "kan ikke afgøres" },
    reasons: {
      "amount-reached": "kravet er nået",
      "amount-out-of-reach": "kravet kan ikke længere nås",
      "never-started": "forløbet blev aldrig begyndt",
      "gone": "død, udvandret eller pensioneret",
      "competing-event": "død, udvandret eller pensioneret",
      "not-assessable": "kan ikke vurderes",
      "window-open": "måleperioden løber",
      "course-running": "forløbet løber",
      "course-end-missing": "forløbets slutdato mangler",
      "no-history": "ingen forløbshistorik",
      "left-observation": "fraflyttet",
      "before-coverage": "før registerets første dag",
      "work": "sluttede i arbejde",
      "education": "sluttede i uddannelse",
      "period-ended": "perioden udløb",
      "other-measure": "sluttede i anden foranstaltning",
      "returned": "tilbagevisiteret",
      "expired": "perioden udløb uden resultat",
      "withdrawn": "forløbet afbrudt",
      "not-started": "forløbet blev aldrig begyndt",
      "not-reported": "intet forløb er indberettet",
      "degree-open": "graden ligger ikke fast",
      "not-due": "endnu ikke forfaldet",
      "paid-once": "en anden bonus er betalt",
      "relapsed": "tilbagefald før forfald",
    },
    defaults: "Hvor vilkårene ikke siger noget, er der afregnet sådan:",
    and: "og",
    lines: (count) =>
      `Beløbene er summen af ${formatCounted(count, ["linje", "linjer"], { language: "da" })}, én for hver betaling og hvert fradrag.`,
  },
  en: {
    lead: (name, total, asOf, vat) =>
      `${name} is owed ${total} as of ${asOf}${vat === undefined ? "" : `, and ${vat} in VAT`}: in all since the contract began, without deduction of what has already been paid.`,
    owes: (name, total, asOf, vat) =>
      `${name} has to pay back ${total} as of ${asOf}${vat === undefined ? "" : `, and ${vat} in VAT`}.`,
    kinds: {
      "base": "Base",
      "late-start": "Late starts",
      "bonus": "Result bonus",
      "clawback": "Paid back",
      "cap": "Above caps",
      "minimum": "Minimum",
    },
    deduction: "Deduction",
    unit: "Unit",
    month: "Month",
    number: "Number",
    total: "Total",
    vat: "VAT",
    withVat: "Total with VAT",
    unstated: "not stated",
    captions: {
      arms: "Settlement by unit",
      months: "Settlement by month",
      unpaid: "Not settled, by reason",
    },
    unpaid: { payment: "Payment", standing: "Standing", reason: "Reason" },
    standings: { open: "may still fall due", lost: "lost", unknown: "cannot be determined" },
    reasons: {
      "amount-reached": "the amount is reached",
      "amount-out-of-reach": "the amount can't be reached any more",
      "never-started": "the course was never started",
      "gone": "dead, emigrated or on pension",
      "competing-event": "dead, emigrated or on pension",
      "not-assessable": "not assessable",
      "window-open": "the window is open",
      "course-running": "the course runs",
      "course-end-missing": "the end of the course is missing",
      "no-history": "no history",
      "left-observation": "moved away",
      "before-coverage": "before the register's first day",
      "work": "ended in work",
      "education": "ended in education",
      "period-ended": "the period ended",
      "other-measure": "ended in another measure",
      "returned": "returned",
      "expired": "the period ran out without a result",
      "withdrawn": "withdrawn",
      "not-started": "the course was never started",
      "not-reported": "no course was reported",
      "degree-open": "the degree isn't certain",
      "not-due": "not due yet",
      "paid-once": "another bonus is paid",
      "relapsed": "relapsed before it fell due",
    },
    defaults: "Where the terms say nothing, this is how it was settled:",
    and: "and",
    lines: (count) =>
      `The amounts are the sum of ${formatCounted(count, ["line", "lines"], { language: "en" })}, one for each payment and deduction.`,
  },
};
