import { competitionError } from "../core/index.js";
import { languageAsked, type Language, type Row, type ShowOptions } from "../display/index.js";
import { checkGiven } from "./given.js";
import { DISPUTE_WORDS, type DisputeWords } from "./reconcileDisputeWords.js";
import { entryRow } from "./reconcileFace.js";
import { reasonText } from "./reconcileReason.js";
import type { ReconciledEntry, Reconciliation, ReconciliationData } from "./reconcileTypes.js";

/** Who a list of disputes is for. */
export type DisputeSide = "municipality" | "supplier";

/**
 * Lists what one side has to look at: the municipality what to check or to pay, the supplier what to explain
 * or to claim.
 *
 * @param reconciliation What `reconcileClaims` found.
 * @param side `municipality` or `supplier`.
 * @param options `language` of `why` and `ask`: `en` by default.
 * @returns a row for each entry that the side can do something about, with `why` it stands open and what is
 *   asked (`ask`); amounts in øre. Entries that only the other side can settle aren't in it.
 * @throws CompetitionError `impossible-option` for another side or language, `unknown-option`; `impossible-input` for what is no
 *   reconciliation.
 * @example
 * disputes(reconciliation, "supplier", { language: "da" })[0]?.["ask"] // "Forklar beløbet."
 * @example
 * disputes(reconcileClaims(statement, [], { arm: "supplier" }), "municipality") // all that isn't claimed yet
 */
export function disputes(
  reconciliation: Reconciliation,
  side: DisputeSide,
  options?: ShowOptions,
): readonly Row[] {
  checkGiven("disputes", { reconciliation });
  const language = languageAsked("disputes", options);
  if (side !== "municipality" && side !== "supplier") {
    throw competitionError({
      code: "impossible-option",
      path: "disputes.side",
      received: side,
      expected: "municipality or supplier",
    });
  }
  return openEntries(reconciliation, side, language).map(({ entry, why, ask }) => ({
    ...entryRow(entry),
    why,
    ask,
  }));
}

/** The entries that a side can do something about, why they stand open, and what is asked. */
export function openEntries(
  reconciliation: ReconciliationData,
  side: DisputeSide,
  language: Language,
): readonly { readonly entry: ReconciledEntry; readonly why: string; readonly ask: string }[] {
  return reconciliation.entries.flatMap((entry) => {
    const ask = askOf(entry, DISPUTE_WORDS[language][side]);
    return ask === undefined ? [] : [{ entry, why: reasonText(entry, { ...reconciliation, language }), ask }];
  });
}

function askOf({ status, standing, reason, owed }: ReconciledEntry, words: DisputeWords): string | undefined {
  if (reason === "referral-not-settled" || reason === "referral-not-told") return words["not-owed-referral"];
  if (reason === "team-not-settled") return words["not-owed-team"];
  if (status === "not-owed") return words[`not-owed-${standing ?? "lost"}`];
  if (status === "not-claimed") return words[owed < 0 ? "to-be-taken-off" : "not-claimed"];
  return words[status];
}
