import { courseAsOf, participationOf, type Roster } from "./roster.js";
import type { Course, Participant } from "./types.js";

/**
 * The participants of a roster with what became of their referrals, frozen.
 *
 * @param courseAt The course of the entry at a position.
 * @param hasHistory Tells it of the citizen of the entry at a position.
 */
export function participantsOf(
  { entries, positions, referrals }: Roster,
  courseAt: (position: number) => Course | undefined,
  asOf: string,
  hasHistory: (position: number) => boolean,
): readonly Participant[] {
  const participants = entries.map((entry, index): Participant => {
    const { household } = entry;
    const position = positions[index] ?? -1;
    const course = courseAsOf(courseAt(position), asOf);
    return Object.freeze({
      citizen: entry.citizen,
      sequence: entry.sequence,
      arm: entry.arm,
      referredOn: entry.referredOn,
      batch: entry.batch,
      block: entry.block,
      stratum: entry.stratum,
      designProbabilities: entry.designProbabilities,
      referrals: referrals[index] ?? 0,
      participation: participationOf(course),
      hasHistory: hasHistory(position),
      ...(household === undefined ? {} : { household }),
      ...(course === undefined ? {} : { course: Object.freeze(course) }),
    });
  });
  return Object.freeze(participants);
}
