import type { AllocationRecord } from "../allocation/index.js";
import type { Day } from "../core/index.js";
import type { Enrollment } from "./enrollment.js";
import type { Course, Participant } from "./types.js";

/**
 * Who takes part: every citizen of the ledger's entries up to a day, once, by the first entry. Who is referred
 * again is a referral more, not a person more.
 */
export interface Roster {
  /** The first entry of each. */
  readonly entries: readonly AllocationRecord[];
  /** Its position in the ledger. */
  readonly positions: Int32Array;
  /** How many entries each has by then. */
  readonly referrals: Int32Array;
  /** How many entries of the ledger come later. */
  readonly entriesAfter: number;
}

/** @param asOf Who was referred later isn't there yet. */
export function rosterOf(
  entries: readonly AllocationRecord[],
  { citizenOf, referredOn, numbers }: Enrollment,
  asOf: Day,
): Roster {
  const places = new Int32Array(numbers).fill(-1); // of each citizen among the participants
  const first: AllocationRecord[] = [];
  const positions = new Int32Array(entries.length);
  const referrals = new Int32Array(entries.length);
  let entriesAfter = 0;
  let position = -1;
  for (const entry of entries) {
    position++;
    if ((referredOn[position] ?? 0) > asOf) {
      entriesAfter++;
      continue;
    }
    const number = citizenOf[position] ?? 0;
    const known = places[number] ?? -1;
    const place = known === -1 ? first.length : known;
    referrals[place] = (referrals[place] ?? 0) + 1;
    if (known !== -1) continue;
    places[number] = place;
    positions[place] = position;
    first.push(entry);
  }
  return { entries: first, positions, referrals, entriesAfter };
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** What was known of a course on the evening of `asOf`, or nothing if it hadn't begun. */
export function courseAsOf(course: Course | undefined, asOf: string): Course | undefined {
  if (course === undefined) return undefined;
  const { citizen, referredOn, deliveredBy, startedOn, endedOn, endReason, extendedUntil, team } = course;
  const begun = startedOn !== undefined && startedOn <= asOf;
  const over = endedOn !== undefined && endedOn <= asOf;
  const told = over || (endedOn === undefined && endReason !== undefined);
  if (!begun && !over && !told) return undefined;
  const known: Writable<Course> = { citizen, referredOn, deliveredBy };
  if (begun) known.startedOn = startedOn;
  if (over) known.endedOn = endedOn;
  if (told && endReason !== undefined) known.endReason = endReason;
  if (extendedUntil !== undefined) known.extendedUntil = extendedUntil;
  if (team !== undefined) known.team = team;
  return known;
}

/** What became of a referral, by what is known of its course. */
export function participationOf(
  course:
    | { readonly endReason?: Course["endReason"] | undefined; readonly endedOn?: string | Day | undefined }
    | undefined,
): Participant["participation"] {
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
