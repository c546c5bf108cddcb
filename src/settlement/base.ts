import { parseDay } from "../core/index.js";
import { statedCourseEnd, type FollowedReferral, type Outcomes } from "../outcomes/index.js";
import { indexed } from "./rates.js";
import { referralsTo } from "./referrals.js";
import {
  joined,
  NOTHING_SETTLED,
  type Due,
  type Missing,
  type PlacedTerms,
  type Settled,
} from "./settled.js";
import { lost, startOf } from "./started.js";
import { teamBase } from "./team.js";
import type { BaseTerm } from "./terms.js";
import type { LineItem } from "./types.js";
import { paidWeeks } from "./weeks.js";

/**
 * The base payments of an arm, per referral or per team. End reasons in `noBaseFor` lose them, whatever the course had
 * earned by then; any other keeps them. A citizen who was referred again has those of each referral.
 */
export function settleBase(outcomes: Outcomes, { terms, place }: PlacedTerms): Settled {
  const { arm, base, indexation } = terms;
  if (base === undefined) return NOTHING_SETTLED;
  const term = `${place}.base`;
  if (base.per === "team") return teamBase(outcomes, terms, base.amount, term);
  const dueOf = dueFinder(outcomes, base);
  return joined(
    referralsTo(outcomes, arm).map((referral): Settled => {
      const { citizen, sequence, referredOn } = referral;
      const whose = { citizen, sequence, referredOn };
      const due = lost(referral, terms) ?? dueOf(referral);
      if ("reason" in due) {
        return { items: [], unpaid: [{ arm, ...whose, kind: "base", term, ...due }] };
      }
      const items = due.map((each): LineItem => {
        const amount = indexed(base.amount, each.date, indexation);
        return { arm, kind: "base", term, ...each, amount, vat: 0, ...whose };
      });
      return { items, unpaid: [] };
    }),
  );
}

function dueFinder(
  outcomes: Outcomes,
  base: BaseTerm,
): (referral: FollowedReferral) => readonly Due[] | Missing {
  switch (base.per) {
    case "referral":
      return ({ referredOn }) => [{ date: referredOn }];
    case "week": {
      const statedEnd = statedCourseEnd(outcomes.protocol.course);
      return (referral) => {
        const start = startOf(referral, outcomes);
        if (typeof start !== "string") return start;
        const end = statedEnd(referral.stratum, parseDay(start, "startedOn"));
        return paidWeeks(base, referral, start, end, outcomes.asOf);
      };
    }
    default:
      return (referral) => {
        const start = startOf(referral, outcomes);
        return typeof start === "string" ? [{ date: start }] : start;
      };
  }
}
