import type { Notice } from "../core/index.js";
import type { Roster } from "./roster.js";
import type { Tally } from "./tally.js";

/**
 * What is worth knowing about those whose outcomes were derived; nothing where a count is 0.
 *
 * @param outside Citizens with a history who are not in the ledger: others of the register, or a slip in an id.
 */
export function outcomeNotices(
  { referrals, entriesAfter }: Roster,
  counts: Readonly<Tally>,
  outside: number,
): readonly Notice[] {
  const again = referrals.filter((each) => each > 1);
  const notices: readonly (Notice & { readonly count: number })[] = [
    { code: "entries-after-as-of", severity: "info", count: entriesAfter },
    {
      code: "referred-again",
      severity: "info",
      count: again.length,
      referrals: again.reduce((sum, each) => sum + each - 1, 0),
    },
    {
      code: "without-course",
      severity: "caution",
      count: counts.withoutCourse,
    },
    { code: "without-history", severity: "caution", count: counts.withoutHistory },
    { code: "histories-outside-ledger", severity: "caution", count: outside },
    { code: "gone", severity: "info", count: counts.gone },
    { code: "moved", severity: "info", count: counts.moved },
    {
      code: "delivered-by-another",
      severity: "caution",
      count: counts.deliveredByAnother,
    },
    {
      code: "delivered-by-no-arm",
      severity: "warning",
      count: counts.deliveredByStranger,
      names: [...counts.strangers].toSorted(),
    },
    { code: "course-longer-than-permitted", severity: "caution", count: counts.tooLong },
    { code: "without-course-length", severity: "caution", count: counts.withoutLength },
  ];
  return notices.filter(({ count }) => count > 0);
}
