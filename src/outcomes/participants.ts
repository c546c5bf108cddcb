import type { AllocationRecord } from "../allocation/index.js";
import type { Enrollment } from "./enrollment.js";
import type { Course, Participant } from "./types.js";

/** What participants are made of, by the position of the ledger's entries. */
export interface Referrals {
  readonly entries: readonly AllocationRecord[];
  readonly enrollment: Enrollment;
  readonly courses: readonly (Course | undefined)[];
  /** Who has a history by `asOf`. */
  readonly observes: (citizen: string) => boolean;
  /** ISO date; who was referred later isn't there yet, and what a course did later isn't known. */
  readonly asOf: string;
}

/**
 * One participant per citizen of the ledger's entries up to `asOf`, by the first entry: who is referred
 * again is a referral more, not a person more.
 */
export function participantsOf({
  entries,
  enrollment: { citizens, citizenOf },
  courses,
  observes,
  asOf,
}: Referrals): readonly Participant[] {
  const places = new Int32Array(citizens).fill(-1); // of each citizen among the participants
  const participants: Writable<Participant>[] = [];
  for (const [position, entry] of entries.entries()) {
    if (entry.referredOn > asOf) continue;
    const { citizen, household } = entry;
    const number = citizenOf[position] ?? 0;
    const known = participants[places[number] ?? -1];
    if (known !== undefined) {
      known.referrals++;
      continue;
    }
    places[number] = participants.length;
    const course = courseAsOf(courses[position], asOf);
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
      hasHistory: observes(citizen),
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
