import type { Language, Noun } from "../display/index.js";
import type { NotOwedReason, ReconciliationStatus } from "./reconcileTypes.js";

interface ReconciliationWords {
  readonly lead: (name: string, claimed: string, owed: string, asOf: string, undisputed: string) => string;
  /** How many claims and lines stand where. */
  readonly counts: (list: string) => string;
  readonly none: string;
  readonly counted: Readonly<Record<ReconciliationStatus, Noun>>;
  readonly statuses: Readonly<Record<ReconciliationStatus, string>>;
  readonly sums: { readonly caption: string; readonly columns: readonly string[]; readonly total: string };
  readonly entries: { readonly caption: string; readonly columns: readonly string[] };
  readonly further: (count: string) => string;
  readonly withoutVat: string;
  /** What is claimed, where it is no criterion. */
  readonly items: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<NotOwedReason, string>>;
  readonly open: string;
  readonly higher: (amount: string) => string;
  readonly lower: (amount: string) => string;
  readonly later: Noun;
  readonly earlier: Noun;
  readonly lineTaken: string;
  readonly drawnFor: (name: string) => string;
  readonly notDrawn: string;
  readonly takenOff: string;
  readonly notices: {
    readonly unknownItems: (items: string, known: string) => string;
    readonly participants: (claims: number) => string;
  };
}

/** How a reconciliation is told, as a clerk of neither side would. */
export const RECONCILIATION_WORDS: Readonly<Record<Language, ReconciliationWords>> = {
  da: {
    lead: (name, claimed, owed, asOf, undisputed) =>
      `${name} kræver ${claimed}; afregningen giver ${owed} pr. ${asOf}. Der er enighed om ${undisputed}, som kan betales nu.`,
    counts: (list) => `Poster: ${list}.`,
    none: "Intet er krævet, og intet er forfaldent.",
    counted: {
      "agreed": ["enig", "enige"],
      "another-amount": ["uenighed om beløb", "uenigheder om beløb"],
      "another-date": ["uenighed om dato", "uenigheder om dato"],
      "claimed-twice": ["krævet to gange", "krævet to gange"],
      "not-owed": ["ikke med i afregningen", "ikke med i afregningen"],
      "other-arm": ["om en borger hos en anden enhed", "om borgere hos en anden enhed"],
      "unknown-citizen": ["om en ukendt borger", "om ukendte borgere"],
      "unknown-item": ["om en ukendt ydelse", "om ukendte ydelser"],
      "not-claimed": ["ikke krævet", "ikke krævet"],
      "deduction": ["fradrag", "fradrag"],
      "withdrawn": ["krævet og trukket tilbage", "krævet og trukket tilbage"],
    },
    statuses: {
      "agreed": "Enige",
      "another-amount": "Uenighed om beløb",
      "another-date": "Uenighed om dato",
      "claimed-twice": "Krævet to gange",
      "not-owed": "Ikke med i afregningen",
      "other-arm": "Borger hos en anden enhed",
      "unknown-citizen": "Ukendt borger",
      "unknown-item": "Ukendt ydelse",
      "not-claimed": "Ikke krævet",
      "deduction": "Fradrag",
      "withdrawn": "Trukket tilbage",
    },
    sums: {
      caption: "Krav og afregning",
      columns: ["", "Antal", "Krævet", "Efter afregningen", "Enighed om"],
      total: "I alt",
    },
    entries: {
      caption: "Hvad der ikke er enighed om",
      columns: ["Borger", "For", "Krævet den", "Krævet", "Forfaldent", "Efter afregningen", "Hvad"],
    },
    further: (count) => `${count} mere står i rækkerne.`,
    withoutVat: "Alle beløb er uden moms.",
    items: {
      "base": "grundbeløb",
      "bonus": "bonus",
      "deduction": "fradrag",
      "late-start": "sen start",
      "clawback": "tilbagebetaling",
      "cap": "loft",
      "minimum": "garanti",
    },
    reasons: {
      "amount-reached": "succes, endnu ikke forfaldent",
      "amount-out-of-reach": "ikke succes",
      "never-started": "forløbet blev aldrig påbegyndt",
      "gone": "død, udvandret eller på pension, før kriteriet blev nået",
      "competing-event": "en konkurrerende hændelse kom før kriteriet",
      "not-assessable": "kan ikke vurderes efter det, der skete",
      "window-open": "måleperioden er ikke slut",
      "course-running": "forløbet er ikke slut",
      "course-end-missing": "forløbets afslutning er ikke indberettet",
      "no-history": "intet er registreret om borgeren",
      "left-observation": "flyttet, hvor registret ikke følger med",
      "before-coverage": "registret dækker ikke hele måleperioden",
      "work": "forløbet endte med arbejde",
      "education": "forløbet endte med uddannelse",
      "period-ended": "forløbets periode udløb",
      "other-measure": "forløbet endte med et andet tilbud",
      "returned": "tilbagevisiteret",
      "expired": "perioden udløb uden resultat",
      "withdrawn": "udtrådt af forløbet",
      "not-started": "forløbet er ikke påbegyndt",
      "not-reported": "forløbet er ikke indberettet",
      "degree-open": "graden er ikke afgjort",
      "not-due": "endnu ikke forfaldent",
      "paid-once": "der er betalt én bonus, og vilkårene giver kun én",
      "relapsed": "det, bonussen hænger på, holdt ikke til forfaldsdagen",
      "no-line": "vilkårene giver ikke anledning til det",
    },
    open: "kan stadig blive skyldigt",
    higher: (amount) => `${amount} over afregningen`,
    lower: (amount) => `${amount} under afregningen`,
    later: ["dag efter afregningens dato", "dage efter afregningens dato"],
    earlier: ["dag før afregningens dato", "dage før afregningens dato"],
    lineTaken: "et andet krav svarer til linjen",
    drawnFor: (name) => `trukket til ${name}`,
    notDrawn: "kendes ikke fra lodtrækningen",
    takenOff: "trækkes fra",
    notices: {
      unknownItems: (items, known) => `Ukendt, hvad der kræves for: ${items}. Her kan kræves for: ${known}.`,
      participants: (claims) =>
        `${claims} krav er for borgere, som afregningen ikke nævner. De kan være trukket til en enhed uden betalingsvilkår.`,
    },
  },
  en: {
    lead: (name, claimed, owed, asOf, undisputed) =>
      `${name} claims ${claimed}; the statement gives ${owed} as of ${asOf}. ${undisputed} is undisputed and can be paid now.`,
    counts: (list) => `Entries: ${list}.`,
    none: "Nothing is claimed, and nothing is due.",
    counted: {
      "agreed": ["agreed", "agreed"],
      "another-amount": ["with another amount", "with another amount"],
      "another-date": ["with another date", "with another date"],
      "claimed-twice": ["claimed twice", "claimed twice"],
      "not-owed": ["not in the statement", "not in the statement"],
      "other-arm": ["of another unit's citizen", "of another unit's citizens"],
      "unknown-citizen": ["of an unknown citizen", "of unknown citizens"],
      "unknown-item": ["for an unknown item", "for unknown items"],
      "not-claimed": ["not claimed", "not claimed"],
      "deduction": ["deduction", "deductions"],
      "withdrawn": ["claimed and taken back", "claimed and taken back"],
    },
    statuses: {
      "agreed": "Agreed",
      "another-amount": "Another amount",
      "another-date": "Another date",
      "claimed-twice": "Claimed twice",
      "not-owed": "Not in the statement",
      "other-arm": "Another unit's citizen",
      "unknown-citizen": "Unknown citizen",
      "unknown-item": "Unknown item",
      "not-claimed": "Not claimed",
      "deduction": "Deduction",
      "withdrawn": "Taken back",
    },
    sums: {
      caption: "Claims and statement",
      columns: ["", "Number", "Claimed", "By the statement", "Undisputed"],
      total: "Total",
    },
    entries: {
      caption: "What isn't agreed",
      columns: ["Citizen", "For", "Claimed on", "Claimed", "Due", "By the statement", "What"],
    },
    further: (count) => `${count} more are in the rows.`,
    withoutVat: "All amounts are without VAT.",
    items: {
      "base": "base",
      "bonus": "bonus",
      "deduction": "deduction",
      "late-start": "late start",
      "clawback": "clawback",
      "cap": "cap",
      "minimum": "minimum",
    },
    reasons: {
      "amount-reached": "a success, not due yet",
      "amount-out-of-reach": "no success",
      "never-started": "the course never started",
      "gone": "dead, emigrated or on pension before the criterion was reached",
      "competing-event": "a competing event came before the criterion",
      "not-assessable": "not assessable after what happened",
      "window-open": "the window isn't over",
      "course-running": "the course isn't over",
      "course-end-missing": "the end of the course wasn't reported",
      "no-history": "nothing is recorded of the citizen",
      "left-observation": "moved to where the register doesn't follow",
      "before-coverage": "the register doesn't cover the whole window",
      "work": "the course ended with work",
      "education": "the course ended with education",
      "period-ended": "the period of the course ended",
      "other-measure": "the course ended with another measure",
      "returned": "returned to the municipality",
      "expired": "the period expired without a result",
      "withdrawn": "withdrawn from the course",
      "not-started": "the course hasn't started",
      "not-reported": "the course wasn't reported",
      "degree-open": "the degree isn't decided",
      "not-due": "not due yet",
      "paid-once": "one bonus is paid, and the terms give one only",
      "relapsed": "what the bonus hangs on failed before it was due",
      "no-line": "the terms give no occasion for it",
    },
    open: "may still become due",
    higher: (amount) => `${amount} above the statement`,
    lower: (amount) => `${amount} below the statement`,
    later: ["day after the statement's date", "days after the statement's date"],
    earlier: ["day before the statement's date", "days before the statement's date"],
    lineTaken: "another claim has the line",
    drawnFor: (name) => `drawn for ${name}`,
    notDrawn: "not known from the draw",
    takenOff: "is taken off",
    notices: {
      unknownItems: (items, known) => `Unknown items: ${items}. What can be claimed here: ${known}.`,
      participants: (claims) =>
        `${claims} ${claims === 1 ? "claim is" : "claims are"} for citizens whom the statement doesn't mention. They may have been drawn for a unit without payment terms.`,
    },
  },
};
