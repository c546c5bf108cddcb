import { competitionError, nearestWord } from "../core/index.js";
import type { Criterion } from "./criterion.js";
import type { Outcome, Outcomes, Participant } from "./types.js";

/**
 * Where one citizen stands in a comparison by one criterion, each in one place only.
 *
 * `pending`: referred too late to be in the mature cohort. `excluded`: mature, but chance could not
 * decide. The other three are the mature cohort.
 */
export type Standing = "success" | "failure" | "unknown" | "pending" | "excluded";

/** A citizen with the referral-anchored outcome by one criterion and the place it gives. */
export interface CohortMember {
  readonly participant: Participant;
  readonly outcome: Outcome;
  readonly standing: Standing;
}

/** Everyone allocated to an arm, divided without remainder. */
export interface ArmCounts {
  /** The sum of `mature`, `pending` and `excluded`. */
  readonly allocated: number;
  /** In the mature cohort by a real draw: the sum of `success`, `failure` and `unknown`. */
  readonly mature: number;
  readonly success: number;
  readonly failure: number;
  readonly unknown: number;
  /** Referred too late to be in the mature cohort. */
  readonly pending: number;
  /** Mature, but chance could not decide (an arm was impossible): shown apart. */
  readonly excluded: number;
}

/** Everyone in the ledger by one criterion, measured from the referral. */
export interface Cohort {
  readonly criterion: Criterion;
  /** ISO date: the last referral date of the mature cohort. */
  readonly matureThrough: string;
  readonly members: readonly CohortMember[];
}

/**
 * Everyone in the ledger with their standing by one criterion, measured from the referral: the one
 * set of denominators that comparison and benchmark share.
 *
 * The cohort is cut by the referral date alone, never by what happened later; a mature citizen whose
 * outcome isn't observed is `unknown`, whatever the reason.
 *
 * @param path What an unknown criterion is called in the error; `criterion` by default.
 * @throws CompetitionError `unknown-criterion`; `outcome-missing` if the outcomes aren't one per
 *   participant in their order, so that no one can fall out of a denominator unseen.
 */
export function cohortOf(outcomes: Outcomes, criterion: string, path?: string): Cohort {
  const found = findCriterion(outcomes, criterion, path);
  const measured = outcomes.by(found.id, "referral");
  const matureThrough = outcomes.matureThrough[found.id];
  if (matureThrough === undefined) throw missing(`matureThrough.${found.id}`, undefined, "an ISO date");
  const members = outcomes.participants.map((participant, index) => {
    const outcome = measured[index];
    if (outcome?.citizen !== participant.citizen) {
      throw missing(`by(${found.id})[${index}]`, outcome?.citizen, `the outcome of ${participant.citizen}`);
    }
    return { participant, outcome, standing: standingOf(participant, outcome) };
  });
  return { criterion: found, matureThrough, members };
}

function missing(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "outcome-missing", path: `outcomes.${path}`, received, expected });
}

/**
 * The protocol's criterion of this id.
 *
 * @throws CompetitionError `unknown-criterion`, naming the nearest known one.
 */
export function findCriterion(outcomes: Outcomes, id: string, path: string = "criterion"): Criterion {
  const { criteria } = outcomes.protocol;
  const found = criteria.find((each) => each.id === id);
  if (found !== undefined) return found;
  const known = criteria.map((each) => each.id);
  const near = nearestWord(String(id), known);
  throw competitionError({
    code: "unknown-criterion",
    path,
    received: id,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function standingOf(participant: Participant, outcome: Outcome): Standing {
  if (!outcome.mature) return "pending";
  if (!wasDrawn(participant)) return "excluded";
  return outcome.status === "success" || outcome.status === "failure" ? outcome.status : "unknown";
}

/** Whether chance decided: the arm that came out was possible, and at least one other was. */
function wasDrawn(participant: Participant): boolean {
  const possible = Object.entries(participant.designProbabilities).filter(
    ([, probability]) => probability > 0,
  );
  return possible.length > 1 && possible.some(([arm]) => arm === participant.arm);
}

/** Counts the standings of one arm; they add up to those allocated. */
export function countArm(members: readonly CohortMember[], arm: string): ArmCounts {
  const counts: Record<Standing, number> = { success: 0, failure: 0, unknown: 0, pending: 0, excluded: 0 };
  for (const member of members) if (member.participant.arm === arm) counts[member.standing] += 1;
  const mature = counts.success + counts.failure + counts.unknown;
  return { allocated: mature + counts.pending + counts.excluded, mature, ...counts };
}
