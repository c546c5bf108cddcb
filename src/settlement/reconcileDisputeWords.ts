import type { Language } from "../display/index.js";
import type { ReconciliationStatus } from "./reconcileTypes.js";

/** What stands open, as one side can do something about it. */
type Open =
  | Exclude<ReconciliationStatus, "not-owed">
  | "not-owed-open"
  | "not-owed-lost"
  | "not-owed-unknown"
  | "not-owed-referral"
  | "not-owed-team"
  | "to-be-taken-off";

/** What a side is asked to do; absent where it is the other's to settle, or nobody's. */
export type DisputeWords = Readonly<Partial<Record<Open, string>>>;

export const DISPUTE_WORDS: Readonly<
  Record<Language, Readonly<Record<"municipality" | "supplier", DisputeWords>>>
> = {
  da: {
    municipality: {
      "another-amount": "Kontrollér beløbet og betalingsvilkåret.",
      "another-date": "Kontrollér forfaldsdagen.",
      "not-owed-open": "Hold øje med beløbet: det kan stadig forfalde.",
      "not-owed-unknown": "Skaf de oplysninger, der mangler.",
      "not-owed-referral": "Kontrollér borgerens visiteringer.",
      "not-owed-team": "Kontrollér, hvilket hold borgerne er indberettet på.",
      "other-arm": "Kontrollér, hvem der leverede forløbet.",
      "not-claimed": "Betal, når beløbet bliver krævet.",
      "to-be-taken-off": "Træk beløbet fra ved betalingen.",
      "deduction": "Kontrollér, hvad fradraget dækker.",
    },
    supplier: {
      "another-amount": "Forklar beløbet.",
      "another-date": "Forklar datoen.",
      "claimed-twice": "Forklar, hvorfor beløbet kræves igen.",
      "not-owed-open": "Kræv igen, når beløbet er forfaldent.",
      "not-owed-lost": "Dokumentér, hvad kravet bygger på.",
      "not-owed-unknown": "Dokumentér, hvad kravet bygger på.",
      "not-owed-referral": "Oplys, hvilken visitering kravet gælder.",
      "not-owed-team": "Oplys, hvilket hold kravet gælder.",
      "other-arm": "Forklar, hvorfor der kræves betaling for en borger hos en anden enhed.",
      "unknown-citizen": "Angiv borgerens pseudonym, som det står i fordelingsprotokollen.",
      "unknown-item": "Angiv, hvad der kræves betaling for.",
      "not-claimed": "Kræv beløbet, eller giv afkald på det.",
      "to-be-taken-off": "Bekræft, at beløbet trækkes fra.",
    },
  },
  en: {
    municipality: {
      "another-amount": "Check the amount and the term of payment.",
      "another-date": "Check the day on which it fell due.",
      "not-owed-open": "Keep an eye on it: it may still become due.",
      "not-owed-unknown": "Get the information that is missing.",
      "not-owed-referral": "Check the citizen's referrals.",
      "not-owed-team": "Check which team the citizens were reported in.",
      "other-arm": "Check who delivered the course.",
      "not-claimed": "Pay when it is claimed.",
      "to-be-taken-off": "Take it off when paying.",
      "deduction": "Check what the deduction is for.",
    },
    supplier: {
      "another-amount": "Explain the amount.",
      "another-date": "Explain the date.",
      "claimed-twice": "Explain why it is claimed again.",
      "not-owed-open": "Claim again when it is due.",
      "not-owed-lost": "Document what the claim rests on.",
      "not-owed-unknown": "Document what the claim rests on.",
      "not-owed-referral": "Say which referral the claim is for.",
      "not-owed-team": "Say which team the claim is for.",
      "other-arm": "Explain why another unit's citizen is claimed for.",
      "unknown-citizen": "Give the citizen's pseudonym as it stands in the ledger.",
      "unknown-item": "Say what the claim is for.",
      "not-claimed": "Claim it, or waive it.",
      "to-be-taken-off": "Confirm that it is taken off.",
    },
  },
};
