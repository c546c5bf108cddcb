import type { FollowedReferral, Outcomes } from "../outcomes/index.js";
import { indexed } from "./rates.js";
import { referralsTo } from "./referrals.js";
import type { Missing, Settled } from "./settled.js";
import { lost, startOf } from "./started.js";
import type { ArmTerms, Ore } from "./terms.js";
import type { LineItem, Unpaid } from "./types.js";

/**
 * A base payment for each team of the arm's citizens, on the day on which the first of them started whose end
 * doesn't lose it. A team is known by arm and name: citizens of two arms who share a name are two teams.
 */
export function teamBase(outcomes: Outcomes, terms: ArmTerms, rate: Ore, term: string): Settled {
  const { arm, indexation } = terms;
  const own = referralsTo(outcomes, arm);
  const firsts = new Map<string, string>();
  for (const referral of own) {
    const start = startInTeam(referral, terms, outcomes);
    if (typeof start !== "string") continue;
    const team = referral.course?.team ?? "";
    const first = firsts.get(team);
    if (first === undefined || start < first) firsts.set(team, start);
  }
  const items = [...firsts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([team, date]): LineItem => {
      return { arm, kind: "base", term, date, amount: indexed(rate, date, indexation), vat: 0, team };
    });
  const unpaid = own
    .filter(({ course }) => course?.team === undefined || !firsts.has(course.team))
    .flatMap((referral): readonly Unpaid[] => {
      const { citizen, sequence, referredOn } = referral;
      const why = startInTeam(referral, terms, outcomes);
      return typeof why === "string"
        ? []
        : [{ arm, citizen, sequence, referredOn, kind: "base", term, ...why }];
    });
  return { items, unpaid };
}

/** When someone started in a team; a course whose team isn't reported can't be paid for. */
function startInTeam(referral: FollowedReferral, terms: ArmTerms, outcomes: Outcomes): string | Missing {
  const start = lost(referral, terms) ?? startOf(referral, outcomes);
  if (typeof start !== "string" || referral.course?.team !== undefined) return start;
  return { standing: "unknown", reason: "not-reported" };
}
