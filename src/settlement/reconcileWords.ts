import type { Language, Noun } from "../display/index.js";
import type { NotOwedReason, ReconciliationStatus } from "./reconcileTypes.js";
import type { UnpaidReason } from "./types.js";

interface ReconciliationWords {
  readonly lead: (name: string, claimed: string, owed: string, asOf: string) => string;
  /** What is undisputed: an amount that can be paid, or nothing, or less. */
  readonly payable: (undisputed: string) => string;
  readonly nothingPayable: (undisputed: string) => string;
  /** What only one side takes off, which stands apart. */
  readonly unclaimedDeductions: (amount: string) => string;
  readonly unplacedCredits: (amount: string) => string;
  /** That an invoice for some time is held against everything. */
  readonly sinceStart: string;
  /** How many claims and lines stand where. */
  readonly counts: (list: string) => string;
  readonly none: string;
  readonly counted: Readonly<Record<ReconciliationStatus, Noun>>;
  readonly statuses: Readonly<Record<ReconciliationStatus, string>>;
  readonly sums: { readonly caption: string; readonly columns: readonly string[]; readonly total: string };
  readonly entries: { readonly caption: string; readonly columns: readonly string[] };
  readonly further: (count: string) => string;
  readonly withoutVat: string;
  /** Why a claim isn't owed, beside the statement's own reasons. */
  readonly reasons: Readonly<Record<Exclude<NotOwedReason, UnpaidReason>, string>>;
  /** Claims for several lines and lines claimed in parts, which agree when they are summed up. */
  readonly summed: {
    readonly caption: string;
    readonly told: (claims: string | undefined, lines: string | undefined) => string;
    readonly claims: Noun;
    readonly lines: Noun;
    readonly part: Readonly<
      Record<"claim" | "line", (number: string, count: string, whole: string) => string>
    >;
  };
  readonly afterStatement: (asOf: string) => string;
  readonly higher: (amount: string) => string;
  readonly lower: (amount: string) => string;
  /** Of an amount that is exactly a quarter over. */
  readonly withVat: string;
  readonly later: Noun;
  readonly earlier: Noun;
  readonly lineTaken: string;
  readonly whichBonus: string;
  readonly drawnFor: (name: string) => string;
  readonly notDrawn: string;
  readonly noCitizen: string;
  readonly takenOff: string;
  readonly notices: {
    readonly unknownItems: (items: string, known: string) => string;
    readonly participants: (claims: number) => string;
  };
}

/** How a reconciliation is told, as a clerk of neither side would. */
export const RECONCILIATION_WORDS: Readonly<Record<Language, ReconciliationWords>> = {
  da: {
    lead: (name, claimed, owed, asOf) => `${name} kræver ${claimed}; afregningen giver ${owed} pr. ${asOf}.`,
    payable: (undisputed) => `Der er enighed om ${undisputed}, som kan betales nu.`,
    nothingPayable: (undisputed) => `Der er enighed om ${undisputed} i alt.`,
    unclaimedDeductions: (amount) =>
      `Derudover trækker afregningen ${amount} fra, som leverandøren ikke har krævet eller godkendt.`,
    unplacedCredits: (amount) =>
      `Leverandøren krediterer ${amount}, som ikke kan henføres til en borger eller ydelse i afregningen.`,
    sinceStart:
      "Krav holdes op mod alt, hvad der er forfaldent siden kontraktens start: også det, der er krævet tidligere.",
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
      columns: ["Stilling", "Antal", "Krævet", "Efter afregningen", "Enighed om"],
      total: "I alt",
    },
    entries: {
      caption: "Hvad der ikke er enighed om",
      columns: ["Borger", "For", "Krævet den", "Krævet", "Forfaldent", "Efter afregningen", "Hvad"],
    },
    further: (count) => `${count} mere står i rækkerne.`,
    withoutVat: "Alle beløb er uden moms.",
    reasons: {
      "no-line": "vilkårene giver ikke anledning til det",
      "after-statement": "datoen ligger efter opgørelsesdatoen",
      "referral-not-settled": "den visitering, kravet gælder, er ikke med i afregningen",
      "referral-not-told":
        "borgeren er visiteret flere gange, og kravet siger ikke, hvilken visitering det gælder",
      "team-not-settled": "holdet er ikke med i afregningen",
    },
    summed: {
      caption: "Enighed, når beløbene lægges sammen",
      told: (claims, lines) =>
        `Lagt sammen er der enighed om ${[claims, lines].filter((each) => each !== undefined).join(" og ")}. Hver del står for sig.`,
      claims: ["krav, der dækker flere linjer", "krav, der hver dækker flere linjer"],
      lines: ["linje, der er krævet i flere dele", "linjer, der hver er krævet i flere dele"],
      part: {
        claim: (number, count, whole) => `del ${number} af ${count} af kravet på ${whole}`,
        line: (number, count, whole) => `del ${number} af ${count} af linjen på ${whole}`,
      },
    },
    afterStatement: (asOf) => `ligger efter opgørelsesdatoen ${asOf}`,
    higher: (amount) => `${amount} over afregningen`,
    lower: (amount) => `${amount} under afregningen`,
    withVat: "svarer til beløbet med moms; krav er uden moms",
    later: ["dag efter forfaldsdagen", "dage efter forfaldsdagen"],
    earlier: ["dag før forfaldsdagen", "dage før forfaldsdagen"],
    lineTaken: "et andet krav svarer til linjen",
    whichBonus: "der er flere slags bonus, og kravet siger ikke hvilken",
    drawnFor: (name) => `fordelt til ${name}`,
    notDrawn: "er ikke blandt de fordelte",
    noCitizen: "kravet siger ikke, hvilken borger det gælder",
    takenOff: "trækkes fra",
    notices: {
      unknownItems: (items, known) => `Ukendt, hvad der kræves for: ${items}. Her kan kræves for: ${known}.`,
      participants: (claims) =>
        `${claims} krav er for borgere, som afregningen ikke nævner. De kan være trukket til en enhed uden betalingsvilkår.`,
    },
  },
  en: {
    lead: (name, claimed, owed, asOf) =>
      `${name} claims ${claimed}; the statement gives ${owed} as of ${asOf}.`,
    payable: (undisputed) => `${undisputed} is undisputed and can be paid now.`,
    nothingPayable: (undisputed) => `${undisputed} is undisputed in all.`,
    unclaimedDeductions: (amount) =>
      `Beside that the statement takes off ${amount}, which the supplier has neither claimed nor agreed to.`,
    unplacedCredits: (amount) =>
      `The supplier credits ${amount} that can't be placed with a citizen or an item of the statement.`,
    sinceStart:
      "Claims are held against everything that fell due since the contract began, also what was claimed earlier.",
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
      columns: ["Standing", "Number", "Claimed", "By the statement", "Undisputed"],
      total: "Total",
    },
    entries: {
      caption: "What isn't agreed",
      columns: ["Citizen", "For", "Claimed on", "Claimed", "Due", "By the statement", "What"],
    },
    further: (count) => `${count} more are in the rows.`,
    withoutVat: "All amounts are without VAT.",
    reasons: {
      "no-line": "the terms give no occasion for it",
      "after-statement": "it is dated after the statement's day",
      "referral-not-settled": "the referral that it is for isn't settled",
      "referral-not-told":
        "the citizen was referred several times, and the claim doesn't say which referral it is for",
      "team-not-settled": "the team isn't settled",
    },
    summed: {
      caption: "Agreed when summed up",
      told: (claims, lines) =>
        `Agreed when summed up: ${[claims, lines].filter((each) => each !== undefined).join(" and ")}. Each part stands by itself.`,
      claims: ["claim for several lines", "claims for several lines each"],
      lines: ["line claimed in several parts", "lines claimed in several parts each"],
      part: {
        claim: (number, count, whole) => `part ${number} of ${count} of the claim of ${whole}`,
        line: (number, count, whole) => `part ${number} of ${count} of the line of ${whole}`,
      },
    },
    afterStatement: (asOf) => `lies after the statement's day, ${asOf}`,
    higher: (amount) => `${amount} above the statement`,
    lower: (amount) => `${amount} below the statement`,
    withVat: "is the amount with VAT; claims are without VAT",
    later: ["day after it fell due", "days after it fell due"],
    earlier: ["day before it fell due", "days before it fell due"],
    lineTaken: "another claim has the line",
    whichBonus: "there are several bonuses, and the claim doesn't say which",
    drawnFor: (name) => `allocated to ${name}`,
    notDrawn: "not among those allocated",
    noCitizen: "the claim doesn't say which citizen it is for",
    takenOff: "is taken off",
    notices: {
      unknownItems: (items, known) => `Unknown items: ${items}. What can be claimed here: ${known}.`,
      participants: (claims) =>
        `${claims} ${claims === 1 ? "claim is" : "claims are"} for citizens whom the statement doesn't mention. They may have been drawn for a unit without payment terms.`,
    },
  },
};
