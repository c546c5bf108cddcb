import { competitionError, parseDay } from "../core/index.js";
import type { BatchProcedure } from "./designs/procedure.js";
import { rostersOf, visitsOf, type View } from "./memory.js";
import { inCanonicalOrder, stratumKey } from "./strata.js";
import type { RosterRecord, RosterReferral } from "./types.js";

/** What a roster says, apart from its place in the ledger. */
export type RosterFacts = Pick<RosterRecord, "type" | "batch" | "referrals">;

/**
 * The roster of some referrals: those whom the ledger doesn't have by the same date, each once, in
 * canonical order.
 *
 * @throws CompetitionError `contradictory-referrals`, `several-weeks`, `roster-before-referral`.
 */
export function rosterFacts(
  view: View,
  procedure: BatchProcedure,
  referrals: readonly RosterReferral[],
  date: string,
): RosterFacts {
  const fresh = distinct(referrals).filter((referral) => !isRepeated(view, referral));
  const days = fresh.map(({ referredOn }) => parseDay(referredOn, "referral.referredOn"));
  const weeks = [...new Set(days.map(procedure.batchOf))].toSorted();
  const [week = ""] = weeks;
  if (weeks.length > 1) {
    throw competitionError({
      code: "several-weeks",
      path: "referrals",
      received: weeks.join(", "),
      expected: "referrals of one ISO week",
      hint: "Make one roster a week, the earliest week first.",
    });
  }
  const [early] = fresh.filter(({ referredOn }) => referredOn > date);
  if (early !== undefined) {
    throw competitionError({
      code: "roster-before-referral",
      path: "freezeRoster.date",
      received: date,
      expected: `no earlier date than the last referral of the roster, such as ${early.referredOn}`,
    });
  }
  const before = rostersOf(view).filter(({ batch }) => batch === week || batch.startsWith(`${week}.`)).length;
  return { type: "roster", referrals: fresh, batch: before === 0 ? week : `${week}.${before + 1}` };
}

/** Whether the ledger has this citizen by this date. */
export function isRepeated(view: View, { citizen, referredOn }: RosterReferral): boolean {
  return visitsOf(view, citizen).some((visit) => visit.referredOn === referredOn);
}

/** Each citizen's referral on a date once, in canonical order. */
function distinct(referrals: readonly RosterReferral[]): readonly RosterReferral[] {
  const sorted = referrals.toSorted(inCanonicalOrder);
  return sorted.filter((referral, index) => {
    const previous = sorted[index - 1];
    if (previous === undefined || inCanonicalOrder(previous, referral) !== 0) return true;
    if (stratumKey(previous.stratum) === stratumKey(referral.stratum)) return false;
    throw competitionError({
      code: "contradictory-referrals",
      path: "referrals",
      received: `${referral.citizen} on ${referral.referredOn} as ${stratumKey(previous.stratum)} and ${stratumKey(referral.stratum)}`,
      expected: "one stratum for a citizen referred on a date",
    });
  });
}
