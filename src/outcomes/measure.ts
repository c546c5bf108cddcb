import { verdictColumns, type VerdictColumns } from "./columns.js";
import { destinationOn } from "./destination.js";
import type { Frame } from "./frame.js";
import type { Observation } from "./observation.js";
import type { Anchor, Destination, Participant } from "./types.js";
import type { Verdict } from "./verdict.js";
import { referredOf, verdictOf } from "./verdicts.js";

export const ANCHORS: readonly Anchor[] = ["contract", "referral"];

/** The verdicts of everyone by each criterion and anchor, and how many left in which way. */
export interface Measured {
  columns(criterion: number, anchor: Anchor): VerdictColumns;
  readonly gone: number;
  readonly moved: number;
}

/** Judges every participant by every criterion and both anchors, one pass over the participants. */
export function measure(frame: Frame, participants: readonly Participant[]): Measured {
  const tasks = frame.rules.flatMap((rule, criterion) =>
    ANCHORS.map((anchor) => ({ rule, criterion, anchor, columns: verdictColumns(participants.length) })),
  );
  let [gone, moved] = [0, 0];
  for (const [index, participant] of participants.entries()) {
    const referred = referredOf(participant, frame.courses);
    const observation = frame.observe(participant.citizen, referred.referredOn);
    if (observation !== undefined && observation.goneFrom < Infinity) gone++;
    if (observation !== undefined && observation.movedFrom < Infinity) moved++;
    for (const { rule, anchor, columns } of tasks) {
      const verdict = verdictOf(rule, anchor, referred, observation, frame.asOf);
      columns.write(index, verdict, destinationOf(verdict, observation, frame));
    }
  }
  const byTask = new Map(tasks.map(({ criterion, anchor, columns }) => [`${anchor} ${criterion}`, columns]));
  return {
    columns: (criterion, anchor) => byTask.get(`${anchor} ${criterion}`) ?? verdictColumns(0),
    gone,
    moved,
  };
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
