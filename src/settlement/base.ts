import { parseDay } from "../core/index.js";
import { statedCourseEnd, type Outcomes, type Participant } from "../outcomes/index.js";
import { indexed } from "./rates.js";
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
 * The base payments of an arm, per citizen or per team. End reasons in `noBaseFor` lose them, whatever the citizen's
 * course had earned by then; any other keeps them.
 */
export function settleBase(outcomes: Outcomes, { terms, place }: PlacedTerms): Settled {
  const { arm, base, indexation } = terms;
  if (base === undefined) return NOTHING_SETTLED;
  const term = `${place}.base`;
  if (base.per === "team") return teamBase(outcomes, terms, base.amount, term);
  const dueOf = dueFinder(outcomes, base);
  return joined(
    outcomes.participants
      .filter((participant) => participant.arm === arm)
      .map((participant): Settled => {
        const { citizen, sequence } = participant;
        const due = lost(participant, terms) ?? dueOf(participant);
        if ("reason" in due) {
          return { items: [], unpaid: [{ arm, citizen, sequence, kind: "base", term, ...due }] };
        }
        const items = due.map((each): LineItem => {
          const amount = indexed(base.amount, each.date, indexation);
          return { arm, kind: "base", term, ...each, amount, vat: 0, citizen, sequence };
        });
        return { items, unpaid: [] };
      }),
  );
}

function dueFinder(
  outcomes: Outcomes,
  base: BaseTerm,
): (participant: Participant) => readonly Due[] | Missing {
  switch (base.per) {
    case "referral":
      return ({ referredOn }) => [{ date: referredOn }];
    case "week": {
      const statedEnd = statedCourseEnd(outcomes.protocol.course);
      return (participant) => {
        const start = startOf(participant, outcomes);
        if (typeof start !== "string") return start;
        const end = statedEnd(participant.stratum, parseDay(start, "startedOn"));
        return paidWeeks(base, participant, start, end, outcomes.asOf);
      };
    }
    default:
      return (participant) => {
        const start = startOf(participant, outcomes);
        return typeof start === "string" ? [{ date: start }] : start;
      };
  }
}
