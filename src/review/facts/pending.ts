import { type Notice } from "../../core/index.js";
import type { Outcomes } from "../../outcomes/index.js";

/**
 * How many of those who have been referred aren't followed for long enough yet by the deciding criterion, and when the
 * last of them will be; nothing where none is, or none ends. While only they are missing, an edition that is published
 * may keep the last one from being published: what has come since would be a count of few.
 */
export function pendingNotices(outcomes: Outcomes, primary: string): readonly Notice[] {
  const measured = outcomes.protocol.criteria.some(({ id }) => id === primary)
    ? outcomes.by(primary, "referral")
    : [];
  const pending = measured.filter(({ mature }) => !mature);
  const ends = pending.flatMap(({ windowTo }) => windowTo ?? []);
  if (pending.length === 0 || ends.length < pending.length || pending.length === measured.length) return [];
  const lastOn = ends.reduce((last, end) => (end > last ? end : last));
  return [{ code: "still-pending", severity: "caution", count: pending.length, of: measured.length, lastOn }];
}
