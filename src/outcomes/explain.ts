import { requireOutcomes } from "./given.js";
import { competitionError, deepFreeze, formatDay, nearestWord } from "../core/index.js";
import { findCriterion } from "./cohort.js";
import type { Criterion } from "./criterion.js";
import { evidenceOf } from "./evidence.js";
import { frameOf } from "./frame.js";
import { goneFrom } from "./observation.js";
import { referralOf } from "./referred.js";
import {
  decidingOf,
  NOTHING_DECIDED,
  type MonthStory,
  type SpellStory,
  type TotalStory,
  type WeekStory,
} from "./stories.js";
import type { Anchor, Outcome, Outcomes, Participant } from "./types.js";
import { decidingRule } from "./verdict.js";
import { NEVER } from "./days.js";

/** How one outcome came about, as plain data. */
export interface OutcomeStory {
  /** Status, reason and window. */
  readonly outcome: Outcome;
  readonly criterion: Criterion;
  /** Referral and course. */
  readonly participant: Participant;
  /** First day on which the citizen was dead, emigrated or on pension, if that came by `asOf`. */
  readonly goneOn?: string;
  /** Day on which the citizen moved out of observation, if that came by `asOf`. */
  readonly movedOn?: string;
  /** The calendar months of the window that can count, where the criterion counts them. */
  readonly months: readonly MonthStory[];
  /** The ISO weeks of the window that can count, where it counts those. */
  readonly weeks: readonly WeekStory[];
  /** The runs of counting days in the window, where the criterion asks for one. */
  readonly spells: readonly SpellStory[];
  /** How many days were counted and how many it takes, where days are added up. */
  readonly total?: TotalStory;
}

/**
 * Tells how an outcome came about: the window, each month or week in it with the day that broke it, each
 * spell with the day it would have had to last to, or how many days were counted. Interruptions that the
 * criterion bridges are bridged; where states stand by themselves, it tells of the one that decides.
 *
 * @param citizen Someone of `outcomes.participants`.
 * @returns a story without months, weeks, spells or total where there is no window yet, or no history.
 * @throws CompetitionError `unknown-citizen`, `unknown-criterion`, `unknown-anchor`.
 *
 * @example
 * explainOutcome(outcomes, "p17", "without-support-6-months", "contract").months;
 * // [{ month: "2005-05", standing: "broken", decidedOn: "2005-05-12", states: ["cash-assistance"] }, …]
 * @example
 * explainOutcome(outcomes, "p18", "without-support-6-months", "contract").months; // [] while the course runs
 */
export function explainOutcome(
  outcomes: Outcomes,
  citizen: string,
  criterion: string,
  anchor: Anchor,
): OutcomeStory {
  requireOutcomes(outcomes, "explainOutcome");
  const found = findCriterion(outcomes, criterion);
  const index = outcomes.participants.findIndex((each) => each.citizen === citizen);
  const participant = outcomes.participants[index];
  const outcome = outcomes.by(criterion, anchor)[index];
  if (participant === undefined || outcome === undefined) throw unknownCitizen(outcomes, citizen);

  const frame = frameOf(outcomes.protocol, outcomes.histories, outcomes.asOf);
  const rule = frame.rules.find((each) => each.criterion.id === found.id);
  const referred = referralOf(participant, frame.asOf, frame.longest);
  const observation = frame.observe(frame.numberOf(citizen), referred.referredOn);
  const story = { outcome, criterion: found, participant };
  if (rule === undefined || observation === undefined) return deepFreeze({ ...story, ...NOTHING_DECIDED });

  const goneOn = goneFrom(observation.left);
  const movedOn = observation.left.moved;
  const setting = rule.settingOf(anchor, referred);
  const looked = typeof setting === "object" && !(setting.running && outcome.windowFrom === undefined);
  const decidedBy = looked ? decidingRule(rule, setting, observation) : rule;
  return deepFreeze({
    ...story,
    ...(goneOn < NEVER ? { goneOn: formatDay(goneOn) } : {}),
    ...(movedOn < NEVER ? { movedOn: formatDay(movedOn) } : {}),
    ...(looked
      ? decidingOf(decidedBy, setting.place, evidenceOf(decidedBy, observation), observation)
      : NOTHING_DECIDED),
  });
}

function unknownCitizen(outcomes: Outcomes, citizen: string): Error {
  const near = nearestWord(
    citizen,
    outcomes.participants.map((each) => each.citizen),
  );
  return competitionError({
    code: "unknown-citizen",
    path: "explainOutcome.citizen",
    received: citizen,
    expected: "a citizen who was referred by the day of the outcomes",
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
