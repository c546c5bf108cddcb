import type { Notice } from "../core/index.js";
import {
  formatCount,
  formatCounted,
  formatKroner,
  formatNumber,
  type Language,
  type Noun,
} from "../display/index.js";

interface LiabilityWords {
  readonly lead: (parts: {
    asOf: string;
    expected: string;
    interval: string | undefined;
    level: string;
  }) => string;
  /** Nearly all of what may be paid can't be estimated. */
  readonly tooEarly: (asOf: string, amount: string, worst: string) => string;
  /** @param terms That the amounts don't take into account, as text; absent where there are none. */
  readonly bounds: (best: string, worst: string, terms: string | undefined) => string;
  /** Where no outcome that it hangs on is undecided. */
  readonly certain: (asOf: string, amount: string) => string;
  readonly nothing: (asOf: string) => string;
  readonly reading: string;
  readonly between: (lower: string, upper: string) => string;
  readonly bonuses: { readonly caption: string; readonly columns: (level: string) => readonly string[] };
  readonly months: {
    readonly caption: string;
    readonly columns: (names: readonly string[], level: string) => readonly string[];
  };
  readonly total: string;
  readonly later: string;
  readonly and: string;
  readonly terms: Readonly<Record<string, string>>;
  readonly notices: Readonly<Record<string, (facts: NoticeFacts) => string>>;
}

interface NoticeFacts {
  readonly arm: string;
  readonly criterion: string;
  readonly count: (fact: string) => string;
  /** A count with its noun and what follows it. */
  readonly counted: (fact: string, noun: Noun) => string;
  readonly citizens: string;
  readonly amount: string;
  readonly terms: string;
}

export const LIABILITY_WORDS: Readonly<Record<Language, LiabilityWords>> = {
  da: {
    lead: ({ asOf, expected, interval, level }) =>
      `Efter ${asOf} forventes der betalt ${expected} i bonus for de borgere, der allerede er visiteret${interval === undefined ? "" : ` (${level}-prædiktionsinterval: ${interval})`}.`,
    tooEarly: (asOf, amount, worst) =>
      `Hvad der efter ${asOf} bliver betalt i bonus for de borgere, der allerede er visiteret, kan endnu ikke skønnes: for ${amount} af de højst ${worst} er ingen fulgt længe nok.`,
    bounds: (best, worst, terms) =>
      `${terms === undefined ? "Det bliver" : `Når der ses bort fra ${terms}, bliver det`} mindst ${best}, hvis ingen af de uafgjorte ender med succes, og højst ${worst}, hvis alle gør.`,
    certain: (asOf, amount) =>
      `Efter ${asOf} bliver der betalt ${amount} i bonus for de borgere, der allerede er visiteret. Alle de udfald, det afhænger af, er afgjort.`,
    nothing: (asOf) => `Efter ${asOf} er der ingen bonus tilbage at betale for de borgere, der er visiteret.`,
    reading:
      "De uafgjorte borgere er holdt op mod dem hos samme enhed, der har ventet på samme måde lige så længe: siden visiteringen, i et igangværende forløb eller efter dets afslutning. Kun bonus er regnet med, og uden moms. Ukendte udfald indgår ikke.",
    between: (lower, upper) => `${lower} til ${upper}`,
    bonuses: {
      caption: "Udestående bonus efter enhed",
      columns: (level) => [
        "Enhed",
        "Succeskriterium",
        "Uafgjorte",
        "Ukendte",
        "Mindst",
        "Forventet",
        `${level}-prædiktionsinterval`,
        "Højst",
        "Kan ikke skønnes",
      ],
    },
    months: {
      caption: "Forventet bonus efter kalendermåned",
      columns: (names, level) => [
        "Måned",
        "Heraf sikkert",
        ...names,
        "Forventet i alt",
        `${level}-prædiktionsinterval`,
      ],
    },
    total: "I alt",
    later: "Senere",
    and: "og",
    terms: {
      "clawback": "tilbagebetaling ved tilbagefald",
      "bonuses-paid-once": "reglen om kun én bonus pr. borger",
      "caps": "lofter",
      "minimums": "garantibeløb",
    },
    notices: {
      "no-interval": () =>
        "Intervallet kræver et startpunkt for lodtrækningen (seed), så det kan genskabes; uden det vises kun det forventede.",
      "few-decided": ({ arm, criterion, count, counted }) =>
        `${arm}, »${criterion}«: ${count("decided") === "0" ? "ingen udfald er" : `kun ${counted("decided", ["udfald er", "udfald er"])}`} afgjort. Under ${count("fewest")} er skønnet meget usikkert.`,
      "followed-too-briefly": ({ arm, criterion, citizens, amount }) =>
        `${arm}, »${criterion}«: for, hvad der svarer til ${citizens} borgere, er ingen fulgt længe nok til, at udfaldet kan skønnes. Der kan højst blive tale om ${amount}, som ikke er med i det forventede. Et prædiktionsinterval dækker både, at intet af det bliver til succes, og at alt gør.`,
      "unknown-not-expected": ({ arm, criterion, counted }) =>
        `${arm}, »${criterion}«: ${counted("unknown", ["udfald er ukendt", "udfald er ukendte"])} og indgår hverken i det forventede eller i det højeste beløb.`,
      "terms-left-out": ({ arm, terms }) => `${arm}: der er ikke taget højde for ${terms}.`,
    },
  },
  en: {
    lead: ({ asOf, expected, interval, level }) =>
      `After ${asOf}, ${expected} is expected to be paid in bonuses for the citizens referred so far${interval === undefined ? "" : ` (${level} prediction interval: ${interval})`}.`,
    tooEarly: (asOf, amount, worst) =>
      `What will be paid in bonuses after ${asOf} for the citizens referred so far can’t be estimated yet: for ${amount} of at most ${worst} nobody has been followed for long enough.`,
    bounds: (best, worst, terms) =>
      `${terms === undefined ? "It" : `Leaving aside ${terms}, it`} will be at least ${best}, if none of the undecided ends in success, and at most ${worst}, if all of them do.`,
    certain: (asOf, amount) =>
      `After ${asOf}, ${amount} will be paid in bonuses for the citizens referred so far. All outcomes that it depends on are decided.`,
    nothing: (asOf) => `After ${asOf} there is no bonus left to pay for the citizens referred so far.`,
    reading:
      "Undecided citizens are held against those of the same unit who had waited in the same way for as long: since the referral, in a course that runs, or after its end. Bonuses alone are counted, without VAT. Unknown outcomes are not in it.",
    between: (lower, upper) => `${lower} to ${upper}`,
    bonuses: {
      caption: "Outstanding bonuses by unit",
      columns: (level) => [
        "Unit",
        "Criterion",
        "Undecided",
        "Unknown",
        "At least",
        "Expected",
        `${level} prediction interval`,
        "At most",
        "Cannot be estimated",
      ],
    },
    months: {
      caption: "Expected bonuses by calendar month",
      columns: (names, level) => [
        "Month",
        "Certain of it",
        ...names,
        "Expected in all",
        `${level} prediction interval`,
      ],
    },
    total: "In all",
    later: "Later",
    and: "and",
    terms: {
      "clawback": "money paid back on relapse",
      "bonuses-paid-once": "the rule of one bonus per citizen",
      "caps": "caps",
      "minimums": "guaranteed minimums",
    },
    notices: {
      "no-interval": () =>
        "The interval requires a seed, so that it can be reproduced; without one only the expectation is shown.",
      "few-decided": ({ arm, criterion, count, counted }) =>
        `${arm}, “${criterion}”: ${count("decided") === "0" ? "no outcomes are" : `only ${counted("decided", ["outcome is", "outcomes are"])}`} decided. Below ${count("fewest")} the estimate is very uncertain.`,
      "followed-too-briefly": ({ arm, criterion, citizens, amount }) =>
        `${arm}, “${criterion}”: for what amounts to ${citizens} citizens nobody has been followed for long enough to estimate the outcome. At most ${amount} may come of it, which is not in the expectation. A prediction interval covers both that none of it ends in success and that all of it does.`,
      "unknown-not-expected": ({ arm, criterion, counted }) =>
        `${arm}, “${criterion}”: ${counted("unknown", ["outcome is unknown, and is", "outcomes are unknown, and are"])} neither in the expectation nor in the highest amount.`,
      "terms-left-out": ({ arm, terms }) => `${arm}: the estimate doesn’t take into account ${terms}.`,
    },
  },
};

/** Terms that amounts don't take into account, as text. */
export function describeTerms(terms: readonly string[], language: Language): string {
  const { terms: names, and } = LIABILITY_WORDS[language];
  const texts = terms.map((term) => names[term] ?? term);
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} ${and} ${last}`;
}

/** A notice of expected payments as a sentence; arms and criteria by the names that are known. */
export function describeLiabilityNotice(
  notice: Notice,
  {
    language,
    nameOf,
    criterionOf,
  }: {
    readonly language: Language;
    readonly nameOf: (arm: string) => string;
    readonly criterionOf: (criterion: string) => string;
  },
): string {
  const words = LIABILITY_WORDS[language];
  const number = (fact: string): number => (typeof notice[fact] === "number" ? notice[fact] : 0);
  const left = Array.isArray(notice["terms"]) ? notice["terms"] : [];
  const facts: NoticeFacts = {
    arm: nameOf(String(notice["arm"] ?? "")),
    criterion: criterionOf(String(notice["criterion"] ?? "")),
    count: (fact) => formatCount(number(fact), { language }),
    counted: (fact, noun) => formatCounted(number(fact), noun, { language }),
    citizens: formatNumber(number("citizens"), { language, decimals: 1 }),
    amount: formatKroner(Math.round(number("amount") / 100) * 100, { language }),
    terms: describeTerms(left.map(String), language),
  };
  return words.notices[notice.code]?.(facts) ?? notice.code;
}
