import type { AllocationRecord } from "../allocation/index.js";
import { courseKey } from "./courses.js";
import type { Course, Participant } from "./types.js";

/**
 * One participant per citizen of the ledger's entries, by the first entry: who is referred again is
 * a referral more, not a person more.
 *
 * @param entries Those with a referral date up to `asOf`, in the order of the ledger.
 * @param asOf ISO date; what a course did later isn't known yet.
 */
export function participantsOf(
  entries: readonly AllocationRecord[],
  courses: ReadonlyMap<string, Course>,
  hasHistory: (citizen: string) => boolean,
  asOf: string,
): readonly Participant[] {
  const referrals = new Map<string, number>();
  for (const { citizen } of entries) referrals.set(citizen, (referrals.get(citizen) ?? 0) + 1);
  const seen = new Set<string>();
  const participants: Participant[] = [];
  for (const entry of entries) {
    const { citizen, sequence, arm, referredOn, batch, block, stratum, designProbabilities } = entry;
    const { household } = entry;
    if (seen.has(citizen)) continue;
    seen.add(citizen);
    const course = courseAsOf(courses.get(courseKey(citizen, referredOn)), asOf);
    participants.push(
      Object.freeze({
        citizen,
        sequence,
        arm,
        referredOn,
        batch,
        block,
        stratum,
        ...(household === undefined ? {} : { household }),
        designProbabilities,
        referrals: referrals.get(citizen) ?? 1,
        ...(course === undefined ? {} : { course }),
        participation: participationOf(course),
        hasHistory: hasHistory(citizen),
      }),
    );
  }
  return Object.freeze(participants);
}

/** What was known of a course on the evening of `asOf`, or nothing if it hadn't begun. */
function courseAsOf(course: Course | undefined, asOf: string): Course | undefined {
  if (course === undefined) return undefined;
  const { citizen, referredOn, deliveredBy, startedOn, endedOn, endReason, extendedUntil } = course;
  const begun = startedOn !== undefined && startedOn <= asOf;
  const over = endedOn !== undefined && endedOn <= asOf;
  const told = over || (endedOn === undefined && endReason !== undefined);
  if (!begun && !over && !told) return undefined;
  return Object.freeze({
    citizen,
    referredOn,
    deliveredBy,
    ...(begun ? { startedOn } : {}),
    ...(over ? { endedOn } : {}),
    ...(told && endReason !== undefined ? { endReason } : {}),
    ...(extendedUntil === undefined ? {} : { extendedUntil }),
  });
}

function participationOf(course: Course | undefined): Participant["participation"] {
  if (course === undefined) return "not-reported";
  const { endReason, endedOn } = course;
  if (
    endReason === "returned" ||
    endReason === "expired" ||
    endReason === "withdrawn" ||
    endReason === "never-started"
  ) {
    return endReason;
  }
  return endedOn === undefined ? "running" : "completed";
}
