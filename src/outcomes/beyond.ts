import { requireOutcomes } from "./given.js";
import { formatDay, parseDay, type Day } from "../core/index.js";
import { findCriterion } from "./cohort.js";
import { bridged, type Days } from "./days.js";
import { evidenceOf } from "./evidence.js";
import { frameOf } from "./frame.js";
import { referralOf } from "./referred.js";
import type { Outcome, Outcomes } from "./types.js";
import { decidingRule } from "./verdict.js";

/** How long what made a success went on after its amount was reached. */
export interface SuccessBeyond {
  readonly citizen: string;
  readonly arm: string;
  /** The day on which the amount was reached. */
  readonly reachedOn: string;
  /** Days that counted after it without a break: 0 if the next one didn't. */
  readonly days: number;
  /** Last of them, or `reachedOn`. */
  readonly lastedTo: string;
  /**
   * The last day was the last that could be seen, or the last before the citizen died, emigrated, retired or moved
   * away: it isn't known how much longer it would have gone on.
   */
  readonly cut: boolean;
}

/**
 * Tells of each success under the contract how many days it went on, day by day, after the amount was reached:
 * until the first day that doesn't count by the criterion, or until nobody looks.
 *
 * Interruptions that the criterion bridges are bridged; where states stand by themselves, it is the state that
 * decided.
 *
 * @param criterion Id of one of the protocol's.
 * @returns one for each success, in the order of the participants.
 * @throws CompetitionError `unknown-criterion`.
 *
 * @example
 * daysBeyond(outcomes, "in-work-4-months")[0]; // { citizen: "p17", days: 3, cut: false, … }
 * @example
 * // Reached on the last day that was observed.
 * daysBeyond(outcomes, "in-work-4-months").at(-1); // { days: 0, cut: true, … }
 */
export function daysBeyond(outcomes: Outcomes, criterion: string): readonly SuccessBeyond[] {
  requireOutcomes(outcomes, "daysBeyond");
  const { id } = findCriterion(outcomes, criterion);
  const frame = frameOf(outcomes.protocol, outcomes.histories, outcomes.asOf);
  const rule = frame.rules.find((each) => each.criterion.id === id);
  if (rule === undefined) return [];
  const measured = outcomes.by(id, "contract");
  return outcomes.participants.flatMap((participant, index): readonly SuccessBeyond[] => {
    const outcome = measured[index];
    const reachedOn = outcome?.status === "success" ? outcome.reachedOn : undefined;
    if (outcome === undefined || reachedOn === undefined) return [];
    const referred = referralOf(participant, frame.asOf, frame.longest);
    const observation = frame.observe(frame.numberOf(participant.citizen), referred.referredOn);
    const setting = rule.settingOf("contract", referred);
    if (observation === undefined || setting === "never-started") return [];
    const decidedBy = decidingRule(rule, setting, observation);
    const { certain, until, goneFrom } = evidenceOf(decidedBy, observation);
    const reached = parseDay(reachedOn, "outcomes.reachedOn");
    return [
      beyond(outcome, reached, endOfRun(bridged(certain, decidedBy.gap), reached), Math.min(until, goneFrom)),
    ];
  });
}

/** The first day after the run that a day of the set lies in. */
function endOfRun(days: Days, day: Day): Day {
  return days.find((bound, at) => at % 2 === 1 && bound > day) ?? day + 1;
}

function beyond({ citizen, arm }: Outcome, reachedOn: Day, end: Day, unseenFrom: Day): SuccessBeyond {
  return {
    citizen,
    arm,
    reachedOn: formatDay(reachedOn),
    days: end - reachedOn - 1,
    lastedTo: formatDay(end - 1),
    cut: end >= unseenFrom,
  };
}
