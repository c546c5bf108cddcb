import type { AllocationRecord } from "../allocation/index.js";
import { formatDay, type Day } from "../core/index.js";
import { NEVER } from "./days.js";
import { textColumn, type TextColumn } from "./text-column.js";
import type { Course, EndReason } from "./types.js";

/** The courses of a ledger's entries, by the position of the entry, as they were when they were given. */
export interface ReportedCourses {
  /** First and last day of each; `NEVER` where it isn't told. */
  readonly startedOn: Int32Array;
  readonly endedOn: Int32Array;
  readonly deliveredBy: TextColumn<string>;
  readonly endReason: TextColumn<EndReason>;
  readonly has: (position: number) => boolean;
  /** A course as an object. */
  readonly courseAt: (position: number) => Course | undefined;
}

/** Courses to be filled in, a few bytes each. */
export interface CourseColumns extends ReportedCourses {
  readonly write: (position: number, course: Course, startedOn: Day, endedOn: Day) => void;
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

export function courseColumns(entries: readonly AllocationRecord[]): CourseColumns {
  const { length } = entries;
  const isThere = new Uint8Array(length);
  const startedOn = new Int32Array(length).fill(NEVER);
  const endedOn = new Int32Array(length).fill(NEVER);
  const [deliveredBy, extendedUntil, team] = [textColumn(length), textColumn(length), textColumn(length)];
  const endReason = textColumn<EndReason>(length);
  return {
    startedOn,
    endedOn,
    deliveredBy,
    endReason,
    has: (position) => isThere[position] === 1,
    write: (position, course, start, end) => {
      isThere[position] = 1;
      startedOn[position] = start;
      endedOn[position] = end;
      deliveredBy.write(position, course.deliveredBy);
      endReason.write(position, course.endReason);
      extendedUntil.write(position, course.extendedUntil);
      team.write(position, course.team);
    },
    courseAt: (position) => {
      const entry = entries[position];
      if (entry === undefined || isThere[position] !== 1) return undefined;
      const { citizen, referredOn } = entry;
      const course: Writable<Course> = {
        citizen,
        referredOn,
        deliveredBy: deliveredBy.read(position) ?? "",
      };
      const [start = NEVER, end = NEVER] = [startedOn[position], endedOn[position]];
      if (start !== NEVER) course.startedOn = formatDay(start);
      if (end !== NEVER) course.endedOn = formatDay(end);
      const [reason, until, name] = [
        endReason.read(position),
        extendedUntil.read(position),
        team.read(position),
      ];
      if (reason !== undefined) course.endReason = reason;
      if (until !== undefined) course.extendedUntil = until;
      if (name !== undefined) course.team = name;
      return course;
    },
  };
}
