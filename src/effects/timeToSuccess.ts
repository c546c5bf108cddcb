import { levelRule, provenanceOf, resolveOptions, type Notice, type OptionRules } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { cumulativeIncidence } from "../inference/index.js";
import {
  findCriterion,
  followUps,
  requireOutcomes,
  type FollowUp,
  type Outcomes,
} from "../outcomes/index.js";
import { wasDrawn } from "./drawn.js";
import { timeFace } from "./timeToSuccessFace.js";
import type { ArmFollowUps, TimeToSuccess, TimeToSuccessData } from "./timeToSuccessTypes.js";

/** What a caller may ask of {@link timeToSuccess}. */
export interface TimeToSuccessOptions {
  /** Confidence level of the pointwise limits as a proportion; 0.95 by default. */
  readonly level?: number;
}

const RULES: OptionRules<{ level: number }> = { level: levelRule };

const makeTime: (data: TimeToSuccessData) => TimeToSuccess = resultMaker<TimeToSuccessData>(timeFace);

/**
 * When did successes come, in each arm, counted from the referral?
 *
 * The share that had succeeded by each day after the referral, as the Aalen-Johansen estimate of
 * {@link cumulativeIncidence}: everyone whom chance divided is followed from the referral date, also those referred too
 * late to be in the mature cohort, each for as long as was seen. Who dies, emigrates or retires first can't succeed any
 * more and stays in the denominator as such (a competing event), where the criterion doesn't let that pass; so does who
 * has certainly failed, though some windows are a few days longer than others: the others' successes say nothing of
 * those. Who moves away is followed up to then. A success is dated on the day on which the amount was reached, so that months that have
 * to last count in full. Where all were followed to the end of the window, the last value of the curve is the plain
 * share of successes.
 *
 * The curves tell when successes came. They decide nothing: limits hold for one time each, blocks, weights and
 * households of the draw aren't taken into account, and what a curve reaches late rests on the few still at risk.
 *
 * @param criterion Id of one of the protocol's; it is measured from the referral, in the window that compares the arms.
 * @param options `level`, 0.95 by default.
 * @returns `curve` by days, with `cause` `success` or `gone` and the arms' ids as groups; `arms`, who is in it.
 * @throws CompetitionError `unknown-criterion`, `unknown-option`, `impossible-option`.
 *
 * @example
 * const { curve } = timeToSuccess(outcomes, "job");
 * curve.at([182]).filter(({ cause }) => cause === "success").map(({ group, estimate }) => [group, estimate]);
 * @example
 * // Nobody has succeeded yet: no rows of that cause.
 * timeToSuccess(early, "job").curve.rows.filter(({ cause }) => cause === "success"); // []
 * @see Aalen & Johansen (1978), Scandinavian Journal of Statistics 5, 141–150
 */
export function timeToSuccess(
  outcomes: Outcomes,
  criterion: string,
  options: TimeToSuccessOptions = {},
): TimeToSuccess {
  requireOutcomes(outcomes, "timeToSuccess");
  const { values, record } = resolveOptions("timeToSuccess", options, RULES);
  const { id, name } = findCriterion(outcomes, criterion);
  const ends = followUps(outcomes, id);
  const measured = outcomes.by(id, "referral");
  const last = ends.reduce((most, end) => Math.max(most, end?.days ?? 0), 0);
  const drawn = outcomes.participants.flatMap((participant, index): FollowUp[] => {
    const end = ends[index];
    if (end === undefined || !wasDrawn(participant)) return [];
    const isOver = end.end === "followed" && measured[index]?.status === "failure";
    return [isOver ? { ...end, days: last } : end];
  });
  const curve = cumulativeIncidence(
    {
      time: drawn.map(({ days }) => days),
      cause: drawn.map(({ end }) => (end === "followed" ? null : end)),
      group: drawn.map(({ arm }) => arm),
    },
    { level: values.level },
  );
  const arms = armsOf(outcomes, ends);
  return makeTime({
    kind: "time-to-success",
    method: curve.method,
    references: curve.references,
    notices: noticesOf(arms),
    provenance: provenanceOf("timeToSuccess", record, {
      participants: outcomes.participants.length,
      outcomes: outcomes.provenance,
    }),
    criterion: id,
    criterionName: name,
    asOf: outcomes.asOf,
    level: values.level,
    arms,
    curve,
  });
}

function armsOf(
  { protocol, participants }: Outcomes,
  ends: readonly (FollowUp | undefined)[],
): readonly ArmFollowUps[] {
  return protocol.arms.map(({ id, name }) => {
    const counts = { allocated: 0, success: 0, gone: 0, followed: 0, unseen: 0, excluded: 0 };
    participants.forEach((participant, index) => {
      if (participant.arm !== id) return;
      counts.allocated += 1;
      counts[wasDrawn(participant) ? (ends[index]?.end ?? "unseen") : "excluded"] += 1;
    });
    return { arm: id, name, ...counts };
  });
}

function noticesOf(arms: readonly ArmFollowUps[]): readonly Notice[] {
  return arms
    .filter(({ unseen }) => unseen > 0)
    .map(({ arm, unseen, allocated }) => ({
      code: "never-seen",
      severity: "caution",
      arm,
      citizens: unseen,
      of: allocated,
    }));
}
