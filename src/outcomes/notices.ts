import type { Notice } from "../core/index.js";
import type { Participant } from "./types.js";

/** What the participants tell, counted. */
export interface Counts {
  readonly participants: readonly Participant[];
  /** Ledger entries with a referral date after `asOf`. */
  readonly entriesAfter: number;
  /** Participants who died, emigrated or retired between referral and `asOf`. */
  readonly gone: number;
  /** Participants who moved out of observation between referral and `asOf`. */
  readonly moved: number;
  /** Citizens with a history who are not in the ledger: others of the register, or a slip in an id. */
  readonly outside: number;
  /** Participants whose stratum no course length is for. */
  readonly withoutLength: number;
}

/** What is worth knowing about those whose outcomes were derived; nothing where a count is 0. */
export function outcomeNotices(counts: Counts): readonly Notice[] {
  const { participants } = counts;
  const number = (test: (participant: Participant) => boolean): number => participants.filter(test).length;
  const again = participants.filter(({ referrals }) => referrals > 1);
  const notices: readonly (Notice & { readonly count: number })[] = [
    { code: "entries-after-as-of", severity: "info", count: counts.entriesAfter },
    {
      code: "referred-again",
      severity: "info",
      count: again.length,
      referrals: again.reduce((sum, { referrals }) => sum + referrals - 1, 0),
    },
    {
      code: "without-course",
      severity: "caution",
      count: number(({ participation }) => participation === "not-reported"),
    },
    { code: "without-history", severity: "caution", count: number(({ hasHistory }) => !hasHistory) },
    { code: "histories-outside-ledger", severity: "caution", count: counts.outside },
    { code: "gone", severity: "info", count: counts.gone },
    { code: "moved", severity: "info", count: counts.moved },
    {
      code: "delivered-by-another",
      severity: "caution",
      count: number(({ arm, course }) => course !== undefined && course.deliveredBy !== arm),
    },
    { code: "without-course-length", severity: "caution", count: counts.withoutLength },
  ];
  return notices.filter(({ count }) => count > 0);
}
