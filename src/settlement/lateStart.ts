import { addSpan, parseDay } from "../core/index.js";
import type { FollowedReferral, Outcomes } from "../outcomes/index.js";
import { indexed } from "./rates.js";
import { referralsTo } from "./referrals.js";
import { NOTHING_SETTLED, type PlacedTerms, type Settled } from "./settled.js";
import { lost, startOf } from "./started.js";
import type { LateStart, Ore } from "./terms.js";
import type { LineItem } from "./types.js";

/**
 * What is taken off for courses that started late: on the day of the start, once or for each week begun after the
 * last day in time, and at most what is paid as base of the course, or of its team, by `asOf`; where the plan states no
 * base, all of it. Nothing is taken off for a course that loses its base payment anyway.
 *
 * @param paid The base payments, before caps.
 */
export function settleLateStarts(
  outcomes: Outcomes,
  { terms, place }: PlacedTerms,
  paid: readonly LineItem[],
): Settled {
  const { arm, base, lateStart, indexation } = terms;
  if (lateStart === undefined) return NOTHING_SETTLED;
  const left = new Map<string | number | undefined, Ore>();
  for (const { team, sequence, amount } of paid) {
    const whose = team ?? sequence;
    left.set(whose, (left.get(whose) ?? 0) + amount);
  }
  const items = referralsTo(outcomes, arm)
    .filter((referral) => lost(referral, terms) === undefined)
    .toSorted((a, b) => a.sequence - b.sequence)
    .flatMap((referral): readonly LineItem[] => {
      const { citizen, sequence, referredOn, course } = referral;
      const date = startOf(referral, outcomes);
      if (typeof date !== "string") return [];
      const whole = timesLate(lateStart, referral, date) * indexed(lateStart.amount, date, indexation);
      const whose = base?.per === "team" ? course?.team : sequence;
      const most = base === undefined ? whole : (left.get(whose) ?? 0);
      const taken = Math.min(whole, most);
      if (taken === 0) return [];
      left.set(whose, most - taken);
      const line = { arm, kind: "late-start", term: `${place}.lateStart`, date } as const;
      return [{ ...line, amount: 0 - taken, vat: 0, citizen, sequence, referredOn }];
    });
  return { items, unpaid: [] };
}

/** How many times the deduction is made: a start on the last day of the span is in time. */
export function timesLate(
  { within, per }: LateStart,
  { referredOn }: Pick<FollowedReferral, "referredOn">,
  startedOn: string,
): number {
  const inTime = addSpan(parseDay(referredOn, "referredOn"), within);
  const late = parseDay(startedOn, "startedOn") - inTime;
  if (late <= 0) return 0;
  return per === "course" ? 1 : Math.ceil(late / 7);
}
