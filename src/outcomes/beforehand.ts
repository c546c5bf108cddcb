import { parseDay, requireObject, type Day } from "../core/index.js";
import { hasProperty, type Histories, type StateProperty, type StatusHistory } from "../histories/index.js";
import type { Outcomes } from "./types.js";

/** How far back a citizen's history is looked at. */
const YEAR = 365;

/** What is counted of the year before the referral, as a column of days. */
const COUNTED: Readonly<Record<string, StateProperty>> = {
  "supported-days": "municipal-support",
  "employed-days": "ordinary-employment",
};

/**
 * How many of the 365 days before the referral each citizen was supported by the municipality, and in ordinary
 * work: a column of numbers by citizen for each, without those of whom nothing is known or whose year before
 * isn't covered.
 */
export function daysBeforehand(
  outcomes: Pick<Outcomes, "histories" | "participants">,
): Readonly<Record<string, ReadonlyMap<string, number>>> {
  requireObject("daysBeforehand.outcomes", outcomes, {
    expected: "outcomes, as deriveOutcomes gives them, or their histories and participants",
    accepts: (given) =>
      Array.isArray(given["participants"]) &&
      typeof given["histories"] === "object" &&
      given["histories"] !== null,
  });
  const { histories, participants } = outcomes;
  const { observedFrom } = histories;
  const first = observedFrom === undefined ? -Infinity : parseDay(observedFrom, "histories.observedFrom");
  const known = participants.flatMap(({ citizen, referredOn }) => {
    const history = histories.of(citizen);
    const referral = parseDay(referredOn, "referredOn");
    return history === undefined || first > referral - YEAR ? [] : [{ citizen, referral, history }];
  });
  return Object.fromEntries(
    Object.entries(COUNTED).map(([column, property]) => {
      const days = known.map(({ citizen, referral, history }) => {
        const counted = daysIn(history, histories, property, referral - YEAR, referral);
        return [citizen, counted] as const;
      });
      return [column, new Map(days)];
    }),
  );
}

/** Days from `start` up to `end` in any state that has the property; states may overlap. */
function daysIn(
  { periods }: StatusHistory,
  { states }: Histories,
  property: StateProperty,
  start: Day,
  end: Day,
): number {
  let [days, reached] = [0, start];
  const counting = periods
    .filter(({ state }) => hasProperty(states, state, property))
    .toSorted((a, b) => a.start - b.start);
  for (const period of counting) {
    const until = Math.min(period.end, end);
    days += Math.max(0, until - Math.max(period.start, reached));
    reached = Math.max(reached, until);
  }
  return days;
}
