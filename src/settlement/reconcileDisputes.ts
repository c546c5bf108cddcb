import { competitionError } from "../core/index.js";
import type { Row, ShowOptions } from "../display/index.js";
import { DISPUTE_WORDS, type DisputeWords } from "./reconcileDisputeWords.js";
import { entryRow } from "./reconcileFace.js";
import { reasonText } from "./reconcileReason.js";
import type { ReconciledEntry, Reconciliation } from "./reconcileTypes.js";

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
 * @throws CompetitionError `impossible-option` for another side.
 * @example
 * disputes(reconciliation, "supplier", { language: "da" })[0]?.["ask"] // "Forklar beløbet."
 * @example
 * disputes(reconcileClaims(statement, [], { arm: "supplier" }), "municipality") // all that isn't claimed yet
 */
export function disputes(
  reconciliation: Reconciliation,
  side: DisputeSide,
  { language = "en" }: ShowOptions = {},
): readonly Row[] {
  if (side !== "municipality" && side !== "supplier") {
    throw competitionError({
      code: "impossible-option",
      path: "disputes.side",
      received: side,
      expected: "municipality or supplier",
    });
  }
  const { arms, dateTolerance, entries } = reconciliation;
  return entries.flatMap((entry) => {
    const ask = askOf(entry, DISPUTE_WORDS[language][side]);
    if (ask === undefined) return [];
    return [{ ...entryRow(entry), why: reasonText(entry, { arms, dateTolerance, language }), ask }];
  });
}

function askOf({ status, standing, owed }: ReconciledEntry, words: DisputeWords): string | undefined {
  if (status === "not-owed") return words[`not-owed-${standing ?? "lost"}`];
  if (status === "not-claimed") return words[owed < 0 ? "to-be-taken-off" : "not-claimed"];
  return words[status];
}
