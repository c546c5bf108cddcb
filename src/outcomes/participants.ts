import { participationOf, type Roster } from "./roster.js";
import type { Participant } from "./types.js";

/** The participants of a roster with what became of their referrals, frozen. */
export function participantsOf(
  { entries, numbers, courses, referrals }: Roster,
  hasHistory: (number: number) => boolean,
): readonly Participant[] {
  const participants = entries.map((entry, index): Participant => {
    const { household } = entry;
    const course = courses[index];
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
      hasHistory: hasHistory(numbers[index] ?? -1),
      ...(household === undefined ? {} : { household }),
      ...(course === undefined ? {} : { course: Object.freeze(course) }),
    });
  });
  return Object.freeze(participants);
}
