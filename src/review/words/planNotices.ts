import type { Language } from "../../display/index.js";
import type { Sentences } from "./noticeFacts.js";

const PERIODS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "agreement-year": { da: "om året", en: "a year" },
  "calendar-year": { da: "om året", en: "a year" },
  "first-week": { da: "i den første uge", en: "in the first week" },
};

/** What the protocol and its plan leave open, and what follows for the draw. */
export const PLAN_NOTICES: Sentences = {
  "extension-unstated": {
    da: ({ list }) => `Forlængelsens længde er ikke oplyst${suffix(list("group"))}.`,
    en: ({ list }) => `The length of the extension is not stated${suffix(list("group"))}.`,
  },
  "stratum-limit-unstated": {
    da: ({ text }) =>
      `Inddelingen »${text("column")}« skelner mellem under og over en grænse. Hvilken gruppe en borger præcis på grænsen hører til, og hvilken dag der er afgørende, er ikke aftalt: den gruppe, som visiteringen oplyser, gælder og ligger fast fra fordelingen.`,
    en: ({ text }) =>
      `The groups of “${text("column")}” are under and over a limit. Where someone belongs who is exactly at it, and as of which day, isn't agreed: the group that the referral states applies, and is fixed with the allocation.`,
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
      "All blocks have one size, so that whoever knows the earlier arms can predict the last of each block. Several sizes would hide them.",
  },
  "strata-without-effect": {
    da: ({ list }) =>
      `Fordelingen er ens for alle borgere; opdelingen på »${list("strata")}« gør ingen forskel for den.`,
    en: ({ list }) =>
      `The allocation is alike for all citizens; the strata “${list("strata")}” make no difference to it.`,
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
      "Den, hvis enhed ligger fast før fordelingen, kan komme, når enheden er fyldt; vedkommende afvises da, til der er plads, eller en undtagelse er aftalt.",
    en: () =>
      "Someone whose arm is settled before the allocation may come when it is full; the referral is then refused until there is room or an exemption is agreed.",
  },
  "nominal-probabilities": {
    da: () =>
      "De sandsynligheder, som fordelingsprotokollen noterer, er fordelingens egne; hvor en grænse lukker en enhed, afviger de for nogle borgere fra de virkelige.",
    en: () =>
      "The probabilities that the ledger records are the design's own; where a limit closes an arm, some citizens' true ones differ.",
  },
  "volume-read-as-limit": {
    da: ({ counted, text }) =>
      `${counted("most", "visitering", "visiteringer")} til en enhed ${PERIODS[text("per")]?.da ?? text("per")} er læst som en øvre grænse; et mindste antal er ikke aftalt.`,
    en: ({ counted, text }) =>
      `${counted("most", "referral", "referrals")} to a unit ${PERIODS[text("per")]?.en ?? text("per")} are read as a limit; no least number is agreed.`,
  },
  "agreement-year-unstated": {
    da: () => "Hvornår aftaleåret begynder, er ikke aftalt; det regnes fra fordelingsprotokollens åbning.",
    en: () => "When the year of the agreement begins isn't agreed; it is counted from the ledger's opening.",
  },
  "all-arms-may-be-full": {
    da: () =>
      "Hvad der sker med borgere, der visiteres, når alle enheder er fyldt, er ikke aftalt; de trækkes ikke, før der er plads igen.",
    en: () =>
      "What becomes of citizens who are referred when all units are full isn't agreed; they aren't allocated until there is room again.",
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
    da: () => "Der er ikke oplyst betalingsvilkår.",
    en: () => "Payment terms are not stated.",
  },
  "review-date-unstated": {
    da: () => "Udbuddet siger ikke, hvornår der skal evalueres.",
    en: () => "The tender doesn't say when the review is due.",
  },
};

function suffix(text: string): string {
  return text === "" ? "" : ` (${text})`;
}
