import type { Notice } from "../../core/index.js";
import { formatCount, formatDate, type Language } from "../../display/index.js";

interface Facts {
  readonly count: (fact: string) => string;
  readonly text: (fact: string) => string;
  readonly list: (fact: string) => string;
  readonly date: (fact: string) => string;
}

type Sentence = (facts: Facts) => string;

const PERIODS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "agreement-year": { da: "om året", en: "a year" },
  "calendar-year": { da: "om året", en: "a year" },
  "first-week": { da: "i den første uge", en: "in the first week" },
};

/** Words for what protocol, files, histories and outcomes leave open or found; effects and benchmark have their own. */
const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  "course-ends-mid-month": {
    da: () =>
      "Slutter et forløb midt i en måned, tæller kun de hele kalendermåneder, der ligger inden for måleperioden; måneden, hvor forløbet slutter, tæller ikke.",
    en: () =>
      "Where a course ends in the middle of a month, only whole calendar months inside the window count; the month in which the course ends does not.",
  },
  "day-rule-unstated": {
    da: () => "Én dag, der ikke opfylder kriteriet, bryder en kalendermåned.",
    en: () => "One day that doesn't meet the criterion breaks a calendar month.",
  },
  "never-started-unstated": {
    da: () =>
      "I kontraktens eget mål regnes den, der aldrig begynder et forløb, som ikke succes, når måleperioden for et helt forløb er gået.",
    en: () =>
      "In the contract's own measure someone who never starts a course counts as no success once the window of a full course has passed.",
  },
  "histories-outside-ledger": {
    da: ({ count }) =>
      `${count("count")} borgere i historikken står ikke i lodtrækningsprotokollen; deres perioder indgår ikke. Se efter, om et pseudonym er skrevet forkert.`,
    en: ({ count }) =>
      `${count("count")} citizens of the histories are not in the ledger; their spells are not used. Look whether a pseudonym was mistyped.`,
  },
  "wage-subsidy-unstated": {
    da: () => "Løntilskud regnes som kommunal forsørgelse.",
    en: () => "Wage subsidy counts as municipal support.",
  },
  "spell-start-unstated": {
    da: () => "Selvforsørgelsen skal begynde inden for det længst tilladte forløb og må fortsætte derefter.",
    en: () => "The qualifying spell must begin within the longest permitted course and may run on.",
  },
  "extension-unstated": {
    da: ({ list }) => `Forlængelsens længde er ikke oplyst${suffix(list("group"))}.`,
    en: ({ list }) => `The length of the extension is not stated${suffix(list("group"))}.`,
  },
  "predictable-design": {
    da: () =>
      "Fordelingen kan forudsiges: den, der kender de tidligere, ved, hvilken enhed den næste borger kommer til.",
    en: () => "The design is predictable: whoever knows the earlier arms knows where the next citizen goes.",
  },
  "block-size-known": {
    da: () =>
      "Alle blokke er lige store, så den, der kender de tidligere, kan forudsige de sidste i hver blok. Flere blokstørrelser ville skjule dem.",
    en: () =>
      "All blocks have one size, so that whoever knows the earlier arms can foretell the last of each block. Several sizes would hide them.",
  },
  "strata-without-effect": {
    da: ({ list }) =>
      `Lodtrækningen er ens for alle borgere; opdelingen på »${list("strata")}« gør ingen forskel for den.`,
    en: ({ list }) =>
      `The draw is alike for all citizens; the strata “${list("strata")}” make no difference to it.`,
  },
  "minimum-above-limit": {
    da: ({ list }) =>
      `Det mindste antal for ${list("arms")} er større, end de øvrige grænser for enheden tillader på et år.`,
    en: ({ list }) =>
      `The least number for ${list("arms")} is more than the arm's other limits allow in a year.`,
  },
  "minimum-depends-on-intake": {
    da: ({ list }) =>
      `Det mindste antal for ${list("arms")} kan kun nås, hvis der visiteres borgere nok; hvad en uge mangler, indhentes i de følgende, og hvad den har for meget, tæller med i dem.`,
    en: ({ list }) =>
      `The least number for ${list("arms")} can be met only if enough citizens are referred; what a week lacks is caught up in later ones, and what it has beyond counts toward them.`,
  },
  "settled-arm-may-be-full": {
    da: () =>
      "Den, hvis enhed ligger fast før lodtrækningen, kan komme, når enheden er fyldt; vedkommende afvises da, til der er plads, eller en undtagelse er aftalt.",
    en: () =>
      "Someone whose arm is settled before the draw may come when it is full; the referral is then refused until there is room or an exemption is agreed.",
  },
  "nominal-probabilities": {
    da: () =>
      "De sandsynligheder, som lodtrækningsprotokollen noterer, er lodtrækningens egne; hvor en grænse lukker en enhed, afviger de for nogle borgere fra de virkelige.",
    en: () =>
      "The probabilities that the ledger records are the design's own; where a limit closes an arm, some citizens' true ones differ.",
  },
  "volume-read-as-limit": {
    da: ({ count, text }) =>
      `${count("most")} visiteringer til en enhed ${PERIODS[text("per")]?.da ?? text("per")} er læst som en øvre grænse; et mindste antal er ikke aftalt.`,
    en: ({ count, text }) =>
      `${count("most")} referrals to a unit ${PERIODS[text("per")]?.en ?? text("per")} are read as a limit; no least number is agreed.`,
  },
  "agreement-year-unstated": {
    da: () => "Hvornår aftaleåret begynder, er ikke aftalt; det regnes fra lodtrækningsprotokollens åbning.",
    en: () => "When the year of the agreement begins isn't agreed; it is counted from the ledger's opening.",
  },
  "all-arms-may-be-full": {
    da: () =>
      "Hvad der sker med borgere, der visiteres, når alle enheder er fyldt, er ikke aftalt; de trækkes ikke, før der er plads igen.",
    en: () =>
      "What becomes of citizens who are referred when all units are full isn't agreed; they aren't drawn until there is room again.",
  },
  "no-margin": {
    da: () => "Der er ikke aftalt nogen margen, så »ikke dårligere« kan ikke konkluderes.",
    en: () => "No margin was agreed, so “not worse” can't be concluded.",
  },
  "no-benchmark": {
    da: () => "Der er ikke aftalt nogen sammenligning med andre kommuner.",
    en: () => "No comparison with other municipalities was agreed.",
  },
  "no-payment-terms": {
    da: () => "Der er ikke oplyst betalingssatser for alle enheder.",
    en: () => "Payment terms are not stated for every unit.",
  },
  "base-payment-unstated": {
    da: () => "Grundbeløbet er ikke oplyst; det fastsættes i tilbuddet.",
    en: () => "The base payment is not stated; it is left to the bid.",
  },
  "review-date-unstated": {
    da: () => "Udbuddet siger ikke, hvornår der skal evalueres.",
    en: () => "The tender doesn't say when the review is due.",
  },
  "entries-after-as-of": {
    da: ({ count }) => `${count("count")} visiteringer efter opgørelsesdatoen er ikke med.`,
    en: ({ count }) => `${count("count")} referrals after the date of the review are not included.`,
  },
  "referred-again": {
    da: ({ count }) =>
      `${count("count")} borgere er visiteret mere end én gang; de tæller én gang, ved den første visitering.`,
    en: ({ count }) =>
      `${count("count")} citizens were referred more than once; they count once, by the first referral.`,
  },
  "without-course": {
    da: ({ count }) =>
      `For ${count("count")} borgere er intet forløb indberettet; de regnes som aldrig begyndt.`,
    en: ({ count }) =>
      `No course was reported for ${count("count")} citizens; they are taken as never started.`,
  },
  "without-history": {
    da: ({ count }) => `For ${count("count")} borgere findes ingen forløbshistorik; deres udfald er ukendt.`,
    en: ({ count }) => `There is no history for ${count("count")} citizens; their outcome is unknown.`,
  },
  "gone": {
    da: ({ count }) => `${count("count")} borgere er døde, udvandrede eller pensionerede efter visiteringen.`,
    en: ({ count }) => `${count("count")} citizens died, emigrated or retired after the referral.`,
  },
  "moved": {
    da: ({ count }) =>
      `${count("count")} borgere er flyttet til en anden kommune efter visiteringen og kan ikke følges længere.`,
    en: ({ count }) =>
      `${count("count")} citizens moved to another municipality after the referral and can't be followed any longer.`,
  },
  "delivered-by-another": {
    da: ({ count }) =>
      `${count("count")} forløb er gennemført af en anden enhed end den, lodtrækningen gav; borgerne tæller dér, hvor lodtrækningen satte dem.`,
    en: ({ count }) =>
      `${count("count")} courses were delivered by another unit than the draw gave; the citizens count where the draw put them.`,
  },
  "without-course-length": {
    da: ({ count }) => `For ${count("count")} borgeres gruppe er der ikke fastsat en forløbslængde.`,
    en: ({ count }) => `No course length is set for the group of ${count("count")} citizens.`,
  },
  "duplicate-spells": {
    da: ({ count }) => `${count("spells")} perioder stod mere end én gang i historikken og tæller én gang.`,
    en: ({ count }) => `${count("spells")} spells stood more than once in the histories and count once.`,
  },
  "spells-cut": {
    da: ({ count }) => `${count("spells")} perioder rakte ud over det, registeret dækker, og er afkortet.`,
    en: ({ count }) => `${count("spells")} spells reached beyond what the register covers and were cut.`,
  },
  "states-overlap": {
    da: ({ count }) =>
      `${count("citizens")} borgere har to tilstande på samme dag, for eksempel løn og ydelse; begge gælder.`,
    en: ({ count }) =>
      `${count("citizens")} citizens have two states on one day, such as a wage and a benefit; both hold.`,
  },
  "observed-until-assumed": {
    da: ({ date }) =>
      `Det er ikke oplyst, hvor langt registeret rækker; historikken er regnet for fuldstændig til og med ${date("observedUntil")}.`,
    en: ({ date }) =>
      `How far the register reaches was not stated; the histories are taken to be complete up to ${date("observedUntil")}.`,
  },
  "windows-1252": {
    da: ({ text }) => `${text("file")} er læst som windows-1252.`,
    en: ({ text }) => `${text("file")} was read as windows-1252.`,
  },
  "no-rows": {
    da: ({ text }) => `${text("file")} har ingen rækker.`,
    en: ({ text }) => `${text("file")} has no rows.`,
  },
  "column-not-used": {
    da: ({ text }) => `${text("file")}: kolonnen ${text("column")} bruges ikke.`,
    en: ({ text }) => `${text("file")}: the column ${text("column")} is not used.`,
  },
  "column-near-miss": {
    da: ({ text }) => `${text("file")}: kolonnen ${text("column")} bruges ikke; mentes ${text("nearest")}?`,
    en: ({ text }) =>
      `${text("file")}: the column ${text("column")} is not used; was ${text("nearest")} meant?`,
  },
  "no-final-line-feed": {
    da: ({ text }) => `${text("file")} slutter uden linjeskift; den sidste linje kan være afbrudt.`,
    en: ({ text }) => `${text("file")} ends without a line feed; its last line may be torn.`,
  },
};

/** A notice as a sentence; one without words stands as its code, so that it is not lost. */
export function noticeText(notice: Notice, language: Language): string {
  const sentence = SENTENCES[notice.code]?.[language];
  if (sentence === undefined) return notice.code;
  const fact = (name: string): Notice[string] | undefined => notice[name];
  return sentence({
    count: (name) => {
      const value = fact(name);
      return formatCount(typeof value === "number" ? value : null, { language });
    },
    text: (name) => String(fact(name) ?? ""),
    date: (name) => formatDate(String(fact(name)), { language }),
    list: (name) => {
      const value = fact(name);
      return Array.isArray(value) ? value.join(", ") : "";
    },
  });
}

function suffix(text: string): string {
  return text === "" ? "" : ` (${text})`;
}
