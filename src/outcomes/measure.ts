import { verdictColumns, type VerdictColumns } from "./columns.js";
import { destinationOn } from "./destination.js";
import { evidenceOf } from "./evidence.js";
import type { Frame } from "./frame.js";
import type { Observation } from "./observation.js";
import type { Anchor, Destination, Participant } from "./types.js";
import type { Verdict } from "./judge.js";
import { referredOf, verdictOf } from "./verdict.js";

export const ANCHORS: readonly Anchor[] = ["contract", "referral"];

/** The verdicts of everyone by each criterion and anchor, and how many left in which way. */
export interface Measured {
  /** By the position of the criterion. */
  readonly columns: readonly Readonly<Record<Anchor, VerdictColumns>>[];
  readonly gone: number;
  readonly moved: number;
}

/** Judges every participant by every criterion and both anchors, one pass over the participants. */
export function measure(frame: Frame, participants: readonly Participant[]): Measured {
  const { length } = participants;
  const tasks = frame.rules.map((rule) => ({
    rule,
    byAnchor: { contract: verdictColumns(length), referral: verdictColumns(length) },
  }));
  let [gone, moved] = [0, 0];
  for (const [index, participant] of participants.entries()) {
    const referred = referredOf(participant, frame.courses);
    const observation = frame.observe(participant.citizen, referred.referredOn);
    if (observation !== undefined && observation.goneFrom < Infinity) gone++;
    if (observation !== undefined && observation.movedFrom < Infinity) moved++;
    for (const { rule, byAnchor } of tasks) {
      const evidence = observation === undefined ? undefined : evidenceOf(rule, observation);
      for (const anchor of ANCHORS) {
        const verdict = verdictOf(rule, anchor, referred, evidence, frame.asOf);
        byAnchor[anchor].write(index, verdict, destinationOf(verdict, observation, frame));
      }
    }
  }
  return { columns: tasks.map(({ byAnchor }) => byAnchor), gone, moved };
}

/** On the day of success, else on the last day of a complete window. */
function destinationOf(
  { window, reachedOn }: Verdict,
  observation: Observation | undefined,
  { asOf, horizon }: Frame,
): Destination | undefined {
  const last = window !== undefined && window.end <= asOf + 1 ? window.end - 1 : undefined;
  const day = reachedOn ?? last;
  return day === undefined || observation === undefined
    ? undefined
    : destinationOn(day, observation, horizon.vocabulary);
}
