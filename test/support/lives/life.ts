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
  /** First day that the registers cover. */
  readonly coveredFrom: number;
  /** Some record is there at all. */
  readonly recorded: boolean;
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

/** Every day from the first to the last. */
export function daysOf({ first, last }: Days): number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day++) days.push(day);
  return days;
}
