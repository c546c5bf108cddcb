import type { StateVocabulary } from "../../../src/histories/index.js";
import type {
  Anchor,
  Course,
  CourseTerms,
  Criterion,
  OutcomeReason,
  OutcomeStatus,
} from "../../../src/outcomes/index.js";

/** One citizen, days as numbers, first and last day inclusive. */
export interface Life {
  readonly referral: number;
  readonly stratum: Readonly<Record<string, string>>;
  readonly course: Course | undefined;
  readonly spells: readonly { readonly state: string; readonly first: number; readonly last: number }[];
  /** First and last day that the registers cover, and those of them that cover other days than the whole. */
  readonly coveredFrom: number;
  readonly coveredUntil: number;
  readonly registers: readonly Register[];
  /** The first evening on which some record is there; never where none is. */
  readonly recordedFrom: number;
}

/** A source of some states, with the first and last day that it covers. */
export interface Register {
  readonly states: readonly string[];
  readonly first: number;
  readonly last: number;
}

/** One criterion measured from one anchor. */
export interface Terms {
  readonly criterion: Criterion;
  readonly anchor: Anchor;
  readonly course: CourseTerms;
  readonly vocabulary: StateVocabulary;
}

/** First and last day; an open window has the last that anyone needs to look at. */
export interface Days {
  readonly first: number;
  readonly last: number;
  readonly open?: true;
}

export interface Status {
  readonly status: OutcomeStatus;
  readonly reason: OutcomeReason;
  readonly window?: Days;
}

type Holds = (day: number) => boolean;

/** The first day of some of which something holds. */
export function firstDay({ first, last }: Days, holds: Holds): number | undefined {
  for (let day = first; day <= last; day++) if (holds(day)) return day;
  return undefined;
}

/** Whether it holds of every day from the first to the last. */
export function everyDay(days: Days, holds: Holds): boolean {
  return firstDay(days, (day) => !holds(day)) === undefined;
}

/** Of how many days it holds. */
export function countDays({ first, last }: Days, holds: Holds): number {
  let count = 0;
  for (let day = first; day <= last; day++) if (holds(day)) count++;
  return count;
}
