import { parseDay } from "../core/index.js";
import {
  permittedCourseEnd,
  statedCourseEnd,
  type FollowedReferral,
  type Outcomes,
} from "../outcomes/index.js";
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
import { paidWeeks, weeksBeyond, type CourseEnds } from "./weeks.js";

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
  const beyondOf = beyondFinder(outcomes, base);
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
      const weeks = beyondOf(referral);
      const beyond = { standing: "unknown", reason: "course-end-missing", weeks } as const;
      return { items, unpaid: weeks === 0 ? [] : [{ arm, ...whose, kind: "base", term, ...beyond }] };
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
      const endsOf = endsFinder(outcomes);
      return (referral) => {
        const start = startOf(referral, outcomes);
        if (typeof start !== "string") return start;
        return paidWeeks(base, referral, start, endsOf(referral, start), outcomes.asOf);
      };
    }
    default:
      return (referral) => {
        const start = startOf(referral, outcomes);
        return typeof start === "string" ? [{ date: start }] : start;
      };
  }
}

/** How many weeks of a referral aren't paid since its course has no end. */
function beyondFinder(outcomes: Outcomes, base: BaseTerm): (referral: FollowedReferral) => number {
  if (base.per !== "week") return () => 0;
  const endsOf = endsFinder(outcomes);
  return (referral) => {
    const start = startOf(referral, outcomes);
    return typeof start === "string"
      ? weeksBeyond(base, referral, start, endsOf(referral, start), outcomes.asOf)
      : 0;
  };
}

function endsFinder({ protocol }: Outcomes): (referral: FollowedReferral, startedOn: string) => CourseEnds {
  const [stated, permitted] = [statedCourseEnd(protocol.course), permittedCourseEnd(protocol.course)];
  return ({ stratum }, startedOn) => {
    const start = parseDay(startedOn, "startedOn");
    return { stated: stated(stratum, start), permitted: permitted(stratum, start) };
  };
}
