import { competitionError, parseDay } from "../core/index.js";
import type { BatchView } from "./batch-draw.js";
import { exemptionOf, visitsOf, type View } from "./memory.js";
import { frozenFacts, inCanonicalOrder } from "./strata.js";
import type { RosterRecord, RosterReferral } from "./types.js";

/** What a roster says, apart from its place in the ledger. */
export type RosterFacts = Pick<RosterRecord, "type" | "batch" | "referrals">;

/**
 * The roster of some referrals: those whom the ledger doesn't have by the same date and whom no exemption
 * keeps from the draw, each once, in canonical order.
 *
 * @throws CompetitionError `contradictory-referrals`, `several-weeks`, `roster-before-referral`.
 */
export function rosterFacts(
  view: BatchView,
  referrals: readonly RosterReferral[],
  date: string,
): RosterFacts {
  const fresh = distinct(referrals).filter(
    (referral) => !isRepeated(view, referral) && exemptionOf(view, referral) === undefined,
  );
  checkHouseholds(fresh);
  const days = fresh.map(({ referredOn }) => parseDay(referredOn, "referral.referredOn"));
  const weeks = [...new Set(days.map(view.procedure.batchOf))].toSorted();
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
  const before = view.memory.rosters.get(week) ?? 0;
  return { type: "roster", referrals: fresh, batch: before === 0 ? week : `${week}.${before + 1}` };
}

/** Whether the ledger has this citizen by this date. */
export function isRepeated(view: View, { citizen, referredOn }: RosterReferral): boolean {
  return visitsOf(view, citizen).some((visit) => visit.referredOn === referredOn);
}

/** Two referrals of one citizen on one date that don't say the same. */
export function contradictory(a: RosterReferral, b: RosterReferral, path: string): Error {
  return competitionError({
    code: "contradictory-referrals",
    path,
    received: `${a.citizen} on ${a.referredOn} as ${frozenFacts(a)} and ${frozenFacts(b)}`,
    expected: "the same strata, factors and household for a citizen referred on a date",
    hint: "What the ledger has stands. If it was wrong, record that with amend.",
  });
}

/** Each citizen's referral on a date once, in canonical order. */
function distinct(referrals: readonly RosterReferral[]): readonly RosterReferral[] {
  const sorted = referrals.toSorted(inCanonicalOrder);
  return sorted.filter((referral, index) => {
    const previous = sorted[index - 1];
    if (previous === undefined || inCanonicalOrder(previous, referral) !== 0) return true;
    if (frozenFacts(previous) === frozenFacts(referral)) return false;
    throw contradictory(previous, referral, "referrals");
  });
}

/** A citizen belongs to one household at a time, else two households would have to share an arm. */
function checkHouseholds(referrals: readonly RosterReferral[]): void {
  for (const [index, referral] of referrals.entries()) {
    const previous = referrals[index - 1];
    if (previous?.citizen !== referral.citizen || previous.household === referral.household) continue;
    throw competitionError({
      code: "contradictory-referrals",
      path: "referrals",
      received: `${referral.citizen} in the households ${previous.household} and ${referral.household}`,
      expected: "one household for a citizen in a roster",
    });
  }
}
