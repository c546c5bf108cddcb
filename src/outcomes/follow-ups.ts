import { requireOutcomes } from "./given.js";
import { parseDay, type Day } from "../core/index.js";
import { findCriterion } from "./cohort.js";
import { evidenceOf } from "./evidence.js";
import { frameOf } from "./frame.js";
import { referralOf } from "./referred.js";
import type { Outcomes } from "./types.js";

/**
 * How long a citizen was followed from the referral, and in what it ended: `success`, `gone` (dead, emigrated or on
 * pension, where the criterion doesn't let that pass), or neither of them while the citizen was seen.
 */
export interface FollowUp {
  readonly citizen: string;
  readonly arm: string;
  /** Days from the referral, which is day 0, to the day on which it ended. */
  readonly days: number;
  readonly end: "success" | "gone" | "followed";
}

/**
 * Tells of each citizen how long it took from the referral to success, or how long the citizen was seen without it:
 * to the end of the window, the last day that is known, or the day before the citizen moved out of sight.
 *
 * Everyone is followed from the referral date, whether the window is complete or not. Of a success the day is that on
 * which the amount was reached, so that months that have to last count in full.
 *
 * @param criterion Id of one of the protocol's; measured from the referral, in the window that compares the arms.
 * @returns one for each participant, in their order; nothing in the place of who has no history, or of whom no day
 *   from the referral on was seen.
 * @throws CompetitionError `unknown-criterion`.
 *
 * @example
 * followUps(outcomes, "job")[0]; // { citizen: "p1", arm: "supplier", days: 178, end: "success" }
 * @example
 * followUps(outcomes, "job")[1]; // undefined: no register tells of p2
 */
export function followUps(outcomes: Outcomes, criterion: string): readonly (FollowUp | undefined)[] {
  requireOutcomes(outcomes, "followUps");
  const { id } = findCriterion(outcomes, criterion);
  const frame = frameOf(outcomes.protocol, outcomes.histories, outcomes.asOf);
  const rule = frame.rules.find((each) => each.criterion.id === id);
  const measured = outcomes.by(id, "referral");
  return outcomes.participants.map((participant, index): FollowUp | undefined => {
    const { citizen, arm } = participant;
    const { referredOn, longest } = referralOf(participant, frame.asOf, frame.longest);
    const observation = frame.observe(frame.numberOf(citizen), referredOn);
    if (observation === undefined || rule === undefined) return undefined;
    const { from, until, goneFrom } = evidenceOf(rule, observation);
    if (from > referredOn || until <= referredOn) return undefined;
    const { end } = rule.places.comparison(referredOn, longest).window;
    const { day, how } = endOf(measured[index]?.reachedOn, goneFrom, Math.min(until, end) - 1);
    return { citizen, arm, days: Math.max(0, day - referredOn), end: how };
  });
}

/** What came first: the success, being gone, or the last day that was looked at. */
function endOf(
  reachedOn: string | undefined,
  goneFrom: Day,
  last: Day,
): { readonly day: Day; readonly how: FollowUp["end"] } {
  if (reachedOn !== undefined) return { day: parseDay(reachedOn, "outcomes.reachedOn"), how: "success" };
  return goneFrom <= last ? { day: goneFrom, how: "gone" } : { day: last, how: "followed" };
}
