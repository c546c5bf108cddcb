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

/** Sums over all entries, and over those of the statuses. */
export function reconciliationSums(
  statuses: readonly StatusSum[],
  entries: readonly ReconciledEntry[],
): ReconciliationSums {
  const claimed = sumOf(statuses, "claimed");
  const owed = sumOf(statuses, "owed");
  const undisputed = sumOf(statuses, "undisputed");
  const of = (status: ReconciliationStatus): Ore =>
    sumOf(
      statuses.filter((each) => each.status === status),
      "claimed",
    );
  const deductions = of("deduction");
  const unclaimed = entries.filter((each) => each.status === "not-claimed" && each.owed < 0);
  const unclaimedDeductions = sumOf(unclaimed, "owed");
  const unplaced = entries.filter((each) => UNPLACED.has(each.status) && each.claimed < 0);
  const unplacedCredits = sumOf(unplaced, "claimed");
  return {
    claimed,
    owed,
    agreed: of("agreed"),
    deductions,
    unclaimedDeductions,
    unplacedCredits,
    undisputed,
    claimedBeyond: claimed - unplacedCredits - undisputed,
    owedBeyond: owed + deductions - unclaimedDeductions - undisputed,
  };
}

/** Where nobody knows yet whom or what a claim is for. */
const UNPLACED: ReadonlySet<ReconciliationStatus> = new Set(["unknown-citizen", "other-arm", "unknown-item"]);

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
