import type { Block, Language } from "../../display/index.js";
import { expectedPaymentsBlocks, reconciliationBlocks, reportedBlocks } from "../../settlement/index.js";
import type { EditionData } from "../types.js";

/** What is still to be paid, and what a supplier claims beside what the register gives. */
export function claimsSection({ beside }: EditionData, language: Language): readonly Block[] {
  const words = WORDS[language];
  const { claims = null, reported = null, expectedPayments = null } = beside ?? {};
  return [
    ...(expectedPayments === null
      ? []
      : [
          { block: "heading", level: 3, text: words.expected, id: "expected-payments" } as const,
          ...expectedPaymentsBlocks(expectedPayments, language),
        ]),
    ...(claims === null
      ? []
      : [
          { block: "heading", level: 3, text: words.claims, id: "claims" } as const,
          { block: "paragraph", text: words.text } as const,
          ...reconciliationBlocks(claims, language),
        ]),
    ...(reported === null || reported.criteria.length === 0
      ? []
      : [
          { block: "heading", level: 3, text: words.reported, id: "reported" } as const,
          ...reportedBlocks(reported, language),
        ]),
  ];
}

const WORDS: Readonly<
  Record<Language, Readonly<Record<"expected" | "claims" | "text" | "reported", string>>>
> = {
  da: {
    expected: "Hvad der endnu kan komme til betaling",
    claims: "Leverandørens egne krav holdt op mod registeret",
    reported: "Indberettede resultater holdt op mod registeret",
    text: "Begge enheder er målt i ét register, også hvor kontrakten lader leverandøren opgøre sine resultater selv. Her er leverandørens krav holdt op mod det, registeret giver: hvor de ikke stemmer, står de hver for sig, og ingen af dem er rettet.",
  },
  en: {
    expected: "What may still have to be paid",
    claims: "The supplier's own claims held against the register",
    reported: "Reported results held against the register",
    text: "Both units are measured from one register, also where the contract lets the supplier work out its own results. Here the supplier's claims are held against what the register gives: where they don't agree, each stands by itself, and neither has been corrected.",
  },
};
