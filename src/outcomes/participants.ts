import type { AllocationRecord } from "../allocation/index.js";
import type { CourseIndex } from "./course-index.js";
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
  courses: CourseIndex,
  hasHistory: (citizen: string) => boolean,
  asOf: string,
): readonly Participant[] {
  const places = new Map<string, number>(); // of each citizen among the participants
  const participants: Writable<Participant>[] = [];
  for (const entry of entries) {
    const { citizen, household } = entry;
    const known = participants[places.get(citizen) ?? -1];
    if (known !== undefined) {
      known.referrals++;
      continue;
    }
    places.set(citizen, participants.length);
    const course = courseAsOf(courses.of(citizen, entry.referredOn), asOf);
    const participant: Writable<Participant> = {
      citizen,
      sequence: entry.sequence,
      arm: entry.arm,
      referredOn: entry.referredOn,
      batch: entry.batch,
      block: entry.block,
      stratum: entry.stratum,
      designProbabilities: entry.designProbabilities,
      referrals: 1,
      participation: participationOf(course),
      hasHistory: hasHistory(citizen),
    };
    if (household !== undefined) participant.household = household;
    if (course !== undefined) participant.course = course;
    participants.push(participant);
  }
  for (const participant of participants) Object.freeze(participant);
  return Object.freeze(participants);
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** What was known of a course on the evening of `asOf`, or nothing if it hadn't begun. */
function courseAsOf(course: Course | undefined, asOf: string): Course | undefined {
  if (course === undefined) return undefined;
  const { citizen, referredOn, deliveredBy, startedOn, endedOn, endReason, extendedUntil } = course;
  const begun = startedOn !== undefined && startedOn <= asOf;
  const over = endedOn !== undefined && endedOn <= asOf;
  const told = over || (endedOn === undefined && endReason !== undefined);
  if (!begun && !over && !told) return undefined;
  const known: Writable<Course> = { citizen, referredOn, deliveredBy };
  if (begun) known.startedOn = startedOn;
  if (over) known.endedOn = endedOn;
  if (told && endReason !== undefined) known.endReason = endReason;
  if (extendedUntil !== undefined) known.extendedUntil = extendedUntil;
  return Object.freeze(known);
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
