import { formatDay, type Day } from "../core/index.js";
import type { Destination, Outcome, OutcomeReason, OutcomeStatus } from "./types.js";
import type { Verdict } from "./judge.js";
import type { Rule } from "./rule.js";
import type { Succeeded } from "./success.js";
import { NEVER } from "./days.js";

const STATUSES: readonly OutcomeStatus[] = ["success", "failure", "pending", "unknown"];
const REASONS: readonly OutcomeReason[] = [
  "amount-reached",
  "amount-out-of-reach",
  "never-started",
  "gone",
  "competing-event",
  "not-assessable",
  "window-open",
  "course-running",
  "course-end-missing",
  "no-history",
  "left-observation",
  "before-coverage",
];
const DESTINATIONS: readonly Destination[] = [
  "ordinary-work",
  "education",
  "subsidized-work",
  "municipal-support",
  "other-support",
  "own-means",
  "gone",
];

const STATUS_NUMBERS = numbersOf(STATUSES);
const REASON_NUMBERS = numbersOf(REASONS);
const DESTINATION_NUMBERS = numbersOf(DESTINATIONS);

function numbersOf<Word extends string>(words: readonly Word[]): Readonly<Record<Word, number>> {
  return Object.fromEntries(words.map((word, number) => [word, number])) as Record<Word, number>;
}

/** No day. */
const NONE = -(2 ** 31);

/** The part of an outcome that a verdict gives. */
export type DatedVerdict = Pick<
  Outcome,
  | "status"
  | "reason"
  | "windowFrom"
  | "windowTo"
  | "reachedOn"
  | "certainOn"
  | "degree"
  | "degreeCertainOn"
  | "payableOn"
  | "destination"
>;

/** Verdicts of many citizens by one criterion and anchor, a few bytes each. */
export interface VerdictColumns {
  write(
    index: number,
    verdict: Verdict,
    succeeded: Succeeded,
    payableOn: Day | undefined,
    destination: Destination | undefined,
  ): void;
  read(index: number): DatedVerdict;
}

export function verdictColumns(size: number, { criterion }: Rule): VerdictColumns {
  const { degrees = [], payable } = criterion;
  const status = new Uint8Array(size);
  const reason = new Uint8Array(size);
  const destination = new Int8Array(size);
  const degree = new Int8Array(degrees.length === 0 ? 0 : size);
  const dates = dateTexts();
  const [from, last, reached, certain] = [dayColumn(size), dayColumn(size), dayColumn(size), dayColumn(size)];
  const degreeCertain = dayColumn(degrees.length === 0 ? 0 : size);
  const payableDays = dayColumn(payable === undefined ? 0 : size);
  return {
    write: (index, verdict, succeeded, payableOn, where) => {
      const { window } = verdict;
      status[index] = STATUS_NUMBERS[verdict.status];
      reason[index] = REASON_NUMBERS[verdict.reason];
      destination[index] = where === undefined ? -1 : DESTINATION_NUMBERS[where];
      from[index] = window?.start ?? NONE;
      last[index] = window === undefined || window.end === NEVER ? NONE : window.end - 1;
      reached[index] = verdict.reachedOn ?? NONE;
      certain[index] = verdict.certainOn ?? NONE;
      if (degrees.length > 0) {
        degree[index] = succeeded.degree ?? -1;
        degreeCertain[index] = succeeded.degreeCertainOn ?? NONE;
      }
      if (payable !== undefined) payableDays[index] = payableOn ?? NONE;
    },
    read: (index) => {
      const verdict: Writable<DatedVerdict> = {
        status: STATUSES[status[index] ?? 0] ?? "unknown",
        reason: REASONS[reason[index] ?? 0] ?? "no-history",
      };
      const dated = [
        ["windowFrom", from],
        ["windowTo", last],
        ["reachedOn", reached],
        ["certainOn", certain],
        ["degreeCertainOn", degreeCertain],
        ["payableOn", payableDays],
      ] as const;
      for (const [name, days] of dated) {
        const day = days[index] ?? NONE;
        if (day !== NONE) verdict[name] = dates(day);
      }
      const itsDegree = degrees[degree[index] ?? -1];
      const where = DESTINATIONS[destination[index] ?? -1];
      if (itsDegree !== undefined) verdict.degree = itsDegree.id;
      if (where !== undefined) verdict.destination = where;
      return verdict;
    },
  };
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

function dayColumn(size: number): Int32Array {
  return new Int32Array(size).fill(NONE);
}

/** Days as ISO dates, each written once: thousands of citizens share a few hundred of them. */
function dateTexts(): (day: Day) => string {
  const texts = new Map<Day, string>();
  return (day) => {
    const text = texts.get(day) ?? formatDay(day);
    texts.set(day, text);
    return text;
  };
}
