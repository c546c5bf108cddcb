import { competitionError } from "../core/index.js";
import type {
  ReconciledEntry,
  ReconciliationStatus,
  ReconciliationSums,
  StatusSum,
} from "./reconcileTypes.js";
import type { Ore } from "./terms.js";

/** The order in which entries stand and are counted. */
export const STATUSES: readonly ReconciliationStatus[] = [
  "agreed",
  "another-amount",
  "another-date",
  "claimed-twice",
  "not-owed",
  "other-arm",
  "unknown-citizen",
  "unknown-item",
  "not-claimed",
  "deduction",
  "withdrawn",
];

/** Sums of the entries of each status. */
export function statusSums(entries: readonly ReconciledEntry[]): readonly StatusSum[] {
  return STATUSES.map((status) => {
    const own = entries.filter((entry) => entry.status === status);
    return {
      status,
      entries: own.length,
      claimed: sumOf(own, "claimed"),
      owed: sumOf(own, "owed"),
      undisputed: sumOf(own, "undisputed"),
    };
  });
}

/** Sums over all entries, from those of the statuses. */
export function reconciliationSums(statuses: readonly StatusSum[]): ReconciliationSums {
  const claimed = sumOf(statuses, "claimed");
  const owed = sumOf(statuses, "owed");
  const undisputed = sumOf(statuses, "undisputed");
  const of = (status: ReconciliationStatus): Ore =>
    sumOf(
      statuses.filter((each) => each.status === status),
      "claimed",
    );
  const deductions = of("deduction");
  return {
    claimed,
    owed,
    agreed: of("agreed"),
    deductions,
    undisputed,
    claimedBeyond: claimed - undisputed,
    owedBeyond: owed + deductions - undisputed,
  };
}

function sumOf<Amount extends "claimed" | "owed" | "undisputed">(
  rows: readonly Readonly<Record<Amount, Ore>>[],
  amount: Amount,
): Ore {
  const sum = rows.reduce((total, row) => total + row[amount], 0);
  if (Number.isSafeInteger(sum)) return sum;
  throw competitionError({
    code: "impossible-amount",
    path: amount,
    received: sum,
    expected: "a sum that can be counted in øre",
  });
}
