import type { AllocationRecord } from "../allocation/index.js";
import type { Enrollment } from "./enrollment.js";
import { courseAsOf, participationOf } from "./roster.js";
import type { Course, FollowedReferral } from "./types.js";

/**
 * The entries up to a day of citizens who had an entry before, each with its own course: they are paid for, and have
 * no outcome of their own.
 *
 * @param courseAt The course of the entry at a position.
 */
export function furtherReferralsOf(
  entries: readonly AllocationRecord[],
  { citizenOf }: Enrollment,
  courseAt: (position: number) => Course | undefined,
  asOf: string,
): readonly FollowedReferral[] {
  const known = new Set<number>();
  const further: FollowedReferral[] = [];
  for (const [position, entry] of entries.entries()) {
    if (entry.referredOn > asOf) continue;
    const citizenNumber = citizenOf[position] ?? 0;
    if (!known.has(citizenNumber)) {
      known.add(citizenNumber);
      continue;
    }
    const { citizen, sequence, arm, referredOn, stratum } = entry;
    const course = courseAsOf(courseAt(position), asOf);
    further.push(
      Object.freeze({
        citizen,
        sequence,
        arm,
        referredOn,
        stratum,
        participation: participationOf(course),
        ...(course === undefined ? {} : { course: Object.freeze(course) }),
      }),
    );
  }
  return Object.freeze(further);
}
